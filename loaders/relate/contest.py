"""How a pair stands against its rivals: other subjects of the same object, other objects of the same subject."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from loaders.relate.surroundings import Floats

LOW, HIGH = -6.0, 6.0  # log odds beyond which more makes no difference; LOW stands for no rival


def contested(scores: Floats, ends: Sequence[tuple[int, int]], legal: NDArray[np.bool_]) -> NDArray[np.float64]:
    """For each pair and kind three signs: its score, the best rival subject's and the best rival object's.

    `scores` and `legal` are (pairs, kinds) of one document; only pairs legal for a kind are rivals in it.
    """
    own = np.clip(scores, LOW, HIGH)
    rivals = np.where(legal, own, LOW)
    subjects = np.array([subject for subject, _ in ends], np.int64)
    objects = np.array([object_ for _, object_ in ends], np.int64)
    return np.stack([own, _best_other(rivals, objects), _best_other(rivals, subjects)], axis=2)


def _best_other(scores: Floats, group: NDArray[np.int64]) -> Floats:
    """For each row the best score, by column, of the other rows of its group."""
    best = np.full_like(scores, LOW)
    for member in np.unique(group):
        rows = np.flatnonzero(group == member)
        if rows.size > 1:
            second, first = np.partition(scores[rows], -2, axis=0)[-2:]
            best[rows] = np.where(scores[rows] == first, second, first)
    return best
