"""Reading names off scores by character and by step: the best sequence of BIO tags, and how sure each tag is.

Tag 0 is O; label i has the tags 2i+1 (begins) and 2i+2 (goes on). Only stretches of characters that are not surely O
are searched, all stretches of a text side by side.
"""

from dataclasses import dataclass

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

    def alive(self, at: int) -> int:
        """How many stretches are longer than `at` characters: the first ones."""
        return int(np.searchsorted(-self.lengths, -at, side="left"))

    def places(self, at: int) -> Indices:
        """The places in the text of the characters number `at` of the stretches that have one."""
        return self.starts[: self.alive(at)] + at

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
    total = scores[open_to.places(0)] + steps[0]
    back: list[NDArray[np.int8]] = []
    final = total.copy()
    for at in range(1, open_to.longest):
        candidates = total[: open_to.alive(at), :, None] + steps
        back.append(candidates.argmax(1).astype(np.int8))
        total = candidates.max(1) + scores[open_to.places(at)]
        final[: len(total)] = total
    tags = (final + steps[:, 0]).argmax(1)
    for at in range(open_to.longest - 1, -1, -1):
        alive = open_to.alive(at)
        best[open_to.places(at)] = tags[:alive]
        if at:
            tags[:alive] = back[at - 1][np.arange(alive), tags[:alive]]
    return best


def shares(scores: Floats, steps: Floats, open_to: Stretches) -> Floats:
    """The share of each tag at each character among all sequences (forward and backward sums): characters × tags."""
    found = np.zeros_like(scores)
    found[:, 0] = 1.0
    weight = np.exp(scores - scores.max(1, keepdims=True, initial=FORBIDDEN))
    step: Floats = np.exp(steps)
    forward: list[Floats] = []
    for at in range(open_to.longest):
        before = forward[-1][: open_to.alive(at)] @ step if at else step[:1]
        forward.append(_to_one(before * weight[open_to.places(at)]))
    backward: Floats = np.tile(step[:, 0], (len(open_to.starts), 1))
    for at in range(open_to.longest - 1, -1, -1):
        places = open_to.places(at)
        found[places] = _to_one(forward[at] * backward[: len(places)])
        backward[: len(places)] = _to_one((backward[: len(places)] * weight[places]) @ step.T)
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
