"""What a document at a source means for the documents that the graph holds."""

from collections.abc import Iterable
from dataclasses import dataclass

from graph_schema.ids import document_id
from loaders.pipeline import pipeline_fingerprint
from loaders.records import RawDocument
from loaders.report import Outcome
from loaders.write.sources import Held


@dataclass(frozen=True, slots=True)
class Change:
    """What one source's new state means for the graph.

    `source` leaves the documents `leaving`; the ids `gone` go. Where it `adds`, its text comes, `also_at` other
    sources; else `twin` holds the same text already and takes the source among its own.
    """

    source: str
    outcome: Outcome
    leaving: tuple[Held, ...] = ()
    adds: bool = False
    also_at: frozenset[str] = frozenset()
    gone: tuple[str, ...] = ()
    twin: Held | None = None

    @property
    def is_none(self) -> bool:
        """Whether the graph stays as it is."""
        return self.outcome == "unchanged"


def change_by(raw: RawDocument, held: Iterable[Held]) -> Change:
    """The change that a document as read makes. Among `held` are all that hold its text or its source."""
    near = _near(raw, held)
    own = next((each for each in near if each.source == raw.source), None)
    twin = next((each for each in near if each.sha256 == raw.sha256 and each.source != raw.source), None)
    if own is not None and own.sha256 == raw.sha256 and own.pipeline == pipeline_fingerprint():
        return Change(raw.source, "unchanged")
    if twin is not None and raw.source in twin.also_at:
        return Change(raw.source, "unchanged")
    leaving = tuple(each for each in near if each.sha256 != raw.sha256)
    if twin is not None and twin.source < raw.source:
        return Change(raw.source, "also", leaving, twin=twin)
    same = [each for each in near if each.sha256 == raw.sha256]
    return Change(
        raw.source,
        "replaced" if own is not None or leaving else "added",
        leaving,
        adds=True,
        also_at=frozenset(source for each in same for source in (each.source, *each.also_at)) - {raw.source},
        gone=tuple(each.id for each in same),
    )


def change_by_leaving(source: str, held: Iterable[Held]) -> Change:
    """The change that a source makes by going. Among `held` are all that hold it."""
    return Change(source, "replaced", tuple(each for each in held if source in (each.source, *each.also_at)))


def touched(raw: RawDocument, held: Iterable[Held]) -> frozenset[str]:
    """The ids and texts that a document's change reads or writes: two that share one must follow one another."""
    parts = {document_id(raw.source), raw.sha256}
    for each in _near(raw, held):
        parts |= {each.id, each.sha256, *map(document_id, each.also_at)}
    return frozenset(parts)


def _near(raw: RawDocument, held: Iterable[Held]) -> list[Held]:
    return [each for each in held if raw.sha256 == each.sha256 or raw.source in (each.source, *each.also_at)]
