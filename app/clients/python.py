"""Writes the typed client for Python."""

from collections.abc import Iterator
from keyword import iskeyword
from pathlib import Path

from app.queries.catalogue import Catalogue, Query
from app.queries.header import Column, Parameter
from app.queries.types import Kind, ValueType

_RUNTIME = Path(__file__).with_name("runtime.py.txt")
_TYPES: dict[Kind, str] = {
    "string": "str",
    "int": "int",
    "float": "float",
    "bool": "bool",
    "date": "str",
    "year": "int",
    "ref": "str",
    "path": "Path",
}


def python(catalogue: Catalogue) -> str:
    """One module: a class of rows for each query, and a client with a method for each."""
    head, client = _RUNTIME.read_text(encoding="utf-8").split("\n\nclass Zhitu:")
    body, tail = client.split("\n\n\ndef _plain")
    rows = "".join(_row(query) for query in catalogue)
    methods = "".join(_method(query) for query in catalogue)
    return f"{head}\n{rows}\n\nclass Zhitu:{body}\n{methods}\n\ndef _plain{tail}"


def class_name(query: str) -> str:
    """`measures_for_goal` as `MeasuresForGoal`."""
    return "".join(word.capitalize() for word in query.split("_"))


def _row(query: Query) -> str:
    # The functional form takes names that are keywords: `from`.
    columns = "".join(f'        "{name}": {_cell(column)},\n' for name, column in query.header.returns.items())
    return f'\n\n{class_name(query.id)}Row = TypedDict(\n    "{class_name(query.id)}Row",\n    {{\n{columns}    }},\n)'


def _cell(column: Column) -> str:
    kind = _typed(column.type)
    return f"{kind} | None" if column.may_be_null else kind


def _typed(declared: ValueType) -> str:
    one = _TYPES[declared.kind]
    return f"list[{one}]" if declared.many else one


def _method(query: Query) -> str:
    params = query.header.params
    ordered = sorted(params, key=lambda name: not params[name].required)
    arguments = "".join(f"        {argument(name)}: {_argument_type(params[name])},\n" for name in ordered)
    given = ", ".join(f'"{name}": {argument(name)}' for name in params)
    row = f"{class_name(query.id)}Row"
    return (
        f"\n    def {query.id}(\n        self,\n        *,\n{arguments}        limit: int | None = None,\n"
        f'    ) -> Answer[{row}]:\n        """{"".join(_doc(query))}"""\n'
        f'        return self._ask("{query.id}", {{{given}}}, limit)\n'
    )


def argument(name: str) -> str:
    """A parameter's name as Python takes it: `from_` for `from`."""
    return f"{name}_" if iskeyword(name) else name


def _argument_type(declared: Parameter) -> str:
    one = "Literal[" + ", ".join(f'"{each}"' for each in declared.enum) + "]" if declared.enum else ""
    one = one or _TYPES[declared.type.kind]
    kind = f"Sequence[{one}]" if declared.type.many else one
    return kind if declared.required else f"{kind} | None = None"


def _doc(query: Query) -> Iterator[str]:
    # Backslashes and quotation marks of a description must not end the docstring.
    words = [query.header.description.en, query.header.description.zh]
    yield "\n\n        ".join(each.replace("\\", "\\\\").replace('"""', "'''").rstrip('"') for each in words)
