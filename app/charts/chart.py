"""Draws an answer the way its query says it is best shown."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from itertools import islice
from typing import Any

from app.charts import dumbbell, matrix, sankey, timeline
from app.charts.canvas import GREY, LARGE, MARGIN, SIZE, SMALL, Canvas
from app.charts.drawing import Drawing, Row
from app.charts.fitting import shortened
from app.charts.words import say
from app.language import Language, pick
from app.queries.header import Header

MOST_ROWS = 500
"""More are no drawing but a carpet; the note below says that rows are missing."""
_HEAD, _ABOUT, _FOOT = 40.0, 26.0, 26.0

_DRAWERS: Mapping[str, Callable[[Any, Drawing], None]] = {
    "dumbbell": dumbbell.draw,
    "matrix": matrix.draw,
    "sankey": sankey.draw,
    "timeline": timeline.draw,
}
KINDS = frozenset(_DRAWERS)
"""The kinds of view that are drawn."""


@dataclass(frozen=True, slots=True)
class Chart:
    """What is drawn besides the rows: the contract of the query, and the language of its words."""

    header: Header
    language: Language
    about: str = ""
    """The values of the parameters in words, for the line below the title."""
    given: tuple[str, ...] = ()
    """The names of those parameters: what to change where there is nothing to draw."""


def draw(chart: Chart, rows: Iterable[Row]) -> str:
    """The rows as an SVG document."""
    title = pick(chart.header.title, chart.language)
    read = list(islice(rows, MOST_ROWS + 1))
    drawing = Drawing(chart.header, chart.language, read[:MOST_ROWS], top=_HEAD + (_ABOUT if chart.about else 0))
    if len(read) > MOST_ROWS:
        drawing.notes.append(say("cut", chart.language, shown=MOST_ROWS))
    drawing.canvas.text(MARGIN, MARGIN + LARGE * 0.7, title, font_size=LARGE, font_weight="bold")
    if chart.about:
        room = drawing.width - 2 * MARGIN
        drawing.canvas.text(MARGIN, _HEAD + SMALL, shortened(chart.about, room, SIZE), chart.about, fill=GREY)
    if drawing.rows:
        _DRAWERS[chart.header.view.kind](chart.header.view, drawing)
    else:
        drawing.notes.append(_nothing(chart))
    _foot(drawing.canvas, drawing)
    described = say("rows", chart.language, title=pick(chart.header.description, chart.language), count=len(read))
    told = " ".join(filter(None, (chart.about, described, *drawing.notes)))
    return drawing.canvas.document(drawing.width, drawing.height + _FOOT, title, told)


def _nothing(chart: Chart) -> str:
    if not chart.given:
        return say("none", chart.language)
    return say("none_for", chart.language, params=("、" if chart.language == "zh" else ", ").join(chart.given))


def _foot(canvas: Canvas, drawing: Drawing) -> None:
    canvas.text(MARGIN, drawing.height + _FOOT - 10, "　".join(drawing.notes), font_size=SMALL, fill=GREY)
