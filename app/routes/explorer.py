"""The page at `/`: the explorer; without its script, what this is and where to begin, in both languages."""

from html import escape
from pathlib import Path
from string import Template
from urllib.parse import urlencode

from fastapi import APIRouter
from fastapi.responses import HTMLResponse

from app.pages.built import Built, built
from app.queries.catalogue import Query
from app.services import Given

_PAGES = Path(__file__).parents[1] / "pages"
STATIC = _PAGES / "static"
_SHOWN = 12  # queries that the page proposes without its script

router = APIRouter(include_in_schema=False)


@router.get("/")
def get_explorer(given: Given) -> HTMLResponse:
    """The explorer's page. Where the explorer is not built, the page that readers without scripts get."""
    stable = [query for query in given.catalogue if query.header.status == "stable"]
    begin = _page("begin").substitute(queries="\n".join(map(_item, stable[:_SHOWN])), count=len(stable))
    files = built(STATIC / "explorer")
    page = _page("explorer").substitute(begin=f"<noscript>{begin}</noscript>" if files else begin, **_heads(files))
    return HTMLResponse(page, headers={"Cache-Control": "no-cache"})


def _page(name: str) -> Template:
    return Template((_PAGES / f"{name}.html").read_text(encoding="utf-8"))


def _heads(files: Built | None) -> dict[str, str]:
    if files is None:
        return {"style": "/static/landing.css", "script": ""}
    script = f'<script type="module" src="/static/explorer/{escape(files.script)}"></script>'
    return {"style": f"/static/explorer/{escape(files.style)}", "script": script}


def _item(query: Query) -> str:
    """One query as a link to the answer of its first example."""
    header = query.header
    address = f"/v1/q/{query.id}"
    if header.examples[0].params:
        address += "?" + urlencode(header.examples[0].params, doseq=True)
    words = f'{escape(header.title.zh)} <span lang="en">{escape(header.title.en)}</span>'
    return f'<li><a href="{escape(address)}">{words}</a></li>'
