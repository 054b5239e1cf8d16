"""The annotated texts as the tagger is taught: encoded, with the tags that gold allows at each character.

The tagger has two layers of BIO tags. The outer layer holds every label but Region, without overlap. The inner layer
holds regions wherever they stand, so that the region at the head of an agency's name is not lost.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from loaders.models.encoding import Encoded, Vocabulary
from loaders.models.windows import windows
from training.align import GoldSpan, align, occurrences
from training.gold import AnnotatedText

OUTER = ("Plan", "Campaign", "Agency", "Organization", "Person", "Brand", "Platform", "Award")
INNER = ("Region",)
LAYERS = (OUTER, INNER)

Allowed = NDArray[np.bool_]


@dataclass(frozen=True)
class Lesson:
    """An encoded text with, for each layer, the tags allowed at each character (characters × tags)."""

    stem: str
    text: str
    encoded: Encoded
    allowed: tuple[Allowed, ...]


def tag_count(labels: Sequence[str]) -> int:
    """The number of BIO tags of a layer: tag 0 is O, label i has 2i+1 (begins) and 2i+2 (goes on)."""
    return 2 * len(labels) + 1


def lesson(annotated: AnnotatedText, vocabulary: Vocabulary) -> Lesson:
    """Encode a text and align its gold; where gold is optional or silent, every tag is allowed."""
    nodes, text = annotated.gold.nodes, annotated.text
    outer = align(text, [node for node in nodes if node.label != "Region"])
    every_region = [span for span in occurrences(text, nodes) if span.label == "Region"]
    regions, unsure = _regions(every_region, outer)
    return Lesson(
        annotated.stem,
        text,
        vocabulary.encode(text),
        (_allowed(len(text), OUTER, outer, []), _allowed(len(text), INNER, regions, unsure)),
    )


def _regions(spans: list[GoldSpan], outer: list[GoldSpan]) -> tuple[list[GoldSpan], list[GoldSpan]]:
    """The places of regions to teach, and those to leave open.

    Gold marks a region once. Inside a name other than an agency's it is no example unless gold can mean no other place.
    """
    inside = {
        (span.start, span.end)
        for span in spans
        for name in outer
        if name.label != "Agency" and name.start <= span.start and span.end <= name.end
    }
    plain = {span.node for span in spans if (span.start, span.end) not in inside}
    unsure = [span for span in spans if (span.start, span.end) in inside and span.node in plain]
    sure = [span for span in spans if (span.start, span.end) not in inside or span.node not in plain]
    return _longest(sure), _longest(unsure)


def _longest(spans: list[GoldSpan]) -> list[GoldSpan]:
    kept: list[GoldSpan] = []
    for span in sorted(spans, key=lambda s: (s.start - s.end, s.start, s.node)):
        if all(span.end <= other.start or other.end <= span.start for other in kept):
            kept.append(span)
    return kept


def _allowed(length: int, labels: Sequence[str], spans: list[GoldSpan], unsure: list[GoldSpan]) -> Allowed:
    allowed = np.zeros((length, tag_count(labels)), np.bool_)
    allowed[:, 0] = True
    for span in spans:
        begins = 2 * labels.index(span.label) + 1
        allowed[span.start : span.end] = span.optional
        allowed[span.start, begins] = True
        allowed[span.start + 1 : span.end, begins + 1] = True
    for span in unsure:
        allowed[span.start : span.end] = True
    return allowed


@dataclass(frozen=True)
class Batch:
    """Windows of equal length, the shorter ones filled up; `inside` tells text from filling."""

    signs: dict[str, NDArray[np.int32]]  # windows × characters
    allowed: tuple[Allowed, ...]  # windows × characters × tags
    inside: NDArray[np.bool_]


def batches(lessons: Sequence[Lesson], size: int, longest: int, random: np.random.Generator) -> Iterator[Batch]:
    """One round through the lessons: windows that start at varied places, in random order, `size` at a time."""
    cut = [
        (one, window)
        for one in lessons
        for window in windows(one.text, longest, int(random.integers(longest // 4, longest + 1)))
    ]
    order = random.permutation(len(cut))
    for at in range(0, len(cut), size):
        yield _batch([cut[i] for i in order[at : at + size]], size, longest)


def _batch(cut: list[tuple[Lesson, tuple[int, int]]], size: int, longest: int) -> Batch:
    names = list(Encoded.__dataclass_fields__)
    signs = {name: np.zeros((size, longest), np.int32) for name in names}
    allowed = tuple(np.zeros((size, longest, tag_count(labels)), np.bool_) for labels in LAYERS)
    inside = np.zeros((size, longest), np.bool_)
    for layer in allowed:
        layer[:, :, 0] = True
    for row, (one, (start, end)) in enumerate(cut):
        for name in names:
            signs[name][row, : end - start] = getattr(one.encoded, name)[start:end]
        for filled, layer in zip(allowed, one.allowed, strict=True):
            filled[row, : end - start] = layer[start:end]
        inside[row, : end - start] = True
    return Batch(signs, allowed, inside)
