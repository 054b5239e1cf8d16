"""The steps of a walk from a number outwards, as columns of the naming model: what each word is and stands beside.

A feature's hash is the CRC-32 of a short string: zone or side, a sign, then words or parts of speech. A word's zone
counts the clause ends and numbers on the way to it.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate, pairwise
from typing import NamedTuple
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

from loaders.relate.quantities.hashing import BITS, COLUMNS
from loaders.relate.quantities.places import Place
from loaders.relate.quantities.units import unit_kind
from loaders.relate.quantities.walk import STATES
from loaders.relate.quantities.window import CLAUSE_ENDS, Window, Word

CLOSED = frozenset("，。；：,;、）)")


@dataclass(frozen=True, slots=True)
class Steps:
    """The columns that each step of a walk reads, (steps, states, features); a number among the words is never kept.

    The first `turn` steps lie to the right of the number.
    """

    columns: NDArray[np.int64]
    is_number: tuple[bool, ...]
    turn: int


def steps_of(windows: Sequence[tuple[Place, Window]]) -> list[Steps]:
    """For each number with its window the columns of every step of its walks."""
    plain: list[list[int]] = []
    by_state: list[list[int]] = []
    for place, window in windows:
        surroundings = _surroundings(place, window)
        for side, words in (("R", window.right), ("L", window.left)):
            for step in _steps(side, words, place.number.unit, surroundings):
                plain.append(step[0])
                by_state.append(step[1])
    columns = _columns(plain, by_state)
    bounds = accumulate((len(window.right) + len(window.left) for _, window in windows), initial=0)
    return [
        Steps(
            columns[start:end],
            tuple(word.is_number for word in (*window.right, *window.left)),
            len(window.right),
        )
        for (_, window), (start, end) in zip(windows, pairwise(bounds), strict=True)
    ]


def _steps(side: str, words: Sequence[Word], unit: str, surroundings: str) -> Iterator[tuple[list[int], list[int]]]:
    """For each word of a side the hashes of its features, and of those by state."""
    clauses = numbers = items = 0
    spelled = [_NOTHING, *(_spelled(word.text, word.tag) for word in words), _NOTHING]
    for index, word in enumerate(words):
        numbers += word.is_number
        clauses += word.text in CLAUSE_ENDS
        items += word.text == "、"
        begun = _begun(side, f"{side}{min(clauses, 2)}{min(numbers, 2)}", unit, surroundings)
        around = spelled[index], spelled[index + 1], spelled[index + 2]
        at = crc32(_AT[min(index, 9)], begun.zone), crc32(_ITEMS[min(items, 3)], begun.zone)
        yield _plain_hashes(begun, *around), [*_state_hashes(begun, *around), *at]


class Spelled(NamedTuple):
    """A word in UTF-8: its text, part of speech and last character; `|` parts a word from the next one."""

    text: bytes
    tag: bytes
    last: bytes
    text_bar: bytes
    tag_bar: bytes


@lru_cache(maxsize=1 << 14)
def _spelled(text: str, tag: str) -> Spelled:
    return Spelled(text.encode(), tag.encode(), text[-1:].encode(), f"{text}|".encode(), f"{tag}|".encode())


_NOTHING = _spelled("", "")
_AT = tuple(f"k{index}".encode() for index in range(10))
_ITEMS = tuple(f"l{items}".encode() for items in range(4))


class Begun(NamedTuple):
    """The hashes of what features begin with.

    The rest is hashed on from there: crc32(b, crc32(a)) is crc32(a + b), and nothing need be joined for it.
    """

    nothing: int
    zone: int
    zone_word: int
    zone_tag: int
    zone_last: int
    zone_nearer: int
    zone_farther: int
    zone_tags: int
    zone_nearer_tag: int
    zone_tag_farther: int
    zone_farther_tag: int
    zone_unit: int
    zone_surroundings: int
    side_word: int
    side_nearer: int
    side_farther: int
    side_pair: int
    side_surroundings: int
    word: int


@lru_cache(maxsize=1 << 12)
def _begun(side: str, zone: str, unit: str, surroundings: str) -> Begun:
    of_zone = [f"{zone}{sign}" for sign in ("", *"wtenfTNFg", f"u{unit}", f"s{surroundings}")]
    of_side = [f"{side}{sign}" for sign in (*"wnfp", f"s{surroundings}")]
    return Begun(*(crc32(beginning.encode()) for beginning in ("", *of_zone, *of_side, "w")))


def _plain_hashes(begun: Begun, nearer: Spelled, word: Spelled, farther: Spelled) -> list[int]:
    return [
        crc32(word.text, begun.zone_word),
        crc32(word.tag, begun.zone_tag),
        crc32(word.text, begun.side_word),
        crc32(word.text, begun.word),
        crc32(word.last, begun.zone_last),
        crc32(word.text, crc32(nearer.text_bar, begun.side_nearer)),
        crc32(farther.text, crc32(word.text_bar, begun.side_farther)),
        crc32(farther.tag, crc32(word.tag_bar, crc32(nearer.tag_bar, begun.zone_tags))),
        crc32(word.tag, begun.zone_unit),
    ]


def _state_hashes(begun: Begun, nearer: Spelled, word: Spelled, farther: Spelled) -> list[int]:
    return [
        begun.nothing,
        begun.zone,
        crc32(word.text, begun.zone_word),
        crc32(word.tag, begun.zone_tag),
        crc32(nearer.text, begun.zone_nearer),
        crc32(farther.text, begun.zone_farther),
        crc32(word.tag, crc32(nearer.tag_bar, begun.zone_nearer_tag)),
        crc32(farther.tag, crc32(word.tag_bar, begun.zone_tag_farther)),
        begun.zone_surroundings,
        crc32(word.tag, begun.zone_surroundings),
        crc32(word.text, begun.side_surroundings),
        crc32(word.last, begun.zone_last),
        crc32(word.text, crc32(nearer.text_bar, begun.side_pair)),
        crc32(farther.tag, begun.zone_farther_tag),
    ]


def _surroundings(place: Place, window: Window) -> str:
    """In a few letters what stands directly beside the number, and the kind of its unit."""
    right, left = window.right[:1], window.left[:1]
    if not right or right[0].is_number or right[0].text in CLOSED:
        after = "E"
    elif right[0].text == "的":
        after = "D"
    elif right[0].text[0] in "以左":
        after = "C"
    else:
        after = right[0].tag[:1]
    before = left[0].tag[:1] if left else "^"
    mark = left[0].text[:2] if left and left[0].tag in ("x", "c", "p") else ""
    return f"{after}{before}{mark}{unit_kind(place.number.unit)[:2]}"


def _columns(plain: list[list[int]], by_state: list[list[int]]) -> NDArray[np.int64]:
    """Hashes of features as columns; those by state are mixed with the state, so that each state has its own weight."""
    if not plain:
        return np.zeros((0, STATES, 0), np.int64)
    shared = np.array(plain, np.uint64)[:, None, :] % np.uint64(COLUMNS)
    own = np.array(by_state, np.uint64)[:, None, :] * np.uint64(31) + _SALTS[None, :, None]
    mixed = (own * np.uint64(2654435761) >> np.uint64(40 - BITS)) % np.uint64(COLUMNS)
    return np.concatenate([np.repeat(shared, STATES, axis=1), mixed], axis=2).astype(np.int64)


_SALTS = np.arange(1, STATES + 1, dtype=np.uint64) * np.uint64(7000003)
