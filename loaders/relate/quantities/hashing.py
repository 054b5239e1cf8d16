"""Features, written as short strings, as columns of a linear model.

The same code serves training and use, so that both see the same.
"""

from collections.abc import Iterable, Sequence
from zlib import crc32

import numpy as np

from loaders.models.ngrams import SparseRows

BITS = 16
COLUMNS = 1 << BITS
_MASK = COLUMNS - 1


def column(feature: str) -> int:
    """The column of a feature; some features share one."""
    return crc32(feature.encode()) & _MASK


def grams(text: str, longest: int, sign: str) -> list[str]:
    """Every run of 1 to `longest` characters, marked with a sign."""
    return [
        sign + text[start : start + length]
        for length in range(1, longest + 1)
        for start in range(len(text) - length + 1)
    ]


def sparse_rows(rows: Sequence[Sequence[Iterable[str]]]) -> SparseRows:
    """One row for each sequence of groups of features; each group has length 1, so that long ones drown no short."""
    row: list[int] = []
    columns: list[int] = []
    values: list[float] = []
    for index, groups in enumerate(rows):
        weights: dict[int, float] = {}
        for group in groups:
            members = {column(feature) for feature in group}
            for member in members:
                weights[member] = weights.get(member, 0.0) + len(members) ** -0.5
        row += [index] * len(weights)
        columns += weights.keys()
        values += weights.values()
    return SparseRows(len(rows), np.array(row, np.int64), np.array(columns, np.int64), np.array(values, np.float32))
