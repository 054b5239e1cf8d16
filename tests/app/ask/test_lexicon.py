"""Finding what a question names."""

import pytest

from app.ask.lexicon import Lexicon, Mention, folded
from app.queries.choices import Choice

LEXICON = Lexicon(
    {
        "goals": [Choice("goal:food-safety", "食品安全", "Food safety", ("食安",))],
        "regions": [
            Choice("region:220000", "吉林省", "Jilin Province", ("吉林",)),
            Choice("region:220200", "吉林市", "Jilin City", ("吉林",)),
            Choice("region:370200", "青岛市", "Qingdao City", ("青岛",)),
        ],
        "agencies": [
            Choice("agency:a", "吉林省住房和城乡建设厅"),
            Choice("agency:b", "青岛市市场监督管理局"),
            Choice("agency:c", "湛江市市场监督管理局"),
        ],
        "plans": [Choice("plan:p", "质量提升行动方案（2020—2022年）")],
        "campaigns": [Choice("campaign:c", "“守护消费”专项行动")],
        "brands": [Choice("brand:b", "吉致吉品")],
        "documents": [Choice("document:d", "“吉致吉品”认证推广")],
        "organizations": [Choice("organization:o", "吉林省食品安全协会")],
        "people": [Choice("person:j", "景俊海")],
        "kinds": [Choice("wide", "范围广")],
    }
)


def named(text: str) -> list[tuple[str, set[str]]]:
    return [(each.text, {thing.value for thing in each.things}) for each in LEXICON.mentions(folded(text))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("青岛的食安", [("青岛", {"region:370200"}), ("食安", {"goal:food-safety"})]),
        ("青島的食品安全", [("青岛", {"region:370200"}), ("食品安全", {"goal:food-safety"})]),
        ("Food safety in Qingdao", [("food safety", {"goal:food-safety"}), ("qingdao", {"region:370200"})]),
        ("spaq", [("spaq", {"goal:food-safety"})]),
        ("吉林", [("吉林", {"region:220000", "region:220200"})]),
        ("住建厅", [("住建厅", {"agency:a"})]),
        ("青岛市场监管局", [("青岛市场监管局", {"agency:b"})]),
        ("市场监督管理局", []),  # of two places
        ("质量提升行动方案", [("质量提升行动方案", {"plan:p"})]),
        ("守护消费", [("守护消费", {"campaign:c"})]),
        ("ship safety", []),
        ("What posts does Jing Junhai hold", [("jing junhai", {"person:j"})]),
        ("Junhai Jing", [("junhai jing", {"person:j"})]),
        ("", []),
    ],
)
def test_names_are_found_in_every_form(text: str, expected: list[tuple[str, set[str]]]) -> None:
    assert named(text) == expected


def test_the_longest_name_counts() -> None:
    assert named("吉林省住房和城乡建设厅") == [("吉林省住房和城乡建设厅", {"agency:a"})]


def test_who_bears_a_name_comes_before_what_has_it_in_its_title() -> None:
    found: list[Mention] = LEXICON.mentions(folded("“吉致吉品”是谁推广的"))
    assert [(each.text, [thing.value for thing in each.things]) for each in found] == [
        ("吉致吉品", ["brand:b", "document:d"])
    ]


def test_names_that_are_all_of_a_loose_one_stand_for_themselves() -> None:
    assert named("吉林省食品安全怎么抓") == [("吉林省", {"region:220000"}), ("食品安全", {"goal:food-safety"})]


def test_a_value_that_is_no_node_is_of_the_query_that_lists_it() -> None:
    found: list[Mention] = LEXICON.mentions("范围广")
    assert found[0].things[0].kind == "kinds"
