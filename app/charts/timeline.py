"""Things along the years: bars where they last, marks where they are of one day or year; lanes of groups."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from app.charts.axis import Axis
from app.charts.canvas import GREY, INK, MARGIN, PALE, PAPER, SIZE, SMALL, Canvas
from app.charts.drawing import Drawing, Row
from app.charts.fitting import shortened, width, wrapped
from app.charts.marks import mark
from app.charts.words import say
from app.queries.views import TimelineView

_LANE = 150.0  # width of the column of lanes
_ROW, _GAP, _HEAD, _BAR = 26.0, 8.0, 26.0, 18.0
_LABEL = 40 * SIZE  # the widest label
_FILL = "#3c4a5c"
_FEW = 14  # years: so few are told one by one


@dataclass(frozen=True, slots=True)
class Event:
    """Something from `start` to `end` in years and parts of them; they are equal where it has no extent."""

    number: int
    start: float
    end: float
    label: str
    lane: str
    kind: str
    tip: str


@dataclass(frozen=True, slots=True)
class Placed:
    """An event with its ink and its label laid out; `anchor` is middle where the label stands in the bar."""

    event: Event
    ink: tuple[float, float]
    reach: tuple[float, float]
    label: str
    anchor: str


def draw(view: TimelineView, drawing: Drawing) -> None:
    """One band a lane; in it things stand in the first line that has room for them and their label."""
    events = [event for number, row in enumerate(drawing.rows) if (event := _event(view, drawing, number, row))]
    if undated := len(drawing.rows) - len(events):
        drawing.notes.append(say("undated", drawing.language, count=undated))
    kinds = list(dict.fromkeys(event.kind for event in events if event.kind))
    top = drawing.top + _legend(drawing, kinds)
    drawing.height = top + _HEAD
    if not events:
        return
    axis = _axis(drawing, events, MARGIN + (_LANE if view.lane else 0))
    placed = [_placed(event, axis, drawing.width - MARGIN) for event in events]
    for lane in dict.fromkeys(event.lane for event in events):
        lines = _packed([each for each in placed if each.event.lane == lane])
        drawing.height = _band(drawing, lane, lines, kinds)
    _years(drawing, axis, top)


def _event(view: TimelineView, drawing: Drawing, number: int, row: Row) -> Event | None:
    if view.end is None:
        start = end = _instant(row[view.start])
    else:
        start, end = _first(row[view.start]), _last(row[view.end])
    if start is None and end is None:
        return None
    end = start if end is None else end
    start = end if start is None or (end is not None and end < start) else start
    assert start is not None
    assert end is not None
    label = drawing.words(row, view.label)
    when = " – ".join(
        dict.fromkeys(filter(None, (drawing.words(row, each) for each in (view.start, view.end) if each)))
    )
    lane = (drawing.words(row, view.lane) or say("unknown", drawing.language)) if view.lane else ""
    return Event(
        number, start, end, label, lane, drawing.words(row, view.mark) if view.mark else "", f"{label} ({when})"
    )


def _first(value: Any) -> float | None:
    """When a year or day begins: 2022 is 2022.0, 2022-07-02 about 2022.5."""
    if value is None or isinstance(value, int):
        return value
    day = date.fromisoformat(str(value))
    return day.year + (day - date(day.year, 1, 1)).days / 366


def _last(value: Any) -> float | None:
    """When a year or day ends."""
    begun = _first(value)
    if begun is None:
        return None
    return begun + (1 if isinstance(value, int) else 1 / 366)


def _instant(value: Any) -> float | None:
    """Where something of one day stands; of a year, in its middle."""
    begun = _first(value)
    return begun + 0.5 if isinstance(value, int) and begun is not None else begun


def _legend(drawing: Drawing, kinds: Sequence[str]) -> float:
    x, y = MARGIN + _GAP, drawing.top + 8
    for number, kind in enumerate(kinds):
        mark(drawing.canvas, number, x, y)
        drawing.canvas.text(x + 12, y + 4, kind, font_size=SMALL, fill=GREY)
        x += 36 + width(kind, SMALL)
    return 22.0 if kinds else 0.0


def _axis(drawing: Drawing, events: list[Event], left: float) -> Axis:
    low = min(int(event.start) for event in events)
    high = max(-int(-event.end // 1) for event in events)
    return Axis(low, max(high, low + 1), left + _GAP, drawing.width - MARGIN - _GAP)


def _placed(event: Event, axis: Axis, right: float) -> Placed:
    """Lay an event out: its label in the bar where it fits, else behind or before it, where there is room."""
    start, end = axis.at(event.start), axis.at(event.end)
    if event.start == event.end:
        start, end = start - _BAR / 2, end + _BAR / 2
    elif width(event.label, SMALL) <= end - start - _GAP:
        return Placed(event, (start, end), (start, end), event.label, "middle")
    label = shortened(event.label, _LABEL, SIZE)
    before, behind = start - axis.start - _GAP, right - end - _GAP
    needed = width(label, SIZE)
    if needed <= behind or behind >= before:
        label = shortened(label, behind, SIZE)
        return Placed(event, (start, end), (start, end + _GAP + width(label, SIZE)), label, "start")
    label = shortened(label, before, SIZE)
    return Placed(event, (start, end), (start - _GAP - width(label, SIZE), end), label, "end")


def _packed(placed: list[Placed]) -> list[list[Placed]]:
    """Lines of events that do not run into each other."""
    lines: list[list[Placed]] = []
    for each in sorted(placed, key=lambda each: (each.event.start, each.event.end)):
        line = next((line for line in lines if all(_apart(each.reach, other.reach) for other in line)), None)
        if line is None:
            lines.append([each])
        else:
            line.append(each)
    return lines


def _apart(one: tuple[float, float], other: tuple[float, float]) -> bool:
    return one[1] + _GAP <= other[0] or other[1] + _GAP <= one[0]


def _band(drawing: Drawing, lane: str, lines: list[list[Placed]], kinds: Sequence[str]) -> float:
    """Draw one lane at the bottom of the drawing; gives where it ends."""
    top = drawing.height
    bottom = top + _ROW * len(lines) + _GAP
    drawing.canvas.add("line", x1=MARGIN, x2=drawing.width - MARGIN, y1=top, y2=top, stroke=PALE)
    if lane:
        words = wrapped(lane, _LANE - _GAP, SIZE, max(1, min(3, len(lines) + 1)))
        drawing.canvas.lines(MARGIN, (top + bottom) / 2, words, lane, font_weight="bold")
    for number, line in enumerate(lines):
        for each in line:
            with drawing.canvas.mark([each.event.number], each.event.tip):
                _event_drawn(drawing.canvas, each, top + _GAP / 2 + _ROW * (number + 0.5), kinds)
    return bottom


def _event_drawn(canvas: Canvas, placed: Placed, middle: float, kinds: Sequence[str]) -> None:
    event, (start, end) = placed.event, placed.ink
    if event.start == event.end:
        mark(canvas, kinds.index(event.kind) if event.kind else 0, (start + end) / 2, middle)
    else:
        bar = {"x": start, "y": middle - _BAR / 2, "width": max(2.0, end - start - 1), "height": _BAR}
        canvas.add("rect", fill=_FILL, rx=2, **bar)
    if placed.anchor == "middle":
        canvas.lines((start + end) / 2, middle, [placed.label], font_size=SMALL, fill=PAPER, text_anchor="middle")
        return
    x = end + _GAP if placed.anchor == "start" else start - _GAP
    canvas.lines(x, middle, [placed.label], fill=INK, text_anchor=placed.anchor)


def _years(drawing: Drawing, axis: Axis, top: float) -> None:
    """The years along the top, with lines down to the bottom; below everything that is drawn already."""
    lines = Canvas()
    years = range(int(axis.low), int(axis.high) + 1)
    for year in years[:: max(1, len(years) // _FEW)]:
        x = axis.at(year)
        lines.add("line", x1=x, x2=x, y1=top + _HEAD - 6, y2=drawing.height, stroke=PALE)
        if year < axis.high:
            x = axis.at(year + 0.5)
            lines.text(x, top + _HEAD - 10, str(year), font_size=SMALL, fill=GREY, text_anchor="middle")
    drawing.canvas.parts[:0] = lines.parts
