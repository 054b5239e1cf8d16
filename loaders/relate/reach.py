"""Whom a passage is about where it does not say so: the subject carried on, and the bodies in brackets behind it."""

import re
from dataclasses import dataclass

from loaders.records import Segmented
from loaders.relate.scene import MASKS, Place, Scene

BODY_MASKS = MASKS["Agency"] + MASKS["Organization"]
# Masked words that end a passage with who answers for it: "（A牵头，A负责）", "（责任单位：A）"; not "（A供图）"
IN_CHARGE = re.compile(
    rf"[（(](?=[^（）()]*[{BODY_MASKS}])(?=[^（）()]*(?:负责|牵头|分工|责任|配合|参与|落实))[^（）()]+[）)]?\s*$"
)
# What may stand before the subject of a sentence: nothing, "近日，", "8月3日，", a region; not "对", "由"
BEFORE_SUBJECT = re.compile(rf"(?:^|[，,：:）)讯电日来年月间后上中{MASKS['Region']}])$")
NOT_SUBJECT = re.compile("[的、和供官网]")


@dataclass(frozen=True)
class Reach:
    """For each passage: the place of the subject in force and how many passages ago it stood, and the passage whose
    bracket names who answers for it. None where there is none."""

    subject: tuple[Place | None, ...]
    bracket: tuple[int | None, ...]


def reach(scene: Scene) -> Reach:
    """Read off a document what its passages leave unsaid."""
    by_passage: dict[int, list[Place]] = {}
    for actor in scene.actors:
        if actor.label in ("Agency", "Organization"):
            for place in actor.places:
                by_passage.setdefault(place.passage, []).append(place)
    return Reach(_subjects(scene, by_passage), _brackets(scene.document, scene.masked))


def _subjects(scene: Scene, by_passage: dict[int, list[Place]]) -> tuple[Place | None, ...]:
    found: list[Place | None] = []
    current: Place | None = None
    for order, text in enumerate(scene.masked):
        places = sorted(by_passage.get(order, []), key=lambda place: (place.start, place.nested, place.listed))
        current = next((place for place in places if _is_subject(text, place)), current)
        found.append(current)
    return tuple(found)


def _is_subject(text: str, place: Place) -> bool:
    if place.nested or NOT_SUBJECT.match(text, place.end):
        return False
    return BEFORE_SUBJECT.search(text[: place.start]) is not None


def _brackets(document: Segmented, masked: tuple[str, ...]) -> tuple[int | None, ...]:
    found: list[int | None] = []
    current: int | None = None
    for passage, text in zip(reversed(document.passages), reversed(masked), strict=True):
        if IN_CHARGE.search(text):
            current = passage.order
        elif passage.kind == "heading" or (current and document.passages[current].section != passage.section):
            current = None
        found.append(current)
    return tuple(reversed(found))
