"""Drawings of answers."""

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.charts import Chart, draw
from app.queries import catalogue
from app.queries.catalogue import Query
from app.queries.parameters import as_given, coerce
from app.queries.references import StoreResolver
from app.queries.running import run
from stores.store import Store
from tests.app.charts.parsed import Parsed, parse

QUERIES = catalogue.load()
DRAWN = ["targets_and_results", "plans_timeline", "indicator_timeline", "diffusion", "compare_regions", "who_does_what"]


def answer(query: Query, store: Store) -> list[dict[str, Any]]:
    given = {name: as_given(raw) for name, raw in query.header.examples[0].params.items()}
    return run(query, coerce(query.header, given, StoreResolver(store)), store).rows


def drawn(query: str, rows: list[dict[str, Any]], lang: str = "zh") -> Parsed:
    return parse(draw(Chart(QUERIES[query].header, "en" if lang == "en" else "zh"), rows))


def row(query: str, **cells: Any) -> dict[str, Any]:
    return {**dict.fromkeys(QUERIES[query].columns), **cells}


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("query", DRAWN)
def test_no_words_run_into_each_other_or_off_the_paper(examples: Store, query: str, lang: str) -> None:
    drawing = drawn(query, answer(QUERIES[query], examples), lang)
    width, height = drawing.size
    straight = [each for each in drawing.words if not each.leans]
    assert len(straight) > 3
    assert [each.text for each in straight if each.left < 0 or each.right > width or each.bottom > height] == []
    assert [(a.text, b.text) for at, a in enumerate(straight) for b in straight[at + 1 :] if a.meets(b)] == []


def test_a_drawing_is_told_in_words_too(examples: Store) -> None:
    drawing = drawn("compare_regions", answer(QUERIES["compare_regions"], examples))
    assert drawing.one("title") == "地区比较"
    assert "93 行数据" in drawing.one("desc")


def test_a_target_and_its_result_are_two_marks_and_a_line() -> None:
    pair = {"indicator_name": "合格率", "target_value": 95.0, "result_value": 98.6, "unit": "%", "met": True}
    drawing = drawn("targets_and_results", [row("targets_and_results", **pair)])
    assert "95 → 98.6%  达到" in [each.text for each in drawing.words]
    # One each in the legend.
    assert (drawing.count("polygon"), drawing.count("circle")) == (2, 2)


def test_a_value_has_its_sign_and_a_target_a_row_of_its_own() -> None:
    cell = {"region_name": "青岛市", "period": "2022", "unit": "%"}
    values = [("Result", ">=", 98.0), ("Result", "=", 98.0), ("Result", "~", 97.5), ("Target", "=", 98.0)]
    rows = [
        row("indicator_across_regions", **cell, kind=kind, comparator=sign, value=value) for kind, sign, value in values
    ]
    words = [each.text for each in drawn("indicator_across_regions", rows).words]
    assert {"青岛市 · 结果", "≥98 / 98 / ~97.5%", "青岛市 · 目标值", "98%"} <= set(words)


def test_a_missed_target_is_told_without_colour() -> None:
    pair = {"indicator_name": "合格率", "target_value": 95.0, "result_value": 90.0, "unit": "%", "met": False}
    drawing = draw(Chart(QUERIES["targets_and_results"].header, "en"), [row("targets_and_results", **pair)])
    assert "stroke-dasharray" in drawing
    assert "not met" in drawing


def test_units_other_than_per_cent_are_shares_of_the_target() -> None:
    rows = [
        row("targets_and_results", indicator_name="标准", target_value=200.0, result_value=9000.0, unit="项"),
        row("targets_and_results", indicator_name="企业", target_value=0.0, result_value=3.0, unit="家"),
    ]
    drawing = drawn("targets_and_results", rows)
    texts = [each.text for each in drawing.words]
    assert {"以目标值为 100", "200 → 9,000项", "另有 1 项没有可比的目标值"} <= set(texts)
    assert drawing.count("circle") == 1  # of the legend: the result lies beyond the axis and is an arrow


def test_what_lasts_is_a_bar_and_what_does_not_a_mark() -> None:
    rows = [
        row("plans_timeline", plan_name="甲规划", year_from=2020, year_to=2022),
        row("plans_timeline", plan_name="乙规划", year_from=2021, year_to=None),
        row("plans_timeline", plan_name="丙规划"),
    ]
    drawing = drawn("plans_timeline", rows)
    assert (drawing.count("rect"), drawing.count("circle")) == (2, 1)  # paper and one bar
    assert "另有 1 项没有日期" in [each.text for each in drawing.words]


def test_cells_add_up_counts_and_list_other_values() -> None:
    counts = [row("compare_regions", goal_name="甲", region_name="乙", measures=each) for each in (2, 3)]
    assert "5" in [each.text for each in drawn("compare_regions", counts).words]
    values = [
        row("indicator_across_regions", region_name="乙", period="2022", value=each, unit="%") for each in (98.5, 95.0)
    ]
    assert "98.5 / 95%" in [each.text for each in drawn("indicator_across_regions", values).words]


def test_bands_join_every_step_of_a_path_once() -> None:
    rows = [row("who_does_what", goal_name="甲", text=text, body_name="丙") for text in ("一", "二", "二")]
    drawing = drawn("who_does_what", rows)
    assert drawing.count("path") == 4
    assert {"甲", "一", "二", "丙"} <= {each.text for each in drawing.words}


@pytest.mark.parametrize("query", DRAWN)
def test_every_row_stands_in_a_mark_that_tells_it(examples: Store, query: str) -> None:
    rows = answer(QUERIES[query], examples)
    marks = drawn(query, rows).marks()
    assert {number for numbers, _ in marks for number in numbers} == set(range(len(rows)))
    assert all(words for _, words in marks)


def test_a_mark_knows_its_row_and_a_band_its_rows() -> None:
    plans = [row("plans_timeline", plan_name=name, year_from=year) for name, year in (("甲", 2022), ("乙", 2020))]
    assert drawn("plans_timeline", plans).marks() == [([1], "乙 (2020)"), ([0], "甲 (2022)")]
    flows = [row("who_does_what", goal_name="甲", text=text, body_name="丙") for text in ("一", "二", "二")]
    marks = drawn("who_does_what", flows).marks()
    assert ([1, 2], "甲 → 二: 2") in marks
    assert ([0, 1, 2], "丙: 3") in marks


@pytest.mark.parametrize("query", DRAWN)
def test_an_empty_answer_says_that_it_is_empty(query: str) -> None:
    assert "没有可画的数据" in [each.text for each in drawn(query, []).words]


def test_what_is_left_out_is_told() -> None:
    rows = [row("compare_regions", goal_name=f"目标{n}", region_name="乙", measures=n) for n in range(600)]
    drawing = drawn("compare_regions", rows)
    assert "500" in drawing.one("desc")
    assert "80" in drawing.one("desc")


_CELLS = st.none() | st.text(max_size=60)
_NUMBERS = st.floats(allow_nan=False, allow_infinity=False)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.tuples(_CELLS, _CELLS, _CELLS, st.none() | _NUMBERS, st.none() | st.integers(1900, 2100))))
@pytest.mark.parametrize("query", DRAWN)
def test_any_words_of_documents_make_a_well_formed_drawing(query: str, cells: list[tuple[Any, ...]]) -> None:
    header = QUERIES[query].header
    rows = []
    for one, two, three, number, year in cells:
        kinds = {"string": (one, two, three), "float": (number,), "int": (7,), "year": (year,), "date": ("2022-01-20",)}
        names = enumerate(header.returns.items())
        rows.append({name: (at := kinds.get(column.type.kind, (None,)))[n % len(at)] for n, (name, column) in names})
    parse(draw(Chart(header, "zh"), rows))
