"""How long scripts run while 10,000 nodes are panned: `python -m benchmarks.explorer`.

The page is the built explorer over an empty store; the answer of `neighbourhood` is replaced by a graph drawn at random
with a fixed seed. Time is what Chromium reports as script run time between the first and the last move of the mouse.
"""

import json
import random
import tempfile
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import CDPSession, Page, Route

from loaders.write.static import prepare
from stores.open import open_store
from stores.settings import StoreSettings
from tests.web.browser import opened
from tests.web.serving import served

NODES = 10_000
MOVES = 120
LIMIT = 5.0  # ms of script a pan
_GOAL = "goal:food-safety"
_SEED = 7
_LAYOUT = 120_000  # ms until it is drawn first
_STILL = 0.02  # s of script a second when nothing moves


@dataclass(frozen=True, slots=True)
class Panned:
    """Script time a move of the mouse, and frames drawn meanwhile."""

    nodes: int
    edges: int
    moves: int
    script_ms: float
    frames: int


def measure() -> Panned:
    """Pan once to warm up, then count. Raises NoBrowser."""
    rows, edges = _graph()
    with tempfile.TemporaryDirectory() as folder, open_store(StoreSettings(folder=Path(folder) / "store")) as store:
        prepare(store)
        with served(store) as address, opened() as browser:
            page = browser.new_page(viewport={"width": 1280, "height": 900})
            page.route("**/v1/q/neighbourhood**", lambda route: _answer(route, rows))
            page.goto(f"{address}/?view=graph&centre={_GOAL}")
            page.locator(".webgl[data-ready=true]").wait_for(timeout=_LAYOUT)
            clock = page.context.new_cdp_session(page)
            clock.send("Performance.enable")
            _until_still(page, clock)
            still = page.locator(".webgl").screenshot()
            _pan(page)
            assert page.locator(".webgl").screenshot() != still, "the graph does not follow the mouse"
            before = _script(clock)
            frames = _pan(page)
            return Panned(NODES, edges, MOVES, (_script(clock) - before) / MOVES * 1000, frames)


def _graph() -> tuple[list[dict[str, object]], int]:
    """A tree over all nodes, each joined to an earlier one, and half as many further lines."""
    draw = random.Random(_SEED)  # noqa: S311 - no secret
    pairs = [(at, draw.randrange(at)) for at in range(1, NODES)]
    pairs += [(draw.randrange(NODES), draw.randrange(NODES)) for _ in range(NODES // 2)]
    paths = ({"nodes": [_node(one), _node(other)], "relationships": [_step(one, other)]} for one, other in pairs)
    return [{"path": path} for path in paths], len(pairs)


def _node(at: int) -> dict[str, object]:
    identity = _GOAL if at == 0 else f"measure:{at}"
    return {"id": identity, "label": "Goal" if at == 0 else "Measure", "name": f"第{at}项措施", "properties": {}}


def _step(one: int, other: int) -> dict[str, object]:
    return {"type": "SERVES", "start": _node(one)["id"], "end": _node(other)["id"], "properties": {}}


def _answer(route: Route, rows: list[dict[str, object]]) -> None:
    answer = route.fetch().json()
    route.fulfill(body=json.dumps({**answer, "data": rows}), content_type="application/json")


def _until_still(page: Page, clock: CDPSession) -> None:
    """The layout ends by itself: wait until scripts rest for a second."""
    while True:
        before = _script(clock)
        page.wait_for_timeout(1000)
        if _script(clock) - before < _STILL:
            return


def _pan(page: Page) -> int:
    """Drag the graph back and forth, a move a frame; the number of frames drawn."""
    box = page.locator(".webgl").bounding_box()
    assert box is not None
    x, y = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
    page.evaluate("window.drawn = 0; (function go() { window.drawn += 1; requestAnimationFrame(go) })()")
    page.mouse.move(x, y)
    page.mouse.down()
    for at in range(MOVES):
        page.mouse.move(x + (at % 40) * 4, y + (at % 25) * 3)
    page.mouse.up()
    frames: int = page.evaluate("window.drawn")
    return frames


def _script(clock: CDPSession) -> float:
    """Seconds that scripts have run so far."""
    metrics = clock.send("Performance.getMetrics")["metrics"]
    return float(next(each["value"] for each in metrics if each["name"] == "ScriptDuration"))


if __name__ == "__main__":
    panned = measure()
    size = f"{panned.nodes:,} nodes, {panned.edges:,} relationships"
    print(f"{size}: {panned.script_ms:.2f} ms of script a pan (at most {LIMIT})")
    print(f"{panned.moves} moves, {panned.frames} frames")
    raise SystemExit(panned.script_ms > LIMIT)
