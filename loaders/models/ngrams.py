"""Texts as sparse rows of hashed character n-grams, many texts at once.

The same code serves training and use, so that both see the same.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

LONGEST = 4  # characters of an n-gram
BUCKET_BITS = 22  # 4 million buckets: under 2 % of unknown n-grams fall into a known one
FIRST, LAST = 2, 3  # code points that no text uses: a text's ends
SPREAD = np.uint32(2654435761)  # Knuth's multiplicative hash
MIX = np.uint32(0x85EBCA6B)  # from MurmurHash3's finaliser


@dataclass(frozen=True)
class SparseRows:
    """A sparse matrix in coordinate form, `row` never decreasing."""

    rows: int
    row: NDArray[np.int64]
    column: NDArray[np.int64]
    value: NDArray[np.float32]

    def times(self, weights: NDArray[np.float32]) -> NDArray[np.float32]:
        """The product with a dense matrix (columns, outputs)."""
        product = np.zeros((self.rows, weights.shape[1]), np.float32)
        if self.row.size:
            starts = np.flatnonzero(np.diff(self.row, prepend=-1))
            product[self.row[starts]] = np.add.reduceat(weights[self.column] * self.value[:, None], starts)
        return product


def _folded() -> NDArray[np.uint32]:
    """For each code point of the basic plane the one that stands for it: width and case folded, digits as 0."""
    table = np.arange(0x10000, dtype=np.uint32)
    table[0xFF01:0xFF5F] = np.arange(0x21, 0x7F)
    for low, high in ((0x41, 0x5A), (0xFF21, 0xFF3A)):
        table[low : high + 1] = np.arange(0x61, 0x7B)
    for low in (0x30, 0xFF10):
        table[low : low + 10] = 0x30
    return table


FOLDED = _folded()


def codes_of(texts: Sequence[str]) -> tuple[NDArray[np.int64], NDArray[np.uint32]]:
    """For each character of the texts, a mark put before and behind each, its text's index and its folded code."""
    joined = "".join(f"{chr(FIRST)}{text}{chr(LAST)}" for text in texts)
    codes = np.frombuffer(joined.encode("utf-32-le", "surrogatepass"), np.uint32)
    lengths = np.fromiter((len(text) + 2 for text in texts), np.int64, len(texts))
    return np.repeat(np.arange(len(texts)), lengths), FOLDED[np.minimum(codes, 0xFFFF)]


def hashed_grams(texts: Sequence[str], longest: int = LONGEST) -> tuple[NDArray[np.int64], NDArray[np.uint32]]:
    """The text and the bucket of every character n-gram of 1 to `longest` characters, by length, then by place."""
    row, codes = codes_of(texts)
    rows, buckets = [], []
    state = np.zeros(codes.size, np.uint32)
    for length in range(1, longest + 1):
        size = max(codes.size - length + 1, 0)
        state = (state[:size] ^ codes[length - 1 : length - 1 + size]) * SPREAD + np.uint32(length)
        whole = row[:size] == row[length - 1 : length - 1 + size]
        mixed = (state ^ (state >> np.uint32(15))) * MIX
        rows.append(row[:size][whole])
        buckets.append((mixed >> np.uint32(32 - BUCKET_BITS))[whole])
    return np.concatenate(rows), np.concatenate(buckets)


@dataclass(frozen=True)
class Vocabulary:
    """The n-grams that a model knows: their buckets, ascending, and the weight of each by its rarity."""

    buckets: NDArray[np.uint32]
    rarity: NDArray[np.float32]

    @cached_property
    def _columns(self) -> NDArray[np.int32]:
        table = np.full(1 << BUCKET_BITS, -1, np.int32)
        table[self.buckets] = np.arange(self.buckets.size)
        return table

    def rows(self, texts: Sequence[str]) -> SparseRows:
        """One row of length 1 for each text: (1 + log count) x rarity of its known n-grams."""
        row, bucket = hashed_grams(texts)
        column = self._columns[bucket]
        known = column >= 0
        keys, counts = np.unique(row[known] * self.buckets.size + column[known], return_counts=True)
        row, columns = np.divmod(keys, max(self.buckets.size, 1))
        value = (1 + np.log(counts.astype(np.float32))) * self.rarity[columns]
        squares = np.bincount(row, value * value, len(texts))
        return SparseRows(len(texts), row, columns, (value / np.sqrt(squares[row])).astype(np.float32))
