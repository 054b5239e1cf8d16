"""The visible text of a Markdown file, and what its front matter states."""

import re
from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any

import yaml
from bs4 import BeautifulSoup
from markdown_it import MarkdownIt
from markdown_it.token import Token

from loaders.read.html import visible_text
from loaders.records import StatedMetadata

# "---\ntitle: …\n---\n" at the very beginning; not a rule between paragraphs
FRONT_MATTER = re.compile(r"\A---[ \t]*\r?\n(.*?)\r?\n---[ \t]*(?:\r?\n|\Z)", re.DOTALL)
FIELDS = {"url": ("url", "source"), "title": ("title",), "publisher": ("publisher",), "region": ("region",)}


def markdown_text(text: str) -> tuple[str, StatedMetadata]:
    """The visible text, a line for each block and each line of it, without marks; and the front matter's statements."""
    front = FRONT_MATTER.match(text)
    stated = _stated(front.group(1)) if front else StatedMetadata()
    parser = MarkdownIt("commonmark").enable("table")
    shown = "".join(_pieces(parser.parse(text[front.end() :] if front else text)))
    lines = (line.strip(" \t") for line in shown.split("\n"))
    return "\n".join(line for line in lines if line), stated


def _pieces(tokens: Sequence[Token]) -> Iterator[str]:
    for token in tokens:
        if token.type == "inline":
            yield from _inline(token.children or ())
        elif token.type in ("fence", "code_block"):
            yield f"\n{token.content}\n"
        elif token.type == "html_block":
            yield f"\n{_html(token.content)}\n"
        elif token.type == "list_item_open" and token.info:
            yield f"\n{token.info}{token.markup} "
        elif token.type in ("td_close", "th_close"):
            yield "\t"
        elif token.block and token.nesting <= 0:
            yield "\n"


def _inline(tokens: Sequence[Token]) -> Iterator[str]:
    for token in tokens:
        if token.type in ("softbreak", "hardbreak"):
            yield "\n"
        elif token.type == "html_inline":
            yield "\n" if token.content.lower().startswith("<br") else ""
        elif token.type == "text":
            # CommonMark leaves bold marks between a Chinese mark and a word: "**一是创新。**随后"
            yield token.content.replace("**", "")
        elif token.type == "code_inline":
            yield token.content


def _html(fragment: str) -> str:
    return visible_text(BeautifulSoup(fragment, "lxml"))


def _stated(front: str) -> StatedMetadata:
    """What front matter states; one that is no mapping in YAML states nothing."""
    try:
        fields: Any = yaml.safe_load(front)
    except yaml.YAMLError:
        return StatedMetadata()
    if not isinstance(fields, dict):
        return StatedMetadata()
    found = {
        field: next((fields[name] for name in names if isinstance(fields.get(name), str)), None)
        for field, names in FIELDS.items()
    }
    day = fields.get("date") or fields.get("published_on")
    return StatedMetadata(published_on=day.isoformat()[:10] if isinstance(day, date) else None, **found)
