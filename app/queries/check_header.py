"""Whether the fields of a header fit each other."""

import re
from collections.abc import Iterator

from app.formats.content import QUOTE_COLUMNS
from app.queries.header import NAME, Header, NoEvidence, Parameter
from app.queries.source import Place
from app.queries.types import ValueType

# "{goal}" in "measures for {goal}"; not "{two words}"
slot = re.compile(r"\{([a-z][a-z0-9_]*)\}")

# What the API and the command take beside a query's own parameters.
RESERVED = frozenset({"count", "cursor", "evidence", "format", "lang", "limit", "offset"})

EVIDENCE = ValueType("ref", ("Statement",), many=True)
PATH = ValueType("path")
BOUNDED = frozenset({"int", "float", "date", "year"})

Problem = tuple[Place, str]


def problems(query: str, header: Header, tags: frozenset[str]) -> Iterator[Problem]:
    """What is wrong with the header of the query of this id, each with its place in the header."""
    if re.fullmatch(NAME, query) is None:
        yield (), f"{query!r} is no id; a file name is lower-case words joined by underscores"
    for position, tag in enumerate(header.tags):
        if tag not in tags:
            yield ("tags", position), f"unknown tag {tag!r}; known are {', '.join(sorted(tags))}"
    yield from _ask(header)
    for name, parameter in header.params.items():
        for field, message in _parameter(name, parameter):
            yield ("params", name, *field), message
    yield from _columns(header)
    yield from _shape(header)
    yield from _order(header)
    yield from _examples(header)


def _ask(header: Header) -> Iterator[Problem]:
    needed = {name for name, parameter in header.params.items() if parameter.required}
    for language in ("zh", "en"):
        for position, question in enumerate(getattr(header.ask, language)):
            place = ("ask", language, position)
            slots = set(slot.findall(question))
            for unknown in sorted(slots - header.params.keys()):
                yield place, f"slot {{{unknown}}} is no parameter"
            for absent in sorted(needed - slots):
                yield place, f"no slot {{{absent}}}, without which the query cannot run"
            if re.search(r"[{}]", slot.sub("", question)):
                yield place, f"a brace that begins or ends no slot in {question!r}"


def _parameter(name: str, parameter: Parameter) -> Iterator[tuple[Place, str]]:
    if name in RESERVED:
        yield (), f"parameter {name!r} is reserved for the API; reserved are {', '.join(sorted(RESERVED))}"
    if parameter.type.kind == "path":
        yield ("type",), "a path is no value that a caller can give"
    if parameter.type.kind == "ref" and not parameter.type.labels:
        yield ("type",), "a ref that a caller gives says of which labels: ref(Goal)"
    if parameter.required and parameter.default is not None:
        yield ("default",), "a required parameter has no default"
    if parameter.enum is not None and parameter.type.kind != "string":
        yield ("enum",), f"an enum is of strings; the type is {parameter.type}"
    if parameter.enum is not None and parameter.values_from is not None:
        yield ("values_from",), "either enum or values_from"
    for bound in ("min", "max"):
        if getattr(parameter, bound) is not None and parameter.type.kind not in BOUNDED:
            yield (bound,), f"only int, float, date and year have bounds; the type is {parameter.type}"


def _columns(header: Header) -> Iterator[Problem]:
    for part, column in header.view.parts():
        if column not in header.returns:
            yield ("view", part), f"{column!r} is no returned column"
        elif part == "comparator" and header.returns[column].type.kind != "string":
            yield ("view", part), f"{column!r} is no string such as >="
    for name, returned in header.returns.items():
        if name in QUOTE_COLUMNS:
            yield ("returns", name), f"column {name!r} is reserved for evidence=1"
        if (returned.type.kind == "path") != (header.shape == "graph"):
            yield ("returns", name, "type"), "a path is the one column of shape graph"
        if (returned.type == EVIDENCE) != (returned.role == "evidence"):
            yield ("returns", name), f"role evidence and type {EVIDENCE} belong together"


def _shape(header: Header) -> Iterator[Problem]:
    if header.shape == "graph":
        if list(header.returns) != ["path"]:
            yield ("returns",), "shape graph returns the one column `path`"
        if header.evidence is not None:
            yield ("evidence",), "in shape graph the relationships of the path carry the evidence"
        if header.view.kind != "graph":
            yield ("view", "kind"), "shape graph is shown as a graph"
        return
    if header.shape == "scalar" and len(header.returns) != 1:
        yield ("returns",), f"shape scalar returns one column, not {len(header.returns)}"
    if header.shape == "rows" and header.evidence is None:
        yield (), "shape rows needs `evidence`: a column, or `{none: reason}`"
    if isinstance(header.evidence, str) and header.evidence not in header.returns:
        yield ("evidence",), f"{header.evidence!r} is no returned column"
    elif isinstance(header.evidence, str) and header.returns[header.evidence].type != EVIDENCE:
        yield ("evidence",), f"{header.evidence!r} is of type {header.returns[header.evidence].type}, not {EVIDENCE}"
    elif isinstance(header.evidence, NoEvidence) and any(c.role == "evidence" for c in header.returns.values()):
        yield ("evidence",), "there is a column of role evidence, so it is not none"


def _order(header: Header) -> Iterator[Problem]:
    if header.shape == "rows" and not header.order_by:
        yield (), "shape rows needs `order_by`: columns that together are unique"
    if header.shape == "graph" and header.order_by:
        yield ("order_by",), "shape graph has no columns to order by; its ORDER BY stands in the text alone"
    for position, term in enumerate(header.order_by):
        if term.column not in header.returns:
            yield ("order_by", position), f"{term.column!r} is no returned column"


def _examples(header: Header) -> Iterator[Problem]:
    needed = {name for name, parameter in header.params.items() if parameter.required}
    for position, example in enumerate(header.examples):
        place = ("examples", position)
        if (example.rows is None) == (example.at_least is None):
            yield place, "say either `rows` or `at_least`"
        for unknown in sorted(example.params.keys() - header.params.keys()):
            yield (*place, "params", unknown), f"{unknown!r} is no parameter"
        for absent in sorted(needed - example.params.keys()):
            yield (*place, "params"), f"required parameter {absent!r} has no value"
        for number, row in enumerate(example.contains):
            for column in sorted(row.keys() - header.returns.keys()):
                yield (*place, "contains", number, column), f"{column!r} is no returned column"
