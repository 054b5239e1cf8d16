"""Documents put together from sentences whose names and facts are known, with no recogniser in between."""

from collections.abc import Sequence
from dataclasses import dataclass

from graph_schema.ids import text_hash
from graph_schema.regions import region_table
from loaders.assemble import Findings, assemble
from loaders.document_graph import DocumentGraph
from loaders.normalise import normalise
from loaders.records import Entity, MeasureClaim, Mention, MentionEnd, Quantity, RawDocument, Relation
from loaders.resolve import resolve
from loaders.resolve.regions import resolve_region
from loaders.segment import segment


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence with two names in it and the fact that it states between them."""

    text: str
    subject: tuple[str, str]
    object: tuple[str, str]
    fact: str
    number: tuple[str, float, str] | None = None


def stated(text: str, subject: str, fact: str, object_: str) -> Sentence:
    """A sentence, its ends written `Label name`."""
    label, _, name = subject.partition(" ")
    other, _, object_name = object_.partition(" ")
    return Sentence(text, (label, name), (other, object_name), fact)


POOL = (
    stated("长春市市场监管局牵头开展守护餐桌行动。", "Agency 长春市市场监管局", "LEADS", "Campaign 守护餐桌行动"),
    stated("市场监管总局参与守护餐桌行动。", "Agency 市场监管总局", "PARTICIPATES_IN", "Campaign 守护餐桌行动"),
    stated("长春市大力推广春品优选。", "Region 长春市", "PROMOTES", "Brand 春品优选"),
    stated("青岛市大力推广“春品优选”。", "Region 青岛市", "PROMOTES", "Brand “春品优选”"),
    stated("春品优选与圳品实现互认。", "Brand 春品优选", "RECOGNISES", "Brand 圳品"),
    stated("市市场监管局建成智慧检测平台。", "Agency 市市场监管局", "OPERATES", "Platform 智慧检测平台"),
    stated("李明任青岛市市场监管局局长。", "Person 李明", "HOLDS_POST", "Agency 青岛市市场监管局"),
    stated("长春市质监局印发《质量提升方案》。", "Plan 质量提升方案", "ISSUED_BY", "Agency 长春市质监局"),
    Sentence(
        "青岛市获评质量强市示范城市,食品抽检合格率99.5%。",
        ("Region", "青岛市"),
        ("Award", "质量强市示范城市"),
        "RECEIVED",
        ("食品抽检合格率", 99.5, "%"),
    ),
)


def document(source: str, sentences: Sequence[Sentence], region: str = "长春市") -> DocumentGraph:
    """The graph of the document that consists of `sentences`, about `region`."""
    text = f"{region}质量工作简报\n" + "".join(sentence.text + "\n" for sentence in sentences)
    raw = RawDocument(source, source, text, text_hash(text), "text/plain")
    cut = segment(raw, normalise(text))
    mentions: list[Mention] = []
    relations: list[Relation] = []
    measures: list[MeasureClaim] = []
    quantities: list[Quantity] = []
    offset = cut.clean.text.index("\n") + 1
    for sentence in sentences:
        passage = cut.passage_at(offset)
        ends = [_mention(cut.clean.text, passage.text_start, *end) for end in (sentence.subject, sentence.object)]
        first = len(mentions)
        at = (passage.text_start, passage.text_end)
        relations.append(Relation(sentence.fact, MentionEnd(first), MentionEnd(first + 1), passage.order, *at))
        mentions += ends
        measures.append(MeasureClaim(passage.order, ("food-safety",), "done"))
        if sentence.number is not None:
            name, value, unit = sentence.number
            start = cut.clean.text.index(f"{value:g}", passage.start)
            quantities.append(Quantity(start, start + 5, "result", name, "=", value, unit, region=region))
        offset = passage.end
    within = region_table().resolve(region)

    def region_of(name: str) -> Entity | None:
        return resolve_region(name, within)

    found = tuple(mentions)
    resolution = resolve(cut, found, relations)
    findings = Findings(
        cut,
        found,
        tuple(measures),
        tuple(quantities),
        tuple(relations),
        resolution,
        ("brand",) * len(cut.passages),
        region_of,
    )
    return assemble(findings, "test")


def _mention(text: str, start: int, label: str, name: str) -> Mention:
    at = text.index(name, start)
    return Mention(at, at + len(name), label, name, "test")
