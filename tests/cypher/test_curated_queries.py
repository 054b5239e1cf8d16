"""What each curated query answers on the small graph."""

from typing import Any

import pytest

from app.queries.parameters import Given
from stores.records import GraphPath
from stores.store import Row
from tests.cypher.cells import cells
from tests.cypher.conftest import Ask


def column(rows: list[Row], name: str) -> list[Any]:
    return [row[name] for row in rows]


def test_measures_for_goal_go_from_the_newest_document_to_undated_ones(ask: Ask) -> None:
    rows = ask("measures_for_goal", goal="food-safety")
    assert cells(rows, "measure", "region_name") == [
        ("measure:q1", "青岛市"),
        ("measure:j1", "吉林省"),
        ("measure:j3", "吉林省"),
        ("measure:z1", "湛江市"),
    ]


def test_measures_for_goal_include_those_of_narrower_goals(ask: Ask) -> None:
    rows = ask("measures_for_goal", goal="product-quality")
    assert set(column(rows, "measure")) == {"measure:q1", "measure:j1", "measure:j2", "measure:j3", "measure:z1"}


def test_measures_for_goal_name_lead_bodies_and_every_statement(ask: Ask) -> None:
    row = ask("measures_for_goal", goal="food-safety", modality="required")[0]
    assert row["leads"] == ["agency:amr"]
    assert row["lead_names"] == ["吉林省市场监督管理厅"]
    assert row["evidence"] == ["statement:serves-j1-food-safety", "statement:leads-amr-j1"]


@pytest.mark.parametrize(
    ("filters", "expected"),
    [
        ({"region": "吉林"}, ["measure:j1", "measure:j3"]),
        ({"region": "370000"}, ["measure:q1"]),
        ({"region": "440000"}, ["measure:z1"]),
        ({"modality": ["done", "required"]}, ["measure:q1", "measure:j1", "measure:z1"]),
        ({"year_from": "2022"}, ["measure:j1", "measure:j3"]),
        ({"year_to": "2020"}, ["measure:j1", "measure:j3"]),
        ({"year_from": "2023"}, []),
    ],
)
def test_measures_for_goal_can_be_restricted(ask: Ask, filters: dict[str, Given], expected: list[str]) -> None:
    assert column(ask("measures_for_goal", goal="food-safety", **filters), "measure") == expected


def test_measures_of_plan_come_directly_and_through_a_campaign(ask: Ask) -> None:
    rows = ask("measures_of_plan", plan="plan:jilin")
    assert cells(rows, "measure", "campaign") == [
        ("measure:j1", None),
        ("measure:j2", "campaign:fist"),
        ("measure:j3", None),
    ]


def test_measures_of_plan_can_be_restricted_to_a_goal(ask: Ask) -> None:
    assert column(ask("measures_of_plan", plan="plan:jilin", goal="品牌建设"), "measure") == ["measure:j3"]


def test_goals_of_plan_count_measures_and_tell_direct_ones(ask: Ask) -> None:
    assert cells(ask("goals_of_plan", plan="plan:jilin"), "goal", "is_direct", "measures") == [
        ("goal:food-safety", False, 2),
        ("goal:brand", False, 1),
        ("goal:product-quality", False, 1),
        ("goal:quality-development", True, 0),
    ]


def test_agencies_of_goal_rank_by_what_they_lead(ask: Ask) -> None:
    rows = ask("agencies_of_goal", goal="product-quality")
    assert cells(rows, "agency", "leads", "participates_in") == [("agency:amr", 1, 1), ("agency:qd", 1, 0)]


def test_agencies_of_goal_include_who_issues_a_plan(ask: Ask) -> None:
    rows = ask("agencies_of_goal", goal="quality-development")
    assert ("agency:gov", 1) in cells(rows, "agency", "issues")


def test_agencies_of_goal_can_be_restricted_to_a_region(ask: Ask) -> None:
    assert column(ask("agencies_of_goal", goal="food-safety", region="吉林省"), "agency") == ["agency:amr"]


def test_indicators_of_goal_span_targets_and_results(ask: Ask) -> None:
    rows = ask("indicators_of_goal", goal="food-safety")
    assert cells(rows, "indicator", "targets", "results", "regions", "year_from", "year_to") == [
        ("indicator:food-pass", 1, 2, 3, 2019, 2022)
    ]


def test_responsibilities_of_agency_are_one_row_each(ask: Ask) -> None:
    assert cells(ask("responsibilities_of_agency", agency="省市场监管厅"), "role", "subject") == [
        ("LEADS", "campaign:fist"),
        ("LEADS", "measure:j1"),
        ("OPERATES", "platform:nqi"),
        ("PARTICIPATES_IN", "measure:q1"),
        ("PROMOTES", "brand:jzjp"),
    ]


def test_responsibilities_of_agency_can_be_restricted_to_roles(ask: Ask) -> None:
    assert column(ask("responsibilities_of_agency", agency="agency:gov", role="发布"), "subject") == ["plan:jilin"]


def test_plan_lineage_goes_up_and_down(ask: Ask) -> None:
    rows = ask("plan_lineage", plan="plan:older")
    assert cells(rows, "direction", "steps", "plan", "relation", "other") == [
        ("above", 1, "plan:older", "AMENDS", "plan:outline"),
        ("below", 1, "plan:jilin", "REPEALS", "plan:older"),
    ]


def test_plan_lineage_goes_several_steps(ask: Ask) -> None:
    rows = ask("plan_lineage", plan="plan:jilin")
    assert ("above", 2, "AMENDS") in cells(rows, "direction", "steps", "relation")


def test_results_stand_beside_targets_as_interim_or_peer(ask: Ask) -> None:
    rows = ask("targets_and_results")
    assert cells(rows, "target", "relation", "result", "met") == [
        ("target:food", "peer", "result:qd-food", True),
        ("target:food", "peer", "result:zj-food", True),
        ("target:works", "interim", "result:works", True),
        ("target:works", "peer", "result:qd-works", None),
    ]


@pytest.mark.parametrize(
    ("filters", "expected"),
    [
        ({"indicator": "食品抽检合格率"}, ["result:qd-food", "result:zj-food"]),
        ({"relation": "中期"}, ["result:works"]),
        ({"region": "青岛市"}, []),
        ({"year": "2021"}, []),
    ],
)
def test_targets_and_results_can_be_restricted(ask: Ask, filters: dict[str, Given], expected: list[str]) -> None:
    assert column(ask("targets_and_results", **filters), "result") == expected


def test_indicator_across_regions_holds_targets_and_results(ask: Ask) -> None:
    rows = ask("indicator_across_regions", indicator="食品安全抽检合格率")
    assert cells(rows, "region_name", "kind", "value", "period") == [
        ("吉林省", "Target", 95, "2022"),
        ("青岛市", "Result", 99.69, "2021"),
        ("湛江市", "Result", 98.59, "2019"),
    ]


def test_indicator_across_regions_can_be_restricted(ask: Ask) -> None:
    rows = ask("indicator_across_regions", indicator="indicator:food-pass", kind="Result", year_from="2020")
    assert column(rows, "amount") == ["result:qd-food"]


@pytest.mark.parametrize(
    ("filters", "expected"),
    [
        ({"indicator": "indicator:food-pass"}, ["result:qd-food", "result:zj-food"]),
        ({"regions_min": "1", "region": "湛江市"}, ["result:zj-food"]),
        ({"regions_min": "1", "indicator": "indicator:food-pass", "year": "2019"}, ["result:zj-food"]),
        ({"regions_min": "3"}, []),
    ],
)
def test_regions_and_indicators_holds_the_latest_result_of_each(
    ask: Ask, filters: dict[str, str], expected: list[str]
) -> None:
    assert column(ask("regions_and_indicators", **filters), "result") == expected


def test_brands_recognise_each_other_in_both_directions(ask: Ask) -> None:
    rows = ask("brands_and_recognition")
    assert cells(rows, "brand", "partners", "promoters", "measures") == [
        ("brand:jzjp", ["brand:qd"], ["agency:amr", "region:220000"], 1),
        ("brand:qd", ["brand:jzjp"], ["agency:qd"], 0),
    ]


def test_brands_of_a_region(ask: Ask) -> None:
    assert column(ask("brands_and_recognition", region="山东省"), "brand") == ["brand:qd"]


def test_platforms_of_region_name_operators(ask: Ask) -> None:
    rows = ask("platforms_of_region", region="region:000000")
    assert cells(rows, "platform", "region", "operators", "measures") == [
        ("platform:nqi", "region:220000", ["agency:amr"], 1)
    ]


def test_region_profile_counts_each_thing_once(ask: Ask) -> None:
    assert cells(ask("region_profile", region="220000"), "kind", "number") == [
        ("Brand", 1),
        ("Document", 1),
        ("Measure", 3),
        ("Plan", 1),
        ("Platform", 1),
        ("Result", 1),
        ("Target", 2),
    ]


def test_goals_without_measures_look_below_a_goal_too(ask: Ask) -> None:
    assert column(ask("goals_without_measures"), "goal") == ["goal:construction-quality", "goal:metrology"]


def test_goals_without_measures_of_a_region(ask: Ask) -> None:
    rows = ask("goals_without_measures", region="湛江市")
    assert column(rows, "goal") == ["goal:brand", "goal:construction-quality", "goal:metrology"]


def test_documents_go_from_the_newest_to_undated_ones(ask: Ask) -> None:
    rows = ask("documents")
    assert cells(rows, "document", "plan", "measures") == [
        ("document:q", None, 1),
        ("document:j", "plan:jilin", 3),
        ("document:z", None, 1),
    ]


def test_documents_can_be_restricted_by_date(ask: Ask) -> None:
    rows = ask("documents", published_from="2020-03-02", published_to="2021-12-31")
    assert column(rows, "document") == ["document:j"]


def test_statements_of_document_name_both_ends(ask: Ask) -> None:
    rows = ask("statements_of_document", document="document:z", types="SERVES")
    assert cells(rows, "subject_name", "object_name", "section") == [
        ("对农贸市场的食品逐批快检", "食品安全", "重点任务")
    ]


def test_statements_of_document_are_all_there(ask: Ask) -> None:
    assert len(ask("statements_of_document", document="document:z")) == 6


def ends(rows: list[Row]) -> list[tuple[str, str]]:
    paths: list[GraphPath] = column(rows, "path")
    return [(path.relationships[0].type, path.nodes[-1].id) for path in paths]


def test_neighbourhood_leaves_out_passages_and_statements(ask: Ask) -> None:
    assert ends(ask("neighbourhood", node="吉致吉品")) == [
        ("APPLIES_TO", "region:220000"),
        ("PROMOTES", "agency:amr"),
        ("PROMOTES", "region:220000"),
        ("RECOGNISES", "brand:qd"),
        ("USES", "measure:j3"),
    ]


def test_neighbourhood_gives_so_many_of_each_type(ask: Ask) -> None:
    assert ends(ask("neighbourhood", node="goal:food-safety", types=["SERVES", "BROADER"], per_type="1")) == [
        ("BROADER", "goal:product-quality"),
        ("SERVES", "measure:j1"),
    ]


def test_neighbourhood_carries_statements(ask: Ask) -> None:
    path: GraphPath = column(ask("neighbourhood", node="brand:qd", types="RECOGNISES"), "path")[0]
    assert path.relationships[0].properties["statements"] == ["statement:recognises-jzjp-qd"]


def test_path_between_is_the_shortest(ask: Ask) -> None:
    path: GraphPath = column(ask("path_between", from_="agency:amr", to="青岛优品"), "path")[0]
    assert [node.id for node in path.nodes] == ["agency:amr", "brand:jzjp", "brand:qd"]


@pytest.mark.parametrize("to", ["region:440800", "agency:amr"])
def test_no_path_is_an_answer(ask: Ask, to: str) -> None:
    assert ask("path_between", from_="agency:amr", to=to) == []


@pytest.mark.parametrize(
    ("query_id", "first"),
    [
        ("goals", "goal:brand"),
        ("regions", "region:220000"),
        ("indicators", "indicator:food-pass"),
        ("agencies", "agency:amr"),
        ("plans", "plan:jilin"),
        ("brands", "brand:jzjp"),
    ],
)
def test_lists_that_parameters_take_their_values_from(ask: Ask, query_id: str, first: str) -> None:
    assert next(iter(ask(query_id)[0].values())) == first
