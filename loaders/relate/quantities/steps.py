"""The steps of a walk from a number outwards, as columns of the naming model: what each word is and stands beside.

A word's zone is its side of the number, R or L, with the clause ends and the numbers on the way to it, each up to 2.
Its features are short strings, known to the model by their CRC-32. `nearer` and `farther` are the words beside it, with
.t the part of speech; `around` is what stands directly beside the number.

whatever the state        {zone}w{word} {zone}t{word.t} {side}w{word} w{word} {zone}e{its last character}
                          {side}n{nearer}|{word} {side}f{word}|{farther} {zone}T{nearer.t}|{word.t}|{farther.t}
                          {zone}u{unit}{word.t}
with a weight by state    nothing, {zone} {zone}w{word} {zone}t{word.t} {zone}n{nearer} {zone}f{farther}
                          {zone}N{nearer.t}|{word.t} {zone}F{word.t}|{farther.t} {zone}s{around}
                          {zone}s{around}{word.t} {side}s{around}{word} {zone}e{its last character}
                          {side}p{nearer}|{word} {zone}g{farther.t} {zone}k{steps, up to 9} {zone}l{items, up to 3}
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate, pairwise
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

from loaders.relate.quantities.hashing import BITS, COLUMNS, joined
from loaders.relate.quantities.places import Place
from loaders.relate.quantities.units import unit_kind
from loaders.relate.quantities.walk import STATES
from loaders.relate.quantities.window import CLAUSE_ENDS, NUMBER, Window

Hashes = NDArray[np.uint32]
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
    if not windows:
        return []
    columns = _columns(*_hashes(_read(windows)))
    bounds = accumulate((len(window.right) + len(window.left) for _, window in windows), initial=0)
    return [
        Steps(
            columns[start:end],
            tuple(word.is_number for word in (*window.right, *window.left)),
            len(window.right),
        )
        for (_, window), (start, end) in zip(windows, pairwise(bounds), strict=True)
    ]


@dataclass(frozen=True, slots=True)
class _Words:
    """The words of some windows, one side behind the other.

    `spelled` has `_spelled` of each word and of nothing before and behind each side. The rest has for each word where
    it stands there, its side and zone by index, its steps from the number, the items on the way, and the hashes and
    bytes of its number's unit and surroundings.
    """

    spelled: Hashes
    at: NDArray[np.int64]
    side: NDArray[np.int64]
    zone: NDArray[np.int64]
    index: NDArray[np.int64]
    items: NDArray[np.int64]
    unit: Hashes
    surroundings: Hashes


def _read(windows: Sequence[tuple[Place, Window]]) -> _Words:
    """Go through the words of some windows, counting the clause ends, numbers and items on the way to each."""
    spelled, places = [_NOTHING], []
    numbers_around, lengths = [], []
    for place, window in windows:
        numbers_around.append((*_hashed(place.number.unit), *_hashed(_surroundings(place, window))))
        lengths.append(len(window.right) + len(window.left))
        for side, words in enumerate((window.right, window.left)):
            clauses = numbers = items = 0
            for index, (_, _, text, tag) in enumerate(words):
                numbers += tag == NUMBER
                clauses += text in CLAUSE_ENDS
                items += text == "、"
                zone = 9 * side + 3 * min(clauses, 2) + min(numbers, 2)
                places.append((len(spelled), side, zone, min(index, 9), min(items, 3)))
                spelled.append(_spelled(text, tag))
            spelled.append(_NOTHING)
    around = np.repeat(np.array(numbers_around, np.uint32).T, lengths, axis=1)
    at, of_side, of_zone, of_index, of_items = np.array(places, np.int64).reshape(-1, 5).T
    spelled_at = np.array(spelled, np.uint32).T
    return _Words(spelled_at, at, of_side, of_zone, of_index, of_items, around[:2], around[2:])


SIDES = "RL"
ZONES = tuple(f"{side}{clauses}{numbers}" for side in SIDES for clauses in range(3) for numbers in range(3))


def _beginnings(of: Iterable[str], signs: Iterable[str]) -> Hashes:
    return np.array([[crc32(f"{each}{sign}".encode()) for each in of] for sign in signs], np.uint32)


_OF_ZONES = _beginnings(ZONES, ("", *"wtenfTNFgus"))
_AT = _beginnings(ZONES, (f"k{index}" for index in range(10)))
_BEHIND_ITEMS = _beginnings(ZONES, (f"l{items}" for items in range(4)))
_OF_SIDES = _beginnings(SIDES, "wnfps")
_ANYWHERE = crc32(b"w")


def _hashed(text: str) -> tuple[int, int]:
    """A string's hash and its bytes."""
    raw = text.encode()
    return crc32(raw), len(raw)


@lru_cache(maxsize=1 << 14)
def _spelled(text: str, tag: str) -> tuple[int, ...]:
    """Hash and bytes of a word's text, part of speech and last character; of the first two also with a bar behind."""
    return sum(map(_hashed, (text, tag, text[-1:], f"{text}|", f"{tag}|")), ())


_NOTHING = _spelled("", "")


def _hashes(words: _Words) -> tuple[Hashes, Hashes]:
    """The hashes of the features of each word, and of those by state: features × words, in the order above.

    What the strings begin with is hashed already; what many go on with is joined to all of those at once.
    """
    nearer, word, farther = (words.spelled[:, words.at + step] for step in (-1, 0, 1))
    text, tag, last, text_bar, tag_bar = word[0:2], word[2:4], word[4:6], word[6:8], word[8:10]
    zone, zone_w, zone_t, zone_e, zone_n, zone_f, *of_zone = _OF_ZONES[:, words.zone]
    zone_T, zone_N, zone_F, zone_g, zone_u, zone_s = of_zone
    side_w, side_n, side_f, side_p, side_s = _OF_SIDES[:, words.side]
    of_unit = joined(zone_u, *words.unit)
    beside, beside_on_side = joined(np.stack([zone_s, side_s]), *words.surroundings)
    after, after_by_state = joined(np.stack([side_n, side_p]), *nearer[6:8])
    before = joined(side_f, *text_bar)
    tags, two_nearer = joined(np.stack([zone_T, zone_N]), *nearer[8:10])
    tags, two_farther = joined(np.stack([tags, zone_F]), *tag_bar)
    tags, two_farther, farther_tag = joined(np.stack([tags, two_farther, zone_g]), *farther[2:4])
    before, farther_text = joined(np.stack([before, zone_f]), *farther[0:2])
    in_zone, on_side, anywhere, after, after_by_state, text_beside = joined(
        np.stack([zone_w, side_w, np.full_like(zone, _ANYWHERE), after, after_by_state, beside_on_side]), *text
    )
    tag_in_zone, of_unit, two_nearer, tag_beside = joined(np.stack([zone_t, of_unit, two_nearer, beside]), *tag)
    last_in_zone, nearer_text = joined(zone_e, *last), joined(zone_n, *nearer[0:2])
    plain = (in_zone, tag_in_zone, on_side, anywhere, last_in_zone, after, before, tags, of_unit)
    # The first is of the empty string: how likely any word is to be kept in each state.
    by_state = [np.zeros_like(zone), zone, in_zone, tag_in_zone, nearer_text, farther_text, two_nearer, two_farther]
    by_state += (beside, tag_beside, text_beside, last_in_zone, after_by_state, farther_tag)
    by_state += (_AT[words.index, words.zone], _BEHIND_ITEMS[words.items, words.zone])
    return np.stack(plain), np.stack(by_state)


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


def _columns(plain: Hashes, by_state: Hashes) -> NDArray[np.int64]:
    """Hashes of features as columns; those by state are mixed with the state, so that each state has its own weight."""
    own = by_state.T.astype(np.uint64)[:, None, :] * np.uint64(31) + _SALTS[None, :, None]
    mixed = (own * np.uint64(2654435761) >> np.uint64(40 - BITS)) & np.uint64(COLUMNS - 1)
    columns = np.empty((mixed.shape[0], STATES, len(plain) + len(by_state)), np.int64)
    columns[:, :, : len(plain)] = (plain.T & np.uint32(COLUMNS - 1))[:, None, :]
    columns[:, :, len(plain) :] = mixed
    return columns


_SALTS = np.arange(1, STATES + 1, dtype=np.uint64) * np.uint64(7000003)
