"""What the queries for researchers answer: along the years, between bodies and regions, and where there are gaps."""

import pytest

from tests.cypher.cells import cells
from tests.cypher.conftest import Ask
from tests.cypher.small_graph import Edge, Number, SmallGraph, build

JILIN, QINGDAO, ZHANJIANG = "region:220000", "region:370200", "region:440800"


@pytest.fixture(scope="module")
def small_graph() -> SmallGraph:
    """The small graph with restated values, more years, people, awards and a campaign that spreads."""
    graph = build()
    graph.node("organization:lab", "吉林省标准研究院")
    graph.node("person:wang", "王一")
    graph.node("award:model", "质量强市示范城市")
    graph.node("plan:ended", "青岛市质量行动计划", year_from=2019, year_to=2020, doc_number="青政发〔2018〕9号")
    graph.node("plan:numbered", "青岛市某意见", doc_number="青政发〔2018〕9号")
    graph.node("campaign:fist-qd", "青岛市铁拳行动", core_name="青岛市铁拳行动")
    graph.document("r", "青岛市工作回看", QINGDAO, published_on="2023-02-01")
    graph.passage("r1", "r", "青岛市2022年食品安全抽检合格率为99.5%，重申99.69%", 1, "")
    graph.value("result:qd-again", "passage:r1", "indicator:food-pass", QINGDAO, Number("=", 99.69, 2021))
    graph.value("result:qd-next", "passage:r1", "indicator:food-pass", QINGDAO, Number("=", 99.5, 2022))
    graph.value("target:food-again", "passage:r1", "indicator:food-pass", JILIN, Number(">=", 95, 2022))
    graph.fact("HOLDS_POST", "person:wang", "agency:qd", "passage:r1", title="局长")
    graph.fact("RECEIVED", QINGDAO, "award:model", "passage:r1")
    graph.fact("RECEIVED", "agency:amr", "award:model", "passage:r1", "planned")
    graph.fact("BASED_IN", "agency:amr", JILIN, "passage:r1")
    graph.fact("APPLIES_TO", "plan:ended", QINGDAO, "passage:r1")
    graph.fact("APPLIES_TO", "campaign:fist", JILIN, "passage:j2")
    graph.fact("APPLIES_TO", "campaign:fist-qd", QINGDAO, "passage:r1")
    graph.fact("LEADS", "organization:lab", "measure:q1", "passage:q1")
    graph.fact("SERVES", "measure:j3", "goal:metrology", "passage:j3")
    for place, named in enumerate(("brand:jzjp", "agency:amr")):
        graph.edges.append(
            Edge("MENTIONS", "passage:j3", named, {"start": place, "end": place + 1, "text": "", "form": ""})
        )
    return graph


def test_measures_of_agency_come_with_its_role_and_over_its_campaigns(ask: Ask) -> None:
    rows = ask("measures_of_agency", agency="agency:amr")
    assert cells(rows, "measure", "role", "campaigns") == [
        ("measure:q1", "PARTICIPATES_IN", []),
        ("measure:j1", "LEADS", []),
        ("measure:j2", "LEADS", ["campaign:fist"]),
    ]


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ({"role": "牵头"}, ["measure:j1", "measure:j2"]),
        ({"goal": "food-safety"}, ["measure:q1", "measure:j1"]),
        ({"published_from": "2021-01-01"}, ["measure:q1"]),
    ],
)
def test_measures_of_agency_can_be_restricted(ask: Ask, given: dict[str, str], expected: list[str]) -> None:
    assert [row["measure"] for row in ask("measures_of_agency", agency="agency:amr", **given)] == expected


def test_bodies_that_lead_together_are_told_from_those_that_take_part(ask: Ask) -> None:
    rows = ask("co_leading_agencies")
    assert cells(rows, "agency", "partner", "lead_together", "agency_leads", "partner_leads") == [
        ("agency:qd", "organization:lab", 1, 0, 0),
        ("agency:amr", "agency:qd", 0, 0, 1),
        ("agency:amr", "organization:lab", 0, 0, 1),
    ]


def test_the_agency_asked_for_stands_first(ask: Ask) -> None:
    rows = ask("co_leading_agencies", agency="agency:qd")
    assert cells(rows, "agency", "partner", "agency_leads") == [
        ("agency:qd", "organization:lab", 0),
        ("agency:qd", "agency:amr", 1),
    ]


def test_plans_stand_in_their_years_or_in_that_of_their_number(ask: Ask) -> None:
    rows = ask("plans_timeline")
    assert cells(rows, "plan", "year_from", "year_to", "is_period_stated") == [
        ("plan:older", 2017, 2019, True),
        ("plan:numbered", 2018, None, False),
        ("plan:ended", 2019, 2020, True),
        ("plan:jilin", 2020, 2022, True),
        ("plan:outline", 2021, 2035, True),
    ]


def test_deadlines_list_a_restated_target_once(ask: Ask) -> None:
    rows = ask("deadlines", kind="Target")
    assert cells(rows, "thing", "year_to", "documents", "results") == [
        ("target:works", 2022, 1, 1),
        ("target:food", 2022, 2, 0),
    ]


def test_deadlines_of_a_year_hold_plans_too(ask: Ask) -> None:
    rows = ask("deadlines", year_to="2020")
    assert cells(rows, "kind", "thing") == [("Plan", "plan:older"), ("Plan", "plan:ended")]


def test_an_indicator_goes_along_the_years_with_its_changes(ask: Ask) -> None:
    rows = ask("indicator_timeline", indicator="indicator:food-pass", region="青岛市")
    assert cells(rows, "year_to", "value", "documents", "change") == [(2021, 99.69, 2, None), (2022, 99.5, 1, -0.19)]


def test_regions_are_compared_goal_by_goal_with_zeros(ask: Ask) -> None:
    rows = ask("compare_regions", goal=["food-safety", "metrology"], region=["220000", "青岛市"])
    assert cells(rows, "goal", "region", "measures", "lead_bodies", "targets", "results") == [
        ("goal:food-safety", JILIN, 2, 1, 1, 0),
        ("goal:food-safety", QINGDAO, 1, 2, 0, 2),
        ("goal:metrology", JILIN, 1, 0, 0, 0),
        ("goal:metrology", QINGDAO, 0, 0, 0, 0),
    ]


def test_a_campaign_spreads_under_its_name_without_the_region(ask: Ask) -> None:
    rows = ask("diffusion", kind="Campaign")
    assert cells(rows, "name", "step", "region", "first_on") == [
        ("铁拳行动", 1, JILIN, "2020-03-02"),
        ("铁拳行动", 2, QINGDAO, "2023-02-01"),
    ]


@pytest.mark.parametrize(("region", "steps"), [("青岛市", 2), ("湛江市", 0)])
def test_diffusion_can_be_asked_of_a_region(ask: Ask, region: str, steps: int) -> None:
    assert len(ask("diffusion", region=region)) == steps


def test_campaigns_name_who_leads_and_what_they_carry_out(ask: Ask) -> None:
    row = ask("campaigns", agency="agency:amr")[0]
    assert (row["campaign"], row["lead_names"], row["measures"]) == ("campaign:fist", ["吉林省市场监督管理厅"], 1)
    assert row["plan_names"] == ["吉林省质量提升三年方案"]


def test_campaigns_of_a_goal_count_the_goals_of_their_measures(ask: Ask) -> None:
    assert [row["campaign"] for row in ask("campaigns", goal="product-quality")] == ["campaign:fist"]


def test_awards_tell_received_from_applied_for(ask: Ask) -> None:
    assert cells(ask("awards"), "recipient", "modality") == [("agency:amr", "planned"), (QINGDAO, "done")]
    assert cells(ask("awards", region="吉林省"), "recipient") == [("agency:amr",)]


def test_people_hold_posts(ask: Ask) -> None:
    rows = ask("people_and_posts", agency="agency:qd")
    assert cells(rows, "person_name", "title", "stated_on") == [("王一", "局长", "2023-02-01")]


def test_hubs_serve_the_goals_of_their_measures(ask: Ask) -> None:
    rows = ask("nqi_hubs", goal="metrology", region="吉林省")
    assert cells(rows, "platform", "goals", "operators") == [("platform:nqi", ["goal:metrology"], ["agency:amr"])]


def test_evidence_between_is_stated_or_named_together(ask: Ask) -> None:
    rows = ask("evidence_between", from_="agency:amr", to="brand:jzjp")
    assert cells(rows, "how", "relation", "passage") == [
        ("states", "PROMOTES", "passage:j3"),
        ("mentions", None, "passage:j3"),
    ]


def test_bodies_have_seats(ask: Ask) -> None:
    row = next(row for row in ask("bodies", kind="Agency") if row["body"] == "agency:amr")
    assert row["seat_names"] == ["吉林省"]


def test_things_are_ordered_by_their_relationships(ask: Ask) -> None:
    assert ask("things", kind=["Brand", "Person"])[-1]["thing"] == "person:wang"


def test_who_does_what_runs_from_goal_to_body(ask: Ask) -> None:
    rows = ask("who_does_what", goal="food-safety", role="LEADS")
    assert cells(rows, "goal", "measure", "body") == [
        ("goal:food-safety", "measure:j1", "agency:amr"),
        ("goal:food-safety", "measure:q1", "agency:qd"),
        ("goal:food-safety", "measure:q1", "organization:lab"),
    ]


def test_measures_without_agency_have_none_through_a_campaign_either(ask: Ask) -> None:
    assert [row["measure"] for row in ask("measures_without_agency")] == ["measure:j3", "measure:z1"]
    assert [row["measure"] for row in ask("measures_without_agency", region="湛江市")] == ["measure:z1"]


def test_targets_without_results_tell_earlier_ones_and_those_of_peers(ask: Ask) -> None:
    rows = ask("targets_without_results")
    assert cells(rows, "target", "documents", "interim_results", "latest_value", "peer_results") == [
        ("target:works", 1, 1, 100, 1),
        ("target:food", 2, 0, None, 3),
    ]


def test_indicators_without_target_of_a_region(ask: Ask) -> None:
    assert ask("indicators_without_target") == []
    rows = ask("indicators_without_target", region="山东省")
    assert cells(rows, "indicator", "results", "year_to") == [
        ("indicator:food-pass", 2, 2022),
        ("indicator:works-pass", 1, 2021),
    ]


def test_goals_without_measures_of_each_region(ask: Ask) -> None:
    rows = ask("goals_without_measures", region=["吉林省", "湛江市"])
    assert cells(rows, "region", "goal", "elsewhere") == [
        (JILIN, "goal:construction-quality", 0),
        (ZHANJIANG, "goal:brand", 1),
        (ZHANJIANG, "goal:construction-quality", 0),
        (ZHANJIANG, "goal:metrology", 1),
    ]


def test_plans_without_result_reports(ask: Ask) -> None:
    rows = ask("plans_without_result_reports", year_to="2022")
    assert cells(rows, "plan", "targets") == [("plan:older", 0), ("plan:ended", 0)]


def test_targets_and_results_merge_what_is_restated_and_keep_the_telling_result(ask: Ask) -> None:
    rows = ask("targets_and_results", indicator="indicator:food-pass")
    assert cells(rows, "target", "target_documents", "result", "result_documents") == [
        ("target:food", 2, "result:qd-next", 1),
        ("target:food", 2, "result:zj-food", 1),
    ]


def test_targets_and_results_give_all_results_when_asked(ask: Ask) -> None:
    rows = ask("targets_and_results", indicator="indicator:food-pass", results="all")
    assert cells(rows, "result", "result_documents") == [
        ("result:qd-next", 1),
        ("result:qd-again", 2),
        ("result:zj-food", 1),
    ]
