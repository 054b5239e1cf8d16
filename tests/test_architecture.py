"""Dependencies point one way: graph_schema <- stores <- loaders <- app."""

import ast
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
LINE = ("graph_schema", "stores", "loaders", "app")
OUTSIDE = ("training", "benchmarks", "tests", "examples")
# A package that only one room may import.
RESERVED = {
    "neo4j": "stores",
    "arcadedb": "stores",
    "fastapi": "app",
    "starlette": "app",
    "typer": "app",
    "uvicorn": "app",
    "prometheus_client": "app",
}
SCHEMA_MAY = {"pydantic", "pydantic_core", "yaml"}


def modules(room: str) -> list[Path]:
    return sorted((ROOT / room).rglob("*.py"))


def imports(path: Path) -> Iterator[str]:
    yield from names_in(ast.parse(path.read_text(encoding="utf-8")))


def names_in(tree: ast.AST) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name.partition(".")[0] for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.level == 0 and node.module:
            yield node.module.partition(".")[0]


@pytest.mark.parametrize("room", LINE)
def test_a_room_imports_only_rooms_before_it(room: str) -> None:
    allowed = LINE[: LINE.index(room) + 1]
    wrong = [
        f"{path.relative_to(ROOT)} imports {name}"
        for path in modules(room)
        for name in imports(path)
        if name in (*LINE, *OUTSIDE) and name not in allowed
    ]
    assert modules(room), f"no modules in {room}/"
    assert wrong == []


@pytest.mark.parametrize(("package", "owner"), RESERVED.items())
def test_a_driver_or_framework_stays_in_its_room(package: str, owner: str) -> None:
    wrong = [
        str(path.relative_to(ROOT))
        for room in LINE
        if room != owner
        for path in modules(room)
        if package in imports(path)
    ]
    assert wrong == []


def test_the_schema_needs_little() -> None:
    wrong = {
        (str(path.relative_to(ROOT)), name)
        for path in modules("graph_schema")
        for name in imports(path)
        if name not in sys.stdlib_module_names and name not in SCHEMA_MAY and name != "graph_schema"
    }
    assert wrong == set()


def test_no_import_of_ours_hides_in_a_function_or_behind_type_checking() -> None:
    wrong = []
    for path in (path for room in LINE for path in modules(room)):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.If):
                inner = ast.Module(body=list(node.body), type_ignores=[])
                wrong += [f"{path.relative_to(ROOT)}:{node.lineno}" for name in names_in(inner) if name in LINE]
    assert wrong == []


def test_no_module_is_named_for_nothing() -> None:
    names = {path.stem for room in (*LINE, "training", "benchmarks") for path in modules(room)}
    assert names & {"utils", "util", "helpers", "common", "misc"} == set()


def test_cypher_holds_data_only() -> None:
    assert modules("cypher") == []
