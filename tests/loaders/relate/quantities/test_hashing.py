"""Features as columns: however they are hashed, a feature's column is that of its string."""

from hypothesis import given
from hypothesis import strategies as st

from loaders.records import Passage
from loaders.relate.quantities.hashing import column, gram_columns, sparse_rows
from loaders.relate.quantities.places import Place
from loaders.relate.quantities.scan import find_numbers
from loaders.relate.quantities.steps import steps_of
from loaders.relate.quantities.window import passage_words, window

TEXT = "抽检合格率达98%以上"
# Characters of one to four bytes
TEXTS = st.lists(st.text(st.sampled_from("a9é质量。𠀀") | st.characters(exclude_categories=["Cs"]), max_size=9))


def runs(text: str, longest: int) -> list[str]:
    return [text[at : at + n] for n in range(1, longest + 1) for at in range(len(text) - n + 1)]


@given(texts=TEXTS, longest=st.integers(1, 4), sign=st.sampled_from(["", "S", "词"]))
def test_grams_hashed_together_have_the_columns_of_their_strings(texts: list[str], longest: int, sign: str) -> None:
    expected = [[column(sign + run) for run in runs(text, longest)] for text in texts]
    assert gram_columns(texts, longest, sign) == expected


def test_steps_have_the_columns_of_their_strings() -> None:
    (number,) = find_numbers(TEXT)
    place = Place(number, Passage(0, 0, len(TEXT), 0, len(TEXT), "body", (), TEXT), (), ())
    seen = window(passage_words(TEXT, place), place)
    (steps,) = steps_of([(place, seen)])
    nearest, next_ = seen.left[:2]
    expected = {f"w{nearest.text}", f"L00t{nearest.tag}", f"Ln|{nearest.text}", f"Lf{nearest.text}|{next_.text}"}
    assert {column(feature) for feature in expected} <= set(steps.columns[steps.turn, 0].tolist())


def test_groups_count_each_column_once_and_have_length_one() -> None:
    rows = sparse_rows([[[3, 3, 5]], [[], [4]]])
    assert sorted(zip(rows.row.tolist(), rows.column.tolist(), strict=True)) == [(0, 3), (0, 5), (1, 4)]
    assert [round(float(value) ** 2, 6) for value in rows.value] == [0.5, 0.5, 1]
