"""The name of what a number counts: which words beside it belong to the name.

A chain model: it walks from the number outwards, first to the right, then to the left, and keeps or leaves each word.
What a step costs depends on the word, its neighbours, the distance and on where the name stands: nothing kept on this
side yet, the last word kept, or a word left out since; and whether the right side gave anything. The best walk as a
whole wins (Viterbi).
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

from loaders.relate.quantities.hashing import BITS, COLUMNS
from loaders.relate.quantities.places import Place
from loaders.relate.quantities.units import unit_kind
from loaders.relate.quantities.window import CLAUSE_ENDS, Window, Word

STATES = 6  # 3 x (the right side gave words) + (nothing kept on this side, last word kept, left out since)
KEPT = (1, 1, 1, 4, 4, 4)  # the state after keeping a word
LEFT_OUT = (0, 2, 2, 3, 5, 5)  # the state after leaving a word out
TURNED = (0, 3, 3, 3, 3, 3)  # the state in which the left side starts
CLOSED = frozenset("，。；：,;、）)")
IMPOSSIBLE = -1e9

Walk = tuple[bool, ...]


@dataclass(frozen=True, slots=True)
class Steps:
    """The columns that each step of a walk reads: `columns[step]` is (states, features); None for a number.

    The first `turn` steps lie to the right of the number.
    """

    columns: tuple[NDArray[np.int64] | None, ...]
    turn: int


@dataclass(frozen=True)
class NamingModel:
    """A weight for each column, and what it is worth to end in each state."""

    weights: NDArray[np.float32]
    ends: tuple[float, ...]

    def walk(self, steps: Steps) -> Walk:
        """For each word of a window, right side first, whether it belongs to the name."""
        return best_walk(self.scores(steps), steps.turn, self.ends)

    def scores(self, steps: Steps) -> list[list[float] | None]:
        """What keeping each word is worth, by state."""
        weights = self.weights
        return [None if columns is None else weights[columns].sum(axis=1).tolist() for columns in steps.columns]


def best_walk(scores: Sequence[Sequence[float] | None], turn: int, ends: Sequence[float]) -> Walk:
    """The walk of the highest total."""
    best: dict[int, tuple[float, Walk]] = {0: (0.0, ())}
    for index, step in enumerate(scores):
        if index == turn:
            best = _moved(best, TURNED)
        left_out = _moved(best, LEFT_OUT, False)
        kept = (
            _moved({state: (total + step[state], walk) for state, (total, walk) in best.items()}, KEPT, True)
            if step
            else {}
        )
        best = {
            state: max((side[state] for side in (left_out, kept) if state in side), key=_total)
            for state in left_out.keys() | kept.keys()
        }
    if len(scores) == turn:
        best = _moved(best, TURNED)
    return max(((total + ends[state], walk) for state, (total, walk) in best.items()), key=_total)[1]


def _moved(
    best: dict[int, tuple[float, Walk]], to: Sequence[int], keep: bool | None = None
) -> dict[int, tuple[float, Walk]]:
    moved: dict[int, tuple[float, Walk]] = {}
    for state, (total, walk) in best.items():
        if to[state] not in moved or moved[to[state]][0] < total:
            moved[to[state]] = (total, walk if keep is None else (*walk, keep))
    return moved


def _total(reached: tuple[float, Walk]) -> float:
    return reached[0]


def name_of(window: Window, walk: Walk) -> str:
    """The kept words in reading order, those from the left first."""
    right, left = walk[: len(window.right)], walk[len(window.right) :]
    kept = [word for word, keep in zip(window.left[::-1], left[::-1], strict=True) if keep]
    kept += [word for word, keep in zip(window.right, right, strict=True) if keep]
    return "".join(word.text for word in kept)


def steps_of(place: Place, window: Window) -> Steps:
    """The columns of every step of a number's walks."""
    surroundings = _surroundings(place, window)
    columns = [
        *_side("R", window.right, place.number.unit, surroundings),
        *_side("L", window.left, place.number.unit, surroundings),
    ]
    return Steps(tuple(columns), len(window.right))


def _side(side: str, words: Sequence[Word], unit: str, surroundings: str) -> Iterator[NDArray[np.int64] | None]:
    clauses = numbers = items = 0
    for index, word in enumerate(words):
        numbers += word.is_number
        clauses += word.text in CLAUSE_ENDS
        items += word.text == "、"
        if word.is_number:
            yield None
            continue
        zone = f"{side}{min(clauses, 2)}{min(numbers, 2)}"
        nearer = words[index - 1] if index else NOTHING
        farther = words[index + 1] if index + 1 < len(words) else NOTHING
        around = Around(side, zone, nearer, word, farther)
        everywhere = _plain_features(around, unit)
        by_state = [*_state_features(around, surroundings), f"{zone}k{min(index, 9)}", f"{zone}l{min(items, 3)}"]
        yield _columns(everywhere, by_state, side)


@dataclass(frozen=True, slots=True)
class Around:
    """A word between its neighbours, seen from the number; `zone` counts clause ends and numbers on the way."""

    side: str
    zone: str
    nearer: Word
    word: Word
    farther: Word


NOTHING = Word(0, 0, "", "")


def _plain_features(around: Around, unit: str) -> list[str]:
    side, zone = around.side, around.zone
    nearer, word, farther = around.nearer, around.word, around.farther
    return [
        f"{zone}w{word.text}",
        f"{zone}t{word.tag}",
        f"{side}w{word.text}",
        f"w{word.text}",
        f"{zone}e{word.text[-1]}",
        f"{side}n{nearer.text}|{word.text}",
        f"{side}f{word.text}|{farther.text}",
        f"{zone}T{nearer.tag}|{word.tag}|{farther.tag}",
        f"{zone}u{unit}{word.tag}",
    ]


def _state_features(around: Around, surroundings: str) -> list[str]:
    side, zone = around.side, around.zone
    nearer, word, farther = around.nearer, around.word, around.farther
    return [
        "",
        zone,
        f"{zone}w{word.text}",
        f"{zone}t{word.tag}",
        f"{zone}n{nearer.text}",
        f"{zone}f{farther.text}",
        f"{zone}N{nearer.tag}|{word.tag}",
        f"{zone}F{word.tag}|{farther.tag}",
        f"{zone}s{surroundings}",
        f"{zone}s{surroundings}{word.tag}",
        f"{side}s{surroundings}{word.text}",
        f"{zone}e{word.text[-1]}",
        f"{side}p{nearer.text}|{word.text}",
        f"{zone}g{farther.tag}",
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


def _columns(everywhere: Sequence[str], by_state: Sequence[str], side: str) -> NDArray[np.int64]:
    plain = np.array([_hash(feature) for feature in everywhere], np.uint64) % COLUMNS
    own = np.array([_hash(feature) for feature in by_state], np.uint64)
    mixed = (own[None, :] * np.uint64(31) + _SALTS[side][:, None]) * np.uint64(2654435761) >> np.uint64(40 - BITS)
    return np.concatenate([np.broadcast_to(plain, (STATES, len(plain))), mixed % COLUMNS], axis=1).astype(np.int64)


# One odd number for each side and state, so that the same feature has a weight of its own in each.
_SALTS = {
    side: (np.arange(1, STATES + 1, dtype=np.uint64) * np.uint64(step))
    for side, step in (("R", 7000003), ("L", 11000003))
}


@lru_cache(maxsize=1 << 16)
def _hash(feature: str) -> int:
    return crc32(feature.encode())
