"""Commands that change the graph, and `extract`."""

import json
from pathlib import Path

import pytest

from tests.app.cli.conftest import Zhitu

TEXT = "某市质量工作简报\n\n一、食品安全\n某市市场监管局组织校园食堂抽检。2021年，食品安全抽检合格率为98.5%。\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with one document."""
    made = tmp_path / "notes"
    made.mkdir()
    (made / "a.txt").write_text(TEXT, encoding="utf-8")
    return made


def test_a_second_load_changes_nothing(zhitu: Zhitu, folder: Path) -> None:
    first, second = (json.loads(zhitu("load", str(folder), "--json").out) for _ in range(2))
    assert (first["changes"], second["changes"]) == (1, 0)


def test_a_loaded_graph_passes_its_check(zhitu: Zhitu, folder: Path) -> None:
    zhitu("load", str(folder))
    checked = zhitu("check", "--json")
    assert (checked.code, json.loads(checked.out)["ok"]) == (0, True), checked.out


@pytest.mark.parametrize(("name", "content"), [("empty.txt", b""), ("binary.txt", b"\x00\x01\x02\xff" * 50)])
def test_a_broken_file_is_named_and_the_rest_loads(zhitu: Zhitu, folder: Path, name: str, content: bytes) -> None:
    (folder / name).write_bytes(content)
    run = zhitu("load", str(folder))
    assert run.code == 1
    assert name in run.out
    assert json.loads(zhitu("query", "documents", "--json").out)["data"]


def test_a_path_that_is_not_there_is_refused(zhitu: Zhitu, tmp_path: Path) -> None:
    assert zhitu("load", str(tmp_path / "nothing")).code == 2


def test_delete_by_source(zhitu: Zhitu, folder: Path) -> None:
    zhitu("load", str(folder))
    assert zhitu("delete", "notes/a.txt", "--yes").code == 0
    assert json.loads(zhitu("query", "documents", "--json").out)["data"] == []


def test_delete_by_collection(zhitu: Zhitu, folder: Path) -> None:
    zhitu("load", str(folder))
    deleted = json.loads(zhitu("delete", "--collection", "notes", "--yes", "--json").out)
    assert deleted == {"deleted": ["notes/a.txt"]}


def test_delete_of_a_collection_that_is_not_there_is_no_error(zhitu: Zhitu) -> None:
    assert zhitu("delete", "--collection", "notes", "--yes").code == 0


def test_delete_of_an_unknown_source_is_refused(zhitu: Zhitu, folder: Path) -> None:
    zhitu("load", str(folder))
    run = zhitu("delete", "notes/b.txt", "--yes")
    assert run.code != 0
    assert "notes/b.txt" in run.err


def test_extract_prints_one_line_a_document_and_nothing_else(zhitu: Zhitu, folder: Path) -> None:
    (folder / "b.txt").write_text(TEXT.replace("某市", "某县"), encoding="utf-8")
    run = zhitu("extract", str(folder))
    rows = [json.loads(line) for line in run.out.splitlines()]
    assert [Path(row["document"]["path"]).name for row in rows] == ["a.txt", "b.txt"]
    for row in rows:
        assert {"document", "nodes", "relationships"} == set(row)


def test_extract_reports_a_broken_file_beside_its_output(zhitu: Zhitu, folder: Path) -> None:
    (folder / "empty.txt").write_bytes(b"")
    run = zhitu("extract", str(folder))
    assert run.code == 1
    assert len(run.out.splitlines()) == 1
    assert "empty.txt" in run.err


def test_reset_empties_the_graph(zhitu: Zhitu, folder: Path) -> None:
    zhitu("load", str(folder))
    assert zhitu("reset", "--yes").code == 0
    assert zhitu("query", "documents").code == 1
