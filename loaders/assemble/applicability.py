"""Where a plan, campaign, platform or brand holds: in the division its name begins with, else in the document's."""

from graph_schema.regions import RegionRow, region_table
from loaders.records import Entity
from loaders.resolve.core_names import OWNERS, national_names
from loaders.resolve.regions import region_entity

LOCAL = frozenset({"Plan", "Campaign", "Platform", "Brand"})
LONGEST = 12  # characters of a division's name


def holds_in(entity: Entity, document: Entity | None) -> Entity | None:
    """The region that an entity of a document about `document` holds in; None where it is national or nothing tells.

    A name that begins with an area of several provinces (东北区域…) tells no division, so the document's region does.
    """
    if entity.label not in LOCAL or entity.core_name in national_names():
        return None
    named = _named(entity.core_name)
    if named is not None:
        return region_entity(named, named.name)
    if entity.core_name.startswith(OWNERS):
        return None
    return document


def _named(core: str) -> RegionRow | None:
    table = region_table()
    for length in range(min(LONGEST, len(core) - 1), 1, -1):
        row = table.resolve(core[:length]) if table.by_name(core[:length]) else None
        if row is not None and row.kind in ("province", "prefecture", "county", "zone"):
            return row
    return None
