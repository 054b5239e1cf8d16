"""Regions as entities: by table where it knows them, else by name and kind inside the document's region."""

from graph_schema import ids
from graph_schema.regions import RegionRow, region_table
from loaders.records import Entity

# The divisions below the county, which no table lists.
SMALL = {"街道": "street", "镇": "town", "乡": "town", "村": "village", "社区": "community"}
ZONES = ("开发区", "高新区", "经开区", "新区", "示范区", "试验区", "园区", "保税区", "合作区", "功能区")


def region_entity(row: RegionRow, form: str) -> Entity:
    """The entity of a region of the table, printed as `form`."""
    return Entity(ids.coded("Region", row.key), "Region", row.name, row.name, frozenset({row.name, form}), row.kind)


def unlisted_region(name: str, within: RegionRow | None) -> Entity | None:
    """The entity of a town, street or zone that no table lists; None where its name does not tell what it is."""
    kind = next((kind for suffix, kind in SMALL.items() if name.endswith(suffix)), None)
    if kind is None and name.endswith(ZONES):
        kind = "zone"
    if kind is None:
        return None
    scope = within.key if within else ""
    return Entity(ids.hashed("Region", kind, name, scope), "Region", name, name, frozenset({name}), kind)


def resolve_region(name: str, within: RegionRow | None) -> Entity | None:
    """The region that a name means in a document about `within`; None where two are left or nothing fits."""
    row = region_table().resolve(name, within)
    return region_entity(row, name) if row else unlisted_region(name, within)
