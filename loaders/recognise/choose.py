"""Which mentions are kept where several extractors mark the same words."""

from collections.abc import Iterable

from loaders.records import Mention, Segmented

# A region may stand inside these: it prefixes an agency, and a reader looks for both.
HOLDS_REGION = frozenset({"Agency"})


def choose(document: Segmented, found: Iterable[Mention]) -> tuple[Mention, ...]:
    """The mentions to keep, in reading order: the surer one of two that overlap, of equally sure ones the longer."""
    kept: list[Mention] = []
    taken: list[Mention | None] = [None] * (len(document.clean.text) + 1)
    for mention in sorted(found, key=_rank):
        owners = {id(owner): owner for owner in taken[mention.start : mention.end] if owner is not None}
        if not owners:
            taken[mention.start : mention.end] = [mention] * (mention.end - mention.start)
        elif not _nests(mention, list(owners.values())):
            continue
        kept.append(mention)
    return tuple(sorted(kept))


def _rank(mention: Mention) -> tuple[bool, float, int, Mention]:
    return (mention.label == "Region", -mention.score, mention.start - mention.end, mention)


def _nests(mention: Mention, owners: list[Mention]) -> bool:
    if mention.label != "Region" or len(owners) != 1:
        return False
    owner = owners[0]
    return owner.label in HOLDS_REGION and mention.start == owner.start and mention.end < owner.end
