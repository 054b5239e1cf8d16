"""What is found in a document, and the document with it on its way to the graph."""

from collections.abc import Mapping
from dataclasses import dataclass

from loaders.document_graph import DocumentGraph
from loaders.pipeline import extract
from loaders.records import Issue, Kept, RawDocument
from loaders.report import DocumentReport, document_report, failed


@dataclass(frozen=True, slots=True)
class Found:
    """A document's graph and its part of the report. Without a graph, the report says what went wrong."""

    report: DocumentReport
    graph: DocumentGraph | None


@dataclass(frozen=True, slots=True)
class Arrival:
    """A document as read and what was found in it by `judged`; nothing where the graph seemed to hold it already."""

    raw: RawDocument
    judged: Mapping[str, Kept]
    found: Found | None = None


def find(raw: RawDocument, judged: Mapping[str, Kept]) -> Found:
    """Read one document; whatever goes wrong is told in its report, so that the other documents are not lost with it.

    The report calls it added, as it is in an empty graph.
    """
    try:
        extraction = extract(raw, judged)
    except Exception as error:
        message = f"{raw.path}: {type(error).__name__}: {error} / 无法抽取，其余文档不受影响"
        return Found(failed(raw.source, raw.path, Issue("not-extracted", message, "error")), None)
    return Found(document_report(extraction, "added"), extraction.graph)
