"""Which plan carries out which, where a sentence says so of two plans by name."""

import re
from collections.abc import Iterator

from loaders.records import MentionEnd, Relation
from loaders.relate.scene import MASKS, Place, Scene
from loaders.relate.structure import FOLLOWING, own_plan

PLAN = MASKS["Plan"]
ONE, OTHER = rf"[《“]?(?P<one>{PLAN})[》”]?(?:（[^（）]*）)?", rf"[《“]?(?P<other>{PLAN})"
# Words of a passage with every name masked by one character; a list of names is one name.
PATTERNS = (
    # "《某方案》落实某战略", "《某意见》依据《某法》制定"; not "《某方案》和《某法》"
    re.compile(rf"^{ONE}(?:认真|全面)?(?:贯彻落实|贯彻|落实|执行|依据|根据|按照|细化|衔接)[^，。；]{{0,6}}?{OTHER}"),
    # "制定《某意见》，落实《某纲要》"; not "制定《某意见》，同时废止《某办法》"
    re.compile(
        rf"(?:制定|制订|出台|印发|编制|发布)[^，。；]{{0,8}}?{ONE}，以?(?:贯彻落实|贯彻|落实)[^，。；]{{0,6}}?{OTHER}"
    ),
    # "根据《某法》，制定《某条例》", "为贯彻落实《某纲要》，省政府印发《某意见》"; not "根据群众反映，修订《某办法》"
    re.compile(
        rf"(?:根据|按照|依据|贯彻落实|为落实){OTHER}[》”]?[^。；]{{0,20}}?(?:制定|制订|出台|印发|编制)[^，。；]{{0,8}}?{ONE}"
    ),
)


def lineage(scene: Scene) -> Iterator[Relation]:
    """IMPLEMENTS between plans that a sentence names together, and from the plan whose text the document is.

    Each plan of a list has it.
    """
    plans = [place for index in scene.by_label.get("Plan", ()) for place in scene.actors[index].places]
    for order in sorted({place.passage for place in plans}):
        text = scene.masked[order]
        for pattern in PATTERNS:
            for match in pattern.finditer(text):
                yield from _pairs(scene, plans, order, match)
    for own in own_plan(scene):
        for place in plans:
            if place.passage != own.passage and FOLLOWING.search(scene.masked[place.passage][: place.start]):
                passage = scene.document.passages[place.passage]
                ends = MentionEnd(own.mention), MentionEnd(place.mention)
                yield Relation("IMPLEMENTS", *ends, place.passage, passage.text_start, passage.text_end)


def _pairs(scene: Scene, plans: list[Place], order: int, match: re.Match[str]) -> Iterator[Relation]:
    passage = scene.document.passages[order]
    here = [place for place in plans if place.passage == order and not place.nested]
    ones = [place for place in here if place.start == match.start("one")]
    others = [place for place in here if place.start == match.start("other")]
    for one in ones:
        for other in others:
            ends = MentionEnd(one.mention), MentionEnd(other.mention)
            yield Relation("IMPLEMENTS", *ends, order, passage.text_start, passage.text_end)
