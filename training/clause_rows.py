"""Every passage of some annotated documents as one table for learning."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from loaders.records import Passage
from training.clauses import Clauses
from training.gold import GoldMeasure


@dataclass(frozen=True)
class ClauseRows:
    """The passages of documents, one a row: `documents` are half-open spans of rows, `fold` is that of the document."""

    passages: tuple[Passage, ...]
    stated: tuple[GoldMeasure | None, ...]
    documents: tuple[tuple[int, int], ...]
    fold: NDArray[np.int64]

    def __len__(self) -> int:
        return len(self.passages)

    @property
    def folds(self) -> list[int]:
        """The folds that occur."""
        return sorted(set(self.fold.tolist()))

    def texts(self) -> list[str]:
        """The words of each passage."""
        return [passage.text for passage in self.passages]

    def is_measure(self) -> NDArray[np.bool_]:
        """Whether a passage states a measure."""
        return np.array([measure is not None for measure in self.stated])

    def is_open(self) -> NDArray[np.bool_]:
        """Whether the gold leaves open if a passage states a measure."""
        return np.array([measure is not None and measure.optional for measure in self.stated])


def clause_rows(clauses: Sequence[Clauses]) -> ClauseRows:
    """The table of the passages of some documents."""
    passages = [passage for each in clauses for passage in each.document.passages]
    stated = [each.stated.get(passage.order) for each in clauses for passage in each.document.passages]
    ends = np.cumsum([len(each.document.passages) for each in clauses]).tolist()
    fold = np.repeat([each.fold for each in clauses], [len(each.document.passages) for each in clauses])
    return ClauseRows(tuple(passages), tuple(stated), tuple(zip([0, *ends[:-1]], ends, strict=True)), fold)


def splits(fold: NDArray[np.int64], usable: NDArray[np.bool_]) -> Iterator[tuple[NDArray[np.bool_], NDArray[np.bool_]]]:
    """For each fold the usable rows outside it, to learn from, and all rows inside it."""
    for held in sorted(set(fold.tolist())):
        yield (fold != held) & usable, fold == held
