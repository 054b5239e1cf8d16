"""One graph on both engines, and what is compared: answers with their types and order, and canonical dumps."""

from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import sha256
from itertools import zip_longest
from typing import Any

from app.queries.catalogue import Query
from app.queries.errors import ParameterError
from app.queries.examples import answer_problems
from app.queries.parameters import Given, coerce
from app.queries.references import StoreResolver
from app.queries.running import ALL, Page, run
from stores.dump import dump
from stores.store import Row, Store
from tests.parity.figures import Figures

STATEMENT = '{"label":"Statement",'


@dataclass(frozen=True, slots=True)
class Answered:
    """What one engine answers; `refused` where the parameters mean nothing in its graph."""

    columns: tuple[str, ...] = ()
    rows: tuple[Row, ...] = ()
    truncated: bool = False
    refused: str | None = None


@dataclass(frozen=True, slots=True)
class Both:
    """The same graph on both engines: what is asked is asked of both, and must be answered alike."""

    embedded: Store
    neo4j: Store
    figures: Figures

    @property
    def stores(self) -> tuple[Store, Store]:
        """The embedded one first."""
        return self.embedded, self.neo4j

    def answer(self, query: Query, given: Mapping[str, Given], page: Page = ALL) -> Answered:
        """What both answer; fails where columns, rows, their order or a type differ, or the contract is broken."""
        ours, theirs = (_answered(store, query, given, page) for store in self.stores)
        self.figures.queries.add(query.id)
        self.figures.parameter_sets += 1
        self.figures.rows += len(ours.rows)
        # The text of values tells 1 from 1.0 and from true, which Python finds equal.
        self._compare(repr(ours), repr(theirs), f"{query.id} {dict(given)} {page}")
        assert list(answer_problems(query, ours.rows)) == []
        return ours

    def dumps(self) -> str:
        """The hash of the canonical dump of both; fails at the first line that differs."""
        digest, statements = sha256(), 0
        for number, (ours, theirs) in enumerate(zip_longest(dump(self.embedded), dump(self.neo4j), fillvalue=""), 1):
            self._compare(ours, theirs, f"line {number} of the dump")
            digest.update(f"{ours}\n".encode())
            statements += ours.startswith(STATEMENT)
            self.figures.dumped += 1
        self.figures.dumps += 1
        self.figures.statements = max(self.figures.statements, statements)
        return digest.hexdigest()

    def _compare(self, ours: str, theirs: str, what: str) -> None:
        if ours != theirs:
            self.figures.differences += 1
            at = next((i for i, pair in enumerate(zip(ours, theirs, strict=False)) if len(set(pair)) == 2), 0)
            shown = slice(max(0, at - 300), at + 300)
            raise AssertionError(f"{what}\nembedded: …{ours[shown]}…\nNeo4j:    …{theirs[shown]}…")


def _answered(store: Store, query: Query, given: Mapping[str, Given], page: Page) -> Answered:
    try:
        values: dict[str, Any] = coerce(query.header, given, StoreResolver(store))
    except ParameterError as error:
        return Answered(refused=f"{type(error).__name__}: {error}")
    answer = run(query, values, store, page)
    return Answered(answer.columns, tuple(answer.rows), answer.truncated)
