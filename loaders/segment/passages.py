"""The passages of a clean text: cut, trimmed, and each under its headings."""

import re
from bisect import bisect_left
from dataclasses import dataclass, replace

from loaders.records import CleanText, Passage, PassageKind, RawDocument
from loaders.segment.cut import CLOSERS, cuts
from loaders.segment.furniture import is_furniture, is_imprint
from loaders.segment.outline import (
    ARTICLE,
    COUNT,
    HEADING_AT_MOST,
    ITEM_LEVELS,
    NUMBERING,
    RUN_IN,
    UNNUMBERED,
    Heading,
    marker_level,
    nested,
)

# Markdown's bold: "**一是创新。**"; not "3*4"
BOLD = re.compile(r"\*\*([^*\n]+)\*\*")
ENDS = "。！？!?；;"
PAIRS = {"“": "”", "‘": "’", "（": "）", "(": ")"}
BLANK = " \t\n\r\u3000\xa0"


@dataclass(frozen=True, slots=True)
class _Piece:
    """A passage before its kind is known.

    `level` is that of the marker it begins with; `ended`: a closing mark follows; `opens`, `closes`: it begins, ends a
    line; `bold`: it is printed bold.
    """

    start: int
    end: int
    text_start: int
    text_end: int
    text: str
    level: int | None
    article: bool
    ended: bool
    opens: bool
    closes: bool
    bold: bool

    @property
    def alone(self) -> bool:
        return self.opens and self.closes


def passages(raw: RawDocument, clean: CleanText, title: tuple[int, int] | None) -> tuple[Passage, ...]:
    """The passages of a document in reading order; they cover its clean text without gap or overlap."""
    if not clean.text:
        return ()
    pieces = _pieces(raw.text, clean, title)
    made: list[Passage] = []
    stack: tuple[Heading, ...] = ()
    for piece in pieces:
        if piece.opens:
            stack = tuple(heading for heading in stack if heading.level < RUN_IN)
        kind = _kind(piece, title)
        heading = _heading(piece, kind)
        if heading is not None:
            stack = nested(stack, heading)
        section = tuple(outer.text for outer in (stack[:-1] if kind == "heading" else stack))
        made.append(
            Passage(len(made), piece.start, piece.end, piece.text_start, piece.text_end, kind, section, piece.text)
        )
    return tuple(made)


def _pieces(raw: str, clean: CleanText, title: tuple[int, int] | None) -> list[_Piece]:
    bold = _bold(raw, clean)
    starts = _starts(clean, cuts(clean.text), bold, title)
    pieces: list[_Piece] = []
    for start, end in zip(starts, [*starts[1:], len(clean.text)], strict=True):
        words = _trim(clean.text, start, end)
        if words is None and pieces:  # white space and marks alone belong to the passage before
            pieces[-1] = replace(pieces[-1], end=end, closes=pieces[-1].closes or "\n" in clean.text[start:end])
            continue
        text_start, text_end = words or (start, end)
        opens = start == 0 or "\n" in clean.text[max(0, start - 1) : text_start]
        closes = end == len(clean.text) or "\n" in clean.text[text_end:end]
        pieces.append(
            _Piece(
                start,
                end,
                text_start,
                text_end,
                clean.text[text_start:text_end],
                level=marker_level(clean.text[start:text_end].lstrip()),
                article=ARTICLE.match(clean.text[start:text_end].lstrip()) is not None,
                ended=any(mark in clean.text[text_end:end] for mark in ENDS),
                opens=opens,
                # "（三）…。（某局负责）" is an item with its agency, not a head with its text
                closes=closes or clean.text.startswith("（", end),
                bold=(start in bold and bold[start] <= end),
            )
        )
    return pieces


def _trim(text: str, start: int, end: int) -> tuple[int, int] | None:
    """The bounds of a passage's words: without white space, closing mark, half quotations and list numbers."""
    while end > start and text[end - 1] in BLANK:
        end -= 1
    while start < end and text[start] in BLANK:
        start += 1
    ending = end
    while ending > start and text[ending - 1] in CLOSERS:
        ending -= 1
    while ending > start and text[ending - 1] in ENDS:
        ending -= 1
        end = ending
    if end > start and text[end - 1] in "”’" and not _opened(text, start, end):
        end -= 1
    while start < end and (
        text[start] in "”’）》」』" or (text[start] in PAIRS and PAIRS[text[start]] not in text[start:end])
    ):
        start += 1
    numbering = NUMBERING.match(text, start, end)
    if numbering and numbering.end() < end:
        start = numbering.end()
    return (start, end) if start < end else None


def _opened(text: str, start: int, end: int) -> bool:
    opening = {close: opening for opening, close in PAIRS.items()}[text[end - 1]]
    return opening in text[start:end]


def _bold(raw: str, clean: CleanText) -> dict[int, int]:
    """The clean bounds, start to end, of what Markdown's marks print bold in the text as read."""
    spans = [match.span(1) for match in BOLD.finditer(raw)] if "**" in raw else []
    return {bisect_left(clean.origin, start): bisect_left(clean.origin, end) for start, end in spans}


def _starts(clean: CleanText, cut: set[int], bold: dict[int, int], title: tuple[int, int] | None) -> list[int]:
    """Where passages begin: at the cuts, behind a bold head, around the title; not inside it or a damaged span."""
    heads = {end for start, end in bold.items() if start in cut and end - start <= HEADING_AT_MOST}
    whole = [*clean.damaged, *((title,) if title else ())]
    inside = {place for start, end in whole for place in range(start + 1, end)}
    return sorted(place for place in (cut | heads | set(title or ())) - inside if place < len(clean.text))


def _kind(piece: _Piece, title: tuple[int, int] | None) -> PassageKind:
    if title is not None and piece.start <= title[0] < piece.end:
        return "title"
    if is_imprint(piece.text):
        return "imprint"
    if is_furniture(piece.text, alone=piece.alone):
        return "furniture"
    if piece.opens and len(piece.text) <= HEADING_AT_MOST and not piece.article:
        if piece.bold or (piece.alone and not piece.ended):
            return "heading"
        if piece.level is not None and piece.level not in ITEM_LEVELS and not piece.closes:
            return "heading"
    return "body"


def _heading(piece: _Piece, kind: PassageKind) -> Heading | None:
    """The heading that a passage is for what follows it: itself, or its count where it opens a paragraph."""
    if kind == "heading":
        unnumbered = RUN_IN if piece.bold else UNNUMBERED
        return Heading(unnumbered if piece.level is None else piece.level, piece.text)
    opens_paragraph = piece.opens and not piece.closes and len(piece.text) <= HEADING_AT_MOST
    if kind == "body" and opens_paragraph and COUNT.match(piece.text):
        return Heading(RUN_IN, piece.text)
    return None
