import json
from pathlib import Path

import pytest

from tests.app.cli.conftest import Zhitu


@pytest.fixture
def plans(zhitu: Zhitu, tmp_path: Path) -> list[str]:
    """Ids of two plans whose names differ in a word."""
    folder = tmp_path / "notes"
    folder.mkdir()
    (folder / "one.txt").write_text("长春市质量简报\n2022年，长春市印发《质量强市建设方案》。\n", encoding="utf-8")
    (folder / "other.txt").write_text("长春市简讯\n2022年，长春市落实《质量强市实施方案》。\n", encoding="utf-8")
    zhitu("load", str(folder))
    return [row["plan"] for row in json.loads(zhitu("query", "plans", "--json").out)["data"]]


def test_a_judgement_is_recorded_applied_and_withdrawn(zhitu: Zhitu, plans: list[str]) -> None:
    recorded = json.loads(zhitu("judge", "same", *plans, "--by", "李明", "--json").out)
    assert (recorded["verdict"], recorded["by"]) == ("same", "李明")
    assert len(json.loads(zhitu("query", "plans", "--json").out)["data"]) == 1
    assert zhitu("judge", "--withdraw", recorded["id"]).code == 0
    assert len(json.loads(zhitu("query", "plans", "--json").out)["data"]) == 2


def test_who_judges_must_be_named(zhitu: Zhitu, plans: list[str]) -> None:
    run = zhitu("judge", "same", *plans)
    assert run.code == 2
    assert "--by" in run.err
