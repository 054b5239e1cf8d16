"""The name of what a number counts: which words beside it belong to the name.

A chain model: it walks from the number outwards, first to the right, then to the left, and keeps or leaves each word.
What a step costs depends on the word, its neighbours, the distance and on where the name stands: nothing kept on this
side yet, the last word kept, or a word left out since; and whether the right side gave anything. The best walk as a
whole wins (Viterbi).
"""

import re
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from loaders.relate.quantities.steps import Steps
from loaders.relate.quantities.walk import Walk, best_walk
from loaders.relate.quantities.window import Window


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
