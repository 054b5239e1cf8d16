"""A real Dask cluster as a crew: same bytes in the same order, whoever of it dies."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from loaders import cluster as clusters
from loaders.cluster import cluster
from loaders.contract import contract_line
from loaders.errors import LoadError
from loaders.load import load
from loaders.read import read_paths
from loaders.records import RawDocument, UnreadableDocument
from stores.dump import dump
from stores.open import open_store
from stores.settings import StoreSettings
from tests.loaders.dask_cluster import ROOT, Cluster, dask_cluster
from tests.loaders.files import write

BRIEFINGS = ROOT / "examples" / "briefings"
File = RawDocument | UnreadableDocument


@pytest.fixture(scope="module")
def running(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Cluster]:
    with dask_cluster(tmp_path_factory.mktemp("dask")) as started:
        yield started


@pytest.fixture
def mortal(tmp_path: Path) -> Iterator[Cluster]:
    """A cluster of the test's own."""
    with dask_cluster(tmp_path) as started:
        yield started


@pytest.fixture(scope="module")
def expected() -> list[bytes]:
    return [contract_line(file) for file in files()]


def files() -> list[File]:
    return list(read_paths([BRIEFINGS]))


def readable(file: File) -> bool:
    return isinstance(file, RawDocument)


def path(file: File) -> str:
    return file.path


def test_two_workers_give_the_bytes_of_one_process(running: Cluster, expected: list[bytes]) -> None:
    with cluster(running.address) as crew:
        assert crew.hands == 2
        found = [line for _, line in crew.in_order(files(), contract_line, readable)]
    assert found == expected


def test_a_load_ends_in_the_graph_of_one_process(running: Cluster, tmp_path: Path) -> None:
    some = sorted(BRIEFINGS.glob("1*.txt"))[:5]
    with open_store(StoreSettings(folder=tmp_path / "store")) as store:
        with cluster(running.address) as crew:
            report = load(some, store, crew=crew)
        by_cluster = list(dump(store))
        store.reset()
        assert load(some, store) == report
        assert list(dump(store)) == by_cluster


def test_the_work_of_a_worker_that_dies_goes_to_another(mortal: Cluster, expected: list[bytes]) -> None:
    with cluster(mortal.address) as crew:
        done = crew.in_order(files(), contract_line, readable)
        found = [next(done)[1]]
        mortal.workers[0].kill()
        found += [line for _, line in done]
    assert found == expected


def test_a_cluster_without_workers_is_told(mortal: Cluster, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(clusters, "WAIT", 1.0)
    with cluster(mortal.address) as crew:
        done = crew.in_order(files(), contract_line, readable)
        next(done)
        for worker in mortal.workers:
            worker.kill()
        with pytest.raises(LoadError, match=f"{mortal.address}: .*no worker"):
            list(done)


def test_a_scheduler_that_goes_is_told_with_the_document(mortal: Cluster, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(clusters, "WAIT", 1.0)
    with cluster(mortal.address) as crew:
        done = crew.in_order(files(), contract_line, readable, path)
        next(done)
        mortal.scheduler.kill()
        with pytest.raises(LoadError, match=r"briefings/.*lost"):
            list(done)


def test_workers_of_another_version_are_refused(tmp_path: Path) -> None:
    code = copied(tmp_path / "code")
    with (code / "loaders" / "pipeline.py").open("a", encoding="utf-8") as module:
        module.write("# Edited.\n")
    with dask_cluster(tmp_path, 1, code) as other, pytest.raises(LoadError, match=r"tcp://.* extracts by version"):
        enter(other)


def test_workers_that_lack_this_program_are_refused(tmp_path: Path) -> None:
    lacking = write(tmp_path / "code", {"loaders/__init__.py": "raise ImportError('not here')"})
    with dask_cluster(tmp_path, 1, lacking) as other, pytest.raises(LoadError, match="do not have Zhitu"):
        enter(other)


def copied(folder: Path) -> Path:
    """What extracts, in a folder of its own."""
    for package in ("graph_schema", "loaders", "stores"):
        shutil.copytree(ROOT / package, folder / package, ignore=shutil.ignore_patterns("__pycache__"))
    return folder


def enter(running: Cluster) -> None:
    with cluster(running.address):
        pass


@pytest.mark.parametrize("address", ["tcp://127.0.0.1:9", "no address"])
def test_a_scheduler_that_does_not_answer_is_named(address: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(clusters, "WAIT", 1.0)
    with pytest.raises(LoadError, match=f"{address}: .*expected an address"), cluster(address):
        pass
