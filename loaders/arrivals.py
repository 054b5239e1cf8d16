"""Documents on their way to the graph: read, asked for in the graph, extracted where it does not hold them as they are.

One streams after another: no more of them are in memory than one question to the graph takes and a crew works on.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from loaders.crew import Crew
from loaders.found import Arrival, Found, find
from loaders.records import Kept, RawDocument, UnreadableDocument
from loaders.report import DocumentReport, failed
from loaders.write.changes import change_by
from loaders.write.judgements import judgements
from loaders.write.sources import held_documents
from stores.store import Run

File = RawDocument | UnreadableDocument
ASKED = 50  # documents a question
CHARACTERS = 1_000_000  # in the documents of one question, beyond the first


@dataclass(frozen=True, slots=True)
class _Asked:
    """A file, and whether something must be found in it."""

    file: File
    judged: Mapping[str, Kept]
    is_new: bool


def arrivals(run: Run, files: Iterable[File], crew: Crew) -> Iterator[Arrival | DocumentReport]:
    """Every file in order: as arrival, or as its part of the report where it could not be read."""
    for asked, found in crew.in_order(_asked(run, files), _find, _is_new, _path):
        if isinstance(asked.file, UnreadableDocument):
            yield failed(asked.file.source, asked.file.path, asked.file.issue)
        else:
            yield Arrival(asked.file, asked.judged, found)


def _is_new(asked: _Asked) -> bool:
    return asked.is_new


def _path(asked: _Asked) -> str:
    return asked.file.path


def _find(asked: _Asked) -> Found:
    assert isinstance(asked.file, RawDocument)
    return find(asked.file, asked.judged)


def _asked(run: Run, files: Iterable[File]) -> Iterator[_Asked]:
    """Ask for many at once: the answer only spares work, what is written is decided when it is written."""
    for some in _groups(files):
        raws = [file for file in some if isinstance(file, RawDocument)]
        held = held_documents(run, [(raw.source, raw.sha256) for raw in raws])
        judged = judgements(run)
        for file in some:
            yield _Asked(file, judged, isinstance(file, RawDocument) and change_by(file, held).adds)


def _groups(files: Iterable[File]) -> Iterator[Sequence[File]]:
    group: list[File] = []
    characters = 0
    for file in files:
        group.append(file)
        characters += len(file.text) if isinstance(file, RawDocument) else 0
        if len(group) >= ASKED or characters >= CHARACTERS:
            yield group
            group, characters = [], 0
    if group:
        yield group
