"""The mean of word vectors."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from loaders.models.signs import sign_hash
from loaders.models.word_vectors import WordVectors, word_vectors


def two_words() -> WordVectors:
    order = sorted(("食品", "电梯"), key=sign_hash)
    vectors = np.array([[2, 0] if word == "食品" else [0, 3] for word in order], np.float32)
    hashes = np.array([sign_hash(word) for word in order], np.uint32)
    return WordVectors(hashes, vectors, np.zeros(2, np.float32))


def test_known_words_are_summed() -> None:
    assert two_words().sums(["食品和食品", "电梯", "", "桥梁"]).tolist() == [[4, 0], [0, 3], [0, 0], [0, 0]]


def test_a_mean_has_length_one() -> None:
    assert np.allclose(two_words().means(["食品、电梯、电梯"]), [[2 / 40**0.5, 6 / 40**0.5]])


@given(texts=st.lists(st.text(max_size=20), max_size=5))
def test_a_text_means_the_same_alone_and_among_others(texts: list[str]) -> None:
    together = word_vectors().means(texts)
    for index, text in enumerate(texts):
        assert np.allclose(together[index], word_vectors().means([text])[0], atol=1e-5)


def test_words_of_one_field_lie_near_each_other() -> None:
    food, kitchen, lift = word_vectors().means(["食品安全", "餐饮卫生", "电梯维保"])
    assert food @ kitchen > food @ lift
