"""Apply what people judged of identity: one entity's id for another's, in everything a document says."""

from collections.abc import Mapping
from dataclasses import replace

from loaders.records import Entity, Kept, Resolution


def with_judgements(resolution: Resolution, judged: Mapping[str, Kept]) -> Resolution:
    """The resolution with every entity that was judged to be another one replaced by it."""
    if not judged:
        return resolution
    return replace(
        resolution,
        of=tuple(_kept(entity, judged) for entity in resolution.of),
        region=_kept(resolution.region, judged),
        plan=_kept(resolution.plan, judged),
        publisher=_kept(resolution.publisher, judged),
    )


def _kept(entity: Entity | None, judged: Mapping[str, Kept]) -> Entity | None:
    kept = judged.get(entity.id) if entity else None
    if entity is None or kept is None:
        return entity
    return replace(entity, id=kept.id, core_name=kept.core_name, kind=kept.kind)
