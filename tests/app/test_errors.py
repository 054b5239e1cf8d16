"""The one table from error to problem and exit code."""

import pytest

from app.errors import KINDS, TABLE, BadCursor, EmptyGraph, NotAcceptable, exit_code, kind_of
from app.queries.errors import UnknownQuery, UnknownReference
from graph_schema.errors import GraphError
from loaders.errors import LoadError
from stores.errors import (
    AccessRefused,
    QueryTimeout,
    SettingsError,
    StoreBehind,
    StoreInUse,
    StoreUnavailable,
    TransactionTooLarge,
)


def test_slugs_and_titles_are_unique() -> None:
    for words in ([kind.slug for kind in KINDS], [kind.zh for kind in KINDS], [kind.en for kind in KINDS]):
        assert len(set(words)) == len(words)


def test_a_class_stands_before_those_it_derives_from() -> None:
    classes = [error for error, _ in TABLE]
    for position, error in enumerate(classes):
        assert not any(issubclass(error, earlier) for earlier in classes[:position])


@pytest.mark.parametrize(
    ("error", "status", "code"),
    [
        (UnknownQuery("x", []), 404, 2),
        (UnknownReference("goal", "x", "x"), 422, 2),
        (BadCursor("x", "x"), 422, 2),
        (NotAcceptable("pdf", ["json"]), 406, 2),
        (QueryTimeout("x"), 504, 1),
        (TransactionTooLarge("x"), 507, 1),
        (StoreUnavailable("x"), 503, 3),
        (AccessRefused("x"), 503, 3),
        (StoreBehind("x"), 503, 3),
        (StoreInUse("x"), 503, 3),
        (SettingsError("x"), 500, 2),
        (EmptyGraph(), 500, 1),
        (LoadError("x"), 500, 1),
        (GraphError("x"), 500, 1),
    ],
)
def test_status_and_exit_code(error: GraphError, status: int, code: int) -> None:
    assert (kind_of(error).status, exit_code(error)) == (status, code)
