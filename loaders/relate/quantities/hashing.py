"""Features, written as short strings, as columns of a linear model.

The same code serves training and use, so that both see the same.
"""

from collections.abc import Sequence
from zlib import crc32

import numpy as np

from loaders.models.ngrams import SparseRows

BITS = 16
COLUMNS = 1 << BITS
_MASK = COLUMNS - 1


def grams(text: str, longest: int, sign: str) -> list[str]:
    """Every run of 1 to `longest` characters, marked with a sign."""
    return [
        sign + text[start : start + length]
        for length in range(1, longest + 1)
        for start in range(len(text) - length + 1)
    ]


def sparse_rows(rows: Sequence[Sequence[Sequence[str]]]) -> SparseRows:
    """One row for each sequence of groups of features; each group has length 1, so that long ones drown no short."""
    columns: list[int] = []
    sizes: list[int] = []
    row: list[int] = []
    known: dict[int, list[int]] = {}  # rows may share a group
    for index, groups in enumerate(rows):
        for group in groups:
            members = known.get(id(group))
            if members is None:
                members = known[id(group)] = list({crc32(feature.encode()) & _MASK for feature in group})
            columns += members
            sizes.append(len(members))
            row.append(index)
    repeats = np.array(sizes, np.int64)
    value = np.repeat(1 / np.sqrt(np.maximum(repeats, 1)), repeats).astype(np.float32)
    return SparseRows(len(rows), np.repeat(np.array(row, np.int64), repeats), np.array(columns, np.int64), value)
