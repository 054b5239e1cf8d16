"""How often the right query is found, with the right values: questions.csv over the example corpus."""

import csv
from collections import Counter
from pathlib import Path

import pytest

from app.ask.asker import Asker
from app.ask.reply import params
from app.queries import catalogue
from app.queries.choices import ChoiceLists
from app.queries.errors import ParameterError
from app.queries.parameters import Values, coerce
from app.queries.references import StoreResolver
from stores.store import Store
from tests.figures import Tell

ROWS = list(csv.DictReader((Path(__file__).parent / "questions.csv").read_text(encoding="utf-8").splitlines()))
QUERIES = catalogue.load()
FREE = ("first", "second", "third", "fourth", "fifth", "sixth", "blind", "blind2")
"""Batches worded without the questions of the query files; docs/ask.md says how each did at first sight."""
INSIDE = "inside the catalogue"
OUTSIDE = "outside the catalogue"

Meant = tuple[str, Values]


def expected(row: dict[str, str], resolver: StoreResolver) -> list[Meant]:
    """The right answers: a query, or several where the question leaves it open, with their values."""
    given: dict[str, list[str]] = {}
    for name, _, value in (pair.partition("=") for pair in row["params"].split(";") if pair):
        given.setdefault(name, []).append(value)
    meant = []
    for query in row["query"].split("|"):
        if given.keys() <= QUERIES[query].header.params.keys():
            meant.append((query, coerce(QUERIES[query].header, given, resolver)))
    return meant


def found(asker: Asker, store: Store, question: str) -> Meant | None:
    best = asker.understand(question, store.version()).best
    if best is None:
        return None
    query = best.askable.query
    try:
        return query.id, coerce(query.header, params(best), StoreResolver(store))
    except ParameterError as error:
        pytest.fail(f"{question}: {error}")


@pytest.fixture(scope="module")
def outcome(examples: Store) -> tuple[Counter[str], list[str]]:
    """How many questions of a kind are answered as expected, and those that are not."""
    resolver = StoreResolver(examples)
    asker = Asker(QUERIES, ChoiceLists(examples, QUERIES), resolver)
    right: Counter[str] = Counter()
    wrong = []
    for row in ROWS:
        answer = found(asker, examples, row["question"])
        if answer in expected(row, resolver) if row["query"] else answer is None:
            right.update((row["written"], place(row)))
        else:
            wrong.append(f"{row['written']} {row['question']}: {answer and answer[0]}")
    return right, wrong


def place(row: dict[str, str]) -> str:
    """Whether the catalogue answers a question."""
    return INSIDE if row["query"] else OUTSIDE


def asked(kind: str) -> int:
    """How many questions there are of a batch, or inside or outside the catalogue."""
    return sum(kind in (row["written"], place(row)) for row in ROWS)


def test_the_set_is_as_large_as_it_must_be() -> None:
    assert asked(INSIDE) >= 120
    assert asked("blind2") >= asked("header") / 2
    assert asked(OUTSIDE) >= 20
    assert {(row["lang"], row["written"]) for row in ROWS} == {
        (lang, kind) for lang in ("zh", "en") for kind in ("header", "outside", *FREE)
    }


def test_the_right_query_and_values_are_found(outcome: tuple[Counter[str], list[str]], tell: Tell) -> None:
    right, wrong = outcome
    kinds = ("header", *FREE, "outside", INSIDE, OUTSIDE)
    tell("ask: " + ", ".join(f"{kind} {right[kind]} of {asked(kind)}" for kind in kinds))
    print(*wrong, sep="\n")
    assert right[INSIDE] >= 0.9 * asked(INSIDE)
    assert right["header"] + right["blind2"] >= 0.9 * (asked("header") + asked("blind2"))


def test_questions_outside_the_catalogue_are_declined(outcome: tuple[Counter[str], list[str]]) -> None:
    right, wrong = outcome
    assert right[OUTSIDE] >= 0.95 * asked(OUTSIDE), wrong
