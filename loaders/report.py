"""What a load did and did not understand, as text in two languages and as JSON."""

import re
from collections import Counter
from dataclasses import asdict, dataclass, field
from typing import Any, Literal

from loaders.declared import declared_counts
from loaders.pipeline import Extraction
from loaders.records import Declared, Issue

# "1,907.5" is one number; not "十九"
NUMBER = re.compile(r"\d+(?:[.,]\d+)*")
Outcome = Literal["added", "replaced", "unchanged", "also", "skipped", "failed"]
OUTCOMES: dict[Outcome, tuple[str, str]] = {
    "added": ("新增", "added"),
    "replaced": ("替换", "replaced"),
    "unchanged": ("未变", "unchanged"),
    "also": ("同文另源", "same text at another source"),
    "skipped": ("跳过", "skipped"),
    "failed": ("失败", "failed"),
}


@dataclass(frozen=True, slots=True)
class DocumentReport:
    """One document's part in a load. All counts are of this document alone."""

    source: str
    path: str
    outcome: Outcome
    passages: int = 0
    passages_with_facts: int = 0
    measures: int = 0
    numbers_found: int = 0
    numbers_used: int = 0
    entities: int = 0
    statements: int = 0
    unresolved: int = 0
    declared: tuple[Declared, ...] = ()
    reprint_of: str | None = None
    issues: tuple[Issue, ...] = ()


@dataclass(frozen=True, slots=True)
class LoadReport:
    """A whole load. `ok` is False where any document failed."""

    documents: tuple[DocumentReport, ...]
    seconds: float = field(default=0.0, compare=False)

    @property
    def ok(self) -> bool:
        """Whether every document was read."""
        return all(document.outcome != "failed" for document in self.documents)

    @property
    def changes(self) -> int:
        """How many documents changed the graph."""
        return sum(document.outcome not in ("unchanged", "skipped", "failed") for document in self.documents)

    def counts(self) -> dict[str, int]:
        """Totals over the documents, and how many ended in which way."""
        outcomes = Counter(document.outcome for document in self.documents)
        totals = {
            name: sum(getattr(document, name) for document in self.documents)
            for name in (
                "passages",
                "passages_with_facts",
                "measures",
                "numbers_found",
                "numbers_used",
                "entities",
                "statements",
                "unresolved",
            )
        }
        return {"documents": len(self.documents), **{key: outcomes[key] for key in OUTCOMES}, **totals}

    def as_json(self) -> dict[str, Any]:
        """Counts, then every document with its issues; no times, so that the same load gives the same bytes."""
        return {
            "counts": self.counts(),
            "changes": self.changes,
            "documents": [asdict(each) for each in self.documents],
        }

    def as_text(self, lang: str = "zh") -> str:
        """A few lines for a person: what changed, what was understood, what went wrong."""
        counts, english = self.counts(), lang == "en"
        outcomes = ", ".join(f"{OUTCOMES[key][english]} {counts[key]}" for key in OUTCOMES if counts[key])
        lines = [_head(counts, outcomes, self.changes, english)]
        lines += [_declared(each, declared, english) for each in self.documents for declared in each.declared]
        for document in self.documents:
            if document.reprint_of:
                lines.append(f"  {document.path}: {('近似文本', 'nearly the text of')[english]} {document.reprint_of}")
            lines += [f"  {_told(document, issue)}" for issue in document.issues if issue.severity != "info"]
        return "\n".join(lines)


def _head(counts: dict[str, int], outcomes: str, changes: int, english: bool) -> str:
    if english:
        return (
            f"{counts['documents']} documents: {outcomes or 'none'}; {changes} changes.\n"
            f"{counts['passages']} passages, {counts['passages_with_facts']} with facts; "
            f"{counts['statements']} statements, {counts['measures']} measures; "
            f"{counts['numbers_used']} of {counts['numbers_found']} numbers used; "
            f"{counts['unresolved']} names unresolved."
        )
    return (
        f"文档 {counts['documents']} 篇:{outcomes or '无'};变更 {changes} 篇。\n"
        f"语段 {counts['passages']} 个,其中 {counts['passages_with_facts']} 个有事实;陈述 {counts['statements']} 条,"
        f"措施 {counts['measures']} 项;数字 {counts['numbers_found']} 个,用上 {counts['numbers_used']} 个;"
        f"所指不明的名称 {counts['unresolved']} 个。"
    )


def _told(document: DocumentReport, issue: Issue) -> str:
    place = "" if document.path in issue.message else f"{document.path}: "
    return f"{issue.severity}: {place}{issue.message}"


def _declared(document: DocumentReport, declared: Declared, english: bool) -> str:
    said, found = ("declares", "found") if english else ("自述", "找到")
    return f"  {document.path}: {said} {declared.words}; {found} {declared.found}"


def document_report(extraction: Extraction, outcome: Outcome) -> DocumentReport:
    """The part of a document that was read."""
    graph, findings = extraction.graph, extraction.findings
    document = findings.document
    stated = {fact.passage for fact in graph.facts} | {claim.passage for claim in graph.claims}
    issues = dict.fromkeys(
        (*document.raw.issues, *document.clean.issues, *document.issues, *findings.resolution.issues)
    )
    return DocumentReport(
        source=document.raw.source,
        path=document.raw.path,
        outcome=outcome,
        passages=len(graph.passages),
        passages_with_facts=len(stated),
        measures=len(findings.measures),
        numbers_found=count_numbers(document.clean.text),
        numbers_used=len({quantity.start for quantity in findings.quantities}),
        entities=len(graph.entities),
        statements=len(graph.facts),
        unresolved=len(findings.resolution.issues),
        declared=tuple(declared_counts(document, findings.mentions, findings.measures)),
        issues=tuple(issues),
    )


def failed(source: str, path: str, issue: Issue) -> DocumentReport:
    """The part of a document that was not loaded: failed by an error, skipped for less."""
    return DocumentReport(source, path, "failed" if issue.severity == "error" else "skipped", issues=(issue,))


def count_numbers(text: str) -> int:
    """How many runs of digits a text holds, decimals and thousands as one."""
    return sum(1 for _ in NUMBER.finditer(text))
