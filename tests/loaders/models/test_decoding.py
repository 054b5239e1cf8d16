"""The best sequence of tags."""

import itertools

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from loaders.models.decoding import best_tags, spans, step_scores


@given(seed=st.integers(0, 10_000), length=st.integers(0, 5), spread=st.sampled_from([0.5, 3.0, 12.0]))
def test_best_tags_score_no_less_than_any_possible_sequence(seed: int, length: int, spread: float) -> None:
    random = np.random.default_rng(seed)
    scores = random.normal(0, spread, (length, 5)).astype(np.float32)
    steps = step_scores(random.normal(0, 1, (5, 5)).astype(np.float32))

    def total(tags: tuple[int, ...]) -> float:
        path = (0, *tags, 0)
        return float(sum(steps[a, b] for a, b in itertools.pairwise(path))) + sum(
            float(scores[at, tag]) for at, tag in enumerate(tags)
        )

    best = max(itertools.product(range(5), repeat=length), key=total)
    found = best_tags(scores, steps, margin=np.inf)
    assert total(tuple(found.tolist())) == pytest.approx(total(best), abs=1e-3)


@pytest.mark.parametrize(
    ("tags", "expected"),
    [
        ([], []),
        ([0, 1, 2, 0], [(1, 3, 0)]),
        ([1, 1, 2, 3, 4, 4], [(0, 1, 0), (1, 3, 0), (3, 6, 1)]),
    ],
)
def test_spans_run_from_a_beginning_to_the_next(tags: list[int], expected: list[tuple[int, int, int]]) -> None:
    assert spans(np.array(tags, np.int8)) == expected
