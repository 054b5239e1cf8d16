"""Writes the typed client for TypeScript."""

from pathlib import Path

from app.clients.python import class_name
from app.queries.catalogue import Catalogue, Query
from app.queries.header import Column, Parameter
from app.queries.types import Kind, ValueType

_RUNTIME = Path(__file__).with_name("runtime.ts.txt")
_TYPES: dict[Kind, str] = {
    "string": "string",
    "int": "number",
    "float": "number",
    "bool": "boolean",
    "date": "string",
    "year": "number",
    "ref": "string",
    "path": "Path",
}


def typescript(catalogue: Catalogue) -> str:
    """One module: an interface for the parameters and the rows of each query, and a client."""
    shapes = "\n".join(_shapes(query) for query in catalogue)
    entries = "".join(
        f"  {query.id}: {{ params: {class_name(query.id)}Params; row: {class_name(query.id)}Row }};\n"
        for query in catalogue
    )
    runtime = _RUNTIME.read_text(encoding="utf-8")
    return f"{runtime}\n{shapes}\nexport interface Queries {{\n{entries}}}\n"


def _shapes(query: Query) -> str:
    name = class_name(query.id)
    header = query.header
    said = f"{header.description.en} {header.description.zh}".replace("*/", "* /")
    params = "".join(f"  readonly {each}{_given(declared)};\n" for each, declared in header.params.items())
    columns = "".join(f"  readonly {each}: {_cell(column)};\n" for each, column in header.returns.items())
    # Without a member, an interface would take anything.
    taken = (
        f"export interface {name}Params {{\n{params}}}"
        if params
        else f"export type {name}Params = Record<string, never>;"
    )
    return f"{taken}\n\n/** {said} */\nexport interface {name}Row {{\n{columns}}}\n"


def _given(declared: Parameter) -> str:
    one = " | ".join(f'"{each}"' for each in declared.enum) if declared.enum else _TYPES[declared.type.kind]
    kind = f"readonly ({one})[]" if declared.type.many else one
    return f"{'' if declared.required else '?'}: {kind}"


def _cell(column: Column) -> str:
    kind = _typed(column.type)
    return f"{kind} | null" if column.may_be_null else kind


def _typed(declared: ValueType) -> str:
    one = _TYPES[declared.kind]
    return f"readonly {one}[]" if declared.many else one
