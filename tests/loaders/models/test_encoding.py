"""What the tagger is shown of a text."""

from hypothesis import given
from hypothesis import strategies as st

from loaders.models.encoding import Encoded, Vocabulary

VOCABULARY = Vocabulary(
    {"char": ["市", "甲"], "pair": ["质量", "甲市"], "word": ["质量"], "tag": ["n"], "region": ["甲市", "甲市新区"]}
)


def test_characters_and_pairs_have_their_numbers() -> None:
    encoded = VOCABULARY.encode("甲市x")
    assert encoded.chars.tolist() == [2, 1, 0]
    assert encoded.pairs.tolist() == [2, 0, 0]


def test_words_give_each_of_their_characters_a_place() -> None:
    encoded = VOCABULARY.encode("质量。")
    assert encoded.words.tolist() == [1, 1, 0]
    assert encoded.places.tolist() == [2, 4, 1]
    assert encoded.tags.tolist()[:2] == [1, 1]


def test_marks_show_what_stands_in_brackets_and_quotation_marks() -> None:
    assert VOCABULARY.encode("（甲）“乙”《丙》丁").marks.tolist() == [1, 1, 1, 2, 2, 2, 3, 3, 3, 0]


def test_longest_region_name_is_shown() -> None:
    assert VOCABULARY.encode("在甲市新区和甲市").regions.tolist() == [0, 1, 2, 2, 2, 0, 3, 4]


@given(text=st.text(max_size=60))
def test_every_sign_is_as_long_as_the_text(text: str) -> None:
    encoded = VOCABULARY.encode(text)
    assert {len(getattr(encoded, name)) for name in Encoded.__dataclass_fields__} == {len(text)}
