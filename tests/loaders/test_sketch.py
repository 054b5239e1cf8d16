from hypothesis import given
from hypothesis import strategies as st

from loaders.sketch import NEAR, SIZE, TELLING, nearest, resemblance, sketch

TEXT = "".join(f"第{i}项工作由第{i * 7 % 13}组负责并按期完成验收。" for i in range(60))


def test_a_reprint_with_another_head_is_near_and_another_text_is_not() -> None:
    other = "".join(f"第{i}章说明第{i * 5 % 11}类设备的检验方法。" for i in range(60))
    assert resemblance(sketch(TEXT), sketch("本网讯：" + TEXT)) >= NEAR
    assert resemblance(sketch(TEXT), sketch(other)) < NEAR


@given(st.text(max_size=300))
def test_a_text_resembles_itself_and_marks_do_not_count(text: str) -> None:
    drawn = sketch(text)
    assert len(drawn) <= SIZE
    assert resemblance(drawn, sketch(f" {text}，")) == (1.0 if drawn else 0.0)


def test_the_nearest_of_several_texts() -> None:
    others = [("b", sketch(TEXT[:300])), ("a", sketch(TEXT))]
    assert nearest(sketch(TEXT + "完"), others) == "a"
    assert nearest(sketch("完全不同的一段话，与前文毫无相同之处，也不引用它。"), others) is None


hashes = st.lists(st.integers(0, 80), min_size=1, max_size=SIZE, unique=True).map(lambda found: sorted(map(str, found)))


@given(one=hashes, other=hashes)
def test_near_texts_share_one_of_their_first_hashes(one: list[str], other: list[str]) -> None:
    if resemblance(one, other) >= NEAR:
        assert set(one[:TELLING]) & set(other[:TELLING])
