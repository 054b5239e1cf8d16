"""Draw the answer to a query on the example corpus, for the README: `python docs/images/draw.py`."""

import json
import os
import subprocess
import sys
import tempfile
from html import escape
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent
QUESTION = "zhitu query measures_for_goal goal=food-safety"
# Column, heading, left edge in pixels.
COLUMNS = (
    ("text", "措施（原文） · Measure", 24),
    ("region_name", "地区 · Region", 660),
    ("document_title", "文档 · Document", 780),
    ("published_on", "日期 · Date", 1180),
)
WIDTH, LINE, ROWS = 1300, 30, 12
CHARACTERS = {"text": 38, "document_title": 24}


def answer() -> list[dict[str, Any]]:
    """The rows of the query over a store that holds the examples alone."""
    zhitu = str(Path(sys.executable).with_name("zhitu"))
    with tempfile.TemporaryDirectory() as folder:
        environment = {**os.environ, "ZHITU_STORE": folder}
        load = [zhitu, "load", str(HERE.parents[1] / "examples" / "briefings")]
        subprocess.run(load, env=environment, check=True, capture_output=True)  # noqa: S603 - our own command
        asked = [*QUESTION.replace("zhitu", zhitu, 1).split(), "--json"]
        done = subprocess.run(asked, env=environment, check=True, capture_output=True, text=True)  # noqa: S603
    rows: list[dict[str, Any]] = json.loads(done.stdout)["data"]
    return rows


def cut(text: str, column: str) -> str:
    """A cell's words, with an ellipsis where the column is too narrow."""
    most = CHARACTERS.get(column, len(text))
    return text if len(text) <= most else text[: most - 1] + "…"


def draw(rows: list[dict[str, Any]]) -> str:
    """A picture of the first rows under the question."""
    shown = rows[:ROWS]
    height = LINE * (len(shown) + 4)
    lines = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {height}" font-size="15" '
        'font-family="system-ui, &quot;Noto Sans CJK SC&quot;, &quot;PingFang SC&quot;, sans-serif">',
        f"<title>{escape(QUESTION)}</title>",
        f'<rect width="{WIDTH}" height="{height}" rx="8" fill="#fbfaf7" stroke="#d9d4c7"/>',
        f'<text x="24" y="{LINE}" font-family="monospace" fill="#7a3b12">$ {escape(QUESTION)}</text>',
    ]
    for column, heading, left in COLUMNS:
        lines.append(f'<text x="{left}" y="{2 * LINE + 6}" font-weight="bold" fill="#333">{heading}</text>')
        for number, row in enumerate(shown, 3):
            words = escape(cut(str(row[column] or ""), column))
            lines.append(f'<text x="{left}" y="{number * LINE + 6}" fill="#222">{words}</text>')
    y = (len(shown) + 3) * LINE + 6
    total = f"共 {len(rows)} 行，每行附陈述编号 · {len(rows)} rows, each with its evidence"
    lines.append(f'<text x="24" y="{y}" fill="#666">{total}</text>')
    return "\n".join([*lines, "</svg>", ""])


if __name__ == "__main__":
    (HERE / "measures_for_goal.svg").write_text(draw(answer()), encoding="utf-8")
