"""Hashed n-grams, signs and the linear models over them."""

from pathlib import Path

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from loaders.models.linear import (
    Linear,
    packed,
    packed_vocabulary,
    read_archive,
    unpacked,
    vocabulary_in,
    write_archive,
)
from loaders.models.ngrams import SparseRows, Vocabulary, hashed_grams
from loaders.models.signs import Signs, sign_hash

TEXTS = st.lists(st.text(st.characters(codec="utf-8"), max_size=30), max_size=6)


def vocabulary_of(texts: list[str]) -> Vocabulary:
    _, bucket = hashed_grams(texts)
    known = np.unique(bucket)
    return Vocabulary(known, np.ones(known.size, np.float32))


def dense(rows: SparseRows, columns: int) -> np.ndarray[tuple[int, int], np.dtype[np.float32]]:
    full = np.zeros((rows.rows, columns), np.float32)
    full[rows.row, rows.column] = rows.value
    return full


def test_grams_are_counted_with_the_ends_of_the_text() -> None:
    row, _ = hashed_grams(["质量", ""])
    # Two ends and two characters give 4 + 3 + 2 + 1 grams; two ends alone 2 + 1.
    assert np.bincount(row).tolist() == [10, 3]


def test_digits_width_and_case_make_no_difference() -> None:
    plain, folded = hashed_grams(["ab12"])[1], hashed_grams(["ＡＢ９０"])[1]
    assert plain.tolist() == folded.tolist()


@given(texts=TEXTS)
def test_a_text_is_read_alike_alone_and_among_others(texts: list[str]) -> None:
    vocabulary = vocabulary_of(texts)
    together = dense(vocabulary.rows(texts), vocabulary.buckets.size)
    for index, text in enumerate(texts):
        assert np.array_equal(together[index], dense(vocabulary.rows([text]), vocabulary.buckets.size)[0])


@given(texts=TEXTS)
def test_rows_of_known_grams_have_length_one(texts: list[str]) -> None:
    rows = vocabulary_of(texts).rows(texts)
    assert np.allclose(np.bincount(rows.row, rows.value**2, rows.rows), 1, atol=1e-4)


def test_nothing_is_known_of_other_grams() -> None:
    rows = vocabulary_of(["质量"]).rows(["食品"])
    assert set(rows.row.tolist()) == {0}
    assert rows.row.size < vocabulary_of(["食品"]).rows(["食品"]).row.size


def test_scores_are_the_product_with_the_weights() -> None:
    rows = SparseRows(3, np.array([0, 0, 2]), np.array([1, 0, 1]), np.array([2, 1, 3], np.float32))
    model = Linear(np.array([[1, 0], [10, 5]], np.float32), np.array([0.5, -1], np.float32))
    assert model.scores(rows).tolist() == [[21.5, 9], [0.5, -1], [30.5, 14]]


def test_models_side_by_side_score_as_each_alone() -> None:
    rows = SparseRows(1, np.array([0]), np.array([0]), np.array([2], np.float32))
    one = Linear(np.array([[3]], np.float32), np.array([1], np.float32))
    other = Linear(np.array([[4]], np.float32), np.array([0], np.float32))
    assert one.beside(other).scores(rows).tolist() == [[7, 8]]


def test_only_known_signs_count_and_each_once() -> None:
    signs = Signs(np.array(sorted(sign_hash(sign) for sign in ("length=3", "colon")), np.uint32))
    rows = signs.rows([[["colon", "colon"], ["quotes"]], [[]], [["length=3"], ["colon"]]])
    assert rows.row.tolist() == [0, 2, 2]
    assert rows.value.tolist() == [1, 1, 1]


def test_an_archive_gives_back_vocabulary_and_weights(tmp_path: Path) -> None:
    vocabulary = vocabulary_of(["质量强国"])
    weights = np.linspace(-2, 2, vocabulary.buckets.size * 2).reshape(-1, 2)
    parts = {"ngrams": packed_vocabulary(vocabulary), "words": {**packed(weights), "bias": np.zeros(2)}}
    write_archive(tmp_path / "model.npz", parts)
    archive = read_archive(tmp_path / "model.npz")
    assert np.array_equal(vocabulary_in(archive).buckets, vocabulary.buckets)
    assert np.abs(unpacked(archive, "words").weights - weights).max() <= 2 / 127


def test_the_same_arrays_give_the_same_bytes(tmp_path: Path) -> None:
    for name in ("one.npz", "two.npz"):
        write_archive(tmp_path / name, {"part": {"numbers": np.arange(5)}})
    assert (tmp_path / "one.npz").read_bytes() == (tmp_path / "two.npz").read_bytes()
