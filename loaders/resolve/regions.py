"""Regions as entities: by table where it knows them, else by name and kind inside the document's region."""

import re

from graph_schema import ids
from graph_schema.regions import RegionRow, region_table
from loaders.records import Entity, Segmented

# The divisions below the county, which no table lists.
SMALL = {"街道": "street", "镇": "town", "乡": "town", "村": "village", "社区": "community"}
ZONES = ("开发区", "高新区", "经开区", "新区", "示范区", "试验区", "园区", "保税区", "合作区", "功能区")


def region_of_document(document: Segmented) -> RegionRow | None:
    """The region that a document is about; a row of its own for a town or street, which no table lists."""
    name = document.metadata.region
    if name is None:
        return None
    kind = next((kind for suffix, kind in SMALL.items() if name.endswith(suffix)), None)
    if kind is None:
        return region_table().resolve(name)
    above = _above(name, document.clean.text)
    return RegionRow(f"{kind}:{name}", name, kind, above.key if above else None)


def _above(name: str, text: str) -> RegionRow | None:
    """The county that the text prints before a town's name."""
    # "松江区九里亭街道": the county right before the street
    for match in re.finditer(rf"(?P<county>[\u4e00-\u9fff]{{2,7}}[区县市旗]){re.escape(name)}", text):
        county = match["county"]
        for cut in range(len(county) - 2):
            row = region_table().resolve(county[cut:])
            if row is not None:
                return row
    return None


def region_entity(row: RegionRow, form: str) -> Entity:
    """The entity of a region, printed as `form`."""
    if row.kind in SMALL.values():
        return Entity(
            ids.hashed("Region", row.kind, row.name, row.parent or ""),
            "Region",
            row.name,
            row.name,
            frozenset({row.name, form}),
            row.kind,
        )
    return Entity(ids.coded("Region", row.key), "Region", row.name, row.name, frozenset({row.name, form}), row.kind)


def unlisted_region(name: str, within: RegionRow | None) -> Entity | None:
    """The entity of a town, street or zone that no table lists; None where its name does not tell what it is."""
    kind = next((kind for suffix, kind in SMALL.items() if name.endswith(suffix)), None)
    if kind is not None and within is not None and within.kind == kind and name.endswith(within.name):
        return region_entity(within, name)
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
