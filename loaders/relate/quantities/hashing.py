"""Features, written as short strings, as columns of a linear model.

A feature's column is the end of the CRC-32 of its UTF-8. The same code serves training and use, so that both see the
same.
"""

from collections.abc import Iterable, Sequence
from functools import lru_cache
from itertools import accumulate, chain, pairwise
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

from loaders.models.ngrams import SparseRows

BITS = 16
COLUMNS = 1 << BITS
_MASK = COLUMNS - 1
REMEMBERED = 1 << 16  # features: a few thousand make up most of every text's
ALL_ONES = 0xFFFFFFFF  # what CRC-32 turns over before its first byte and after its last
# What CRC-32 adds for each value of a byte
_OF_BYTE = np.array([crc32(bytes([byte]), ALL_ONES) ^ ALL_ONES for byte in range(256)], np.uint32)


@lru_cache(maxsize=REMEMBERED)
def column(feature: str) -> int:
    """The column of a feature."""
    return crc32(feature.encode()) & _MASK


def columns(features: Iterable[str]) -> list[int]:
    """The columns of some features, in their order."""
    return list(map(column, features))


def gram_columns(texts: Sequence[str], longest: int, sign: str) -> list[list[int]]:
    """For each text the columns of its runs of 1 to `longest` characters marked with a sign: by length, then by place.

    Each is `column(sign + run)`. There are too many runs in a text to make a string of each, so CRC-32 is fed the bytes
    of all of them at once: those of each run's first character, then those of its second, and so on.
    """
    raw = np.frombuffer("".join(texts).encode(), np.uint8)
    starts = np.flatnonzero((raw & 0xC0) != 0x80)  # UTF-8: of a character's bytes all but the first are 10xxxxxx
    lengths = np.diff(starts, append=raw.size)
    nth_bytes = [raw[np.minimum(starts + nth, raw.size - 1)] for nth in range(int(lengths.max(initial=0)))]
    state = np.full(starts.size, crc32(sign.encode()) ^ ALL_ONES, np.uint32)
    of_length: list[list[int]] = []
    for length in range(longest):
        state = _fed(state[: max(starts.size - length, 0)], [byte[length:] for byte in nth_bytes], lengths[length:])
        of_length.append(((state ^ np.uint32(ALL_ONES)) & np.uint32(_MASK)).tolist())
    bounds = pairwise(accumulate(map(len, texts), initial=0))
    return [
        list(chain.from_iterable(found[start : max(end - less, start)] for less, found in enumerate(of_length)))
        for start, end in bounds
    ]


def _fed(
    state: NDArray[np.uint32], nth_bytes: Sequence[NDArray[np.uint8]], lengths: NDArray[np.int64]
) -> NDArray[np.uint32]:
    """The states of CRC-32 after the bytes of one more character each, which has as many as `lengths` says."""
    for nth, byte in enumerate(nth_bytes):
        more = _OF_BYTE[(state ^ byte) & np.uint32(0xFF)] ^ (state >> np.uint32(8))
        state = np.where(nth < lengths, more, state) if nth else more
    return state


def joined(before: NDArray[np.uint32], after: NDArray[np.uint32], sizes: NDArray[np.uint32]) -> NDArray[np.uint32]:
    """The CRC-32 of strings a + b from those of a and of b and from the bytes of b, many at once.

    It is that of b with that of a as if as many zero bytes followed, which is a sum (by exclusive or) over the bytes of
    a's: one look-up for each, whatever the strings. The arrays' shapes are broadcast.
    """
    moved, left = before, sizes
    while left.any():
        some = np.minimum(left, LONGEST_MOVE)
        moved = np.bitwise_xor.reduce([_MOVED[some, nth, moved >> np.uint32(8 * nth) & 0xFF] for nth in range(4)])
        left = left - some
    return moved ^ after


def _moves() -> NDArray[np.uint32]:
    """What each value (last axis) of each byte (second axis) of a CRC-32 comes to after 0, 1, 2 ... zero bytes."""
    moves = [np.arange(256, dtype=np.uint32)[None, :] << np.arange(0, 32, 8, dtype=np.uint32)[:, None]]
    for _ in range(LONGEST_MOVE):
        moves.append(_OF_BYTE[moves[-1] & 0xFF] ^ (moves[-1] >> np.uint32(8)))
    return np.stack(moves)


LONGEST_MOVE = 63  # bytes: a longer string is gone through in steps of so many
_MOVED = _moves()


def sparse_rows(rows: Sequence[Sequence[Sequence[int]]]) -> SparseRows:
    """One row for each sequence of groups of columns; each group has length 1, so that long ones drown no short."""
    columns: list[int] = []
    sizes: list[int] = []
    row: list[int] = []
    known: dict[int, list[int]] = {}  # rows may share a group
    for index, groups in enumerate(rows):
        for group in groups:
            members = known.get(id(group))
            if members is None:
                members = known[id(group)] = list(set(group))
            columns += members
            sizes.append(len(members))
            row.append(index)
    repeats = np.array(sizes, np.int64)
    value = np.repeat(1 / np.sqrt(np.maximum(repeats, 1)), repeats).astype(np.float32)
    column = np.fromiter(columns, np.int64, len(columns))
    return SparseRows(len(rows), np.repeat(np.array(row, np.int64), repeats), column, value)
