"""The parts of README.md that follow from the code: `python -m app.readme` writes them anew."""

import re
from pathlib import Path

from app.queries import catalogue
from graph_schema.derive import readme_table

README = Path(__file__).parent.parent / "README.md"


def sections() -> dict[str, str]:
    """The text of each section, by the name in its markers."""
    return {"schema": readme_table(), "queries": _queries()}


def renewed(text: str) -> str:
    """The README with every section as the code has it. Raises ValueError where a marker is absent."""
    for name, section in sections().items():
        # between "<!-- schema: … -->" and "<!-- /schema -->"; not other comments
        marked = re.compile(rf"(<!-- {name}: [^\n]*-->\n).*?(<!-- /{name} -->)", re.DOTALL)
        found = marked.findall(text)
        if len(found) != 1:
            raise ValueError(f"README.md: markers of {name}: expected one pair, found {len(found)}")
        opening, closing = found[0]
        head, tail = text[: text.index(opening)], text[text.index(closing) :]
        text = f"{head}{opening}{section}\n{tail}"
    return text


def _queries() -> str:
    lines = ["| query | answers |", "| --- | --- |"]
    for query in catalogue.load():
        lines.append(f"| `{query.id}` | {query.header.title.en} · {query.header.title.zh} |")
    return "\n".join(lines)


if __name__ == "__main__":
    README.write_text(renewed(README.read_text(encoding="utf-8")), encoding="utf-8")
