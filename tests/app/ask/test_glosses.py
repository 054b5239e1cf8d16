"""A name that a question gives in both languages."""

import pytest

from app.ask.glosses import without_glosses


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("goals of 陶瓷纲要 (Outline on Pottery)", "goals of 陶瓷纲要"),
        ("around the Kiln Group (窑炉集团)", "around the 窑炉集团 "),
        ("who runs the Institute of Glaze (釉料研究院)?", "who runs the 釉料研究院 ?"),
        ("陶瓷方案(2020-2022年)", "陶瓷方案(2020-2022年)"),
        ("measures (all of them)", "measures (all of them)"),
    ],
)
def test_it_is_read_once(text: str, expected: str) -> None:
    assert without_glosses(text) == expected
