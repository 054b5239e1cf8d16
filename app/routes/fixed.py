"""A node, a statement, a document: each by its id."""

from fastapi import APIRouter, Request, Response

from app.conditional import begin
from app.models import DocumentView, NodeView, One, StatementView
from app.reads.documents import document
from app.reads.nodes import node
from app.reads.statements import statement
from app.routes.requests import PlainQuery
from app.services import Given

router = APIRouter(prefix="/v1", tags=["graph"])


@router.get("/nodes/{node_id}", response_model=One[NodeView], summary="A node / 节点")
def get_node(node_id: str, request: Request, given: Given, _: PlainQuery) -> Response:
    """Its properties, its neighbours counted by relationship type, and the statements behind its facts.

    节点的属性、按关系类型统计的相邻节点，以及支持其事实的陈述。
    """
    reply = begin(request)
    return reply.one(node(given.store, node_id))


@router.get("/statements/{statement_id}", response_model=One[StatementView], summary="A statement / 陈述")
def get_statement(statement_id: str, request: Request, given: Given, _: PlainQuery) -> Response:
    """One fact as one passage states it: the quote, where it stands, and the document.

    一条陈述：原文引语、所在位置与文件。
    """
    reply = begin(request)
    return reply.one(statement(given.store, statement_id))


@router.get("/documents/{document_id}", response_model=One[DocumentView], summary="A document / 文件")
def get_document(document_id: str, request: Request, given: Given, _: PlainQuery) -> Response:
    """Its text as read, rebuilt from its passages, with marks where names, facts, measures and values stand.

    文件原文（由语段复原），并标出名称、事实、措施和数值所在的位置。
    """
    reply = begin(request)
    return reply.one(document(given.store, document_id))
