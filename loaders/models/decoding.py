"""The best sequence of BIO tags under scores by character and by step (Viterbi), for a whole text at once.

Tag 0 is O; label i has the tags 2i+1 (begins) and 2i+2 (goes on).
"""

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]

FORBIDDEN = np.float32(-1e4)
MARGIN = 10.0  # a character whose best other tag is this far (in log shares) below O is O, whatever its neighbours are


def step_scores(taught: Floats) -> Floats:
    """The taught scores of each step, the impossible ones ruled out."""
    steps = taught.copy()
    for goes_on in range(2, steps.shape[0], 2):
        possible = steps[[goes_on - 1, goes_on], goes_on].copy()
        steps[:, goes_on] = FORBIDDEN
        steps[[goes_on - 1, goes_on], goes_on] = possible
    return steps


def best_tags(scores: Floats, steps: Floats, margin: float = MARGIN) -> NDArray[np.int8]:
    """The best tag of every character. Only stretches that are not surely O are searched, all of them side by side."""
    best = np.zeros(len(scores), np.int8)
    starts, lengths = _stretches(scores[:, 1:].max(1, initial=FORBIDDEN) > scores[:, 0] - margin)
    if len(starts) == 0:
        return best
    order = np.argsort(-lengths, kind="stable")
    starts, lengths = starts[order], lengths[order]
    total = scores[starts] + steps[0]
    total[:, 2::2] = FORBIDDEN
    back: list[NDArray[np.int8]] = []
    final = total.copy()
    for at in range(1, int(lengths[0])):
        alive = int(np.searchsorted(-lengths, -at, side="left"))
        candidates = total[:alive, :, None] + steps
        back.append(candidates.argmax(1).astype(np.int8))
        total = candidates.max(1) + scores[starts[:alive] + at]
        final[:alive] = total
    tags = (final + steps[:, 0]).argmax(1)
    return _walk_back(best, starts, lengths, tags, back)


def _walk_back(
    best: NDArray[np.int8],
    starts: NDArray[np.int64],
    lengths: NDArray[np.int64],
    tags: NDArray[np.int64],
    back: list[NDArray[np.int8]],
) -> NDArray[np.int8]:
    for at in range(int(lengths[0]) - 1, -1, -1):
        alive = int(np.searchsorted(-lengths, -at, side="left"))
        best[starts[:alive] + at] = tags[:alive]
        if at:
            tags[:alive] = back[at - 1][np.arange(alive), tags[:alive]]
    return best


def _stretches(active: NDArray[np.bool_]) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    edges = np.flatnonzero(np.diff(np.concatenate([[False], active, [False]])))
    return edges[::2], edges[1::2] - edges[::2]


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
