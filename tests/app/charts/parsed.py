"""A drawing read back: its words and where they stand."""

import re
from dataclasses import dataclass
from xml.etree import ElementTree

from app.charts.fitting import width

SPACE = "{http://www.w3.org/2000/svg}"


@dataclass(frozen=True, slots=True)
class Words:
    """A line of words and the box that it takes by the estimate of widths; `leans` where it is turned."""

    text: str
    left: float
    top: float
    right: float
    bottom: float
    leans: bool

    def meets(self, other: "Words") -> bool:
        """Whether the boxes overlap by more than a pixel."""
        return (
            min(self.right, other.right) - max(self.left, other.left) > 1
            and min(self.bottom, other.bottom) - max(self.top, other.top) > 1
        )


@dataclass(frozen=True, slots=True)
class Parsed:
    """A drawing."""

    root: ElementTree.Element
    words: list[Words]

    @property
    def size(self) -> tuple[float, float]:
        """Width and height."""
        return float(self.root.attrib["width"]), float(self.root.attrib["height"])

    def count(self, name: str) -> int:
        """How many elements have a name."""
        return len(self.root.findall(f".//{SPACE}{name}"))

    def marks(self) -> list[tuple[list[int], str]]:
        """The rows that each mark stands for, and what it says of them."""
        groups = self.root.findall(f".//{SPACE}g[@data-rows]")
        told = ((each.attrib["data-rows"], each.findtext(f"{SPACE}title")) for each in groups)
        return [([int(row) for row in rows.split()], words or "") for rows, words in told]

    def one(self, name: str) -> str:
        """The words of the first element of a name."""
        found = self.root.find(f"{SPACE}{name}")
        assert found is not None
        return found.text or ""


def parse(drawing: str) -> Parsed:
    """Read a drawing; it must be well-formed, and hold nothing that loads or runs."""
    root = ElementTree.fromstring(drawing)  # noqa: S314 - our own, with no entities
    assert not {each.tag.removeprefix(SPACE) for each in root.iter()} & {"script", "image", "style", "foreignObject"}
    assert not re.search(r"\s(?:href|on\w+|style)=", drawing)
    return Parsed(root, [_words(each) for each in root.iter(f"{SPACE}text")])


def _words(element: ElementTree.Element) -> Words:
    size = float(element.attrib["font-size"])
    text = "".join([element.text or "", *(each.tail or "" for each in element)])
    length = width(text, size)
    x, y = float(element.attrib["x"]), float(element.attrib["y"])
    left = x - {"middle": length / 2, "end": length}.get(element.attrib.get("text-anchor", ""), 0.0)
    return Words(text, left, y - 0.85 * size, left + length, y + 0.15 * size, "transform" in element.attrib)
