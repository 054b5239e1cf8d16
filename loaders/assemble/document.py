"""The graph of one document, put together from what the stages found in it."""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from graph_schema import ids, nodes
from graph_schema.base import RELATIONSHIP_TYPES
from graph_schema.derive import label_of
from loaders.assemble.applicability import holds_in
from loaders.assemble.place import CAPTION, Places
from loaders.assemble.values import MODALITY_OF, Value, value_facts, values
from loaders.document_graph import Claim, DocumentGraph, NamedPlace, StatedFact
from loaders.records import (
    End,
    Entity,
    GoalEnd,
    MeasureClaim,
    MeasureEnd,
    Mention,
    MentionEnd,
    Quantity,
    RegionEnd,
    Relation,
    Resolution,
    Segmented,
)
from loaders.sketch import sketch

# "2021年，", "一是"; not "支持"
OPENING = re.compile(r"(?:(?:\d{4}|今|去|近几?)年(?:以?来)?[，,]?|[一二三四五六七八九十]是)?")


@dataclass(frozen=True, slots=True)
class Findings:
    """What recognise, relate and resolve found in one document."""

    document: Segmented
    mentions: tuple[Mention, ...]
    measures: tuple[MeasureClaim, ...]
    quantities: tuple[Quantity, ...]
    relations: tuple[Relation, ...]
    resolution: Resolution
    goals: tuple[str, ...]
    """The goal that each passage fits best."""
    region_of: Callable[[str], Entity | None]
    """The region that a full name stands for."""


def assemble(findings: Findings, pipeline: str) -> DocumentGraph:
    """The rows one document adds to the graph. `pipeline` is the fingerprint of what read it."""
    document = findings.document
    document_id = ids.document_id(document.raw.source)
    places = Places(document, document_id)
    found = list(values(places, list(findings.quantities), findings.goals))
    measures = {claim.passage: _measure(places, claim) for claim in findings.measures}
    builder = _Facts(findings, places, {order: claim.node.id for order, claim in measures.items()})
    facts = {fact.statement.id: fact for fact in builder.all(found)}
    stated = sorted(facts.values(), key=lambda fact: (fact.statement.start, fact.statement.end, fact.statement.id))
    entities = {entity.id: entity for entity in builder.entities()}
    return DocumentGraph(
        document=_document_node(findings, document_id, pipeline),
        passages=tuple(places.passages()),
        entities=tuple(entities[key] for key in sorted(entities)),
        indicators=tuple({value.indicator.id: value.indicator for value in found}.values()),
        mentions=tuple(_named_places(findings, places)),
        claims=(*measures.values(), *(value.claim for value in found)),
        facts=tuple(stated),
    )


def _document_node(findings: Findings, document_id: str, pipeline: str) -> nodes.Document:
    metadata, raw = findings.document.metadata, findings.document.raw
    words = (passage.text.strip() for passage in findings.document.passages)
    title = metadata.title or next(filter(None, words), raw.source)[:CAPTION]
    return nodes.Document(
        id=document_id,
        name=title,
        source=raw.source,
        title=title,
        publisher=metadata.publisher,
        published_on=metadata.published_on,
        doc_number=metadata.doc_number,
        period=metadata.period,
        sha256=raw.sha256,
        shingles=" ".join(sketch(findings.document.clean.text)),
        pipeline=pipeline,
        search_text=title,
    )


def _measure(places: Places, claim: MeasureClaim) -> Claim:
    passage = places.document.passages[claim.passage]
    passage_id = places.ids[claim.passage]
    start, end, quote = places.raw(passage.text_start, passage.text_end)
    node = nodes.Measure(
        id=ids.claim_id("Measure", passage_id),
        name=passage.text[:CAPTION],
        text=passage.text,
        modality=claim.modality,
    )
    return Claim(node, passage_id, start, end, quote)


def _named_places(findings: Findings, places: Places) -> Iterator[NamedPlace]:
    seen = set()
    resolution = findings.resolution
    for mention, entity, form in zip(findings.mentions, resolution.of, resolution.form, strict=True):
        if entity is None:
            continue
        start, end, text = places.raw(mention.start, mention.end)
        passage = places.ids[places.document.passage_at(mention.start).order]
        if (entity.id, start, end) not in seen:
            seen.add((entity.id, start, end))
            yield NamedPlace(passage, entity.id, start, end, text, form)


class _Facts:
    """States the facts of one document."""

    def __init__(self, findings: Findings, places: Places, measures: dict[int, str]) -> None:
        self.findings = findings
        self.places = places
        self.measures = measures
        self.resolution = findings.resolution
        self._shown_at: dict[str, tuple[int, int]] = {}
        self._first_region = self._regions_by_passage()
        self._held = tuple(self._local())

    def entities(self) -> Iterator[Entity]:
        """Every entity that a mention, the document itself or a value refers to."""
        yield from (entity for entity in self.resolution.of if entity is not None)
        document = (self.resolution.region, self.resolution.plan, self.resolution.publisher)
        yield from (entity for entity in document if entity is not None)
        for quantity in self.findings.quantities:
            region = self._value_region(quantity)
            if region is not None:
                yield region
        yield from (region for _, region, _ in self._held)

    def all(self, found: Iterable[Value]) -> Iterator[StatedFact]:
        """Every fact, some of them twice; a statement's id tells."""
        yield from self._of_document()
        yield from self._of_measures()
        for entity, region, passage in self._held:
            at = self.places.quote(self.places.document.passages[passage])
            yield self.places.fact("APPLIES_TO", (entity.id, region.id), "done", at)
        for value in found:
            yield from self._of_value(value)
        for relation in self.findings.relations:
            yield from self._of_relation(relation)

    def _of_document(self) -> Iterator[StatedFact]:
        document = self.places.document_id
        for kind, entity in (
            ("APPLIES_TO", self.resolution.region),
            ("TEXT_OF", self.resolution.plan),
            ("PUBLISHED_BY", self.resolution.publisher),
        ):
            if entity is not None:
                yield self.places.fact(kind, (document, entity.id), "done", self._shown(entity))

    def _of_measures(self) -> Iterator[StatedFact]:
        region = self.resolution.region
        for claim in self.findings.measures:
            measure = self.measures[claim.passage]
            at = self.places.quote(self.places.document.passages[claim.passage])
            for goal in claim.goals:
                yield self.places.fact("SERVES", (measure, ids.coded("Goal", goal)), claim.modality, at)
            own = self._opening_region(claim.passage)
            if own is not None:
                yield self.places.fact("APPLIES_TO", (measure, own.id), claim.modality, at)
            elif region is not None:
                yield self.places.fact("APPLIES_TO", (measure, region.id), claim.modality, self._shown(region))

    def _local(self) -> Iterator[tuple[Entity, Entity, int]]:
        """Every named thing that holds in one region, with that region and the passage that first names it."""
        seen = set()
        for mention, entity in zip(self.findings.mentions, self.resolution.of, strict=True):
            if entity is not None and entity.id not in seen:
                seen.add(entity.id)
                region = holds_in(entity, self.resolution.region)
                if region is not None:
                    yield entity, region, self.places.document.passage_at(mention.start).order

    def _opening_region(self, order: int) -> Entity | None:
        """The region that a passage opens with, maybe after a date: what it says is about that one."""
        if order not in self._first_region:
            return None
        start, entity = self._first_region[order]
        opening = self.places.document.clean.text[self.places.document.passages[order].text_start : start]
        return entity if OPENING.fullmatch(opening) else None

    def _regions_by_passage(self) -> dict[int, tuple[int, Entity | None]]:
        """The start and the entity of the first region that each passage names."""
        first: dict[int, tuple[int, Entity | None]] = {}
        for mention, entity in zip(self.findings.mentions, self.resolution.of, strict=True):
            if mention.label == "Region":
                order = self.places.document.passage_at(mention.start).order
                first.setdefault(order, (mention.start, entity))
        return first

    def _of_value(self, value: Value) -> Iterator[StatedFact]:
        plan = self.resolution.plan
        yield from value_facts(self.places, value, (self.places.document_id, plan.id if plan else None))
        region = self._value_region(value.quantity)
        if region is not None:
            passage = self.places.document.passage_at(value.quantity.start)
            named = any(form in passage.text for form in region.forms)
            at = self.places.quote(passage) if named else self._shown(region)
            modality = MODALITY_OF[value.quantity.kind]
            yield self.places.fact("APPLIES_TO", (value.claim.node.id, region.id), modality, at)

    def _of_relation(self, relation: Relation) -> Iterator[StatedFact]:
        subject, object_ = self._end(relation.subject), self._end(relation.object)
        if subject is None or object_ is None or subject == object_:
            return
        if relation.type == "RECOGNISES":
            subject, object_ = sorted((subject, object_))
        if RELATIONSHIP_TYPES[relation.type].joins(label_of(subject), label_of(object_)):
            at = (relation.start, relation.end)
            yield self.places.fact(relation.type, (subject, object_), relation.modality, at, relation.title)

    def _end(self, end: End) -> str | None:
        match end:
            case MentionEnd(index):
                entity = self.resolution.of[index]
                return entity.id if entity else None
            case RegionEnd():
                return self.resolution.region.id if self.resolution.region else None
            case MeasureEnd(passage):
                return self.measures.get(passage)
            case GoalEnd(goal):
                return ids.coded("Goal", goal)

    def _value_region(self, quantity: Quantity) -> Entity | None:
        if quantity.region is None:
            return None
        document = self.resolution.region
        if document is not None and quantity.region == document.name:
            return document
        return self.findings.region_of(quantity.region)

    def _shown(self, entity: Entity) -> tuple[int, int]:
        """The passage that shows a fact about the whole document: the first to name the entity, else the first."""
        if entity.id not in self._shown_at:
            # The first passage may be white space alone.
            passages = [passage for passage in self.findings.document.passages if passage.text.strip()]
            shown = next((p for p in passages if any(form in p.text for form in entity.forms)), passages[0])
            self._shown_at[entity.id] = self.places.quote(shown)
        return self._shown_at[entity.id]
