"""The straight line: read → normalise → segment → recognise → relate → resolve → assemble, for one document."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from types import MappingProxyType

from graph_schema.regions import region_table
from loaders.assemble import Findings, assemble
from loaders.cycles import cycles_left_alone
from loaders.document_graph import DocumentGraph
from loaders.normalise import normalise
from loaders.recognise import recognise
from loaders.records import Entity, Kept, RawDocument
from loaders.relate.clauses import models_in_force, score_clauses
from loaders.relate.goals import best_goals
from loaders.relate.measures import find_measures
from loaders.relate.quantities import find_quantities
from loaders.relate.relations import find_relations
from loaders.resolve import resolve
from loaders.resolve.judgements import with_judgements
from loaders.resolve.regions import resolve_region
from loaders.segment import segment

NOTHING_JUDGED: Mapping[str, Kept] = MappingProxyType({})
ROOT = Path(__file__).parent.parent


@dataclass(frozen=True, slots=True)
class Extraction:
    """A document's graph with what the stages found on the way, for the load report."""

    graph: DocumentGraph
    findings: Findings


def extract(raw: RawDocument, judged: Mapping[str, Kept] = NOTHING_JUDGED) -> Extraction:
    """Read one document into the rows of its graph. Needs no store; same input, same result.

    `judged` maps the ids of entities to those that a person judged them to be.
    """
    with cycles_left_alone():
        return _extract(raw, judged)


def _extract(raw: RawDocument, judged: Mapping[str, Kept]) -> Extraction:
    document = segment(raw, normalise(raw.text))
    mentions = recognise(document)
    models = models_in_force()
    scores = score_clauses(document, models)
    measures = tuple(find_measures(document, models, scores))
    quantities = tuple(find_quantities(document, mentions))
    relations = tuple(find_relations(document, mentions, measures))
    resolution = with_judgements(resolve(document, mentions, relations), judged)
    within = region_table().resolve(document.metadata.region) if document.metadata.region else None

    def region_of(name: str) -> Entity | None:
        return resolve_region(name, within)

    goals = best_goals(document, models, scores)
    findings = Findings(document, mentions, measures, quantities, relations, resolution, goals, region_of)
    return Extraction(assemble(findings, pipeline_fingerprint()), findings)


@cache
def pipeline_fingerprint() -> str:
    """Sixteen digits that change when the code, tables or models that read documents change."""
    digest = hashlib.sha256()
    for package in ("graph_schema", "loaders"):
        for path in sorted((ROOT / package).rglob("*")):
            if path.is_file() and path.suffix in (".py", ".yaml", ".tsv", ".txt", ".npz"):
                digest.update(path.relative_to(ROOT).as_posix().encode() + b"\0" + path.read_bytes())
    return digest.hexdigest()[:16]
