"""GraphML, as Gephi, yEd and networkx read it."""

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from typing import Any
from xml.sax.saxutils import escape, quoteattr

from app.formats.content import Content
from graph_schema.derive import schema_document

_HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n<graphml xmlns="http://graphml.graphdrawing.org/xmlns">\n'
_BESIDE = ("id", "search_text")  # the first is GraphML's own, the second the index's
_TYPES = {"integer": "long", "number": "double", "boolean": "boolean"}
# "\x0b" and "\x1f"; not "\t", "\n" or any letter
_NOT_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]")

Part = Mapping[str, Any]


def write(content: Content) -> Iterator[bytes]:
    """The graph of an answer whose rows hold a `path`: every node and relationship once, in order of appearance."""
    nodes: dict[str, Part] = {}
    relationships: dict[str, Part] = {}
    for row in content.rows:
        path = row["path"]
        nodes.update((node["id"], node) for node in path["nodes"])
        relationships.update((relationship_id(each), each) for each in path["relationships"])
    yield from document(nodes.values(), relationships.values())


def document(nodes: Iterable[Part], relationships: Iterable[Part]) -> Iterator[bytes]:
    """A GraphML document, nodes before relationships, each written as it comes.

    Nodes are mappings of `id`, `label`, `name` and `properties`; relationships of `type`, `start`, `end` (ids) and
    `properties`. Every property of the schema is an attribute of its own; lists are joined by `; `.
    """
    yield (_HEAD + "".join(_declarations()) + '<graph edgedefault="directed">\n').encode()
    for node in nodes:
        data = _data("node", {**node["properties"], "name": node["name"], "label": node["label"]})
        yield f"<node id={_attribute(node['id'])}>{data}</node>\n".encode()
    for each in relationships:
        ends = f"source={_attribute(each['start'])} target={_attribute(each['end'])}"
        data = _data("edge", {**each["properties"], "type": each["type"]})
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
    keys: dict[str, dict[str, str]] = {"node": {"label": "string"}, "edge": {"type": "string"}}
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
