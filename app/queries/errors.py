"""What can be wrong with a query file, and with what a caller asks of a query."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from rapidfuzz import process

from app.language import Language, pick
from graph_schema.errors import GraphError


class CatalogueError(GraphError):
    """Something about the catalogue or a question to it is not as it must be."""


@dataclass(frozen=True, slots=True, order=True)
class Finding:
    """One thing wrong with a query file, at a line counted from 1."""

    line: int
    message: str


class QueryFileError(CatalogueError):
    """A query file is refused; it says every reason, each with its line."""

    def __init__(self, file: Path, findings: Iterable[Finding]) -> None:
        self.file = file
        self.findings = tuple(sorted(findings))
        super().__init__("\n".join(f"{file.name}:{finding.line}: {finding.message}" for finding in self.findings))


class BadCatalogue(CatalogueError):
    """Some files of a folder are refused; `refused` holds the error of each."""

    def __init__(self, refused: Iterable[QueryFileError]) -> None:
        self.refused = tuple(refused)
        super().__init__("\n".join(map(str, self.refused)))


class CallerError(GraphError):
    """What a caller asked is not as it must be, said in both languages; `proposals` would be accepted, best first.

    As a string it is English.
    """

    def __init__(self, zh: str, en: str, proposals: Sequence[str] = ()) -> None:
        self.zh = zh
        self.en = en
        self.proposals = tuple(proposals)
        super().__init__(self.with_proposals("en"))

    def with_proposals(self, language: Language) -> str:
        """What is wrong, and what would be accepted."""
        if not self.proposals:
            return pick(self, language)
        names = ("、" if language == "zh" else ", ").join(self.proposals)
        return f"{self.zh}；最接近的：{names}" if language == "zh" else f"{self.en}; nearest: {names}"


class UnknownQuery(CallerError):
    """No query has this id; `nearest` are ids that look like it, best first."""

    def __init__(self, query: str, nearest: Sequence[str]) -> None:
        self.query = query
        self.nearest = tuple(nearest)
        super().__init__(f"没有名为{quoted(query)}的查询", f"no query is called {query!r}", nearest)


@dataclass(frozen=True, slots=True)
class Proposal:
    """A value that would be accepted, with what a reader calls it."""

    value: str
    label: str

    def __str__(self) -> str:
        return self.value if self.value == self.label else f"{self.value} ({self.label})"


class ParameterError(CallerError):
    """A parameter is not as the query declares it; `nearest` are values that would be accepted, best first."""

    def __init__(self, parameter: str, zh: str, en: str, nearest: Sequence[Proposal] = ()) -> None:
        self.parameter = parameter
        self.nearest = tuple(nearest)
        super().__init__(f"{parameter}：{zh}", f"{parameter}: {en}", [str(each) for each in nearest])


class UnknownParameter(ParameterError):
    """The query declares no parameter of this name."""


class NoChoices(ParameterError):
    """There is no list of values: no such parameter, or one that takes any number, date or text."""


class MissingParameter(ParameterError):
    """A required parameter has no value."""


class IllTypedParameter(ParameterError):
    """A value is not of the declared type, or outside what the declaration allows."""


class UnknownReference(ParameterError):
    """No node has this id or name."""


class AmbiguousReference(ParameterError):
    """Several nodes have this name; an id tells them apart."""


def alike(word: str, known: Iterable[str]) -> list[Proposal]:
    """The three known words that look most like one, best first."""
    return [Proposal(str(near[0]), str(near[0])) for near in process.extract(word, list(known), limit=3)]


def quoted(text: str) -> str:
    """What a caller wrote, between Chinese quotation marks; what does not print is escaped, as `repr` does."""
    return f"“{repr(text)[1:-1]}”"
