"""A person's word on identity: applied, attributed, reversible, and kept through reloads."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from loaders.errors import LoadError
from loaders.judge import judge, withdraw
from loaders.load import load
from stores.dump import dump
from stores.open import open_store
from stores.settings import StoreSettings
from stores.store import Store

ONE = "长春市质量简报\n2022年，长春市印发《质量强市建设方案》。\n"
OTHER = "长春市简讯\n2022年，长春市认真落实《质量强市实施方案》。\n"


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with open_store(StoreSettings(folder=tmp_path / "store")) as opened:
        (tmp_path / "notes").mkdir()
        (tmp_path / "notes" / "one.txt").write_text(ONE, encoding="utf-8")
        (tmp_path / "notes" / "other.txt").write_text(OTHER, encoding="utf-8")
        load([tmp_path / "notes"], opened)
        yield opened


def plans(store: Store) -> dict[str, str]:
    return dict(store.read("MATCH (p:Plan) RETURN p.name AS name, p.id AS id").rows)


def test_judged_the_same_two_plans_become_one_and_withdrawing_parts_them(store: Store) -> None:
    before, found = list(dump(store)), plans(store)
    assert set(found) == {"质量强市建设方案", "质量强市实施方案"}
    judgement = judge(store, "same", (found["质量强市建设方案"], found["质量强市实施方案"]), "李明", "同一文件两种写法")
    query = "MATCH (p:Plan)<-[m:MENTIONS]-() RETURN p.name AS name, p.aliases AS aliases, count(m) AS mentions"
    [(name, aliases, mentions)] = store.read(query).rows
    assert {name, *aliases} == {"质量强市建设方案", "质量强市实施方案"}
    assert mentions == 2
    assert (judgement.by, judgement.note) == ("李明", "同一文件两种写法")
    withdraw(store, judgement.id)
    assert list(dump(store)) == before


def test_a_judgement_survives_a_reload(store: Store, tmp_path: Path) -> None:
    found = plans(store)
    judge(store, "same", (found["质量强市建设方案"], found["质量强市实施方案"]), "李明")
    (tmp_path / "notes" / "other.txt").write_text(OTHER.replace("2022", "2021"), encoding="utf-8")
    load([tmp_path / "notes"], store)
    assert len(plans(store)) == 1


def test_a_contradicting_judgement_is_refused_by_name(store: Store) -> None:
    pair = (plans(store)["质量强市建设方案"], plans(store)["质量强市实施方案"])
    judge(store, "different", pair, "王芳")
    region = store.read("MATCH (r:Region) RETURN r.id AS id ORDER BY id LIMIT 1").rows[0][0]
    with pytest.raises(LoadError, match="one label"):
        judge(store, "same", (pair[0], region), "李明")
    with pytest.raises(LoadError, match="no such"):
        judge(store, "same", (pair[0], "plan:0"), "李明")


def test_withdrawing_an_unknown_judgement_names_those_there_are(store: Store) -> None:
    with pytest.raises(LoadError, match="judgement:0"):
        withdraw(store, "judgement:0")
