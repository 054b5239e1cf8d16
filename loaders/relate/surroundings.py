"""Models that judge a passage by its own score and by what the passages around it score."""

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.floating[Any]]
Float32 = NDArray[np.float32]
BEFORE = 8  # passages that set the scene of what follows
EMPTY = 1.0  # weight of an empty passage in the document's mean: a short document tells less


def chance(score: Floats) -> Float32:
    """The probability of a score in log odds."""
    return (1 / (1 + np.exp(-score))).astype(np.float32)


@dataclass(frozen=True)
class InContext:
    """For each class a linear model over the signs of `surroundings`: weights (classes, signs), bias (classes)."""

    weights: Float32
    bias: Float32

    def probabilities(self, scores: Floats, weight: Floats) -> Float32:
        """The probability of each class for each passage, from the scores of all passages of a document."""
        odds = np.einsum("pcs,cs->pc", surroundings(scores, weight), self.weights, dtype=np.float32)
        return chance(odds + self.bias)


def surroundings(scores: Floats, weight: Floats) -> Float32:
    """What each passage's neighbourhood scores: (passages, classes) scores to (passages, classes, 6) signs.

    The signs are its own score, the mean of its two neighbours, of the two next to them, of up to 8 passages before,
    the document's mean and its highest score, both without the passage. `weight` (passages) says how much a passage
    counts in the document.
    """
    if not len(scores):
        return np.zeros((*scores.shape, 6), np.float32)
    weighted = scores * weight[:, None]
    others = weight.sum() - weight[:, None] + EMPTY
    signs = (
        scores,
        _mean_at(scores, 1),
        _mean_at(scores, 2),
        _mean_before(scores),
        (weighted.sum(axis=0) - weighted) / others,
        _highest_other(weighted),
    )
    return np.stack(signs, axis=2).astype(np.float32)


def _mean_at(scores: Floats, distance: int) -> Floats:
    """The mean of the passages at a distance, before and behind, of those that are there."""
    sums = np.zeros_like(scores)
    there = np.zeros((len(scores), 1), np.float32)
    if len(scores) > distance:
        sums[distance:] += scores[:-distance]
        there[distance:] += 1
        sums[:-distance] += scores[distance:]
        there[:-distance] += 1
    return sums / np.maximum(there, 1)


def _mean_before(scores: Floats) -> Floats:
    totals = np.vstack([np.zeros((1, scores.shape[1])), np.cumsum(scores, axis=0, dtype=np.float64)])
    end = np.arange(len(scores))
    start = np.maximum(end - BEFORE, 0)
    return ((totals[end] - totals[start]) / np.maximum(end - start, 1)[:, None]).astype(np.float32)


def _highest_other(weighted: Floats) -> Floats:
    """The highest score of a class among the other passages; 0 where there is no other."""
    if len(weighted) < 2:
        return np.zeros_like(weighted)
    second, first = np.partition(weighted, -2, axis=0)[-2:]
    highest: Floats = np.where(weighted == first, second, first)
    return highest
