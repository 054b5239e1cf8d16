"""The curated queries of a folder, read and checked once."""

import hashlib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import yaml
from pydantic import ValidationError

from app.queries import check_header, check_text, check_values, source
from app.queries.errors import BadCatalogue, Finding, QueryFileError, UnknownQuery, alike
from app.queries.header import Header, Text
from app.queries.source import Source

FOLDER = Path(__file__).parents[2] / "cypher"
TAGS = "tags.yaml"


@dataclass(frozen=True)
class Query:
    """One curated query: its contract and its words."""

    id: str
    header: Header
    text: str
    """The whole file, header included, as any Cypher editor runs it."""
    cypher: str
    """The Cypher alone, which is what runs."""

    @cached_property
    def hash(self) -> str:
        """The first 12 hexadecimal digits of the SHA-256 of the file."""
        return hashlib.sha256(self.text.encode()).hexdigest()[:12]

    @property
    def columns(self) -> tuple[str, ...]:
        """The names of the returned columns, in order."""
        return tuple(self.header.returns)


@dataclass(frozen=True)
class Catalogue:
    """Queries by id, in alphabetical order, and the words that tag them."""

    queries: Mapping[str, Query]
    tags: Mapping[str, Text]

    def __iter__(self) -> Iterator[Query]:
        return iter(self.queries.values())

    def __getitem__(self, query: str) -> Query:
        """The query of this id. Raises UnknownQuery, which proposes ids that look like it."""
        if query not in self.queries:
            raise UnknownQuery(query, alike(query, self.queries))
        return self.queries[query]

    @cached_property
    def hash(self) -> str:
        """Changes with every change of a query's file."""
        return hashlib.sha256("".join(query.hash for query in self).encode()).hexdigest()[:12]

    def tagged(self, tag: str) -> list[Query]:
        """The queries that carry a tag."""
        return [query for query in self if tag in query.header.tags]


def load(folder: Path = FOLDER) -> Catalogue:
    """Read every `.cypher` file of a folder. Raises BadCatalogue with everything that is wrong, file by file."""
    tags = {
        name: Text.model_validate(text) for name, text in yaml.safe_load((folder / TAGS).read_text("utf-8")).items()
    }
    sources, queries, refused = [], {}, []
    for file in sorted(folder.glob("*.cypher")):
        try:
            sources.append(source.read(file))
            queries[file.stem] = _query(sources[-1], tags)
        except QueryFileError as error:
            refused.append(error)
    catalogue = Catalogue(queries, tags)
    if not refused:
        refused = list(_across(sources, catalogue))
    if refused:
        raise BadCatalogue(refused)
    return catalogue


def read(file: Path, tags: Iterable[str]) -> Query:
    """Read and check one file by what it alone shows. Raises QueryFileError with every reason for a refusal."""
    return _query(source.read(file), tags)


def _query(read: Source, tags: Iterable[str]) -> Query:
    try:
        header = Header.model_validate(read.header)
    except ValidationError as error:
        raise QueryFileError(read.file, _findings(read, error)) from error
    problems = [
        *check_header.problems(read.file.stem, header, frozenset(tags)),
        *check_values.problems(header),
    ]
    findings = [Finding(read.line(place), message) for place, message in problems]
    findings += check_text.findings(header, read)
    if findings:
        raise QueryFileError(read.file, findings)
    return Query(read.file.stem, header, read.content, read.cypher.lstrip("\n"))


def _findings(read: Source, error: ValidationError) -> Iterator[Finding]:
    for detail in error.errors():
        place = tuple(detail["loc"])
        message = "unknown field" if detail["type"] == "extra_forbidden" else detail["msg"]
        yield Finding(read.line(place), f"{'.'.join(map(str, place))}: {message}")


def _across(sources: Iterable[Source], catalogue: Catalogue) -> Iterator[QueryFileError]:
    """What only the whole folder shows: that `values_from` names a query that lists such values."""
    for read in sources:
        findings = []
        for name, parameter in catalogue.queries[read.file.stem].header.params.items():
            if parameter.values_from and (message := _not_a_list(parameter.values_from, catalogue)):
                findings.append(Finding(read.line(("params", name, "values_from")), message))
        if findings:
            yield QueryFileError(read.file, findings)


def _not_a_list(name: str, catalogue: Catalogue) -> str | None:
    if name not in catalogue.queries:
        return f"no query is called {name!r}"
    header = catalogue.queries[name].header
    if any(parameter.required for parameter in header.params.values()):
        return f"{name!r} has a required parameter, so it lists nothing by itself"
    roles = [column.role for column in header.returns.values()]
    if roles.count("id") != 1 or roles.count("label") != 1:
        return f"{name!r} has not exactly one column of role id and one of role label"
    return None
