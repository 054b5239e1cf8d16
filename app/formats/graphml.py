"""GraphML, as Gephi, yEd and networkx read it.

Gephi shows the `label` of nodes and edges and thickens edges by `weight`: here the name, the type, and the number of
statements. The node labels of the schema stand in `labels`, as Neo4j's own export has them.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from typing import Any
from xml.sax.saxutils import escape, quoteattr

from app.formats.content import QUOTE_COLUMNS, Content, quote_columns
from graph_schema.derive import schema_document

_HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n<graphml xmlns="http://graphml.graphdrawing.org/xmlns">\n'
_BESIDE = ("id", "search_text")  # the first is GraphML's own, the second the index's
_OWN = {
    "node": {"label": "string", "labels": "string"},
    "edge": {"label": "string", "type": "string", "weight": "double", **dict.fromkeys(QUOTE_COLUMNS, "string")},
}
_TYPES = {"integer": "long", "number": "double", "boolean": "boolean"}
# "\x0b" and "\x1f"; not "\t", "\n" or any letter
_NOT_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]")

Part = Mapping[str, Any]


def write(content: Content) -> Iterator[bytes]:
    """The graph of an answer whose rows hold a `path`: every node and relationship once, in order of appearance.

    Where rows have `quotes`, each relationship comes with the words, document, section and position of its statements.
    """
    nodes: dict[str, Part] = {}
    relationships: dict[str, Part] = {}
    for row in content.rows:
        path = row["path"]
        nodes.update((node["id"], node) for node in path["nodes"])
        relationships.update((relationship_id(each), _quoted(each, row)) for each in path["relationships"])
    yield from document(nodes.values(), relationships.values())


def _quoted(relationship: Part, row: Part) -> Part:
    if "quotes" not in row:
        return relationship
    own = relationship["properties"].get("statements", ())
    words = quote_columns([quote for quote in row["quotes"] if quote["statement"] in own])
    return {**relationship, "properties": {**relationship["properties"], **words}}


def document(nodes: Iterable[Part], relationships: Iterable[Part]) -> Iterator[bytes]:
    """A GraphML document, nodes before relationships, each written as it comes.

    Nodes are mappings of `id`, `label`, `name` and `properties`; relationships of `type`, `start`, `end` (ids) and
    `properties`. Every property of the schema is an attribute of its own; lists are joined by `; `.
    """
    yield (_HEAD + "".join(_declarations()) + '<graph edgedefault="directed">\n').encode()
    for node in nodes:
        named = {"name": node["name"], "label": node["name"], "labels": node["label"]}
        data = _data("node", {**node["properties"], **named})
        yield f"<node id={_attribute(node['id'])}>{data}</node>\n".encode()
    for each in relationships:
        ends = f"source={_attribute(each['start'])} target={_attribute(each['end'])}"
        weight = max(1, len(each["properties"].get("statements", ())))
        data = _data("edge", {**each["properties"], "label": each["type"], "type": each["type"], "weight": weight})
        yield f"<edge id={_attribute(relationship_id(each))} {ends}>{data}</edge>\n".encode()
    yield b"</graph>\n</graphml>\n"


def relationship_id(relationship: Part) -> str:
    """What tells a relationship from others: its type and ends, and its place where it has one (MENTIONS)."""
    place = relationship["properties"].get("start")
    suffix = "" if place is None else f"@{place}"
    return f"{relationship['start']}-{relationship['type']}-{relationship['end']}{suffix}"


@cache
def _keys() -> dict[str, dict[str, str]]:
    """The GraphML type of every property of nodes and of relationships; string where labels differ."""
    schema = schema_document()
    keys = {part: dict(own) for part, own in _OWN.items()}
    for part, declared in (("node", schema["nodes"]), ("edge", schema["relationships"])):
        for name, declaration in (item for each in declared for item in each["properties"].items()):
            if name not in _BESIDE:
                kind = _TYPES.get(declaration.get("type"), "string")
                keys[part][name] = kind if keys[part].get(name, kind) == kind else "string"
    return keys


def _declarations() -> Iterator[str]:
    for part, keys in _keys().items():
        for name, kind in keys.items():
            yield f'<key id="{part}_{name}" for="{part}" attr.name="{name}" attr.type="{kind}"/>\n'


def _data(part: str, properties: Mapping[str, Any]) -> str:
    return "".join(
        f'<data key="{part}_{name}">{escape(_clean(_text(value)))}</data>'
        for name, value in properties.items()
        if value is not None and name in _keys()[part]
    )


def _text(value: Any) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    return "; ".join(map(str, value)) if isinstance(value, list | tuple) else str(value)


def _attribute(text: str) -> str:
    return quoteattr(_clean(text))


def _clean(text: str) -> str:
    return _NOT_XML.sub("\ufffd", text)
