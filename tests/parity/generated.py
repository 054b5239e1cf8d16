"""A seeded generator of documents: every type of fact between every pair of labels, and values that are hard to sort.

The same seed gives the same documents on every machine. They go through the loaders' own merge, as real ones do.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from random import Random
from typing import Any, get_args

from graph_schema import ids, nodes
from graph_schema.base import MODALITIES, RELATIONSHIP_TYPES, Modality
from graph_schema.derive import label_of
from loaders.document_graph import Claim, DocumentGraph, NamedPlace, StatedFact
from loaders.records import Entity
from tests.parity.world import ODD, UNITS, World, skewed, word, world

OWN = ("Document", "Measure", "Target", "Result")  # one document's own
# How many facts of a type a document states between two labels, on average; of all others RARELY.
OFTEN = {
    ("SERVES", "Measure", "Goal"): 14.0,
    ("IMPLEMENTS", "Measure", "Plan"): 4.0,
    ("IMPLEMENTS", "Measure", "Campaign"): 4.0,
    ("LEADS", "Agency", "Measure"): 5.0,
    ("PARTICIPATES_IN", "Agency", "Measure"): 3.0,
    ("USES", "Measure", "Platform"): 2.0,
    ("USES", "Measure", "Brand"): 2.0,
    # One a plan or so, as in the world: a thicket of them has millions of paths.
    ("IMPLEMENTS", "Plan", "Plan"): 0.08,
    ("AMENDS", "Plan", "Plan"): 0.04,
    ("REPEALS", "Plan", "Plan"): 0.04,
}
RARELY = 0.25
# Facts that a node of a document's own has one of at most, as the loaders make them, and how many of the nodes do.
ONCE = {
    ("Document", "APPLIES_TO", "Region"): 0.9,
    ("Document", "TEXT_OF", "Plan"): 0.5,
    ("Document", "PUBLISHED_BY", "Agency"): 0.5,
    ("Measure", "APPLIES_TO", "Region"): 0.9,
    ("Target", "APPLIES_TO", "Region"): 0.8,
    ("Result", "APPLIES_TO", "Region"): 0.8,
    ("Target", "OF", "Indicator"): 1.0,
    ("Result", "OF", "Indicator"): 1.0,
    ("Target", "SETS", "Document"): 1.0,
    ("Result", "REPORTS", "Document"): 1.0,
}
DATES = (None, "2019-12-31", "2020-01-01", "2020-03-02", "2021-06-30", "2021-07-01", "2022-01-20", "2024-02-29")
PERIODS = (None, None, "2019", "2021", "2020-2022", "2021-2025", "2019-01/2019-10", "2021-07-01/2022-06-30")
NUMBERS = (0.0, -1.5, 95.0, 95.5, 99.69, 100.0, 0.1 + 0.2, 520_000_000.0, 1e-7, 12345678.9, 1e15)
YEARS = (None, 1999, 2019, 2020, 2021, 2022, 2025, 2035)
POSTS = (None, "局长", "副局长、党组成员")
COMPARATORS: tuple[nodes.Comparator, ...] = get_args(nodes.Comparator)


@dataclass(slots=True)
class Draft:
    """One document while it is made."""

    random: Random
    world: World
    document: nodes.Document
    passages: list[nodes.Passage] = field(default_factory=list)
    facts: dict[str, StatedFact] = field(default_factory=dict)
    claims: list[Claim] = field(default_factory=list)
    mentions: dict[tuple[str, str], NamedPlace] = field(default_factory=dict)
    entities: dict[str, Entity] = field(default_factory=dict)
    indicators: dict[str, nodes.Indicator] = field(default_factory=dict)

    def own(self, label: str) -> list[str]:
        """Ids of the document's own nodes of a label."""
        if label == "Document":
            return [self.document.id]
        return [claim.node.id for claim in self.claims if claim.node.label == label]

    def end(self, label: str) -> str | None:
        """The id of a node of a label, named where it is an entity; None where there is none."""
        if label in OWN:
            return _any(self.random, self.own(label))
        if label == "Goal":
            return skewed(self.random, self.world.goals)
        if label == "Indicator":
            return self.indicator()
        return self.entity(label)

    def entity(self, label: str) -> str:
        """The id of an entity of the world; one of its forms is mentioned in a passage."""
        entity = skewed(self.random, self.world.entities[label])
        passage = self.random.choice(self.passages)
        form = self.random.choice(sorted(entity.forms))
        self.entities[entity.id] = entity
        at = len(self.mentions)
        self.mentions[passage.id, entity.id] = NamedPlace(passage.id, entity.id, at, at + len(form), form, form)
        return entity.id

    def indicator(self) -> str:
        """The id of an indicator of the world."""
        indicator = skewed(self.random, self.world.indicators)
        self.indicators[indicator.id] = indicator
        return indicator.id

    def fact(self, kind: str, subject: str, object_: str) -> None:
        """A statement in some passage of the document."""
        passage = self.random.choice(self.passages)
        quote = passage.text[: self.random.randrange(1, len(passage.text))]
        statement = nodes.Statement(
            id=ids.claim_id("Statement", passage.id, kind, subject, object_),
            name=quote[:40],
            type=kind,
            subject=subject,
            object=object_,
            modality=self.modality(),
            quote=quote,
            start=passage.start,
            end=passage.start + len(quote),
            title=self.random.choice(POSTS) if kind == "HOLDS_POST" else None,
        )
        self.facts[statement.id] = StatedFact(statement, passage.id)

    def modality(self) -> Modality:
        return self.random.choice(MODALITIES)

    def claim(self, node: nodes.Measure | nodes.Target | nodes.Result, passage: nodes.Passage) -> None:
        self.claims.append(Claim(node, passage.id, passage.start, passage.end, passage.text))


def documents(seed: int, statements: int) -> Iterator[DocumentGraph]:
    """Documents that state at least so many facts together, about 70 each."""
    made = world(seed, statements)
    stated = number = 0
    while stated < statements:
        graph = document(seed, made, number)
        stated += len(graph.facts)
        number += 1
        yield graph


def document(seed: int, made: World, number: int, revision: int = 0) -> DocumentGraph:
    """The document of a number; another revision is other content at the same source."""
    random = Random(f"{seed} {number} {revision}")  # noqa: S311
    draft = Draft(random, made, _document(random, number, revision))
    _passages(draft)
    _claims(draft)
    for kind, start, end in _pairs():
        rate = OFTEN.get((kind, start, end), RARELY)
        for _ in range(int(rate) + (random.random() < rate % 1)):
            _state(draft, kind, draft.end(start), draft.end(end))
    for (label, kind, other), share in ONCE.items():
        for own in draft.own(label):
            if random.random() < share:
                _state(draft, kind, own, draft.end(other))
    return DocumentGraph(
        document=draft.document,
        passages=tuple(draft.passages),
        entities=tuple(draft.entities.values()),
        indicators=tuple(draft.indicators.values()),
        mentions=tuple(draft.mentions.values()),
        claims=tuple(draft.claims),
        facts=tuple(draft.facts.values()),
    )


def _any(random: Random, things: Sequence[str]) -> str | None:
    return random.choice(things) if things else None


def _pairs() -> Iterator[tuple[str, str, str]]:
    """Every type of relationship that statements support, with the labels it may join, but those of ONCE."""
    once = {(kind, *sorted((label, other))) for label, kind, other in ONCE}
    for kind, declared in RELATIONSHIP_TYPES.items():
        for start, end in declared.ends:
            if "statements" in declared.model_fields and (kind, *sorted((start.label, end.label))) not in once:
                yield kind, start.label, end.label


def _state(draft: Draft, kind: str, subject: str | None, object_: str | None) -> None:
    if subject is None or object_ is None or subject == object_:
        return
    if kind == "RECOGNISES":
        subject, object_ = sorted((subject, object_))
    if kind in ("SETS", "REPORTS") and label_of(object_) == "Document":
        subject, object_ = object_, subject
    assert RELATIONSHIP_TYPES[kind].joins(label_of(subject), label_of(object_))
    draft.fact(kind, subject, object_)


def _document(random: Random, number: int, revision: int) -> nodes.Document:
    source = f"generated/{number:06}.txt"
    title = f"{word(random)}质量简报{number % 50}"
    return nodes.Document(
        id=ids.document_id(source),
        name=title,
        source=source,
        title=title,
        publisher=random.choice((None, "质图简报")),
        published_on=random.choice(DATES),
        doc_number=random.choice((None, f"质发〔2021〕{number}号")),
        period=random.choice(PERIODS),
        sha256=ids.text_hash(f"{number} {revision}"),
        pipeline="generated",
        search_text=title,
    )


def _passages(draft: Draft) -> None:
    start = 0
    for order in range(draft.random.randrange(8, 16)):
        text = f"{word(draft.random)}{draft.random.choice(ODD)}抓好质量工作{draft.random.randrange(9)}。"
        draft.passages.append(
            nodes.Passage(
                id=ids.passage_id(draft.document.id, text, order),
                name=text[:40],
                text=text,
                clean=text.rstrip("。"),
                section=draft.random.choice(("", "一、总体要求", "二、重点任务 / （一）食品安全")),
                start=start,
                end=start + len(text),
                order=order,
            )
        )
        start += len(text)


def _claims(draft: Draft) -> None:
    for passage in draft.passages[1:]:
        if draft.random.random() < 0.8:
            words = {"name": passage.clean, "text": passage.clean, "modality": draft.modality()}
            draft.claim(nodes.Measure(id=ids.claim_id("Measure", passage.id), **words), passage)  # type: ignore[arg-type]
    for ordinal in range(draft.random.randrange(2, 9)):
        passage = draft.random.choice(draft.passages)
        declared = nodes.Target if draft.random.random() < 0.35 else nodes.Result
        draft.claim(declared.model_validate(_value(draft, declared.label, passage, ordinal)), passage)


def _value(draft: Draft, label: str, passage: nodes.Passage, ordinal: int) -> dict[str, Any]:
    random = draft.random
    value, first, last = random.choice(NUMBERS), random.choice(YEARS), random.choice(YEARS)
    years = sorted((first, last)) if first and last else (first, first)
    phrase = f"{word(random)}合格率"
    return {
        "id": ids.claim_id(label, passage.id, label.lower(), phrase, str(ordinal)),
        "name": f"{phrase} {value}",
        "indicator": phrase,
        "comparator": random.choice(COMPARATORS),
        "value": value,
        "value_high": random.choice((None, None, value + 1.5)),
        "unit": random.choice(UNITS),
        "period": random.choice(PERIODS),
        "year_from": years[0],
        "year_to": years[1],
        "region": random.choice((None, "吉林省")),
        "modality": draft.modality(),
    }
