"""Every quote re-reads exactly, on the examples and, where they are present, on the real documents."""

import json
import os
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from loaders.contract import contract_row
from loaders.pipeline import Extraction, extract
from loaders.read import read_paths
from loaders.records import RawDocument

ROOT = Path(__file__).parents[2]
SHARED = Path(os.environ.get("ZHITU_SHARED", ROOT.parent / "shared"))
EXAMPLES = sorted(path for path in (ROOT / "examples" / "briefings").iterdir() if path.name != "sources.csv")
CORPUS = sorted((SHARED / "corpus").glob("*.txt"))
needs_corpus = pytest.mark.skipif(not CORPUS, reason=f"no documents in {SHARED}/corpus; set ZHITU_SHARED")


@cache
def extraction(path: Path) -> Extraction:
    [raw] = read_paths([path], "test")
    assert isinstance(raw, RawDocument)
    return extract(raw)


def quotes(row: dict[str, Any]) -> Iterator[dict[str, Any]]:
    for node in row["nodes"]:
        yield from node["properties"].get("evidence", ())
    for relationship in row["relationships"]:
        yield from relationship["evidence"]


def misread(path: Path) -> list[dict[str, Any]]:
    done = extraction(path)
    text = done.findings.document.raw.text
    found = list(quotes(contract_row(done)))
    assert found
    return [quote for quote in found if text[quote["start"] : quote["end"]] != quote["quote"]]


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.name)
def test_every_quote_of_an_example_re_reads(path: Path) -> None:
    assert misread(path) == []


@needs_corpus
@pytest.mark.parametrize("path", CORPUS, ids=lambda path: path.name)
def test_every_quote_of_a_real_document_re_reads(path: Path) -> None:
    assert misread(path) == []


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.name)
def test_passages_rebuild_the_text(path: Path) -> None:
    done = extraction(path)
    assert "".join(passage.text for passage in done.graph.passages) == done.findings.document.raw.text


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.name)
def test_facts_have_evidence_and_known_ends(path: Path) -> None:
    row = contract_row(extraction(path))
    known = {node["id"] for node in row["nodes"]}
    by_table = {"MEASURED_BY"}
    wrong = [
        relationship
        for relationship in row["relationships"]
        if {relationship["source"], relationship["target"]} - known
        or not (relationship["evidence"] or relationship["type"] in by_table)
    ]
    assert wrong == []


def test_the_same_document_twice_gives_the_same_bytes() -> None:
    [raw] = read_paths([EXAMPLES[0]], "test")
    assert isinstance(raw, RawDocument)
    first, second = (json.dumps(contract_row(extract(raw)), ensure_ascii=False) for _ in range(2))
    assert first == second


def test_a_text_that_begins_with_empty_lines_is_quoted_by_its_words(tmp_path: Path) -> None:
    path = tmp_path / "report.txt"
    body = "2021年，全省持续推进质量提升行动。\n各地加强食品安全监管，抽检合格率达到98.2%。\n"
    path.write_text(f"\n\n（2022年1月20日吉林省人民代表大会通过）\n{body}", encoding="utf-8")
    graph = extraction(path).graph
    assert graph.document.title.startswith("（2022年1月20日")
    assert {fact.statement.type for fact in graph.facts} >= {"APPLIES_TO"}
    assert [fact for fact in graph.facts if not fact.statement.quote.strip()] == []
    assert [node for node in graph.passages if not node.name.strip()] == []


def test_what_is_named_by_marks_alone_is_no_indicator(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "report.txt"
    path.write_text("2021年，全省食品安全抽检合格率达到98.2%。\n", encoding="utf-8")
    [raw] = read_paths([path], "test")
    assert isinstance(raw, RawDocument)
    assert len(extract(raw).findings.quantities) == 1
    monkeypatch.setattr("loaders.relate.quantities.read.name_of", lambda *_: "“")
    assert extract(raw).findings.quantities == ()


@needs_corpus
def test_glossed_and_traditional_documents_come_out_clean() -> None:
    for path in CORPUS:
        done = extraction(path)
        clean = done.findings.document.clean.text
        assert "(zh" not in clean, path.name
        assert "質" not in clean, path.name
