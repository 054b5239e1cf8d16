"""The page at `/`: what this is and where to begin, in both languages."""

from html import escape
from pathlib import Path
from string import Template
from urllib.parse import urlencode

from fastapi import APIRouter
from fastapi.responses import HTMLResponse

from app.queries.catalogue import Query
from app.services import Given

_PAGES = Path(__file__).parents[1] / "pages"
STATIC = _PAGES / "static"
_SHOWN = 12  # queries that the page proposes

router = APIRouter(include_in_schema=False)


@router.get("/")
def get_landing(given: Given) -> HTMLResponse:
    """The landing page."""
    template = Template((_PAGES / "landing.html").read_text(encoding="utf-8"))
    stable = [query for query in given.catalogue if query.header.status == "stable"]
    return HTMLResponse(template.substitute(queries="\n".join(map(_item, stable[:_SHOWN])), count=len(stable)))


def _item(query: Query) -> str:
    """One query as a link to the answer of its first example."""
    header = query.header
    address = f"/v1/q/{query.id}"
    if header.examples[0].params:
        address += "?" + urlencode(header.examples[0].params, doseq=True)
    words = f'{escape(header.title.zh)} <span lang="en">{escape(header.title.en)}</span>'
    return f'<li><a href="{escape(address)}">{words}</a></li>'
