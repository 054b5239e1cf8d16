"""The forms an answer can take, one file each."""

from app.formats.content import QUOTE_COLUMNS, Content, Row
from app.formats.negotiate import Format, choose
from app.formats.offered import SVG, offered

__all__ = ["QUOTE_COLUMNS", "SVG", "Content", "Format", "Row", "choose", "offered"]
