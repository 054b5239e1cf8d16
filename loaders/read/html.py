"""The visible text of a saved web page."""

import re
from collections.abc import Iterator

from bs4 import BeautifulSoup
from bs4.dammit import EncodingDetector
from bs4.element import NavigableString, PreformattedString, Tag

from loaders.read.encodings import decode
from loaders.records import StatedMetadata

# fmt: off
HIDDEN = frozenset((
    "script", "style", "noscript", "template", "head", "nav", "aside", "form", "button", "select", "svg", "iframe",
    "object", "canvas", "audio", "video",
))
BLOCKS = frozenset((
    "address", "article", "blockquote", "body", "caption", "center", "dd", "details", "div", "dl", "dt", "fieldset",
    "figcaption", "figure", "footer", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "html", "li", "main",
    "ol", "p", "pre", "section", "summary", "table", "tbody", "tfoot", "thead", "tr", "ul",
))
# fmt: on
CELLS = frozenset(("td", "th"))
SPACE = re.compile(r"[ \t\r\n\f]+")
# "display: none"; not "display: block"
INVISIBLE = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
# The names by which government sites state a page's metadata
STATED = {
    "title": ("articletitle", "og:title"),
    "publisher": ("contentsource",),
    "published_on": ("pubdate", "article:published_time", "publishdate"),
    "url": ("og:url",),
}
# "2023-08-14 09:10"; not "8月14日"
DAY = re.compile(r"(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})")


def read_html(data: bytes) -> tuple[str, str, StatedMetadata]:
    """The visible text, the encoding and what the page states of itself.

    Blocks are lines; runs of white space are one space, as a browser shows them; table cells are parted by a tab.
    """
    text, encoding = decode(data, EncodingDetector.find_declared_encoding(data, is_html=True))
    soup = BeautifulSoup(text, "lxml")
    return visible_text(soup), encoding, _stated(soup)


def visible_text(node: Tag) -> str:
    """What a browser would show of a node, line by line, without navigation."""
    lines = "".join(_pieces(node)).split("\n")
    stripped = (line.strip(" \t") for line in lines)
    return "\n".join(line for line in stripped if line)


def _pieces(node: Tag) -> Iterator[str]:
    for child in node.children:
        if isinstance(child, Tag):
            yield from _tag_pieces(child)
        elif isinstance(child, NavigableString) and not isinstance(child, PreformattedString):
            yield SPACE.sub(" ", str(child)) if node.name != "pre" else str(child)


def _tag_pieces(tag: Tag) -> Iterator[str]:
    if tag.name == "br":
        yield "\n"
    elif tag.name not in HIDDEN and not tag.has_attr("hidden") and not INVISIBLE.search(str(tag.get("style", ""))):
        if tag.name in BLOCKS:
            yield "\n"
        yield from _pieces(tag)
        if tag.name in BLOCKS:
            yield "\n"
        elif tag.name in CELLS:
            yield "\t"


def _stated(soup: BeautifulSoup) -> StatedMetadata:
    named = {
        str(meta.get("name") or meta.get("property") or "").lower(): str(meta.get("content") or "").strip()
        for meta in soup.find_all("meta")
    }
    found = {field: next((named[name] for name in names if named.get(name)), None) for field, names in STATED.items()}
    canonical = soup.find("link", rel="canonical")
    day = DAY.match(found["published_on"] or "")
    url = str(canonical.get("href")) if isinstance(canonical, Tag) and canonical.get("href") else found["url"]
    return StatedMetadata(
        url=url if url and url.startswith(("http://", "https://")) else None,
        title=found["title"],
        publisher=found["publisher"],
        published_on=f"{day[1]}-{int(day[2]):02}-{int(day[3]):02}" if day else None,
    )
