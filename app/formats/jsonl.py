"""JSON Lines: one row a line."""

from collections.abc import Iterator

import orjson

from app.formats.content import Content


def write(content: Content) -> Iterator[bytes]:
    """Each row as one line of UTF-8 JSON."""
    for row in content.rows:
        yield orjson.dumps(row, option=orjson.OPT_APPEND_NEWLINE)
