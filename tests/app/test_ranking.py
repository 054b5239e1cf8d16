"""How well a text fits a search."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.reads import ranking


@pytest.mark.parametrize(
    ("query", "name", "match"),
    [
        ("吉致吉品", "吉致吉品", "exact"),
        ("food safety", "Food Safety", "exact"),
        ("吉致", "吉致吉品", "prefix"),
        ("吉品", "吉致吉品", "contains"),
        ("食品安全抽检", "食品安全", "partial"),
        ("计量", "吉致吉品", None),
        ("计", "计量", "prefix"),
        ("计", "吉致吉品", None),
        ("方案（2020—2022年）", "方案(2020-2022年)", "exact"),
        ("shipinanquan", "食品安全", "spelled"),
        ("shi pin an quan", "食品安全", "spelled"),
        ("spaq", "食品安全", "spelled"),
        ("shipina", "食品安全", "begins_spelled"),
        ("sp", "食品安全", "begins_spelled"),
        ("s", "食品安全", None),
        ("吉林 标准", "吉林省标准研究院", "words"),
        ("张宏彬", "张洪彬", "sounds"),
        ("nqigd", "NQI高地", "spelled"),
    ],
)
def test_a_name_fits(query: str, name: str, match: str | None) -> None:
    fit = ranking.best_name(query, [name])
    assert (fit and fit.match) == match


@pytest.mark.parametrize(
    ("query", "name", "highlighted"),
    [
        ("食品", "食品安全", "食品"),
        ("spaq", "食品安全", "食品安全"),
        ("shipina", "食品安全", "食品安"),
        ("spa", "食品安全", "食品安"),
        ("shi", "食品安全", "食"),
        ("nqig", "NQI高地", "NQI高地"),
        ("吉林 标准", "吉林省标准研究院", "吉林标准"),
        ("张宏彬", "张洪彬", "张彬"),
    ],
)
def test_what_fits_is_highlighted(query: str, name: str, highlighted: str) -> None:
    fit = ranking.best_name(query, [name])
    assert fit is not None
    assert "".join(name[start:end] for start, end in fit.highlights) == highlighted


def test_of_two_that_fit_in_part_the_one_with_more_in_common_is_better() -> None:
    fit = ranking.best_name("食品安全抽检合格律", ["食品安全抽检批次", "食品安全抽检合格率"])
    assert fit is not None
    assert fit.text == "食品安全抽检合格率"


def test_the_best_of_several_names_is_taken() -> None:
    fit = ranking.best_name("吉林", ["吉林省", "吉林"])
    assert fit is not None
    assert (fit.match, fit.text) == ("exact", "吉林")


@pytest.mark.parametrize(
    ("query", "text", "match", "highlights"),
    [
        ("抽检", "抽检合格率与抽检批次", "passage", ((0, 2), (6, 8))),
        ("校园 抽检", "校园食堂抽检", "passage", ((0, 2), (4, 6))),
        ("食堂抽检", "食堂按月抽检", "partial", ((0, 2), (4, 6))),
        ("", "食堂", None, ()),
    ],
)
def test_a_passage_fits(query: str, text: str, match: str | None, highlights: tuple[tuple[int, int], ...]) -> None:
    fit = ranking.passage(query, text)
    assert (fit and fit.match) == match
    assert (fit.highlights if fit else ()) == highlights


@pytest.mark.parametrize(
    ("typed", "folded"), [(" 質量 ", "质量"), ("ＮＱＩ", "nqi"), ("Food", "food"), ("Shí pǐn", "shipin"), ("  ", "")]
)
def test_fold(typed: str, folded: str) -> None:
    assert ranking.fold(typed) == folded


@given(before=st.text(), query=st.text(alphabet="质量食品安全ab", min_size=1), after=st.text())
def test_highlights_select_the_words(before: str, query: str, after: str) -> None:
    fit = ranking.passage(query, before + query + after)
    if fit is not None and fit.match == "passage":
        assert all(fit.text[start:end].casefold() == query for start, end in fit.highlights)
