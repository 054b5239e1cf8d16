"""The names of a document as actors: who stands where, and the words around with every name masked by its label."""

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import groupby
from operator import attrgetter

from loaders.records import Mention, Segmented

# One character for each label in masked text; private use, so that no text holds them.
MASKS = {
    label: chr(0xE000 + place)
    for place, label in enumerate(
        ("Plan", "Campaign", "Agency", "Organization", "Person", "Region", "Brand", "Platform", "Award")
    )
}
SUBJECT, OBJECT = chr(0xE010), chr(0xE011)
BODIES = {MASKS["Agency"], MASKS["Organization"]}
# Between the names of a list: "、", "和", "（以下简称市局）、", " "; not "，" or "会同"
LISTING = re.compile(r"[”’》]?(?:（[^（）]{1,20}）)?(?:[、和与及]|以及)[《“‘]?|”“|》《|[ \u3000]{1,3}")


@dataclass(frozen=True)
class Place:
    """Where a mention stands: its index, its passage's order, and its bounds in the passage's masked words.

    A mention inside a longer one has the bounds of the longer one, and every name of a list those of the list;
    `listed` counts the names before it in the list.
    """

    mention: int
    passage: int
    start: int
    end: int
    nested: bool
    listed: int


@dataclass(frozen=True)
class Actor:
    """What one name of a document stands for, with its places in reading order; the document's region may have none."""

    label: str
    name: str
    places: tuple[Place, ...]
    is_region_of_document: bool = False

    @cached_property
    def _by_passage(self) -> dict[int, tuple[Place, ...]]:
        return {order: tuple(places) for order, places in groupby(self.places, key=attrgetter("passage"))}

    @cached_property
    def starts(self) -> tuple[tuple[int, int], ...]:
        """The passage and the start of each of its places, ascending."""
        return tuple((place.passage, place.start) for place in self.places)

    @cached_property
    def stands(self) -> frozenset[tuple[int, int]]:
        """The same as a set."""
        return frozenset(self.starts)

    def places_in(self, passage: int) -> tuple[Place, ...]:
        """Its places in one passage."""
        return self._by_passage.get(passage, ())


@dataclass(frozen=True)
class Scene:
    """A document with its actors; `masked` has the words of each passage, each name one character."""

    document: Segmented
    mentions: tuple[Mention, ...]
    masked: tuple[str, ...]
    actors: tuple[Actor, ...]

    @cached_property
    def by_label(self) -> dict[str, tuple[int, ...]]:
        """The indexes of the actors of each label."""
        found: defaultdict[str, list[int]] = defaultdict(list)
        for index, actor in enumerate(self.actors):
            found[actor.label].append(index)
        return {label: tuple(indexes) for label, indexes in found.items()}

    @cached_property
    def present(self) -> dict[int, tuple[int, ...]]:
        """The indexes of the actors that each passage names, ascending; nothing for a passage without names."""
        found: defaultdict[int, list[int]] = defaultdict(list)
        for index, actor in enumerate(self.actors):
            for order in dict.fromkeys(place.passage for place in actor.places):
                found[order].append(index)
        return {order: tuple(indexes) for order, indexes in found.items()}


def set_scene(document: Segmented, mentions: Sequence[Mention]) -> Scene:
    """Group the mentions of a document into actors by label and name, the full name where it is known.

    Mentions of labels that no relation here joins are left out.
    """
    inside: dict[int, list[int]] = defaultdict(list)
    starts = [passage.start for passage in document.passages]
    for index, mention in enumerate(mentions):
        if mention.label not in MASKS:
            continue
        inside[bisect_right(starts, mention.start) - 1].append(index)
    masked: list[str] = []
    places: defaultdict[tuple[str, str], list[Place]] = defaultdict(list)
    for order, passage in enumerate(document.passages):
        text, found = _mask(document, mentions, inside.get(order, []), passage.order)
        masked.append(text)
        for place in found:
            mention = mentions[place.mention]
            places[mention.label, mention.full or mention.text].append(place)
    return Scene(document, tuple(mentions), tuple(masked), _actors(document, places))


def _actors(document: Segmented, places: dict[tuple[str, str], list[Place]]) -> tuple[Actor, ...]:
    region = document.metadata.region
    actors = [
        Actor(label, name, tuple(found), label == "Region" and name == region)
        for (label, name), found in places.items()
    ]
    if region is not None and ("Region", region) not in places:
        actors.append(Actor("Region", region, (), True))
    return tuple(actors)


def _mask(
    document: Segmented, mentions: Sequence[Mention], indexes: Sequence[int], order: int
) -> tuple[str, list[Place]]:
    """The masked words of a passage and the places of its mentions in them; a list of names is one character."""
    passage, clean = document.passages[order], document.clean.text
    parts: list[str] = []
    places: list[Place] = []
    length, at, listed = 0, passage.text_start, 0
    for index in sorted(indexes, key=lambda each: (mentions[each].start, -mentions[each].end)):
        mention = mentions[index]
        nested = mention.start < at and bool(places)  # inside, or overlapping, the one before
        between = clean[at : mention.start]
        if not nested:
            listed = listed + 1 if _continues(parts, between, mention.label) else 0
            if not listed:
                parts += (between, MASKS[mention.label])
                length += len(between) + 1
            at = mention.end
        places.append(Place(index, order, max(length - 1, 0), max(length, 0), nested, listed))
    parts.append(clean[at : max(at, passage.text_end)])
    return "".join(parts), places


def _continues(parts: Sequence[str], between: str, label: str) -> bool:
    """Whether a name goes on with the list that the name before it ends."""
    if not parts or LISTING.fullmatch(between) is None:
        return False
    before = parts[-1]
    return before == MASKS[label] or {before, MASKS[label]} == BODIES
