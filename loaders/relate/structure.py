"""What the form of a text says of its measures: who answers for them, what they use and what they carry out."""

import re
from collections.abc import Iterator, Sequence

from loaders.records import End, MeasureClaim, MeasureEnd, MentionEnd, Modality, Passage, Relation
from loaders.relate.reach import Reach
from loaders.relate.scene import MASKS, Place, Scene

BODIES = ("Agency", "Organization")
LIST = MASKS["Agency"] + MASKS["Organization"]
# Behind the bodies of a bracket, up to its next ones: "牵头，", "按职责分工负责"
LEADING = re.compile(r"牵头|为主|主办|总负责")
JOINING = re.compile(r"配合|参与|参加|协助|协办|分工")
# What carries out the plan that follows: "根据《", "贯彻落实", "按照"; not "印发《"
FOLLOWING = re.compile(r"(?:贯彻落实|贯彻|落实|根据|按照|依据|依照|实施|推进|执行|对照)[^，。；《]{0,12}[《“]?$")
USED = ("Brand", "Platform", "Campaign")
AMENDING = re.compile(r"修[订改正]\S{0,6}$")  # "修订《", "对"; not "制修订标准"
REPEALED = re.compile(r"^[》”]?(?:[（(][^（）()]*[）)])?同时废止|^[》”]?(?:[（(][^（）()]*[）)])?予以废止")
TITLE_SHARE = 0.6  # of a title, that a plan's name fills where the document is that plan's text


def structural(scene: Scene, around: Reach, measures: Sequence[MeasureClaim]) -> Iterator[Relation]:
    """The relations between the measures of a document and the names it mentions, and between plans."""
    own, heading = own_plan(scene), _in_headings(scene)
    for claim in measures:
        passage = scene.document.passages[claim.passage]
        yield from _in_charge(scene, around, passage, claim.modality)
        yield from _named_inside(scene, passage, claim.modality)
        for place in (*own, *_section_plans(scene, passage, heading)):
            yield _of_measure("IMPLEMENTS", passage, place, claim.modality)
    yield from _amendments(scene)


def _of_measure(kind: str, passage: Passage, place: Place, modality: Modality, by: Passage | None = None) -> Relation:
    """A relation from a measure to a name, stated by the measure's passage or by another."""
    at = by or passage
    return _stated(kind, MeasureEnd(passage.order), MentionEnd(place.mention), at, modality)


def _stated(kind: str, subject: End, object_: End, passage: Passage, modality: Modality) -> Relation:
    return Relation(kind, subject, object_, passage.order, passage.text_start, passage.text_end, modality)


def _in_charge(scene: Scene, around: Reach, passage: Passage, modality: Modality) -> Iterator[Relation]:
    """Who leads a measure or takes part: by the bracket behind it, else by the subject of its sentence."""
    bracket, subject = around.bracket[passage.order], around.subject[passage.order]
    if bracket is not None:
        at = scene.document.passages[bracket]
        text = scene.masked[bracket]
        opening = max(text.rfind("（"), text.rfind("("))
        for place in _bodies(scene, bracket):
            if place.start > opening:
                kind = _part(text, place)
                yield _stated(kind, MentionEnd(place.mention), MeasureEnd(passage.order), at, modality)
    elif subject is not None and subject.passage == passage.order:
        for place in _bodies(scene, passage.order):
            if place.start == subject.start:
                yield _stated("LEADS", MentionEnd(place.mention), MeasureEnd(passage.order), passage, modality)


def _part(text: str, place: Place) -> str:
    """Whether a body in a bracket leads or takes part, by the words up to the next bodies; alone it leads."""
    behind = re.split(f"[{LIST}]", text[place.end :], maxsplit=1)[0]
    if LEADING.search(behind):
        return "LEADS"
    if JOINING.search(behind) and LEADING.search(text[: place.start]):
        return "PARTICIPATES_IN"
    return "PARTICIPATES_IN" if re.search("配合|参与|参加|协助|协办", behind) else "LEADS"


def _bodies(scene: Scene, order: int) -> list[Place]:
    here = [scene.actors[index] for index in scene.present.get(order, ())]
    return [
        place
        for label in BODIES
        for actor in here
        if actor.label == label
        for place in actor.places_in(order)
        if not place.nested
    ]


def _named_inside(scene: Scene, passage: Passage, modality: Modality) -> Iterator[Relation]:
    """The brands, platforms and campaigns that a measure uses, the plans and campaigns that it carries out."""
    text = scene.masked[passage.order]
    for actor in (scene.actors[index] for index in scene.present.get(passage.order, ())):
        places = actor.places_in(passage.order)
        if actor.label in USED:
            yield _of_measure("USES", passage, places[0], modality)
        if actor.label in ("Plan", "Campaign"):
            following = [place for place in places if FOLLOWING.search(text[: place.start])]
            yield from (_of_measure("IMPLEMENTS", passage, place, modality) for place in following[:1])


def _in_headings(scene: Scene) -> list[list[Place]]:
    """For each plan, then each campaign, its places in headings; those that have one."""
    indexes = [index for label in ("Plan", "Campaign") for index in scene.by_label.get(label, ())]
    headings = {passage.order for passage in scene.document.passages if passage.kind == "heading"}
    named = ([p for p in scene.actors[index].places if p.passage in headings and not p.nested] for index in indexes)
    return [places for places in named if places]


def _section_plans(scene: Scene, passage: Passage, in_headings: Sequence[Sequence[Place]]) -> Iterator[Place]:
    """Plans and campaigns that a heading above a passage names; `in_headings` are the places of each in headings."""
    for places in in_headings if passage.section else ():
        for place in places:
            heading = scene.document.passages[place.passage]
            if heading.order < passage.order and heading.text in passage.section:
                yield place
                break


def own_plan(scene: Scene) -> list[Place]:
    """The first place of the plan whose text the document is, where the document's title names it."""
    title = scene.document.metadata.title or ""
    for index in scene.by_label.get("Plan", ()):
        for place in scene.actors[index].places:
            name = scene.mentions[place.mention].text
            if name in title and len(name) >= TITLE_SHARE * len(title):
                return [place]
    return []


def _amendments(scene: Scene) -> Iterator[Relation]:
    """What the document's own plan amends or repeals."""
    own = own_plan(scene)
    for place in own:
        for index in scene.by_label.get("Plan", ()):
            for other in scene.actors[index].places:
                if other.passage == place.passage:
                    continue
                text = scene.masked[other.passage]
                passage = scene.document.passages[other.passage]
                ends = MentionEnd(place.mention), MentionEnd(other.mention)
                if REPEALED.search(text[other.end :]):
                    yield _stated("REPEALS", *ends, passage, "done")
                elif AMENDING.search(text[: other.start].rstrip("《")):
                    yield _stated("AMENDS", *ends, passage, "done")
