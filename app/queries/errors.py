"""What can be wrong with a query file, and with what a caller asks of a query."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import ClassVar

from rapidfuzz import process

from app.language import Language, pick
from graph_schema.errors import GraphError

_LONGEST = 100  # characters of what a caller wrote, in what is said of it


class CatalogueError(GraphError):
    """Something about the catalogue is not as it must be."""


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


@dataclass(frozen=True, slots=True)
class Proposal:
    """A value that would be accepted, with what readers of both languages call it."""

    value: str
    zh: str
    en: str

    def written(self, language: Language) -> str:
        """The value, with its name where that says more."""
        label = pick(self, language)
        if label == self.value:
            return label
        return f"{self.value}（{label}）" if language == "zh" else f"{self.value} ({label})"


class CallerError(GraphError):
    """What a caller asked is not as it must be, said in both languages; `nearest` would be accepted, best first.

    As a string it is English.
    """

    before: ClassVar[Mapping[Language, str]] = {"zh": "；最接近的：", "en": "; nearest: "}

    def __init__(self, zh: str, en: str, nearest: Sequence[Proposal] = ()) -> None:
        self.zh = zh
        self.en = en
        self.nearest = tuple(nearest)
        super().__init__(self.with_nearest("en"))

    def with_nearest(self, language: Language) -> str:
        """What is wrong, and what would be accepted."""
        if not self.nearest:
            return pick(self, language)
        between = "、" if language == "zh" else ", "
        proposed = between.join(each.written(language) for each in self.nearest)
        return f"{pick(self, language)}{self.before[language]}{proposed}"


class UnknownQuery(CallerError):
    """No query has this id; `nearest` look like it."""

    def __init__(self, query: str, nearest: Sequence[Proposal]) -> None:
        self.query = query
        super().__init__(f"没有名为{quoted(query)}的查询", f"no query is called {query!r}", nearest)


class ParameterError(CallerError):
    """A parameter is not as the query declares it."""

    def __init__(self, parameter: str, zh: str, en: str, nearest: Sequence[Proposal] = ()) -> None:
        self.parameter = parameter
        super().__init__(f"{printable(parameter)}：{zh}", f"{printable(parameter)}: {en}", nearest)


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

    before: ClassVar[Mapping[Language, str]] = {"zh": "；可选：", "en": "; they are: "}


def alike(word: str, known: Iterable[str]) -> list[Proposal]:
    """The three known words that look most like one, best first."""
    return as_they_are(str(near[0]) for near in process.extract(word, list(known), limit=3))


def as_they_are(values: Iterable[str]) -> list[Proposal]:
    """Values that are called as they are written."""
    return [Proposal(value, value, value) for value in values]


def quoted(text: str) -> str:
    """What a caller wrote, between Chinese quotation marks."""
    return f"“{printable(text)}”"


def printable(text: str) -> str:
    """The beginning of a text, what does not print escaped as `repr` does: it could move a terminal's cursor."""
    shown = "".join(each if each.isprintable() or each == "\u3000" else repr(each)[1:-1] for each in text[:_LONGEST])
    return shown + ("…" if len(text) > _LONGEST else "")
