"""Whether the values that a header gives its parameters are such as the parameters take."""

from collections.abc import Iterator, Sequence

from app.queries.check_header import Problem
from app.queries.errors import ParameterError, Proposal, as_they_are
from app.queries.header import Header, Raw
from app.queries.parameters import as_given, value_of
from app.queries.source import Place


class _AnyNode:
    """Takes every reference for a node: a file alone does not show what the graph holds."""

    def find(self, labels: Sequence[str], given: str) -> list[Proposal]:
        return as_they_are([given]) if labels else []

    def nearest(self, labels: Sequence[str], given: str) -> list[Proposal]:
        return self.find(labels, given)


def problems(header: Header) -> Iterator[Problem]:
    """Defaults, examples and the parameters of examples that cannot be read, each with its place in the header."""
    for place, name, raw in _given(header):
        if name in header.params:
            try:
                value_of(name, header.params[name], as_given(raw), _AnyNode())
            except ParameterError as error:
                yield place, str(error)
            except ValueError:
                yield ("params", name), f"min or max is no {header.params[name].type.one}"


def _given(header: Header) -> Iterator[tuple[Place, str, Raw]]:
    for name, parameter in header.params.items():
        yield ("params", name, "example"), name, parameter.example
        if parameter.default is not None:
            yield ("params", name, "default"), name, parameter.default
    for position, example in enumerate(header.examples):
        for name, raw in example.params.items():
            yield ("examples", position, "params", name), name, raw
