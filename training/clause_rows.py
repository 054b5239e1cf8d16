"""Every passage of some annotated documents as one table for learning."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from loaders.models.ngrams import BUCKET_BITS, Vocabulary, hashed_grams
from loaders.models.signs import Signs, sign_hash
from loaders.records import Passage
from training.clauses import Clauses
from training.gold import GoldMeasure

AT_LEAST = 3  # documents that a sign or n-gram must occur in to be learned


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


def learned_vocabulary(clauses: Sequence[Clauses]) -> Vocabulary:
    """The n-grams that occur in at least three documents, weighed by their rarity among passages."""
    in_documents = np.zeros(1 << BUCKET_BITS, np.int32)
    in_passages = np.zeros(1 << BUCKET_BITS, np.int32)
    passages = 0
    for each in clauses:
        row, bucket = hashed_grams([passage.text for passage in each.document.passages])
        in_documents[np.unique(bucket)] += 1
        once = np.unique(row << BUCKET_BITS | bucket) & ((1 << BUCKET_BITS) - 1)
        in_passages += np.bincount(once, minlength=1 << BUCKET_BITS).astype(np.int32)
        passages += len(each.document.passages)
    known = np.flatnonzero(in_documents >= AT_LEAST)
    rarity = np.log((1 + passages) / (1 + in_passages[known])) + 1
    return Vocabulary(known.astype(np.uint32), rarity.astype(np.float16).astype(np.float32))


def learned_signs(by_document: Sequence[Sequence[Sequence[str]]]) -> Signs:
    """The signs that occur in at least three documents; the rows of signs are grouped by document."""
    seen: dict[int, int] = {}
    for rows in by_document:
        for known in {sign_hash(sign) for signs in rows for sign in signs}:
            seen[known] = seen.get(known, 0) + 1
    return Signs(np.array(sorted(known for known, count in seen.items() if count >= AT_LEAST), np.uint32))


def splits(fold: NDArray[np.int64], usable: NDArray[np.bool_]) -> Iterator[tuple[NDArray[np.bool_], NDArray[np.bool_]]]:
    """For each fold the usable rows outside it, to learn from, and all rows inside it."""
    for held in sorted(set(fold.tolist())):
        yield (fold != held) & usable, fold == held
