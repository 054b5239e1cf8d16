from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.queries.catalogue import Catalogue, Query
from app.queries.examples import broken
from app.queries.header import Example, OrderTerm
from app.queries.references import StoreResolver
from app.queries.running import Page, run, stream
from app.queries.types import ValueType
from stores.store import Store


def test_a_page_says_whether_there_is_more(queries: Catalogue, small_store: Store) -> None:
    first = run(queries["goals"], {}, small_store, Page(limit=4))
    rest = run(queries["goals"], {}, small_store, Page(limit=4, offset=4))
    assert (len(first.rows), first.truncated) == (4, True)
    assert (len(rest.rows), rest.truncated) == (2, False)


def test_an_empty_answer_still_has_its_columns(queries: Catalogue, small_store: Store) -> None:
    answer = run(queries["goals"], {}, small_store, Page(offset=100))
    assert answer.rows == []
    assert answer.columns == queries["goals"].columns


@given(size=st.integers(1, 8))
def test_pages_join_to_the_whole(queries: Catalogue, small_store: Store, size: int) -> None:
    whole = run(queries["regions"], {}, small_store).rows
    pages = [run(queries["regions"], {}, small_store, Page(size, at)).rows for at in range(0, len(whole), size)]
    assert [row for page in pages for row in page] == whole


def test_a_stream_gives_what_a_run_gives(queries: Catalogue, small_store: Store) -> None:
    page = Page(limit=3, offset=1)
    with stream(queries["goals"], {}, small_store, page) as rows:
        assert list(rows) == run(queries["goals"], {}, small_store, page).rows


def messages(query: Query, store: Store, **fields: object) -> list[str]:
    """What is wrong with the answers of a query whose header is changed."""
    header = query.header.model_copy(update=fields)
    return list(broken(replace(query, header=header), store, StoreResolver(store)))


def test_a_kept_example_has_nothing_to_say(queries: Catalogue, small_store: Store) -> None:
    example = Example(rows=6, contains=({"goal": "goal:brand", "measures": 1},))
    assert messages(queries["goals"], small_store, examples=(example,)) == []


def test_a_broken_example_says_what_differs(queries: Catalogue, small_store: Store) -> None:
    example = Example(at_least=7, contains=({"goal": "goal:brand", "measures": 2},))
    assert messages(queries["goals"], small_store, examples=(example,)) == [
        "goals(): 6 rows, expected at least 7",
        "goals(): no row has goal=goal:brand, measures=2",
    ]


def test_an_example_of_a_node_that_is_not_there_is_noticed(queries: Catalogue, small_store: Store) -> None:
    example = Example(params={"goal": "cosmetics"}, at_least=1)
    found = messages(queries["measures_for_goal"], small_store, examples=(example,))
    assert found[0].startswith("measures_for_goal(goal=cosmetics): goal: no Goal is 'cosmetics'")


@pytest.mark.parametrize(
    ("order", "expected"),
    [
        (OrderTerm("measures"), "goals(): order_by does not tell rows apart: (1,) occurs 2 times"),
        (OrderTerm("broader"), "goals(): column broader is null in a row, and order_by does not say where nulls go"),
    ],
)
def test_an_order_that_is_not_total_is_noticed(
    queries: Catalogue, small_store: Store, order: OrderTerm, expected: str
) -> None:
    found = messages(queries["goals"], small_store, order_by=(order,), examples=(Example(rows=6),))
    assert expected in found


def test_a_cell_of_another_type_is_noticed(queries: Catalogue, small_store: Store) -> None:
    query = queries["goals"]
    column = query.header.returns["goal"].model_copy(update={"type": ValueType("ref", ("Plan",))})
    returns = {**query.header.returns, "goal": column}
    found = messages(query, small_store, returns=returns, examples=(Example(rows=6),))
    assert found == ["goals(): column goal holds 'goal:brand', which is no ref(Plan)"]
