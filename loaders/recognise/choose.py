"""Which mentions are kept where several extractors mark the same words."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from loaders.records import Mention

# What may stand inside what: a region prefixes an agency, issuing agencies open a title; a reader looks for both.
NESTS: Mapping[str, frozenset[str]] = {"Region": frozenset({"Agency"}), "Agency": frozenset({"Plan"})}
SURE = 0.8  # a tagged name as sure as this wins over a name of these extractors that is a part of it
PARTIAL = frozenset({"drafted", "national", "quoted"})


def choose(found: Iterable[Mention]) -> tuple[Mention, ...]:
    """The mentions to keep, in reading order: the surer one of two that overlap, of equally sure ones the longer."""
    kept: list[Mention] = []
    taken: defaultdict[int, list[Mention]] = defaultdict(list)  # the mentions kept, by each character of theirs
    for mention in sorted(_without_parts(list(found)), key=_rank):
        places = range(mention.start, mention.end)
        owners = {id(owner): owner for at in places if at in taken for owner in taken[at]}
        if all(_nests(mention, owner) or _nests(owner, mention) for owner in owners.values()):
            kept.append(mention)
            for at in places:
                taken[at].append(mention)
    return tuple(sorted(kept))


def _without_parts(found: Sequence[Mention]) -> list[Mention]:
    """Leave out names that are only a part of a tagged one: 绿色食品 in 全国绿色食品原料生产基地."""
    tagged = [mention for mention in found if mention.extractor == "names" and mention.score >= SURE]
    return [
        mention
        for mention in found
        if mention.extractor not in PARTIAL or not any(_is_inside(mention, other) for other in tagged)
    ]


def _is_inside(mention: Mention, other: Mention) -> bool:
    return other.start <= mention.start and mention.end <= other.end and len(other.text) > len(mention.text)


def _rank(mention: Mention) -> tuple[bool, float, int, Mention]:
    return (mention.label == "Region", -mention.score, mention.start - mention.end, mention)


def _nests(mention: Mention, owner: Mention) -> bool:
    return owner.label in NESTS.get(mention.label, ()) and _is_inside(mention, owner)
