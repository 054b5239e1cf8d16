from hypothesis import given
from hypothesis import strategies as st

from loaders.sketch import NEAR, SIZE, Sketches, resemblance, sketch

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


def test_the_nearest_of_several_sources() -> None:
    sketches = Sketches([("a", sketch(TEXT)), ("b", sketch(TEXT[:300]))])
    sketches.add("c", sketch(TEXT + "完"))
    assert sketches.nearest("c", sketch(TEXT + "完")) == "a"
    assert sketches.nearest("a", sketch("完全不同的一段话，与前文毫无相同之处，也不引用它。")) is None
