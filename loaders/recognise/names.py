"""Names that are open-ended, found by the learned tagger."""

from collections.abc import Iterator
from functools import cache
from pathlib import Path

from loaders.models.folder import model_file
from loaders.models.tagger import Tagger, load_tagger
from loaders.recognise.tidy import tidy
from loaders.records import Mention, Segmented

LEAST = 0.45  # below this share a name is more often wrong than right (fold 0: F1 +.9)


def find(document: Segmented) -> Iterator[Mention]:
    """The names that the tagger marks in the clean text."""
    text = document.clean.text
    for span in _tagger(model_file("names.npz")).tag(text):
        if span.score < LEAST and span.label != "Person":
            continue
        name = text[span.start : span.end]
        yield from tidy(Mention(span.start, span.end, span.label, name, "names", score=span.score))


@cache
def _tagger(path: Path) -> Tagger:
    return load_tagger(path)
