"""The best way through a chain of words, each kept or left out."""

from collections.abc import Sequence

STATES = 6  # 3 x (the right side gave words) + (nothing kept on this side, last word kept, left out since)
KEPT = (1, 1, 1, 4, 4, 4)  # the state after keeping a word
LEFT_OUT = (0, 2, 2, 3, 5, 5)  # the state after leaving a word out
TURNED = (0, 3, 3, 3, 3, 3)  # the state in which the left side starts
IMPOSSIBLE = -1e9

Walk = tuple[bool, ...]
Scores = Sequence[Sequence[float] | None]


def best_walk(scores: Scores, turn: int, ends: Sequence[float]) -> Walk:
    """The walk of the highest total (Viterbi).

    `scores[step][state]` is what keeping the word is worth; None where it cannot be kept. The first `turn` steps lie on
    the right side. `ends` is what it is worth to end in each state.
    """
    totals = [0.0] + [IMPOSSIBLE] * (STATES - 1)
    back: list[list[int]] = []
    turned = list(range(STATES))
    for index, step in enumerate(scores):
        if index == turn:
            totals, turned = _turn(totals)
        totals, came = _advance(totals, step)
        back.append(came)
    if len(scores) == turn:
        totals, turned = _turn(totals)
    state = max(range(STATES), key=lambda each: totals[each] + ends[each])
    walk: list[bool] = []
    for index in range(len(scores), 0, -1):
        state = turned[state] if index == turn else state
        walk.append(state in (KEPT[0], KEPT[-1]))
        state = back[index - 1][state]
    return tuple(reversed(walk))


def _advance(totals: Sequence[float], step: Sequence[float] | None) -> tuple[list[float], list[int]]:
    """The totals after a step, and the state that each came from."""
    reached = [IMPOSSIBLE] * STATES
    came = [0] * STATES
    for state, total in enumerate(totals):
        if total <= IMPOSSIBLE:
            continue
        left_out = LEFT_OUT[state]
        if total > reached[left_out]:
            reached[left_out], came[left_out] = total, state
        if step:
            kept = KEPT[state]
            if total + step[state] > reached[kept]:
                reached[kept], came[kept] = total + step[state], state
    return reached, came


def _turn(totals: Sequence[float]) -> tuple[list[float], list[int]]:
    reached = [IMPOSSIBLE] * STATES
    came = [0] * STATES
    for state, total in enumerate(totals):
        if total > reached[TURNED[state]]:
            reached[TURNED[state]], came[TURNED[state]] = total, state
    return reached, came
