"""The example corpus in a graph: every query's examples hold, and both engines hold and answer the same."""

import pytest

from app.queries import catalogue
from app.queries.catalogue import Catalogue
from app.queries.examples import broken
from app.queries.parameters import as_given
from app.queries.references import StoreResolver
from tests.parity.examples.conftest import Examples
from tests.parity.rounds import ask_alike

IDS = [query.id for query in catalogue.load()]
ROUNDS = 6  # sets of parameters a query


@pytest.mark.parametrize("query", IDS)
def test_examples_of_a_query_hold(examples: Examples, queries: Catalogue, query: str) -> None:
    for store in examples.both.stores:
        assert list(broken(queries[query], store, StoreResolver(store))) == []


@pytest.mark.parametrize("query", IDS)
def test_examples_are_answered_alike(examples: Examples, queries: Catalogue, query: str) -> None:
    for example in queries[query].header.examples:
        examples.both.answer(queries[query], {name: as_given(raw) for name, raw in example.params.items()})


@pytest.mark.parametrize("query", IDS)
def test_whatever_is_asked_of_the_corpus_is_answered_alike(examples: Examples, queries: Catalogue, query: str) -> None:
    ask_alike(examples.both, queries[query], examples.words, ROUNDS)


def test_the_corpus_is_as_rich_as_it_promises(examples: Examples) -> None:
    assert examples.report.ok
    assert examples.report.counts()["measures"] >= 60
    query = "MATCH (n) WHERE n:Target OR n:Result RETURN labels(n)[0] AS label, count(n) AS nodes"
    values = dict(examples.both.embedded.read(query).rows)
    assert values["Target"] >= 12
    assert values["Result"] >= 80


def test_both_engines_hold_the_same_graph(examples: Examples) -> None:
    examples.both.dumps()
