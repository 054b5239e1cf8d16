"""Whether the program runs, and whether it can answer."""

from fastapi import APIRouter

from app.models import Health, Readiness
from app.reads.fixed_read import count_nodes
from app.routes.requests import PlainQuery
from app.services import Given

router = APIRouter(tags=["health"])


@router.get("/healthz", summary="Alive / 存活")
async def get_health(_: PlainQuery) -> Health:
    """The program runs. / 程序在运行。"""
    return Health(status="alive")


@router.get("/readyz", summary="Ready / 就绪")
def get_readiness(given: Given, _: PlainQuery) -> Readiness:
    """The graph can be read; 503 with Retry-After while it cannot. / 图谱可读；不可读时返回 503。"""
    count_nodes(given.store, "Graph")  # a read: the version may be known without one
    return Readiness(status="ready", version=given.store.version().version)
