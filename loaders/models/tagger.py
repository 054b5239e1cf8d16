"""The tagger of names: marks in a clean text where plans, bodies, people, regions and the like are named."""

import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from zipfile import BadZipFile

import numpy as np
from numpy.typing import NDArray

from graph_schema.errors import GraphError
from loaders.models.decoding import (
    FORBIDDEN,
    Floats,
    best_tags,
    shares,
    spans,
    step_scores,
    stretches,
    stretches_around,
)
from loaders.models.encoding import Vocabulary
from loaders.models.network import build
from loaders.models.windows import SENTENCE_END, windows

SHIPPED = Path(__file__).with_name("names.npz")
LONGEST = 1024  # characters run through the network at once: fits the processor's cache
KINDS = ("char", "pair", "word", "tag", "region")


class ModelError(GraphError):
    """A model file is absent or not what this version runs."""


@dataclass(frozen=True, slots=True)
class TaggedSpan:
    """A name in a text: text[start:end] in code points; `score` is the share, 0 to 1, that the model gives
    to the least sure of its characters.

    Regions may lie inside other spans; all others lie apart.
    """

    start: int
    end: int
    label: str
    score: float


class Tagger:
    """A loaded model. It holds no state between texts."""

    def __init__(self, arrays: Mapping[str, NDArray[np.generic]]) -> None:
        """Take the arrays of a model file (`training.names_store` describes them)."""
        self.vocabulary = Vocabulary({kind: _lines(arrays[f"{kind}_entries"]) for kind in KINDS})
        self.labels = [line.split(" ") for line in _lines(arrays["labels"])]
        self._network = build(arrays)
        self.steps = [step_scores(arrays[f"step{i}"].astype(np.float32)) for i in range(len(self.labels))]

    def tag(self, text: str) -> list[TaggedSpan]:
        """The names in a clean text, by start; of two that start together the longer first."""
        found: list[TaggedSpan] = []
        ends = [match.start() for match in SENTENCE_END.finditer(text)]  # no name runs over one
        for scores, steps, labels in zip(self.scores(text), self.steps, self.labels, strict=True):
            scores[ends, 1:] = FORBIDDEN
            tags = best_tags(scores, steps, stretches(scores))
            share = shares(scores, steps, stretches_around(tags))
            sure = np.take_along_axis(share, tags[:, None].astype(np.int64), 1)[:, 0]
            for start, end, label in spans(tags):
                found.append(TaggedSpan(start, end, labels[label], round(float(sure[start:end].min()), 4)))
        return sorted(found, key=lambda span: (span.start, -span.end, span.label))

    def scores(self, text: str) -> list[Floats]:
        """For each layer of tags the network's scores of each character: characters × tags."""
        if not text:
            return [np.zeros((0, 2 * len(labels) + 1), np.float32) for labels in self.labels]
        encoded = self.vocabulary.encode(text)
        parts = [self._network.scores(encoded.part(start, end)) for start, end in windows(text, LONGEST)]
        return [np.concatenate(layer) for layer in zip(*parts, strict=True)]


def load_tagger(path: Path | None = None) -> Tagger:
    """Load a model file, by default the shipped one; ModelError where it is absent or unreadable."""
    file = path or SHIPPED
    try:
        with np.load(file, allow_pickle=False) as archive:
            return Tagger({name: archive[name] for name in archive.files})
    except FileNotFoundError as error:
        raise ModelError(f"{os.fspath(file)}: no such model file") from error
    except (BadZipFile, KeyError, ValueError) as error:
        raise ModelError(f"{os.fspath(file)}: not a model of the tagger of names: {error}") from error


def _lines(packed: NDArray[np.generic]) -> list[str]:
    return packed.tobytes().decode("utf-8").split("\n")
