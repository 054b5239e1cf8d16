"""SVG: the answer drawn as its query's view says."""

from collections.abc import Iterator

from app.charts import draw
from app.formats.content import Content


def write(content: Content) -> Iterator[bytes]:
    """The whole drawing at once."""
    assert content.chart is not None
    yield draw(content.chart, content.rows).encode()
