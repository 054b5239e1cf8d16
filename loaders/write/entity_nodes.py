"""An entity's node as a function of its identity and the forms that all documents print it in."""

import re
from collections.abc import Iterable

from graph_schema import nodes
from graph_schema.base import Node
from graph_schema.derive import validate_node
from graph_schema.regions import region_table
from loaders.english_regions import region_in_english
from loaders.records import Entity
from loaders.resolve.core_names import core_name
from loaders.resolve.document import preferred
from loaders.search_text import search_text

# "吉办发〔2020〕27号", "国发[2017]24号"; not "2020年第27号公告"
DOCUMENT_NUMBER = re.compile(r"^.{1,16}[〔\[(（]\d{4}[〕\])）]\d{1,5}号$")
# "(2020-2022年)", "(2021-2035)"; not "(试行)"
PERIOD = re.compile(r"(?P<first>(?:19|20)\d{2})年?-(?P<last>(?:19|20)?\d{2})年?")


def entity_node(entity: Entity, forms: Iterable[str]) -> Node:
    """The node of an entity that documents print as `forms`; the same in whatever order they were loaded."""
    if entity.label == "Region":
        return _region(entity, set(forms))
    known = {*forms, entity.core_name}
    if entity.label == "Agency":
        name = entity.core_name
    else:
        name = min((form for form in known if core_name(entity.label, form) == entity.core_name), key=preferred)
    aliases = tuple(sorted(known - {name}))
    properties: dict[str, object] = {
        "id": entity.id,
        "name": name,
        "aliases": aliases,
        "core_name": entity.core_name,
        "kind": entity.kind,
        "search_text": search_text((name, *aliases)),
    }
    if entity.label == "Plan":
        properties |= _plan(entity.core_name, aliases)
    return validate_node(entity.label, properties)


def _plan(core: str, aliases: tuple[str, ...]) -> dict[str, object]:
    number = next((alias for alias in aliases if DOCUMENT_NUMBER.match(alias)), None)
    period = PERIOD.search(core)
    if period is None:
        return {"doc_number": number}
    first = int(period["first"])
    last = int(period["last"]) if len(period["last"]) == 4 else first // 100 * 100 + int(period["last"])
    return {"doc_number": number, "year_from": first, "year_to": last}


def _region(entity: Entity, forms: set[str]) -> Node:
    row = region_table().by_key(entity.id.partition(":")[2])
    known = forms | (set(row.aliases) | set(row.former) if row else set())
    aliases = tuple(sorted(known - {entity.name}))
    return nodes.Region(
        id=entity.id,
        name=entity.name,
        aliases=aliases,
        kind=entity.kind or "zone",
        code=row.code if row else None,
        search_text=search_text((entity.name, region_in_english(entity.name), *aliases)),
    )
