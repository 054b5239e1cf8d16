"""How names are spelled in letters, and what regions are called in English."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph_schema.regions import region_table
from loaders.english_regions import region_in_english
from loaders.search_text import search_text
from loaders.spelling import spelling, typed


@pytest.mark.parametrize(
    ("name", "syllables", "initials"),
    [
        ("食品安全", "shi pin an quan", "spaq"),
        ("重庆市", "chong qing shi", "cqs"),
        ("吕梁", "lv liang", "ll"),
        ("NQI高地（2022）", "nqi gao di 2022", "nqigd2022"),
        ("“铁拳”行动", "tie quan xing dong", "tqxd"),
        ("Food safety", "food safety", "foodsafety"),
        ("", "", ""),
    ],
)
def test_a_name_is_spelled(name: str, syllables: str, initials: str) -> None:
    assert (" ".join(spelling(name).syllables), spelling(name).initials) == (syllables, initials)


@pytest.mark.parametrize(("letters", "expected"), [("pinan", True), ("an", True), ("inan", False), ("", True)])
def test_letters_are_looked_for_where_a_syllable_begins(letters: str, expected: bool) -> None:
    assert spelling("食品安全").has(letters) is expected


@pytest.mark.parametrize(
    ("text", "letters"),
    [
        ("shipin anquan", "shipinanquan"),
        ("Shí pǐn", "shipin"),
        ("xi'an", "xian"),
        ("lüliang", "lvliang"),
        ("lǚ", "lv"),
        ("食品", None),
        ("a+b", None),
        ("", None),
        (" ", None),
    ],
)
def test_what_may_be_pinyin_is_reduced_to_letters(text: str, letters: str | None) -> None:
    assert typed(text) == letters


@pytest.mark.parametrize(("letters", "count"), [("s", 1), ("shi", 1), ("ship", 2), ("shipinanquan", 4)])
def test_letters_reach_into_syllables(letters: str, count: int) -> None:
    assert spelling("食品安全").begun_by(letters) == count


@pytest.mark.parametrize(
    ("names", "text"),
    [
        (["食品安全", "Food safety"], "食品安全 Food safety shipinanquan spaq"),
        (["吉林", "Jilin Province"], "吉林 Jilin Province jilin jl"),
        (["NQI"], "NQI"),
        ([], ""),
    ],
)
def test_the_index_holds_names_and_how_they_are_spelled(names: list[str], text: str) -> None:
    assert search_text(names) == text


@given(st.text())
def test_any_text_can_be_spelled_and_typed(text: str) -> None:
    assert spelling(text).full.isascii()
    assert typed(text) is None or str(typed(text)).isalnum()


@pytest.mark.parametrize(
    ("name", "english"),
    [
        ("吉林省", "Jilin Province"),
        ("青岛市", "Qingdao City"),
        ("陕西省", "Shaanxi Province"),
        ("内蒙古自治区", "Inner Mongolia"),
        ("延边朝鲜族自治州", "Yanbian Prefecture"),
        ("通榆县", "Tongyu County"),
        ("东北", "Northeast China"),
        ("大湘西", "Daxiangxi"),
        ("不存在的地方", "Bucunzaidedifang"),
    ],
)
def test_a_region_has_an_english_name(name: str, english: str) -> None:
    assert region_in_english(name) == english


def test_every_province_has_an_english_name_of_its_own() -> None:
    names = [region_in_english(row.name) for row in region_table() if row.kind == "province"]
    assert len(set(names)) == len(names)
