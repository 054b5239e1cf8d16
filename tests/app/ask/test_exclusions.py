"""What a question does not want, and how many at most."""

import pytest

from app.ask.exclusions import at_most, without_exclusions


@pytest.mark.parametrize(
    ("plain", "expected"),
    [
        ("只看参与、不看牵头", "只看参与、|"),
        ("有哪些奖项?还在申报的不算", "有哪些奖项?|"),
        ("|谁牵头哪条措施?没写单位的不用列", "|谁牵头哪条措施?|"),
        ("all results, not only the most telling ones.", "all results, |."),
        ("which indicators have no target", "which indicators have no target"),
        ("不看|的措施", "不看|的措施"),
    ],
)
def test_what_is_not_wanted_is_left_out(plain: str, expected: str) -> None:
    assert without_exclusions(plain) == expected


@pytest.mark.parametrize(
    ("plain", "number", "rest"),
    [
        ("everything linked to |, at most five of each kind of relationship", 5, "everything linked to |, |"),
        ("| up to 10 links", 10, "| | links"),
        ("与|相连的事物,每种关系至多5条", 5, "与|相连的事物,|"),
        ("up to 2022", None, "up to 2022"),
        ("最多的措施", None, "最多的措施"),
    ],
)
def test_a_number_at_most_is_read(plain: str, number: int | None, rest: str) -> None:
    assert at_most(plain) == (number, rest)
