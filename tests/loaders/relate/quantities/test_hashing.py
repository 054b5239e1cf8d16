"""Features as columns: however they are hashed, a feature's column is that of its string."""

from itertools import accumulate
from zlib import crc32

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from loaders.records import Passage
from loaders.relate.quantities.hashing import column, gram_columns, joined, sparse_rows
from loaders.relate.quantities.places import Place
from loaders.relate.quantities.scan import find_numbers
from loaders.relate.quantities.steps import steps_of
from loaders.relate.quantities.window import CLAUSE_ENDS, Word, passage_words, window

# Characters of one to four bytes
TEXTS = st.lists(st.text(st.sampled_from("a9é质量。𠀀") | st.characters(exclude_categories=["Cs"]), max_size=9))


def runs(text: str, longest: int) -> list[str]:
    return [text[at : at + n] for n in range(1, longest + 1) for at in range(len(text) - n + 1)]


@given(texts=TEXTS, longest=st.integers(1, 4), sign=st.sampled_from(["", "S", "词"]))
def test_grams_hashed_together_have_the_columns_of_their_strings(texts: list[str], longest: int, sign: str) -> None:
    expected = [[column(sign + run) for run in runs(text, longest)] for text in texts]
    assert gram_columns(texts, longest, sign) == expected


def plain_strings(words: tuple[Word, ...], at: int, side: str, zone: str) -> list[str]:
    nearer, word, farther = (words[i] if 0 <= i < len(words) else Word(0, 0, "", "") for i in (at - 1, at, at + 1))
    tags = f"{nearer.tag}|{word.tag}|{farther.tag}"
    whole = [f"{zone}w{word.text}", f"{zone}t{word.tag}", f"{side}w{word.text}", f"w{word.text}"]
    pairs = [f"{side}n{nearer.text}|{word.text}", f"{side}f{word.text}|{farther.text}"]
    return [*whole, f"{zone}e{word.text[-1:]}", *pairs, f"{zone}T{tags}", f"{zone}u%{word.tag}"]


@pytest.mark.parametrize("text", ["抽检合格率达98%以上，", "98%", "甲" * 40 + "率、合格率98%"])
def test_steps_have_the_columns_of_their_strings(text: str) -> None:
    (number,) = find_numbers(text)
    place = Place(number, Passage(0, 0, len(text), 0, len(text), "body", (), text), (), ())
    seen = window(passage_words(text, place), place)
    (steps,) = steps_of([(place, seen)])
    zones: list[tuple[str, tuple[Word, ...], int, int]] = []
    for side, words in (("R", seen.right), ("L", seen.left)):
        ends = accumulate(int(word.text in CLAUSE_ENDS) for word in words)
        zones += [(side, words, at, passed) for at, passed in enumerate(ends)]
    expected = [
        [column(feature) for feature in plain_strings(words, at, side, f"{side}{passed}0")]
        for side, words, at, passed in zones
    ]
    assert steps.columns[:, 0, :9].tolist() == expected


@given(before=st.text(), after=st.text(max_size=200))
def test_the_hash_of_joined_strings_follows_from_theirs(before: str, after: str) -> None:
    first, second = before.encode("utf-8", "surrogatepass"), after.encode("utf-8", "surrogatepass")
    hashes = (np.array([each], np.uint32) for each in (crc32(first), crc32(second), len(second)))
    assert joined(*hashes).tolist() == [crc32(first + second)]


def test_groups_count_each_column_once_and_have_length_one() -> None:
    rows = sparse_rows([[[3, 3, 5]], [[], [4]]])
    assert sorted(zip(rows.row.tolist(), rows.column.tolist(), strict=True)) == [(0, 3), (0, 5), (1, 4)]
    assert [round(float(value) ** 2, 6) for value in rows.value] == [0.5, 0.5, 1]
