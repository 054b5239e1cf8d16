"""The best sequence of tags."""

import itertools

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from loaders.models.decoding import Floats, best_tags, shares, spans, step_scores, stretches


def total(scores: Floats, steps: Floats, tags: tuple[int, ...]) -> float:
    path = (0, *tags, 0)
    return float(sum(steps[a, b] for a, b in itertools.pairwise(path))) + sum(
        float(scores[at, tag]) for at, tag in enumerate(tags)
    )


def random_scores(seed: int, length: int, spread: float) -> tuple[Floats, Floats]:
    random = np.random.default_rng(seed)
    scores = random.normal(0, spread, (length, 5)).astype(np.float32)
    return scores, step_scores(random.normal(0, 1, (5, 5)).astype(np.float32))


@given(seed=st.integers(0, 10_000), length=st.integers(0, 5), spread=st.sampled_from([0.5, 3.0, 12.0]))
def test_best_tags_score_no_less_than_any_possible_sequence(seed: int, length: int, spread: float) -> None:
    scores, steps = random_scores(seed, length, spread)
    found = best_tags(scores, steps, stretches(scores, margin=np.inf))
    best = max(total(scores, steps, tags) for tags in itertools.product(range(5), repeat=length))
    assert total(scores, steps, tuple(found.tolist())) == pytest.approx(best, abs=1e-3)


@given(seed=st.integers(0, 10_000), length=st.integers(1, 4))
def test_shares_are_those_of_all_sequences(seed: int, length: int) -> None:
    scores, steps = random_scores(seed, length, 2.0)
    expected = np.zeros((length, 5))
    for tags in itertools.product(range(5), repeat=length):
        expected[np.arange(length), list(tags)] += np.exp(total(scores, steps, tags))
    found = shares(scores, steps, stretches(scores, margin=np.inf))
    assert found == pytest.approx(expected / expected.sum(1, keepdims=True), abs=1e-4)


def test_characters_far_below_o_are_not_searched() -> None:
    scores = np.array([[0, -20, -20], [0, 5, -20], [0, -20, 3], [0, -20, -20]], np.float32)
    open_to = stretches(scores)
    assert (open_to.starts.tolist(), open_to.lengths.tolist()) == ([1], [2])
    assert best_tags(scores, step_scores(np.zeros((3, 3), np.float32)), open_to).tolist() == [0, 1, 2, 0]


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
