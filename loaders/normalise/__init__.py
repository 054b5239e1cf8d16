"""Normalise: a clean text to work on, beside the text as read, with the way back."""

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator

from loaders.normalise.damage import damaged_spans
from loaders.normalise.draft import Draft, Span
from loaders.normalise.glosses import glosses
from loaders.normalise.layout import bold_marks, invisible, line_breaks, page_numbers, spaces
from loaders.normalise.punctuation import unify
from loaders.normalise.script import simplify
from loaders.records import CleanText, Issue

__all__ = ["normalise"]

Drop = Callable[[str], Iterable[Span]]
# What stands beside a word rather than in it belongs to nothing; a gloss belongs to the character it glosses.
ATTACHED: tuple[Drop, ...] = (glosses, invisible)
SET_ASIDE: tuple[Drop, ...] = (bold_marks, page_numbers, line_breaks, spaces)
SHOWN = 20  # characters of a damaged span in a message


def normalise(text: str) -> CleanText:
    """The clean text of a text as read: Simplified, without glosses, with marks of one width.

    Cleaning a clean text changes nothing. Damaged spans stay as they are, are marked and reported.
    """
    draft = Draft(text, len(text))
    damaged: list[Span] = []
    while True:
        cleaned, found = _clean_once(draft)
        damaged += found
        if cleaned.text == draft.text:
            break
        draft = cleaned
    origin, ends = draft.maps()
    return CleanText(
        text=draft.text,
        origin=origin,
        ends=ends,
        damaged=tuple(sorted({_clean_span(span, origin) for span in damaged})),
        issues=tuple(_damage(text, span) for span in sorted(set(damaged))),
    )


def _clean_once(draft: Draft) -> tuple[Draft, list[Span]]:
    """One round of all steps, and the damaged spans of the first text. Steps make work for one another."""
    damaged = damaged_spans(draft.text)
    raw_damaged = [draft.raw_span(*span) for span in damaged]
    draft = _substitute(draft, damaged)
    for drop in ATTACHED:
        draft = draft.drop(_outside(drop(draft.text), damaged_spans(draft.text)), attach=True)
    for drop in SET_ASIDE:
        draft = draft.drop(_outside(drop(draft.text), damaged_spans(draft.text)))
    return draft, raw_damaged


def _substitute(draft: Draft, damaged: list[Span]) -> Draft:
    """Script and marks of one kind, damaged spans left as they are."""
    text = unify(simplify(draft.text))
    for start, end in damaged:
        text = text[:start] + draft.text[start:end] + text[end:]
    return draft.replace(text)


def _outside(spans: Iterable[Span], damaged: list[Span]) -> Iterator[Span]:
    for start, end in spans:
        if not any(start < damage[1] and damage[0] < end for damage in damaged):
            yield start, end


def _clean_span(span: Span, origin: tuple[int, ...]) -> Span:
    return bisect_right(origin, span[0]) - 1, bisect_left(origin, span[1])


def _damage(text: str, span: Span) -> Issue:
    shown = text[span[0] : min(span[1], span[0] + SHOWN)]
    message = f"damaged text, left as it is / 文本已损坏，未作猜测：{shown!r}"
    return Issue(code="damaged-text", message=message, start=span[0], end=span[1])
