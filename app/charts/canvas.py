"""Builds an SVG document: every word is escaped, looks are attributes, so that no style sheet is needed."""

import re
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from xml.sax.saxutils import escape, quoteattr

# Chinese on Linux, macOS and Windows, in this order; nothing is embedded or loaded.
FONTS = (
    "'Noto Sans CJK SC','Source Han Sans SC','PingFang SC','Hiragino Sans GB','Microsoft YaHei',"
    "'WenQuanYi Micro Hei',sans-serif"
)
SIZE = 13.0  # of labels, in pixels
SMALL = 11.0
LARGE = 17.0
INK, GREY, PALE, PAPER = "#1a1a1a", "#5f6368", "#dadce0", "#ffffff"
MARGIN = 20.0
# "\x0b" and "\x1f"; not "\t", "\n" or any letter
_NOT_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]")

Attribute = str | float


@dataclass(slots=True)
class Canvas:
    """Elements of a drawing in the order of drawing: what comes later lies above."""

    parts: list[str] = field(default_factory=list)

    def add(self, name: str, **attributes: Attribute) -> None:
        """Add a shape. `stroke_width` becomes `stroke-width`."""
        self.parts.append(f"<{name}{_written(attributes)}/>")

    def text(self, x: float, y: float, words: str, tip: str | None = None, **attributes: Attribute) -> None:
        """Add one line of words with its baseline at y; `tip` is what a pointer resting on it shows."""
        looks: dict[str, Attribute] = {"font_size": SIZE, "fill": INK, **attributes}
        inside = f"<title>{clean(tip)}</title>" if tip else ""
        self.parts.append(f"<text{_written({'x': x, 'y': y, **looks})}>{inside}{clean(words)}</text>")

    def lines(self, x: float, middle: float, words: list[str], tip: str | None = None, **looks: Attribute) -> None:
        """Add lines of words around a middle height."""
        size = float(looks.get("font_size", SIZE))
        top = middle - (len(words) - 1) * size * 0.6 + size * 0.35
        for number, line in enumerate(words):
            self.text(x, top + number * size * 1.2, line, tip, **looks)

    @contextmanager
    def mark(self, rows: Iterable[int], tip: str) -> Iterator[None]:
        """What is added meanwhile stands for these rows: `data-rows` counts them in the order of the answer, from 0."""
        self.parts.append(f'<g data-rows="{" ".join(map(str, rows))}"><title>{clean(tip)}</title>')
        yield
        self.parts.append("</g>")

    def document(self, width: float, height: float, title: str, description: str) -> str:
        """The whole drawing on white paper, with a title and a description for those who do not see it."""
        size = f'width="{_number(width)}" height="{_number(height)}" viewBox="0 0 {_number(width)} {_number(height)}"'
        return (
            f'<svg xmlns="http://www.w3.org/2000/svg" {size} role="img" aria-labelledby="title desc" '
            f"font-family={quoteattr(FONTS)}>\n"
            f'<title id="title">{clean(title)}</title>\n<desc id="desc">{clean(description)}</desc>\n'
            f'<rect width="100%" height="100%" fill="{PAPER}"/>\n' + "\n".join(self.parts) + "\n</svg>\n"
        )


def clean(text: str) -> str:
    """A text as it may stand between tags: escaped, without signs that XML does not know."""
    return escape(_NOT_XML.sub("\ufffd", text))


def points(places: Iterable[tuple[float, float]]) -> str:
    """Places as the attribute `points` of a polygon."""
    return " ".join(f"{_number(x)},{_number(y)}" for x, y in places)


def _written(attributes: dict[str, Attribute]) -> str:
    return "".join(f" {name.replace('_', '-')}={quoteattr(_value(value))}" for name, value in attributes.items())


def _value(value: Attribute) -> str:
    return _NOT_XML.sub("\ufffd", value) if isinstance(value, str) else _number(value)


def _number(value: float) -> str:
    return f"{value:.1f}".removesuffix(".0")
