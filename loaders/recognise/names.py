"""Names that are open-ended, found by the learned tagger."""

from collections.abc import Iterator
from functools import cache

from loaders.models.tagger import Tagger, load_tagger
from loaders.records import Mention, Segmented


def find(document: Segmented) -> Iterator[Mention]:
    """The names that the tagger marks in the clean text."""
    text = document.clean.text
    for span in _tagger().tag(text):
        yield Mention(span.start, span.end, span.label, text[span.start : span.end], "names", score=span.score)


@cache
def _tagger() -> Tagger:
    return load_tagger()
