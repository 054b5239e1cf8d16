"""Rows of named signs (`ends in 。`, `longer than 40`), known to a model by their hashes alone."""

import zlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from loaders.models.ngrams import SparseRows


def sign_hash(sign: str) -> int:
    """The number by which a model knows a sign."""
    return zlib.crc32(sign.encode())


@dataclass(frozen=True)
class Signs:
    """The signs that a model knows: their hashes, ascending."""

    hashes: NDArray[np.uint32]

    @cached_property
    def _columns(self) -> dict[int, int]:
        return {int(known): column for column, known in enumerate(self.hashes)}

    def rows(self, signs: Sequence[Iterable[str]]) -> SparseRows:
        """One row for each group of signs: 1 for each known sign it holds."""
        row, column = [], []
        for index, group in enumerate(signs):
            known = {self._columns.get(sign_hash(sign), -1) for sign in group} - {-1}
            row.extend([index] * len(known))
            column.extend(sorted(known))
        return SparseRows(
            len(signs), np.array(row, np.int64), np.array(column, np.int64), np.ones(len(row), np.float32)
        )
