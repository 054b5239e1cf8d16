"""A text that sets several places side by side: each sentence is about the place that it names."""

import pytest

from loaders.normalise import normalise
from loaders.records import Quantity, RawDocument
from loaders.relate.quantities import find_quantities
from loaders.relate.quantities.naming import bare
from loaders.segment import segment

TEXT = """三地对照：吉林省、青岛市、湛江市
2022-02-15
吉林省提出，到2022年，食品安全抽检合格率要达到95%以上。
2021年，青岛市食品安全抽检合格率为99.69%。
2019年，湛江市食品安全抽检合格率为98.59%。
"""


@pytest.fixture(scope="module")
def found() -> list[Quantity]:
    return find_quantities(segment(RawDocument("s", "s", TEXT, "", "text/plain"), normalise(TEXT)))


def test_every_number_belongs_to_the_place_of_its_sentence(found: list[Quantity]) -> None:
    assert [(each.region, each.value, each.period) for each in found] == [
        ("吉林省", 95, "2022"),
        ("青岛市", 99.69, "2021"),
        ("湛江市", 98.59, "2019"),
    ]


def test_a_year_to_come_makes_a_target_whatever_stands_around(found: list[Quantity]) -> None:
    assert [each.kind for each in found] == ["target", "result", "result"]


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("食品抽检合格率不低于", "食品抽检合格率"),
        ("覆盖率要达到", "覆盖率"),
        ("比例均为", "比例"),
        ("合格率提高", "合格率提高"),
        ("查处违法行为", "查处违法行为"),
    ],
)
def test_words_that_lead_to_the_number_are_no_name(name: str, expected: str) -> None:
    assert bare(name) == expected
