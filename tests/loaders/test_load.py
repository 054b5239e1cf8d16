"""Loading files: what is new is added, what changed is replaced, what is broken is named, and nothing else moves."""

import itertools
import json
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from loaders.errors import LoadError
from loaders.load import delete, load
from loaders.report import LoadReport
from stores.dump import dump
from stores.engine import Engine
from stores.errors import StoreError
from stores.open import open_store
from stores.settings import StoreSettings
from stores.store import Store
from stores.unfinished import MARK

JILIN = """吉林省质量工作简报
来源：质量观察 2022-03-01
一、食品安全
2021年，吉林省市场监管厅牵头开展“守护餐桌”行动，全省食品安全抽检合格率达到98.2%。
到2022年，全省食品安全抽检合格率达到95%以上。
大力推广“吉致吉品”区域品牌，推动“吉致吉品”与“品字标”互认。
"""
QINGDAO = """青岛市市场监管局部署年度工作
2022-01-28
2021年，青岛市食品安全抽检合格率为99.69%。
青岛市市场监管局建设智慧监管平台，强化食品安全监管。
"""


@pytest.fixture(scope="module")
def shared_store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    with open_store(StoreSettings(folder=tmp_path_factory.mktemp("graph") / "store")) as store:
        yield store


@pytest.fixture
def store(shared_store: Store) -> Store:
    shared_store.reset()
    return shared_store


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "briefings"
    made.mkdir()
    (made / "jilin.txt").write_text(JILIN, encoding="utf-8")
    (made / "qingdao.txt").write_text(QINGDAO, encoding="utf-8")
    return made


def outcomes(report: LoadReport) -> dict[str, str]:
    return {Path(document.path).name: document.outcome for document in report.documents}


def test_documents_become_facts_whose_quotes_re_read(store: Store, folder: Path) -> None:
    report = load([folder], store)
    assert outcomes(report) == {"jilin.txt": "added", "qingdao.txt": "added"}
    texts = {f"briefings/{path.name}": path.read_text(encoding="utf-8") for path in folder.iterdir()}
    query = (
        "MATCH (s:Statement)-[:STATED_IN]->(:Passage)-[:PART_OF]->(d:Document) "
        "RETURN d.source AS source, s.start AS start, s.end AS end, s.quote AS quote"
    )
    rows = store.read(query).rows
    assert len(rows) > 15
    assert [quote for source, start, end, quote in rows if texts[source][start:end] != quote] == []


def test_the_same_load_again_changes_nothing(store: Store, folder: Path) -> None:
    load([folder], store)
    before, version = list(dump(store)), store.version()
    again = load([folder], store)
    assert again.changes == 0
    assert list(dump(store)) == before
    assert store.version() == version


def test_a_first_load_ends_the_same_whichever_way_it_is_written(
    store: Store, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    load([folder], store)
    in_bulk = list(dump(store))
    store.reset()
    monkeypatch.setattr("loaders.load.MOST", 1)
    monkeypatch.setattr("loaders.load.FIRST_BUILD", 1)
    bulk: list[bool] = []
    load([folder], store, progress=lambda _: bulk.append((store.settings.folder / MARK).exists()))  # type: ignore[attr-defined]
    assert bulk == [True, False]
    assert list(dump(store)) == in_bulk


def test_a_first_build_that_fails_halfway_is_made_up_by_transactions(
    store: Store, folder: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    load([folder], store)
    whole = list(dump(store))
    store.reset()
    creating = Engine.creating
    made: list[Engine] = []

    @contextmanager
    def failing(engine: Engine) -> Iterator[Any]:
        made.append(engine)
        with creating(engine) as batch:
            yield batch
            if len(made) == 2:  # the first makes what is in every graph
                batch.create_vertices("Agency", [{"id": "agency:stray", "name": "stray"}])
                raise StoreError("no space left")

    monkeypatch.setattr(Engine, "creating", failing)
    assert outcomes(load([folder], store)) == {"jilin.txt": "added", "qingdao.txt": "added"}
    assert len(made) == 2
    assert "no space left / 批量写入失败" in caplog.text
    assert list(dump(store)) == whole


def test_an_edited_file_replaces_its_own_facts(store: Store, folder: Path) -> None:
    load([folder], store)
    (folder / "qingdao.txt").write_text(QINGDAO.replace("99.69", "99.1"), encoding="utf-8")
    assert outcomes(load([folder], store)) == {"jilin.txt": "unchanged", "qingdao.txt": "replaced"}
    edited = list(dump(store))
    store.reset()
    load([folder], store)
    assert list(dump(store)) == edited


def test_deleting_a_document_leaves_the_others_as_they_were(store: Store, folder: Path) -> None:
    (other := folder / "qingdao.txt").rename(folder.parent / "qingdao.txt")
    load([folder], store)
    before = list(dump(store))
    (folder.parent / "qingdao.txt").rename(other)
    load([folder], store)
    delete(["briefings/qingdao.txt"], store)
    assert list(dump(store)) == before


@pytest.mark.parametrize("order", list(itertools.permutations(["a", "b", "c"])))
def test_one_text_at_several_sources_is_one_document_whatever_the_order(
    store: Store, tmp_path: Path, order: tuple[str, ...]
) -> None:
    for name in order:
        (tmp_path / name).mkdir()
        (tmp_path / name / "text.txt").write_text(QINGDAO, encoding="utf-8")
        load([tmp_path / name], store)
    rows = store.read("MATCH (d:Document) RETURN d.source AS source, d.also_at AS also_at").rows
    assert rows == [("a/text.txt", ["b/text.txt", "c/text.txt"])]


def test_when_its_holder_is_deleted_a_text_moves_to_the_next_source(store: Store, tmp_path: Path) -> None:
    for name in "ab":
        (tmp_path / name).mkdir()
        (tmp_path / name / "text.txt").write_text(QINGDAO, encoding="utf-8")
    load([tmp_path / "b"], store)
    alone = list(dump(store))
    load([tmp_path / "a"], store)
    delete(["a/text.txt"], store)
    assert list(dump(store)) == alone


def test_broken_files_are_named_and_the_rest_is_loaded(store: Store, folder: Path) -> None:
    (folder / "empty.txt").write_bytes(b"")
    (folder / "binary.txt").write_bytes(bytes(range(256)) * 20)
    report = load([folder], store)
    assert not report.ok
    found = outcomes(report)
    assert (found["jilin.txt"], found["empty.txt"], found["binary.txt"]) == ("added", "failed", "failed")
    messages = [
        issue.message for document in report.documents for issue in document.issues if issue.severity == "error"
    ]
    assert any("empty.txt" in message for message in messages)
    assert any("binary.txt" in message for message in messages)


def test_a_file_that_is_no_document_is_skipped_and_said_so(store: Store, folder: Path) -> None:
    (folder / "figures.xlsx").write_bytes(b"PK")
    report = load([folder], store)
    assert outcomes(report)["figures.xlsx"] == "skipped"
    assert report.ok
    assert "figures.xlsx" in report.as_text("en")


def test_a_collection_name_of_another_folder_is_refused(store: Store, folder: Path, tmp_path: Path) -> None:
    load([folder], store)
    other = tmp_path / "elsewhere" / "briefings"
    other.mkdir(parents=True)
    (other / "x.txt").write_text(QINGDAO, encoding="utf-8")
    with pytest.raises(LoadError, match="--collection"):
        load([other], store)
    assert load([other], store, collection="other").ok


def test_deleting_an_unknown_source_is_refused(store: Store) -> None:
    with pytest.raises(LoadError, match=r"nowhere/x\.txt"):
        delete(["nowhere/x.txt"], store)


def test_the_report_is_text_in_two_languages_and_json(store: Store, folder: Path) -> None:
    report = load([folder], store)
    assert "2 documents: added 2" in report.as_text("en")
    assert "新增 2" in report.as_text("zh")
    counts = json.loads(json.dumps(report.as_json()))["counts"]
    assert counts["documents"] == 2
    assert counts["numbers_found"] >= counts["numbers_used"] > 0
