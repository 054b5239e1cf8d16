"""A generated graph, small or of 100,000 statements: both engines hold and answer the same."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

import pytest

from app.queries import catalogue
from app.queries.catalogue import Catalogue
from loaders.document_graph import DocumentGraph
from loaders.write.merge import merge_documents
from loaders.write.remove import remove_documents
from loaders.write.static import prepare
from stores.store import Store, Transaction
from tests.parity.both import Both
from tests.parity.conftest import Opening
from tests.parity.drawn import Vocabulary, vocabulary
from tests.parity.generated import document, documents
from tests.parity.rounds import ask_alike
from tests.parity.world import world

SEED = 20_26
GROUP = 20  # documents a transaction
STATED = 70  # facts a document, about
IDS = [query.id for query in catalogue.load()]


@dataclass(frozen=True, slots=True)
class Generated:
    """A graph of at least so many statements on both engines, and how many sets of parameters to ask a query with."""

    both: Both
    words: Vocabulary
    statements: int
    rounds: int


@pytest.fixture(
    scope="module",
    params=[(1_500, 5), pytest.param((100_000, 25), marks=pytest.mark.full)],
    ids=lambda size: str(size[0]),
)
def generated(request: pytest.FixtureRequest, open_both: Opening) -> Iterator[Generated]:
    statements, number = request.param
    with open_both() as both:
        for store in both.stores:
            # The embedded engine writes one half in bulk, the other by transactions.
            coming = groups(documents(SEED, statements))
            with store.first_build():
                prepare(store)
                for group in islice(coming, max(1, statements // (2 * GROUP * STATED))):
                    exchange(store, [], group)
            for group in coming:
                exchange(store, [], group)
        yield Generated(both, vocabulary(both.embedded), statements, number)


@pytest.fixture(scope="module")
def queries() -> Catalogue:
    return catalogue.load()


def groups(graphs: Iterable[DocumentGraph]) -> Iterator[list[DocumentGraph]]:
    remaining = iter(graphs)
    while group := list(islice(remaining, GROUP)):
        yield group


def test_both_engines_hold_the_same_graph(generated: Generated) -> None:
    generated.both.dumps()
    assert generated.both.figures.statements >= generated.statements


@pytest.mark.parametrize("query", IDS)
def test_whatever_is_asked_is_answered_alike(generated: Generated, queries: Catalogue, query: str) -> None:
    ask_alike(generated.both, queries[query], generated.words, generated.rounds)


def test_replaced_and_removed_documents_leave_the_same_graph(generated: Generated) -> None:
    """The last of this module: it changes the graph."""
    held: int = generated.both.embedded.read("MATCH (d:Document) RETURN count(d) AS documents").rows[0][0]
    made = world(SEED, generated.statements)
    going = [document(SEED, made, number) for number in range(0, held, 14)]
    edited = [document(SEED, made, number, revision=1) for number in range(7, held, 14)]
    for store in generated.both.stores:
        for group in groups(going):
            exchange(store, group, [])
        for group in groups(edited):
            exchange(store, group, group)
    generated.both.dumps()


def exchange(store: Store, going: Sequence[DocumentGraph], coming: Sequence[DocumentGraph]) -> None:
    """Take out what the documents of one list say, and put in the others, in one transaction."""

    def work(transaction: Transaction) -> None:
        remove_documents(transaction, [graph.document.id for graph in going])
        merge_documents(transaction, coming)

    store.write(work)
