"""Marks that are told apart without colour: a disc, a hollow diamond, a square, a ring."""

from app.charts.canvas import INK, PAPER, Canvas, points

SIZE = 7.0  # half of a diamond; what is filled is smaller and looks as large
_FILLED = 5.0


def disc(canvas: Canvas, x: float, y: float) -> None:
    """A filled disc."""
    canvas.add("circle", cx=x, cy=y, r=_FILLED, fill=INK)


def diamond(canvas: Canvas, x: float, y: float) -> None:
    """A hollow diamond; a disc drawn on it stays visible."""
    corners = [(x, y - SIZE), (x + SIZE, y), (x, y + SIZE), (x - SIZE, y)]
    canvas.add("polygon", points=points(corners), fill=PAPER, stroke=INK, stroke_width=1.6)


def square(canvas: Canvas, x: float, y: float) -> None:
    """A filled square."""
    side = 2 * _FILLED - 1
    canvas.add("rect", x=x - side / 2, y=y - side / 2, width=side, height=side, fill=INK)


def ring(canvas: Canvas, x: float, y: float) -> None:
    """A hollow disc."""
    canvas.add("circle", cx=x, cy=y, r=_FILLED, fill=PAPER, stroke=INK, stroke_width=1.6)


_MARKS = (disc, diamond, square, ring)


def mark(canvas: Canvas, number: int, x: float, y: float) -> None:
    """The mark of a number; all from the fourth on share one."""
    _MARKS[min(number, len(_MARKS) - 1)](canvas, x, y)
