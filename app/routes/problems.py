"""What each `type` of a problem document means."""

from fastapi import APIRouter

from app.errors import KINDS, Kind, NoSuchThing
from app.models import ProblemKind
from app.routes.requests import PlainQuery

router = APIRouter(prefix="/problems", tags=["problems"])


@router.get("", summary="Kinds of problem / 问题类型")
def get_problems(_: PlainQuery) -> list[ProblemKind]:
    """Every `type` that a problem document of this API can have. / 本接口全部问题类型。"""
    return [_view(kind) for kind in KINDS]


@router.get("/{slug}", summary="A kind of problem / 一种问题")
def get_problem(slug: str, _: PlainQuery) -> ProblemKind:
    """What one `type` means. / 一种问题的含义。"""
    kind = next((kind for kind in KINDS if kind.slug == slug), None)
    if kind is None:
        raise NoSuchThing("kind of problem", slug)
    return _view(kind)


def _view(kind: Kind) -> ProblemKind:
    return ProblemKind(type=kind.uri, status=kind.status, zh=kind.zh, en=kind.en)
