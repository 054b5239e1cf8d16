"""The forms an answer can take, one file each."""

from app.formats.content import QUOTE_COLUMNS, Content, Row
from app.formats.negotiate import Format, choose
from app.formats.offered import offered

__all__ = ["QUOTE_COLUMNS", "Content", "Format", "Row", "choose", "offered"]
