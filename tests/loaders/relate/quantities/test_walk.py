from itertools import product

from hypothesis import given
from hypothesis import strategies as st

from loaders.relate.quantities.walk import KEPT, LEFT_OUT, STATES, TURNED, Walk, best_walk

worth = st.integers(-20, 20).map(float)
step = st.none() | st.lists(worth, min_size=STATES, max_size=STATES)


def total_of(walk: Walk, scores: list[list[float] | None], turn: int, ends: list[float]) -> float:
    state, total = 0, 0.0
    for index, (score, keep) in enumerate(zip(scores, walk, strict=True)):
        state = TURNED[state] if index == turn else state
        if keep:
            total += score[state] if score else -1e6
        state = KEPT[state] if keep else LEFT_OUT[state]
    state = TURNED[state] if len(scores) == turn else state
    return total + ends[state]


@given(st.lists(step, max_size=6), st.integers(0, 6), st.lists(worth, min_size=STATES, max_size=STATES))
def test_no_walk_is_worth_more_than_the_best(scores: list[list[float] | None], turn: int, ends: list[float]) -> None:
    turn = min(turn, len(scores))
    best = best_walk(scores, turn, ends)
    every = product((False, True), repeat=len(scores))
    assert total_of(best, scores, turn, ends) == max(total_of(walk, scores, turn, ends) for walk in every)
