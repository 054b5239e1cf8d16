"""The relations that a document states between the names it mentions, and between its measures and names."""

from collections.abc import Iterator, Mapping, Sequence

import numpy as np

from loaders.models.folder import model_file
from loaders.records import End, MeasureClaim, Mention, MentionEnd, Modality, RegionEnd, Relation, Segmented
from loaders.relate.lineage import lineage
from loaders.relate.posts import post_title
from loaders.relate.reach import Reach, reach
from loaders.relate.recognition import recognitions
from loaders.relate.scene import Actor, Scene, set_scene
from loaders.relate.statements import is_sought, modality_at, place_of_statement
from loaders.relate.structure import structural
from loaders.relate.tie_model import TieModel, tie_chances, tie_model
from loaders.relate.ties import Tie, ties


def find_relations(
    document: Segmented,
    mentions: Sequence[Mention],
    measures: Sequence[MeasureClaim],
    model: TieModel | None = None,
) -> list[Relation]:
    """The relations of a document, by the model in force where none is given.

    Ends are indexes into `mentions`. Two names of one thing may each have the same relation: telling that they are
    one is the resolver's work.
    """
    scene = set_scene(document, mentions)
    around = reach(scene)
    modalities = {claim.passage: claim.modality for claim in measures}
    return [
        *_learned(scene, around, modalities, model or tie_model(model_file("relations.npz"))),
        *recognitions(scene, modalities),
        *structural(scene, around, measures),
        *lineage(scene),
    ]


def _learned(scene: Scene, around: Reach, modalities: Mapping[int, Modality], model: TieModel) -> Iterator[Relation]:
    candidates = list(ties(scene, around))
    chances = tie_chances(scene, around, candidates, model)
    for row, column in np.argwhere(chances.astype(np.float64) > model.threshold).tolist():
        yield _relation(scene, candidates[row], model.kinds[column], modalities, float(chances[row, column]))


def _relation(scene: Scene, tie: Tie, kind: str, modalities: Mapping[int, Modality], score: float) -> Relation:
    subject, object_ = scene.actors[tie.subject], scene.actors[tie.object]
    if tie.places:
        one, other = tie.places[0]
        passage = place_of_statement(scene, one, other)
        ends: tuple[End, End] = (_end(subject, one.mention), MentionEnd(other.mention))
    else:
        other = object_.places[0]
        one, passage = other, scene.document.passages[other.passage]
        ends = (RegionEnd(), MentionEnd(other.mention))
    sought = kind == "RECEIVED" and is_sought(scene, other)
    return Relation(
        kind,
        *ends,
        passage.order,
        passage.text_start,
        passage.text_end,
        "planned" if sought else modality_at(passage, modalities),
        post_title(scene, one) if kind == "HOLDS_POST" else None,
        round(score, 4),
    )


def _end(actor: Actor, mention: int) -> End:
    return RegionEnd() if actor.is_region_of_document else MentionEnd(mention)
