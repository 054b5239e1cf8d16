"""The whole graph as files: GraphML, JSON Lines, CSV."""

from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

import orjson

from app.formats import Content, csv, graphml
from graph_schema.base import NODE_TYPES, RELATIONSHIP_TYPES
from stores.dump import LEFT_OUT_NODES, nodes_of, relationships_of
from stores.store import Store

Part = dict[str, Any]
Writer = Callable[[Store], Iterator[tuple[str, Iterator[bytes]]]]
_LABELS = [label for label in NODE_TYPES if label not in LEFT_OUT_NODES]
_FOR_THE_INDEX = "search_text"
_BESIDE = ("id", "name", _FOR_THE_INDEX)


def write(store: Store, folder: Path, form: str) -> Iterator[Path]:
    """Write the graph in one of `FORMS` below a folder, making it; gives each file once it is written."""
    for name, pieces in FORMS[form](store):
        file = folder / name
        file.parent.mkdir(parents=True, exist_ok=True)
        with file.open("wb") as out:
            out.writelines(pieces)
        yield file


def _graphml(store: Store) -> Iterator[tuple[str, Iterator[bytes]]]:
    """One file, `zhitu.graphml`."""
    nodes = (node for label in _LABELS for node in _nodes(store, label))
    relationships = (each for kind in RELATIONSHIP_TYPES for each in relationships_of(store, kind))
    yield "zhitu.graphml", graphml.document(nodes, relationships)


def _jsonl(store: Store) -> Iterator[tuple[str, Iterator[bytes]]]:
    """`nodes.jsonl` and `relationships.jsonl`."""
    yield "nodes.jsonl", (_line(node) for label in _LABELS for node in _nodes(store, label))
    yield "relationships.jsonl", (_line(each) for kind in RELATIONSHIP_TYPES for each in relationships_of(store, kind))


def _csv(store: Store) -> Iterator[tuple[str, Iterator[bytes]]]:
    """One file a label, `nodes/Brand.csv`, and one a type, `relationships/USES.csv`."""
    for label in _LABELS:
        columns = tuple(name for name in NODE_TYPES[label].model_fields if name != _FOR_THE_INDEX)
        rows = ({**node["properties"], "id": node["id"], "name": node["name"]} for node in _nodes(store, label))
        yield f"nodes/{label}.csv", csv.write(Content(columns, rows))
    for kind, declared in RELATIONSHIP_TYPES.items():
        columns = ("from", "to", *declared.model_fields)
        ends = (
            {"from": each["start"], "to": each["end"], **each["properties"]} for each in relationships_of(store, kind)
        )
        yield f"relationships/{kind}.csv", csv.write(Content(columns, ends))


def _nodes(store: Store, label: str) -> Iterator[Part]:
    for node in nodes_of(store, label):
        properties = {
            key: value for key, value in node["properties"].items() if key not in ("id", "name", _FOR_THE_INDEX)
        }
        yield {
            "id": node["properties"]["id"],
            "label": label,
            "name": node["properties"]["name"],
            "properties": properties,
        }


def _line(part: Part) -> bytes:
    return orjson.dumps(part, option=orjson.OPT_APPEND_NEWLINE)


FORMS: Mapping[str, Writer] = {"graphml": _graphml, "jsonl": _jsonl, "csv": _csv}
