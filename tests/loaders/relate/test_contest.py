"""Pairs against their rivals."""

import numpy as np

from loaders.relate.contest import LOW, contested

ENDS = [(0, 9), (1, 9), (0, 8)]  # 0 and 1 vie for object 9; objects 9 and 8 vie for subject 0


def test_a_pair_is_told_the_best_of_its_rivals() -> None:
    signs = contested(np.array([[2.0], [1.0], [3.0]]), ENDS, np.ones((3, 1), bool))
    assert signs[:, 0].tolist() == [[2, 1, 3], [1, 2, LOW], [3, LOW, 2]]


def test_a_pair_whose_labels_do_not_allow_a_kind_is_no_rival() -> None:
    signs = contested(np.array([[2.0], [1.0], [3.0]]), ENDS, np.array([[True], [False], [True]]))
    assert signs[0, 0].tolist() == [2, LOW, 3]
