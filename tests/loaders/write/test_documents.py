"""Many whole documents in a transaction: the graph and the report are as if each had come alone."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from graph_schema.ids import text_hash
from loaders.found import Arrival, Found, find
from loaders.pipeline import NOTHING_JUDGED
from loaders.records import RawDocument
from loaders.write.documents import write_documents
from loaders.write.remove import remove_documents
from loaders.write.static import prepare
from stores.dump import dump
from stores.errors import CommitUnknown, StoreUnavailable
from stores.open import open_store
from stores.settings import StoreSettings
from stores.store import Store, T, Transaction

TEXTS = (
    "长春市质量工作简报\n2021年，长春市市场监管局牵头开展守护餐桌行动，食品安全抽检合格率达到98.2%。\n",
    "青岛市质量工作简报\n2021年，青岛市食品安全抽检合格率为99.69%。\n大力推广“春品优选”区域品牌。\n",
    "吉林省质量工作简报\n到2025年，吉林省制造业产品质量合格率达到94%以上。\n",
)
# Sources and which text they hold, in the order in which they come: few of each, so that they meet.
loads = st.lists(st.tuples(st.sampled_from("abcd"), st.integers(0, len(TEXTS) - 1)), max_size=6)
few = settings(max_examples=10, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


@pytest.fixture(scope="module")
def shared_store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    with open_store(StoreSettings(folder=tmp_path_factory.mktemp("graph") / "store")) as opened:
        prepare(opened)
        yield opened


@pytest.fixture
def store(shared_store: Store) -> Store:
    empty(shared_store)
    return shared_store


def empty(store: Store) -> None:
    held = [row[0] for row in store.read("MATCH (d:Document) RETURN d.id AS id ORDER BY id").rows]
    store.write(lambda transaction: remove_documents(transaction, held))


def arrival(source: str, text: str, *, extracted: bool = True) -> Arrival:
    raw = RawDocument(source, source, text, text_hash(text), "text/plain")
    return Arrival(raw, NOTHING_JUDGED, find(raw, NOTHING_JUDGED) if extracted else None)


def arrivals(pairs: Sequence[tuple[str, int]]) -> list[Arrival]:
    return [arrival(source, TEXTS[text]) for source, text in pairs]


def outcomes(store: Store, arrived: Sequence[Arrival]) -> list[str]:
    return [report.outcome for report in write_documents(store, arrived)]


@few
@given(before=loads, batch=loads)
def test_a_batch_is_as_one_document_after_another(
    shared_store: Store, before: list[tuple[str, int]], batch: list[tuple[str, int]]
) -> None:
    empty(shared_store)
    singly = [outcome for each in arrivals([*before, *batch]) for outcome in outcomes(shared_store, [each])]
    expected = list(dump(shared_store))
    empty(shared_store)
    assert outcomes(shared_store, arrivals(before)) + outcomes(shared_store, arrivals(batch)) == singly
    assert list(dump(shared_store)) == expected


def test_documents_that_have_nothing_in_common_share_a_transaction(store: Store) -> None:
    version = store.version().version
    assert outcomes(store, arrivals([("a", 0), ("b", 1), ("c", 2)])) == ["added"] * 3
    assert store.version().version == version + 1


def test_twins_in_one_batch_are_one_document(store: Store) -> None:
    assert outcomes(store, arrivals([("b", 0), ("a", 0), ("c", 0)])) == ["added", "added", "also"]
    rows = store.read("MATCH (d:Document) RETURN d.source AS source, d.also_at AS also_at").rows
    assert rows == [("a", ["b", "c"])]


def test_documents_held_as_they_are_need_no_transaction(store: Store) -> None:
    list(write_documents(store, arrivals([("a", 0), ("b", 0), ("c", 1)])))
    version = store.version()
    again = [arrival(source, TEXTS[text], extracted=False) for source, text in (("a", 0), ("b", 0), ("c", 1))]
    assert outcomes(store, again) == ["unchanged"] * 3
    assert store.version() == version


def test_what_seemed_to_be_held_and_is_not_is_extracted_when_written(store: Store) -> None:
    assert outcomes(store, [arrival("a", TEXTS[0], extracted=False)]) == ["added"]
    with_facts = list(dump(store))
    empty(store)
    list(write_documents(store, arrivals([("a", 0)])))
    assert list(dump(store)) == with_facts


def test_a_document_that_cannot_be_written_does_not_lose_the_others(store: Store) -> None:
    good, bad = arrivals([("a", 0), ("c", 2)]), arrival("b", TEXTS[1])
    assert bad.found is not None
    assert bad.found.graph is not None
    entity = replace(bad.found.graph.entities[0], id="nonesuch:1")  # no label of the schema
    graph = replace(bad.found.graph, entities=(*bad.found.graph.entities, entity))
    broken = replace(bad, found=replace(bad.found, graph=graph))
    reports = list(write_documents(store, [good[0], broken, good[1]]))
    assert [report.outcome for report in reports] == ["added", "failed", "added"]
    assert reports[1].issues[0].code == "not-written"
    assert store.read("MATCH (d:Document) RETURN d.source AS source ORDER BY source").rows == [("a",), ("c",)]


def test_a_document_that_could_not_be_extracted_is_reported(store: Store) -> None:
    good, other = arrivals([("a", 0), ("b", 1)])
    assert other.found is not None
    failed = Found(replace(other.found.report, outcome="failed"), None)
    assert outcomes(store, [replace(other, found=failed), good]) == ["failed", "added"]


def test_reprints_are_found_in_the_graph_and_in_the_batch(store: Store) -> None:
    text = "".join(f"第{number}项工作由市市场监管局负责，年底前完成第{number * 7}批检查。\n" for number in range(40))
    list(write_documents(store, [arrival("a", text)]))
    batch = [arrival("b", f"转载：{text}"), arrival("c", f"{text}（完）"), arrival("d", TEXTS[0])]
    assert [report.reprint_of for report in write_documents(store, batch)] == ["a", "a", None]


class BrokenOnce:
    """A store whose connection breaks once, just after a commit or just before it."""

    def __init__(self, store: Store, *, committed: bool) -> None:
        self._store = store
        self._committed = committed
        self._breaks = True

    def __getattr__(self, name: str) -> object:
        return getattr(self._store, name)

    def write(self, work: Callable[[Transaction], T]) -> T:
        def broken(transaction: Transaction) -> None:
            work(transaction)
            if not self._committed:
                raise CommitUnknown("the connection broke during a commit")

        if not self._breaks:
            return self._store.write(work)
        self._breaks = False
        self._store.write(broken)
        raise CommitUnknown("the connection broke during a commit")


@pytest.mark.parametrize("committed", [True, False])
def test_a_commit_of_unknown_end_is_made_good(store: Store, committed: bool) -> None:
    broken: Store = BrokenOnce(store, committed=committed)  # type: ignore[assignment]
    assert outcomes(broken, arrivals([("a", 0), ("b", 1)])) == ["added", "added"]
    assert store.read("MATCH (d:Document) RETURN count(d) AS documents").rows == [(2,)]


def test_a_store_that_is_away_stops_the_load() -> None:
    settings = StoreSettings(bolt_uri="bolt://127.0.0.1:9", retry_time=0.1)
    with open_store(settings) as store, pytest.raises(StoreUnavailable):
        list(write_documents(store, arrivals([("a", 0)])))
