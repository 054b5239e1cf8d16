"""Flows through levels from left to right: each row is one path, a band is as thick as the rows that take it."""

from collections import Counter
from dataclasses import dataclass, field
from itertools import pairwise

from app.charts.canvas import GREY, INK, MARGIN, PAPER, SIZE, SMALL
from app.charts.drawing import Drawing
from app.charts.fitting import wrapped
from app.charts.words import say
from app.queries.views import SankeyView

_NODE = 14.0  # width of a node
_NAMES = 190.0  # width of the words at the left and right ends
_UNIT, _GAP, _LEAST = 16.0, 10.0, 32.0  # height of one row, between nodes, of a node with its two lines of words
_HEAD = 24.0
_MOST = 40  # nodes of a level; the rarest beyond are drawn as one
_SWEEPS = 3
_FILLS = ("#2f3b4c", "#6b7684", "#4a5565", "#8a94a3")
_FLOW = "#9aa3af"


@dataclass(slots=True)
class Node:
    """One value of a level, with the rows of the answer that go through it.

    `height` is its share of the drawing, `used` how much of each side bands have taken.
    """

    level: int
    name: str
    rows: list[int] = field(default_factory=list)
    y: float = 0.0
    height: float = 0.0
    used: list[float] = field(default_factory=lambda: [0.0, 0.0])

    @property
    def count(self) -> int:
        """How many rows go through it."""
        return len(self.rows)

    @property
    def middle(self) -> float:
        """Its middle height."""
        return self.y + self.height / 2


Link = tuple[Node, Node, list[int]]
"""A band between two nodes, with the rows that take it."""


def draw(view: SankeyView, drawing: Drawing) -> None:
    """Levels as columns of nodes, the bands between them, words beside the nodes."""
    paths = _paths(view, drawing)
    levels, links = _graph(paths, len(view.levels))
    drawing.width = max(drawing.width, 320.0 * len(view.levels))
    for nodes in levels:
        _stack(nodes, drawing.top + _HEAD)
    for _ in range(_SWEEPS):
        for level in range(1, len(levels)):
            levels[level].sort(key=lambda node: _pull(node, links))
            _stack(levels[level], drawing.top + _HEAD)
    bottom = max(nodes[-1].y + nodes[-1].height for nodes in levels)
    for nodes in levels:
        _centre(nodes, bottom)
    places = _columns(drawing, len(levels))
    for link in sorted(links, key=lambda each: (each[0].y, each[1].y)):
        _band(drawing, link, places)
    for level, nodes in enumerate(levels):
        drawing.canvas.text(
            *_heading(places, level, len(levels), drawing.top + 10),
            drawing.label(view.levels[level]),
            font_size=SMALL,
            fill=GREY,
            text_anchor=_anchor(level, len(levels)),
        )
        for node in nodes:
            _node(drawing, node, places, len(levels))
    drawing.height = bottom + 12


def _paths(view: SankeyView, drawing: Drawing) -> list[tuple[str, ...]]:
    """Each row as the names of its nodes; the rarest of a level too full are one."""
    unknown = say("unknown", drawing.language)
    paths = [tuple(drawing.words(row, column) or unknown for column in view.levels) for row in drawing.rows]
    kept = []
    for level in range(len(view.levels)):
        counts = Counter(path[level] for path in paths)
        kept.append({name for name, _ in counts.most_common(_MOST)})
    others = [say("others", drawing.language, count=len({p[n] for p in paths} - kept[n])) for n in range(len(kept))]
    return [tuple(name if name in kept[n] else others[n] for n, name in enumerate(path)) for path in paths]


def _graph(paths: list[tuple[str, ...]], depth: int) -> tuple[list[list[Node]], list[Link]]:
    levels: list[dict[str, Node]] = [{} for _ in range(depth)]
    steps: dict[tuple[int, str, str], list[int]] = {}
    for number, path in enumerate(paths):
        for level, name in enumerate(path):
            levels[level].setdefault(name, Node(level, name)).rows.append(number)
        for level, (one, other) in enumerate(pairwise(path)):
            steps.setdefault((level, one, other), []).append(number)
    links = [(levels[level][one], levels[level + 1][other], rows) for (level, one, other), rows in steps.items()]
    return [list(nodes.values()) for nodes in levels], links


def _stack(nodes: list[Node], top: float) -> None:
    y = top
    for node in nodes:
        node.y, node.height = y, max(_LEAST, _UNIT * node.count)
        y += node.height + _GAP


def _pull(node: Node, links: list[Link]) -> float:
    """Where the nodes before this one pull it."""
    before = [(one.middle, len(rows)) for one, other, rows in links if other is node]
    return sum(middle * count for middle, count in before) / sum(count for _, count in before)


def _centre(nodes: list[Node], bottom: float) -> None:
    down = (bottom - nodes[-1].y - nodes[-1].height) / 2
    for node in nodes:
        node.y += down


def _columns(drawing: Drawing, depth: int) -> list[float]:
    start, end = MARGIN + _NAMES, drawing.width - MARGIN - _NAMES - _NODE
    return [start + (end - start) * level / (depth - 1) for level in range(depth)]


def _heading(places: list[float], level: int, depth: int, y: float) -> tuple[float, float]:
    return (places[level] + (_NODE if level == 0 else 0), y) if level in (0, depth - 1) else (places[level], y)


def _anchor(level: int, depth: int) -> str:
    return "end" if level == 0 and depth > 1 else "start"


def _band(drawing: Drawing, link: Link, places: list[float]) -> None:
    one, other, rows = link
    x1, x2 = places[one.level] + _NODE, places[other.level]
    (top1, low1), (top2, low2) = _share(one, 1, len(rows)), _share(other, 0, len(rows))
    bend = (x1 + x2) / 2
    shape = (
        f"M{x1:.1f},{top1:.1f} C{bend:.1f},{top1:.1f} {bend:.1f},{top2:.1f} {x2:.1f},{top2:.1f} "
        f"L{x2:.1f},{low2:.1f} C{bend:.1f},{low2:.1f} {bend:.1f},{low1:.1f} {x1:.1f},{low1:.1f} Z"
    )
    with drawing.canvas.mark(rows, f"{one.name} → {other.name}: {len(rows)}"):
        drawing.canvas.add("path", d=shape, fill=_FLOW, fill_opacity=0.45)


def _share(node: Node, side: int, count: int) -> tuple[float, float]:
    """The next part of a side of a node, from the top down."""
    start = node.y + node.used[side]
    node.used[side] += node.height * count / node.count
    return start, node.y + node.used[side]


def _node(drawing: Drawing, node: Node, places: list[float], depth: int) -> None:
    x = places[node.level]
    fill = _FILLS[node.level % len(_FILLS)]
    room = _NAMES - 16 if node.level in (0, depth - 1) else (places[1] - places[0]) - _NODE - 24
    at = x - 6 if node.level == 0 else x + _NODE + 6
    # Words on bands have a rim of paper around them.
    halo: dict[str, str | float] = {
        "stroke": PAPER,
        "stroke_width": 3,
        "paint_order": "stroke",
        "stroke_linejoin": "round",
    }
    lines = wrapped(node.name, room, SIZE, 2)
    with drawing.canvas.mark(node.rows, f"{node.name}: {node.count}"):
        drawing.canvas.add("rect", x=x, y=node.y, width=_NODE, height=node.height, fill=fill)
        drawing.canvas.lines(at, node.middle, lines, None, fill=INK, text_anchor=_anchor(node.level, depth), **halo)
