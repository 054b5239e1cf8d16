"""The name of what a number counts: which words beside it belong to the name.

A chain model: it walks from the number outwards, first to the right, then to the left, and keeps or leaves each word.
What a step costs depends on the word, its neighbours, the distance and on where the name stands: nothing kept on this
side yet, the last word kept, or a word left out since; and whether the right side gave anything. The best walk as a
whole wins (Viterbi).
"""

import re
from dataclasses import dataclass
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

from loaders.relate.quantities.hashing import BITS, COLUMNS
from loaders.relate.quantities.places import Place
from loaders.relate.quantities.units import unit_kind
from loaders.relate.quantities.walk import STATES, Walk, best_walk
from loaders.relate.quantities.window import CLAUSE_ENDS, Window, Word

NOTHING = Word(0, 0, "", "")
CLOSED = frozenset("，。；：,;、）)")


@dataclass(frozen=True, slots=True)
class Steps:
    """The columns that each step of a walk reads, (steps, states, features); a number among the words is never kept.

    The first `turn` steps lie to the right of the number.
    """

    columns: NDArray[np.int64]
    is_number: tuple[bool, ...]
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
        scores = self.weights[steps.columns].sum(axis=2).tolist()
        return [None if number else score for score, number in zip(scores, steps.is_number, strict=True)]


# "合格率不低于", "覆盖率要达到", "比例均为"; not "合格率提高", which counts the rise, nor 违法行为
LEADS_TO_NUMBER = re.compile(
    r"(?:的?目标)?(?:应当?|要|须|力争|均|分别|同样|都|将|已|全部)*"
    r"(?:(?:不低于|不少于|不超过|不高于|达到?|超过|突破|稳定在|保持在|控制在|(?<![行作])为|(?<![拥具所国])有|是|约|近)(?:了)?)+$"
)


def name_of(window: Window, walk: Walk) -> str:
    """The kept words in reading order, those from the left first."""
    right, left = walk[: len(window.right)], walk[len(window.right) :]
    kept = [word for word, keep in zip(window.left[::-1], left[::-1], strict=True) if keep]
    kept += [word for word, keep in zip(window.right, right, strict=True) if keep]
    return bare("".join(word.text for word in kept))


def bare(name: str) -> str:
    """A name without the words that lead to its number: 合格率不低于 names 合格率."""
    return LEADS_TO_NUMBER.sub("", name).removeprefix("的")


def steps_of(place: Place, window: Window) -> Steps:
    """The columns of every step of a number's walks."""
    surroundings = _surroundings(place, window)
    plain: list[list[int]] = []
    by_state: list[list[int]] = []
    for side, words in (("R", window.right), ("L", window.left)):
        clauses = numbers = items = 0
        for index, word in enumerate(words):
            numbers += word.is_number
            clauses += word.text in CLAUSE_ENDS
            items += word.text == "、"
            zone = f"{side}{min(clauses, 2)}{min(numbers, 2)}"
            nearer = words[index - 1] if index else NOTHING
            farther = words[index + 1] if index + 1 < len(words) else NOTHING
            around = Around(side, zone, nearer, word, farther)
            plain.append([crc32(feature.encode()) for feature in _plain_features(around, place.number.unit)])
            own = (*_state_features(around, surroundings), f"{zone}k{min(index, 9)}", f"{zone}l{min(items, 3)}")
            by_state.append([crc32(feature.encode()) for feature in own])
    is_number = tuple(word.is_number for word in (*window.right, *window.left))
    return Steps(_columns(plain, by_state), is_number, len(window.right))


@dataclass(frozen=True, slots=True)
class Around:
    """A word between its neighbours, seen from the number; `zone` counts clause ends and numbers on the way."""

    side: str
    zone: str
    nearer: Word
    word: Word
    farther: Word


def _plain_features(around: Around, unit: str) -> list[str]:
    side, zone = around.side, around.zone
    nearer, word, farther = around.nearer, around.word, around.farther
    return [
        f"{zone}w{word.text}",
        f"{zone}t{word.tag}",
        f"{side}w{word.text}",
        f"w{word.text}",
        f"{zone}e{word.text[-1:]}",
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
        f"{zone}e{word.text[-1:]}",
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


def _columns(plain: list[list[int]], by_state: list[list[int]]) -> NDArray[np.int64]:
    """Hashes of features as columns; those by state are mixed with the state, so that each state has its own weight."""
    if not plain:
        return np.zeros((0, STATES, 0), np.int64)
    shared = np.array(plain, np.uint64)[:, None, :] % np.uint64(COLUMNS)
    own = np.array(by_state, np.uint64)[:, None, :] * np.uint64(31) + _SALTS[None, :, None]
    mixed = (own * np.uint64(2654435761) >> np.uint64(40 - BITS)) % np.uint64(COLUMNS)
    return np.concatenate([np.repeat(shared, STATES, axis=1), mixed], axis=2).astype(np.int64)


_SALTS = np.arange(1, STATES + 1, dtype=np.uint64) * np.uint64(7000003)
