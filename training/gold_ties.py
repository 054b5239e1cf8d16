"""The pairs of names of annotated texts, with the gold relations that join them."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from loaders.models.signs import Groups
from loaders.recognise import recognise
from loaders.records import Mention, Segmented
from loaders.relate.reach import reach
from loaders.relate.scene import set_scene
from loaders.relate.tie_model import described
from loaders.relate.ties import ENDS, ties
from loaders.resolve import resolve
from training.align import align, name_key, occurrences
from training.clauses import segmented
from training.gold import AnnotatedText, GoldNode
from training.split import fold_of


@dataclass(frozen=True)
class GoldTie:
    """One pair: its signs and words, the relations that may hold, that do hold, and that it is an example of."""

    subject: int
    object: int
    signs: Groups
    words: str
    kinds: tuple[str, ...]
    holds: frozenset[str]
    usable: frozenset[str]


@dataclass(frozen=True)
class DocumentTies:
    """The pairs of a document; `lost` counts the gold relations whose names are no pair."""

    stem: str
    fold: int
    ties: tuple[GoldTie, ...]
    lost: int


def gold_mentions(text: str, nodes: Sequence[GoldNode]) -> list[Mention]:
    """Every place where a gold node is named; inside a longer name only regions, and nodes named nowhere else."""
    outer = align(text, nodes)
    alone = {span.node for span in outer}
    taken = {(span.start, span.end) for span in outer}
    inner = [
        span
        for span in occurrences(text, nodes)
        if (span.node not in alone or span.label == "Region") and (span.start, span.end) not in taken
    ]
    return sorted(
        {
            Mention(span.start, span.end, span.label, text[span.start : span.end], "gold", nodes[span.node].name)
            for span in (*outer, *inner)
        }
    )


def document_ties(annotated: AnnotatedText) -> DocumentTies:
    """The pairs of a document between its gold names."""
    document = segmented(annotated)
    metadata = replace(document.metadata, region=annotated.gold.document.region)
    mentions = gold_mentions(document.clean.text, annotated.gold.nodes)
    return labelled(annotated, replace(document, metadata=metadata), mentions)


def found_ties(annotated: AnnotatedText) -> DocumentTies:
    """The pairs of a document between the names that the models in force find: not all right, not all there."""
    document = segmented(annotated)
    return labelled(annotated, document, recognise(document))


def labelled(annotated: AnnotatedText, document: Segmented, mentions: Sequence[Mention]) -> DocumentTies:
    """The pairs of a document between some mentions, with the gold relations that hold."""
    scene = set_scene(document, mentions)
    around = reach(scene)
    candidates = list(ties(scene, around))
    canonical = {name_key(name): node.name for node in annotated.gold.nodes for name in (node.name, *node.aliases)}
    for name, forms in _resolved(document, mentions).items():
        known = [canonical[key] for key in sorted(map(name_key, forms)) if key in canonical]
        if known:
            canonical.setdefault(name_key(name), known[0])

    def end(name: str) -> str:
        return name_key(canonical.get(name_key(name), name))

    gold = {(row.type, end(row.source), end(row.target)): row.optional for row in annotated.gold.relationships}
    found: list[GoldTie] = []
    met: set[tuple[str, str, str]] = set()
    for tie, signs, words in zip(candidates, *described(scene, around, candidates), strict=True):
        subject, object_ = scene.actors[tie.subject], scene.actors[tie.object]
        facts = {kind: (kind, end(subject.name), end(object_.name)) for kind in tie.kinds}
        met |= set(facts.values())
        holds = frozenset(kind for kind, fact in facts.items() if fact in gold)
        usable = frozenset(kind for kind, fact in facts.items() if not gold.get(fact, False))
        found.append(GoldTie(tie.subject, tie.object, signs, words, tie.kinds, holds & usable, usable))
    lost = sum(not optional and fact not in met and fact[0] in ENDS for fact, optional in gold.items())
    return DocumentTies(annotated.stem, fold_of(annotated.stem), tuple(found), lost)


def _resolved(document: Segmented, mentions: Sequence[Mention]) -> dict[str, frozenset[str]]:
    """All forms of the thing that each name of the mentions stands for."""
    resolution = resolve(document, mentions, ())
    return {
        mention.full or mention.text: entity.forms
        for mention, entity in zip(mentions, resolution.of, strict=True)
        if entity is not None
    }
