"""Rows of named signs (`ends in 。`, `longer than 40`), known to a model by their hashes alone."""

import zlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache

import numpy as np
from numpy.typing import NDArray

from loaders.models.ngrams import SparseRows

Groups = Sequence[Sequence[str]]  # of one row
REMEMBERED = 1 << 16  # signs: a few thousand make up most of every document's
UNKNOWN = -1


def sign_hash(sign: str) -> int:
    """The number by which a model knows a sign."""
    return zlib.crc32(sign.encode())


def remembered_columns(hashes: NDArray[np.uint32]) -> Callable[[str], int]:
    """Tells the column of a sign, UNKNOWN for one that is none of these; a sign met before is not hashed again."""
    columns = {int(known): column for column, known in enumerate(hashes)}

    @lru_cache(maxsize=REMEMBERED)
    def column_of(sign: str) -> int:
        return columns.get(sign_hash(sign), UNKNOWN)

    return column_of


@dataclass(frozen=True)
class Signs:
    """The signs that a model knows: their hashes, ascending."""

    hashes: NDArray[np.uint32]

    @cached_property
    def _column_of(self) -> Callable[[str], int]:
        return remembered_columns(self.hashes)

    def rows(self, rows: Sequence[Groups]) -> SparseRows:
        """One row for each sequence of groups of signs: 1 for each known sign. Rows may share a group."""
        column: list[int] = []
        sizes: list[int] = []
        known: dict[int, list[int]] = {}
        for groups in rows:
            before = len(column)
            for group in groups:
                if id(group) not in known:
                    known[id(group)] = [each for each in map(self._column_of, group) if each != UNKNOWN]
                column += known[id(group)]
            sizes.append(len(column) - before)
        width = max(self.hashes.size, 1)
        keys = np.fromiter(column, np.int64, len(column))
        keys += np.repeat(np.arange(len(rows)) * width, np.array(sizes, np.int64))
        row, columns = np.divmod(np.unique(keys), width)
        return SparseRows(len(rows), row, columns, np.ones(row.size, np.float32))
