"""`--workers` and `--dask`: who extracts makes no difference to what comes out."""

import os
from pathlib import Path

import pytest

from loaders import cluster as clusters
from stores.dump import dump
from stores.open import open_store
from stores.settings import StoreSettings
from tests.app.cli.conftest import Zhitu
from tests.loaders.dask_cluster import dask_cluster

LINE = (
    "某市质量工作简报第{number}期\n\n一、食品安全\n某市市场监管局组织抽检。2021年，食品安全抽检合格率为9{number}.5%。\n"
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Documents, long before short, and between them a file that cannot be read."""
    made = tmp_path / "notes"
    made.mkdir()
    for number in range(6):
        (made / f"{number}.txt").write_text(LINE.format(number=number) * (6 - number), encoding="utf-8")
    (made / "3a.txt").write_bytes(b"")
    return made


def test_extract_by_two_processes_prints_the_same(zhitu: Zhitu, folder: Path) -> None:
    alone = zhitu("extract", str(folder))
    assert (alone.code, len(alone.out.splitlines())) == (1, 6)
    assert zhitu("extract", str(folder), "--workers", "2") == alone


def test_load_by_two_processes_makes_the_same_graph(zhitu: Zhitu, folder: Path) -> None:
    store = StoreSettings(folder=Path(os.environ["ZHITU_STORE"]))
    runs, dumps = [], []
    for options in ((), ("--workers", "2")):
        zhitu("reset", "--yes")
        runs.append(zhitu("load", str(folder), "--json", *options))
        with open_store(store) as opened:
            dumps.append(list(dump(opened)))
    assert runs[0] == runs[1]
    assert dumps[0] == dumps[1]


def test_a_dask_cluster_extracts_and_loads(zhitu: Zhitu, folder: Path, tmp_path: Path) -> None:
    alone = zhitu("extract", str(folder))
    with dask_cluster(tmp_path) as cluster:
        assert zhitu("extract", str(folder), "--dask", cluster.address) == alone
        assert zhitu("load", str(folder), "--dask", cluster.address).code == 1
    again = zhitu("load", str(folder), "--lang", "en")
    assert "unchanged 6" in again.out


@pytest.mark.parametrize("command", ["load", "extract"])
@pytest.mark.parametrize(
    ("options", "told"),
    [
        (("--workers", "0"), "--workers 0: 至少为 1 / expected at least 1"),
        (("--workers", "2", "--dask", "tcp://127.0.0.1:9"), "--workers, --dask: 只能选一个 / choose one"),
    ],
)
def test_what_cannot_be_is_refused(
    zhitu: Zhitu, folder: Path, command: str, options: tuple[str, ...], told: str
) -> None:
    run = zhitu(command, str(folder), *options)
    assert run.code == 2
    assert told in " ".join(run.err.replace("│", " ").split())


def test_a_scheduler_that_is_not_there_is_named(zhitu: Zhitu, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(clusters, "WAIT", 1.0)
    run = zhitu("load", str(folder), "--dask", "tcp://127.0.0.1:9")
    assert run.code == 1
    assert run.err.startswith("zhitu: tcp://127.0.0.1:9: 调度器没有应答 / no scheduler answers")
