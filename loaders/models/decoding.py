"""Reading names off scores by character and by step: the best sequence of BIO tags, and how sure each tag is.

Tag 0 is O; label i has the tags 2i+1 (begins) and 2i+2 (goes on). Only stretches of characters that are not surely O
are searched, all stretches of a text side by side.
"""

from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate, pairwise

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]
Indices = NDArray[np.int64]

FORBIDDEN = np.float32(-1e4)
MARGIN = 7.0  # a character whose best other tag is this far (in log shares) below O is O: 3 of 120 texts then differ
AROUND = 6  # characters beside a name that are looked at to say how sure it is
SMALLEST = np.float32(1e-30)


def step_scores(taught: Floats) -> Floats:
    """The taught scores of each step, the impossible ones ruled out."""
    steps = taught.copy()
    for goes_on in range(2, steps.shape[0], 2):
        possible = steps[[goes_on - 1, goes_on], goes_on].copy()
        steps[:, goes_on] = FORBIDDEN
        steps[[goes_on - 1, goes_on], goes_on] = possible
    return steps


@dataclass(frozen=True)
class Stretches:
    """Stretches of a text that may hold names, the longest first; O stands before and after each."""

    starts: Indices
    lengths: Indices

    @cached_property
    def alive(self) -> list[int]:
        """For each character of the longest, how many stretches have one of this number: the first ones."""
        alive: list[int] = np.searchsorted(-self.lengths, -np.arange(self.longest), side="left").tolist()
        return alive

    @cached_property
    def places(self) -> Indices:
        """The places in the text of all first characters of the stretches, then of all second ones, and so on."""
        return np.concatenate([np.zeros(0, np.int64), *(self.starts[:n] + at for at, n in enumerate(self.alive))])

    def rows(self) -> list[slice]:
        """For each character of the longest, which of `places` are those of this number."""
        bounds = [0, *accumulate(self.alive)]
        return [slice(start, end) for start, end in pairwise(bounds)]

    @property
    def longest(self) -> int:
        """The length of the longest, 0 where there is none."""
        return int(self.lengths[0]) if len(self.lengths) else 0


def stretches(scores: Floats, margin: float = MARGIN) -> Stretches:
    """The stretches in which some tag comes within `margin` of O."""
    return _runs(scores[:, 1:].max(1, initial=FORBIDDEN) > scores[:, 0] - margin)


def stretches_around(tags: NDArray[np.int8]) -> Stretches:
    """The stretches in which names were found, with some characters on either side."""
    close = np.convolve(tags != 0, np.ones(2 * AROUND + 1), "same") if len(tags) > 2 * AROUND else np.ones(len(tags))
    return _runs(close > 0.5)


def _runs(active: NDArray[np.bool_]) -> Stretches:
    edges = np.flatnonzero(np.diff(np.concatenate([[False], active, [False]])))
    starts, lengths = edges[::2], edges[1::2] - edges[::2]
    order = np.argsort(-lengths, kind="stable")
    return Stretches(starts[order], lengths[order])


def best_tags(scores: Floats, steps: Floats, open_to: Stretches) -> NDArray[np.int8]:
    """The tag of every character in the best sequence (Viterbi)."""
    best = np.zeros(len(scores), np.int8)
    own = np.ascontiguousarray(scores[open_to.places].T)
    rows = open_to.rows()
    totals: list[Floats] = []  # of the best way to each tag: tags × stretches
    for here, alive in zip(rows, open_to.alive, strict=True):
        reached = (totals[-1][:, None, :alive] + steps[:, :, None]).max(0) if totals else steps[0][:, None]
        totals.append(reached + own[:, here])
    tags = np.zeros(len(open_to.starts), np.int64)  # O stands behind each stretch
    found = np.empty(len(open_to.places), np.int8)
    for here, alive, total in zip(rows[::-1], open_to.alive[::-1], totals[::-1], strict=True):
        # Which tag each came from is asked only here, on the way back, of the one tag that follows.
        tags[:alive] = found[here] = (total + steps[:, tags[:alive]]).argmax(0)
    best[open_to.places] = found
    return best


def shares(scores: Floats, steps: Floats, open_to: Stretches) -> Floats:
    """The share of each tag at each character among all sequences (forward and backward sums): characters × tags."""
    found = np.zeros_like(scores)
    found[:, 0] = 1.0
    own = scores[open_to.places]
    weight = np.exp(own - own.max(1, keepdims=True, initial=FORBIDDEN))
    step: Floats = np.exp(steps)
    rows = open_to.rows()
    forward, behind = np.empty_like(weight), np.empty_like(weight)
    for at, here in enumerate(rows):
        before = forward[rows[at - 1]][: open_to.alive[at]] @ step if at else step[:1]
        forward[here] = _to_one(before * weight[here])
    backward: Floats = np.tile(step[:, 0], (len(open_to.starts), 1))
    for here, alive in zip(rows[::-1], open_to.alive[::-1], strict=True):
        behind[here] = backward[:alive]
        backward[:alive] = _to_one((backward[:alive] * weight[here]) @ step.T)
    found[open_to.places] = _to_one(forward * behind)
    return found


def _to_one(rows: Floats) -> Floats:
    sums: Floats = rows.sum(1, keepdims=True) + SMALLEST
    return rows / sums


def spans(tags: NDArray[np.int8]) -> list[tuple[int, int, int]]:
    """The names that a sequence of tags marks: (start, end, index of the label), in reading order."""
    found: list[tuple[int, int, int]] = []
    for at in np.flatnonzero(tags):
        tag = int(tags[at])
        if tag % 2:
            found.append((int(at), int(at) + 1, (tag - 1) // 2))
        else:
            start, _, label = found[-1]
            found[-1] = (start, int(at) + 1, label)
    return found
