"""What the words of a text mean together: the mean of their vectors, learned from text that nobody annotated."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path

import numpy as np
import rjieba
from numpy.typing import NDArray

from loaders.models.folder import SHIPPED
from loaders.models.linear import read_archive
from loaders.models.signs import UNKNOWN, remembered_columns

WORDS = SHIPPED / "words.npz"  # of no fold: no annotation had a part in it


@dataclass(frozen=True, eq=False)
class WordVectors:
    """Words by their hashes, ascending, each with its vector times its rarity; `center` is a passage's mean sum."""

    hashes: NDArray[np.uint32]
    vectors: NDArray[np.float32]
    center: NDArray[np.float32]

    @cached_property
    def _column_of(self) -> Callable[[str], int]:
        return remembered_columns(self.hashes)

    def sums(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """For each text the sum of the vectors of its known words."""
        known = [[column for column in map(self._column_of, rjieba.cut(text)) if column != UNKNOWN] for text in texts]
        found = np.zeros((len(texts), self.vectors.shape[1]), np.float32)
        filled = [row for row, columns in enumerate(known) if columns]
        if filled:
            starts = np.cumsum([0, *(len(known[row]) for row in filled[:-1])])
            found[filled] = np.add.reduceat(self.vectors[[column for columns in known for column in columns]], starts)
        return found

    def means(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """For each text the direction of its sum from the center: one row of length 1."""
        away = self.sums(texts) - self.center
        lengths = np.linalg.norm(away, axis=1, keepdims=True).astype(np.float32)
        means: NDArray[np.float32] = (away / np.maximum(lengths, 1e-9)).astype(np.float32)
        return means


@cache
def word_vectors(path: Path = WORDS) -> WordVectors:
    """The vectors in a file, the shipped ones by default."""
    archive = read_archive(path)
    vectors = archive["words.vectors"].astype(np.float32) * archive["words.scale"]
    return WordVectors(archive["words.hashes"], vectors, archive["words.center"])
