"""A query file as text: a YAML header in the opening block comment, then Cypher.

Every place of the header knows its line, so that a refusal can name it.
"""

from dataclasses import dataclass
from pathlib import Path

import yaml

from app.queries.errors import Finding, QueryFileError

OPENING = "/*---\n"
CLOSING = "\n---*/\n"

Place = tuple[str | int, ...]


@dataclass(frozen=True, slots=True)
class Source:
    """One file: its whole `content`, and split: `header` as plain YAML values, `cypher` with the header blanked out.

    `lines` gives the line of each place of the header; line numbers of `cypher` are those of the file.
    """

    file: Path
    content: str
    header: dict[str, object]
    cypher: str
    lines: dict[Place, int]

    def line(self, place: Place) -> int:
        """The line of a place of the header, or of the nearest place around it."""
        while place not in self.lines:
            place = place[:-1]
        return self.lines[place]


def read(file: Path) -> Source:
    """Split one file.

    Raises QueryFileError where the header is absent, never ends, is no YAML or says a thing twice.
    """
    content = file.read_text(encoding="utf-8")
    end = content.find(CLOSING)
    if not content.startswith(OPENING) or end < 0:
        raise QueryFileError(file, [Finding(1, f"expected a header between {OPENING.strip()} and {CLOSING.strip()}")])
    try:
        root = yaml.compose(content[len(OPENING) : end], yaml.SafeLoader)
        header = yaml.safe_load(content[len(OPENING) : end])
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 2 if error.problem_mark else 1
        raise QueryFileError(file, [Finding(line, f"the header is no YAML: {error.problem}")]) from error
    if root is None or not isinstance(header, dict):
        raise QueryFileError(file, [Finding(1, "expected the header to be a mapping of fields")])
    lines: dict[Place, int] = {(): 1}
    if twice := _index(root, (), lines):
        raise QueryFileError(file, twice)
    above = content[: end + len(CLOSING)].count("\n")
    return Source(file, content, header, "\n" * above + content[end + len(CLOSING) :], lines)


def _index(node: yaml.Node, place: Place, lines: dict[Place, int]) -> list[Finding]:
    """Note the line of every place under a node; what is said twice is returned."""
    twice = []
    if isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            inner = (*place, key.value)
            line = key.start_mark.line + 2
            if inner in lines:
                twice.append(Finding(line, f"{key.value!r} is said twice; first on line {lines[inner]}"))
            lines[inner] = line
            twice += _index(value, inner, lines)
    elif isinstance(node, yaml.SequenceNode):
        for position, item in enumerate(node.value):
            lines[(*place, position)] = item.start_mark.line + 2
            twice += _index(item, (*place, position), lines)
    return twice
