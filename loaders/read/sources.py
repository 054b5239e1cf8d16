"""Where documents come from: `sources.csv` beside them, or their own first lines."""

import csv
import re
from dataclasses import dataclass, fields
from io import StringIO
from pathlib import Path

from loaders.errors import UnreadableError
from loaders.read.encodings import decode
from loaders.records import StatedMetadata

NAME = "sources.csv"
FILE = "file"  # the column that names the document, relative to the list
COLUMNS = tuple(field.name for field in fields(StatedMetadata))
HEAD_LINES = 5
# "URL: https://example.org/a.html", "原文链接：http://…"; not "详见 http://…"
HEADER = re.compile(
    r"\s*(?:URL|Source|网址|链接|原文链接|原文地址|来源网址)\s*[:：]\s*(https?://\S+)\s*", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class SourceList:
    """What the `sources.csv` of a folder states of the documents in and below it, by their paths."""

    stated: dict[Path, StatedMetadata]

    def of(self, path: Path) -> StatedMetadata | None:
        """What is stated of a document, None for nothing."""
        return self.stated.get(path)


def read_sources(folder: Path) -> SourceList:
    """The `sources.csv` of a folder; an empty list where there is none.

    Columns: `file` and any of url, title, publisher, published_on, region. Raises UnreadableError naming line, value
    and expectation.
    """
    path = folder / NAME
    if not path.is_file():
        return SourceList({})
    text, _ = decode(path.read_bytes())
    rows = csv.DictReader(StringIO(text, newline=""))
    unknown = [column for column in rows.fieldnames or () if column not in (FILE, *COLUMNS)]
    if unknown or FILE not in (rows.fieldnames or ()):
        raise UnreadableError(
            "bad-sources",
            f"line 1: columns {', '.join(rows.fieldnames or ())}; expected {FILE} and some of"
            f" {', '.join(COLUMNS)} / 第 1 行列名有误，应为 {FILE} 及 {'、'.join(COLUMNS)} 中的若干列",
        )
    stated: dict[Path, StatedMetadata] = {}
    for row in rows:
        if not row[FILE] or None in row:
            raise UnreadableError(
                "bad-sources",
                f"line {rows.line_num}: {row[FILE]!r}; expected a file and as many cells as columns"
                f" / 第 {rows.line_num} 行有误，应含文件名且列数一致",
            )
        stated[folder / row[FILE]] = StatedMetadata(**{column: row.get(column) or None for column in COLUMNS})
    return SourceList(stated)


def url_in_header(text: str) -> str | None:
    """The URL that a text's own first lines give as its source."""
    for line in text.split("\n", HEAD_LINES)[:HEAD_LINES]:
        match = HEADER.fullmatch(line)
        if match:
            return match.group(1)
    return None
