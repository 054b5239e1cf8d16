"""Names that are open-ended, found by the learned tagger."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from pathlib import Path

from loaders.models.folder import model_file
from loaders.models.tagger import Tagger, load_tagger
from loaders.recognise.tidy import tidy
from loaders.records import Mention, Segmented
from loaders.resolve.entities import form_of

LEAST = 0.45  # below this share a name is more often wrong than right (fold 0: F1 +.9)


def find(document: Segmented) -> Iterator[Mention]:
    """The names that the tagger marks in the clean text, each with the label that it bears most surely there."""
    mentions = list(_tagged(document.clean.text))
    shares: defaultdict[str, defaultdict[str, float]] = defaultdict(lambda: defaultdict(float))
    for mention in mentions:
        shares[form_of(mention.text)][mention.label] += mention.score
    for mention in mentions:
        of_label = shares[form_of(mention.text)]
        label = max(of_label, key=of_label.__getitem__)
        yield mention if label == mention.label else replace(mention, label=label)


def _tagged(text: str) -> Iterator[Mention]:
    for span in _tagger(model_file("names.npz")).tag(text):
        if span.score >= LEAST or span.label == "Person":
            name = text[span.start : span.end]
            yield from tidy(Mention(span.start, span.end, span.label, name, "names", score=span.score))


@cache
def _tagger(path: Path) -> Tagger:
    return load_tagger(path)
