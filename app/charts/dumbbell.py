"""Targets and results: a hollow diamond for what was aimed at, a disc for what was reached, a line between them."""

from dataclasses import dataclass

from app.charts.axis import Axis, figure, ticks
from app.charts.canvas import GREY, INK, MARGIN, PALE, SIZE, SMALL, points
from app.charts.drawing import Drawing, Row
from app.charts.fitting import shortened, wrapped
from app.charts.marks import SIZE as MARK
from app.charts.marks import diamond, disc
from app.charts.words import say
from app.queries.views import DumbbellView

_LABELS, _GROUPS, _VALUES = 250.0, 96.0, 190.0  # widths of the columns of words
_ROW, _PANEL_HEAD, _PANEL_FOOT = 32.0, 34.0, 16.0
_MOST = 250.0
"""The greatest share of a target, in per cent, that the axis reaches; a result beyond stands at its end as an arrow."""
_PLAIN = "%"
"""The unit whose values share an axis; in any other unit results are drawn as shares of their targets."""


@dataclass(frozen=True, slots=True)
class Pair:
    """One line: a target and a result, where they lie on the panel's axis, and their words."""

    number: int
    row: Row
    target: float
    result: float | None
    at_target: float
    at_result: float | None


def draw(view: DumbbellView, drawing: Drawing) -> None:
    """One panel for percentages, one for everything else as a share of its target."""
    pairs = [pair for number, row in enumerate(drawing.rows) if (pair := _pair(view, number, row))]
    plain = [pair for pair in pairs if _is_plain(view, pair.row)]
    shares = [pair for pair in pairs if not _is_plain(view, pair.row)]
    y = drawing.top + _legend(drawing)
    for panel, unit in ((plain, _PLAIN), (shares, say("of_target", drawing.language))):
        if panel:
            y = _panel(view, drawing, panel, unit, y)
    drawing.height = y
    if missing := len(drawing.rows) - len(pairs):
        drawing.notes.append(say("aimless", drawing.language, count=missing))


def _is_plain(view: DumbbellView, row: Row) -> bool:
    return view.unit is not None and row[view.unit] == _PLAIN


def _pair(view: DumbbellView, number: int, row: Row) -> Pair | None:
    target, result = row[view.target], row[view.result]
    if target is None:
        return None
    if _is_plain(view, row):
        return Pair(number, row, target, result, target, result)
    if not target:
        return None
    return Pair(number, row, target, result, 100.0, None if result is None else _share(result, target))


def _share(result: float, target: float) -> float:
    """A result in per cent of its target, no less than nothing and within what can be drawn."""
    return max(0.0, min(100.0 * result / target, 2 * _MOST))


def _legend(drawing: Drawing) -> float:
    y, x = drawing.top + 10, MARGIN + MARK
    diamond(drawing.canvas, x, y)
    drawing.canvas.text(x + 12, y + 4, say("target", drawing.language), font_size=SMALL, fill=GREY)
    disc(drawing.canvas, x + 90, y)
    drawing.canvas.text(x + 102, y + 4, say("result", drawing.language), font_size=SMALL, fill=GREY)
    return 24


def _panel(view: DumbbellView, drawing: Drawing, pairs: list[Pair], unit: str, top: float) -> float:
    """Draw one panel below `top`; gives where it ends."""
    places = [place for pair in pairs for place in (pair.at_target, pair.at_result) if place is not None]
    round_ones = ticks(min(places), min(max(places), max(_MOST, *(pair.at_target for pair in pairs))), 6)
    start, end = MARGIN + _LABELS + _GROUPS, drawing.width - MARGIN - _VALUES
    axis = Axis(round_ones[0], round_ones[-1], start + MARK, end - MARK)
    bottom = top + _PANEL_HEAD + _ROW * len(pairs)
    for each in round_ones:
        x = axis.at(each)
        drawing.canvas.add("line", x1=x, x2=x, y1=top + _PANEL_HEAD - 8, y2=bottom, stroke=PALE)
        drawing.canvas.text(x, top + _PANEL_HEAD - 14, figure(each), font_size=SMALL, fill=GREY, text_anchor="middle")
    drawing.canvas.text(end + 14, top + _PANEL_HEAD - 14, unit, font_size=SMALL, fill=GREY)
    before: str | None = None
    for number, pair in enumerate(pairs):
        label = drawing.words(pair.row, view.label)
        middle = top + _PANEL_HEAD + _ROW * (number + 0.5)
        with drawing.canvas.mark([pair.number], _tip(view, drawing, pair)):
            _names(view, drawing, pair, middle, is_repeated=label == before)
            _marks(view, drawing, pair, axis, middle)
        before = label
    return bottom + _PANEL_FOOT


def _names(view: DumbbellView, drawing: Drawing, pair: Pair, middle: float, *, is_repeated: bool) -> None:
    label = drawing.words(pair.row, view.label)
    if not is_repeated:
        drawing.canvas.add(
            "line", x1=MARGIN, x2=drawing.width - MARGIN, y1=middle - _ROW / 2, y2=middle - _ROW / 2, stroke=PALE
        )
        drawing.canvas.lines(MARGIN, middle, wrapped(label, _LABELS - 12, SIZE, 2), label)
    if view.group:
        group = drawing.words(pair.row, view.group)
        drawing.canvas.lines(MARGIN + _LABELS, middle, [shortened(group, _GROUPS - 8, SIZE)], group, fill=GREY)


def _marks(view: DumbbellView, drawing: Drawing, pair: Pair, axis: Axis, middle: float) -> None:
    target = axis.at(pair.at_target)
    result = None if pair.at_result is None else axis.at(min(pair.at_result, axis.high))
    if result is not None:
        dashes = {"stroke_dasharray": "4 3"} if view.met and pair.row[view.met] is False else {}
        drawing.canvas.add("line", x1=target, x2=result, y1=middle, y2=middle, stroke=GREY, stroke_width=2, **dashes)
    diamond(drawing.canvas, target, middle)
    if result is not None and pair.at_result is not None and pair.at_result > axis.high:
        arrow = [(result - MARK, middle - MARK), (result + MARK, middle), (result - MARK, middle + MARK)]
        drawing.canvas.add("polygon", points=points(arrow), fill=INK)
    elif result is not None:
        disc(drawing.canvas, result, middle)
    drawing.canvas.lines(
        drawing.width - MARGIN - _VALUES + 14, middle, [shortened(_told(view, drawing, pair), _VALUES - 14, SIZE)]
    )


def _tip(view: DumbbellView, drawing: Drawing, pair: Pair) -> str:
    names = (drawing.words(pair.row, column) for column in (view.label, view.group) if column)
    return " · ".join(filter(None, (*names, _told(view, drawing, pair))))


def _told(view: DumbbellView, drawing: Drawing, pair: Pair) -> str:
    """Both values in words, and whether the target was met."""
    unit = drawing.words(pair.row, view.unit) if view.unit else ""
    if pair.result is None:
        return f"{figure(pair.target)}{unit}  {say('no_result', drawing.language)}"
    met = pair.row[view.met] if view.met else None
    verdict = "" if met is None else say("met" if met else "unmet", drawing.language)
    return f"{figure(pair.target)} → {figure(pair.result)}{unit}  {verdict}".rstrip()
