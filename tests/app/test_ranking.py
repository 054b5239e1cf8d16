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
    ],
)
def test_a_name_fits(query: str, name: str, match: str | None) -> None:
    fit = ranking.best_name(query, [name])
    assert (fit and fit.match) == match


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


@pytest.mark.parametrize(("typed", "folded"), [(" 質量 ", "质量"), ("ＮＱＩ", "nqi"), ("Food", "food"), ("  ", "")])
def test_fold(typed: str, folded: str) -> None:
    assert ranking.fold(typed) == folded


@given(before=st.text(), query=st.text(alphabet="质量食品安全ab", min_size=1), after=st.text())
def test_highlights_select_the_words(before: str, query: str, after: str) -> None:
    fit = ranking.passage(query, before + query + after)
    if fit is not None and fit.match == "passage":
        assert all(fit.text[start:end].casefold() == query for start, end in fit.highlights)
