"""Pairs of actors that may be related, and the words around them."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from loaders.relate.reach import Reach
from loaders.relate.scene import OBJECT, SUBJECT, Actor, Place, Scene

BODIES = frozenset({"Agency", "Organization"})
# The labels that a learned relation may join. RECOGNISES is found by rule.
ENDS: dict[str, tuple[frozenset[str], frozenset[str]]] = {
    "ISSUED_BY": (frozenset({"Plan"}), frozenset({"Agency"})),
    "IMPLEMENTS": (frozenset({"Plan"}), frozenset({"Plan"})),
    "LEADS": (frozenset({"Agency"}), frozenset({"Plan", "Campaign", "Platform"})),
    "PARTICIPATES_IN": (BODIES, frozenset({"Plan", "Campaign", "Platform"})),
    "HOLDS_POST": (frozenset({"Person"}), BODIES),
    "OPERATES": (BODIES, frozenset({"Platform"})),
    "PROMOTES": (frozenset({"Agency", "Region"}), frozenset({"Brand"})),
    "RECEIVED": (BODIES | {"Region"}, frozenset({"Award"})),
    "BASED_IN": (BODIES, frozenset({"Region"})),
}
WINDOW = 5  # passages that may lie between two related names, where nothing else joins them
NEAR = 3  # place pairs that are read
LEFT, RIGHT = 12, 14  # masked characters read on either side
BETWEEN = 36  # masked characters read between two names


@dataclass(frozen=True)
class Tie:
    """Two actors of a scene, the relations that may hold, and their closest places, the closest first."""

    subject: int
    object: int
    kinds: tuple[str, ...]
    places: tuple[tuple[Place, Place], ...]


@cache
def types_of(subject: str, object_: str) -> tuple[str, ...]:
    """The relations that may hold from one label to another."""
    return tuple(kind for kind, (subjects, objects) in ENDS.items() if subject in subjects and object_ in objects)


def ties(scene: Scene, around: Reach) -> Iterator[Tie]:
    """The pairs of a scene that a relation may join, by subject, then by object.

    Their names stand near each other, or a subject carried on, a bracket or the document's region joins them.
    """
    reached = _reached(scene, around)
    for subject, actor in enumerate(scene.actors):
        near = {
            index
            for at in {place.passage + step for place in actor.places for step in range(-WINDOW, WINDOW + 1)}
            for index in scene.present.get(at, ())
        }
        if actor.is_region_of_document:
            near |= {index for label in ("Brand", "Award") for index in scene.by_label.get(label, ())}
        for object_ in sorted(near | reached[subject]):
            kinds = types_of(actor.label, scene.actors[object_].label) if object_ != subject else ()
            if kinds:
                yield Tie(subject, object_, kinds, _closest(actor, scene.actors[object_]))


def _reached(scene: Scene, around: Reach) -> defaultdict[int, set[int]]:
    """For each actor, whom a subject in force or a bracket joins to it."""
    standing: defaultdict[tuple[int, int], set[int]] = defaultdict(set)
    for index, actor in enumerate(scene.actors):
        for place in actor.places:
            standing[place.passage, place.start].add(index)
    found: defaultdict[int, set[int]] = defaultdict(set)
    for order, here in scene.present.items():
        force, bracket = around.subject[order], around.bracket[order]
        for subject in standing[force.passage, force.start] if force else ():
            found[subject].update(here)
        for subject in scene.present.get(bracket, ()) if bracket is not None else ():
            found[subject].update(here)
    return found


def _closest(subject: Actor, object_: Actor) -> tuple[tuple[Place, Place], ...]:
    """The closest pair of places, and further ones that share a passage."""
    pairs = []
    for other in object_.places:
        at = bisect_left(subject.starts, (other.passage, other.start))
        pairs += [(_distance(one, other), one, other) for one in subject.places[max(0, at - 1) : at + 1]]
    pairs.sort(key=lambda pair: pair[0])
    kept = pairs[:1] + [pair for pair in pairs[1:NEAR] if pair[0][0] == 0]
    return tuple((one, other) for _, one, other in kept)


def _distance(one: Place, other: Place) -> tuple[int, int, int]:
    apart = abs(one.passage - other.passage)
    return apart, 0 if apart else abs(one.start - other.start), min(one.passage, other.passage)


def words_around(scene: Scene, tie: Tie) -> str:
    """The masked words around the closest places, subject and object marked."""
    if not tie.places:
        return ""
    one, other = tie.places[0]
    if one.passage != other.passage:
        return f"{_around(scene, one, SUBJECT)}|{_around(scene, other, OBJECT)}"
    text = scene.masked[one.passage]
    first, last = (one, other) if one.start <= other.start else (other, one)
    marks = (SUBJECT, OBJECT) if first is one else (OBJECT, SUBJECT)
    between = text[first.end : last.start]
    if len(between) > BETWEEN:
        between = f"{between[: BETWEEN // 2]}…{between[-BETWEEN // 2 :]}"
    left = text[max(0, first.start - LEFT) : first.start]
    return f"{left}{marks[0]}{between}{marks[1]}{text[last.end : last.end + RIGHT]}"


def _around(scene: Scene, place: Place, mark: str) -> str:
    text = scene.masked[place.passage]
    return f"{text[max(0, place.start - LEFT) : place.start]}{mark}{text[place.end : place.end + RIGHT]}"
