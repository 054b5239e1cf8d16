"""Facts come and go with the documents that state them; the order of loading leaves no trace."""

from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from loaders.document_graph import DocumentGraph
from loaders.write.merge import merge_documents
from loaders.write.remove import remove_documents
from loaders.write.static import prepare
from stores.dump import dump
from stores.open import open_store
from stores.settings import StoreSettings
from stores.store import Store
from tests.loaders.write.sentences import POOL, document

documents = st.lists(
    st.tuples(
        st.lists(st.sampled_from(POOL), min_size=1, max_size=5, unique=True), st.sampled_from(["长春市", "青岛市"])
    ),
    min_size=1,
    max_size=4,
).map(lambda rows: [document(f"s/{i}", sentences, region) for i, (sentences, region) in enumerate(rows)])
few = settings(max_examples=8, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    folder: Path = tmp_path_factory.mktemp("graph")
    with open_store(StoreSettings(folder=folder / "store")) as opened:
        prepare(opened)
        yield opened


def rebuilt(store: Store, groups: Sequence[Sequence[DocumentGraph]]) -> list[str]:
    """The dump of a store that holds the static tables and nothing but `groups`, a transaction each."""
    held = [row[0] for row in store.read("MATCH (d:Document) RETURN d.id AS id ORDER BY id").rows]
    store.write(lambda transaction: remove_documents(transaction, held))
    for group in groups:
        store.write(lambda transaction, group=group: merge_documents(transaction, group))  # type: ignore[misc]
    return list(dump(store))


@few
@given(graphs=documents, data=st.data())
def test_load_order_and_grouping_leave_no_trace(store: Store, graphs: list[DocumentGraph], data: st.DataObject) -> None:
    together = rebuilt(store, [graphs])
    shuffled = data.draw(st.permutations(graphs))
    assert rebuilt(store, [[graph] for graph in shuffled]) == together


@few
@given(graphs=documents, data=st.data())
def test_removing_a_document_is_as_if_it_had_never_been(
    store: Store, graphs: list[DocumentGraph], data: st.DataObject
) -> None:
    leaving = data.draw(st.sampled_from(graphs))
    without = rebuilt(store, [[graph] for graph in graphs if graph is not leaving])
    rebuilt(store, [graphs])
    store.write(lambda transaction: remove_documents(transaction, [leaving.document.id]))
    assert list(dump(store)) == without


def test_everything_gone_leaves_the_static_tables(store: Store) -> None:
    before = rebuilt(store, [])
    rebuilt(store, [[document("s/all", POOL)]])
    assert rebuilt(store, []) == before
    assert any('"label":"Goal"' in line for line in before)


def test_a_shared_fact_keeps_its_other_statement(store: Store) -> None:
    one, other = document("s/1", POOL[:1]), document("s/2", POOL[:1])
    rebuilt(store, [[one, other]])
    store.write(lambda transaction: remove_documents(transaction, [one.document.id]))
    rows = store.read("MATCH (:Agency)-[r:LEADS]->(:Campaign) RETURN r.statements AS statements, r.quote AS quote").rows
    assert rows == [([fact.statement.id for fact in other.facts if fact.statement.type == "LEADS"], POOL[0].text[:-1])]


def test_an_agency_ended_by_a_reform_brings_its_successor(store: Store) -> None:
    rebuilt(store, [[document("s/1", [POOL[7]])]])
    query = "MATCH (a:Agency)-[:SUCCEEDS]->(b:Agency) RETURN a.name AS successor, b.name AS predecessor"
    assert store.read(query).rows == [("长春市市场监督管理局", "长春市质量技术监督局")]
