"""`zhitu ask`."""

import json

import pytest

from tests.app.cli.conftest import Zhitu

pytestmark = pytest.mark.usefixtures("small")


def test_what_is_understood_is_told_apart_from_the_answer(zhitu: Zhitu) -> None:
    shown = zhitu("ask", "which measures in Qingdao serve food safety")
    assert "zhitu query measures_for_goal goal=goal:food-safety region=region:370200" in shown.err
    assert "Region" in shown.out
    assert "zhitu query" not in shown.out


def test_nothing_is_answered_where_nothing_fits(zhitu: Zhitu) -> None:
    shown = zhitu("ask", "what time is it")
    assert (shown.code, shown.out) == (0, "")
    assert "No query" in shown.err


def test_json_is_what_the_api_answers(zhitu: Zhitu) -> None:
    answered = json.loads(zhitu("ask", "--json", "青岛有哪些食品安全措施").out)
    assert answered["meaning"]["query"] == "measures_for_goal"
    assert len(answered["answer"]["data"]) == 1
