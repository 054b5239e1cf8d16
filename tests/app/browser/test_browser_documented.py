"""docs/neo4j-browser.md lists the patterns that there are."""

import re
from pathlib import Path

from app.browser.files import PATTERNS

TEXT = (Path(__file__).parents[3] / "docs" / "neo4j-browser.md").read_text(encoding="utf-8")


def test_every_pattern_is_listed_with_its_title() -> None:
    rows = []
    for file in sorted(PATTERNS.glob("*.cypher")):
        zh, en = file.read_text(encoding="utf-8").splitlines()[0].removeprefix("// ").split(" · ", 1)
        rows.append(f"| `{file.stem}` | {zh} | {en} |")
    assert re.findall(r"^\| `\w+` \| .*$", TEXT, re.MULTILINE) == rows
