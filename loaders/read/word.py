"""The text of a Word document (DOCX), tables included."""

from collections.abc import Iterator
from io import BytesIO
from zipfile import BadZipFile, ZipFile

from docx import Document
from docx.opc.exceptions import OpcError
from docx.table import Table, _Cell
from docx.text.paragraph import Paragraph

from loaders.errors import UnreadableError
from loaders.read.limits import Limits

# SyntaxError is what the XML parser raises
BROKEN = (BadZipFile, OpcError, SyntaxError, KeyError, ValueError, OSError, EOFError, NotImplementedError)


def read_word(data: bytes, limits: Limits) -> str:
    """The text, a line for each paragraph and table row, cells parted by a tab.

    Raises UnreadableError for what is no DOCX and for one that unpacks to more than the limits allow.
    """
    try:
        _check_unpacked(data, limits)
        lines = [line for block in Document(BytesIO(data)).iter_inner_content() for line in _lines(block)]
    except BROKEN as error:
        message = f"not readable as DOCX ({error}); expected a Word document / 无法作为 DOCX 读取，应为 Word 文档"
        raise UnreadableError("broken-file", message) from error
    text = "\n".join(lines)
    if not text.strip():
        raise UnreadableError("empty-file", "a document without text; expected text / 文档不含文字")
    return text


def _check_unpacked(data: bytes, limits: Limits) -> None:
    with ZipFile(BytesIO(data)) as packed:
        parts = packed.infolist()
        unpacked = sum(part.file_size for part in parts)
        if len(parts) > limits.max_parts or unpacked > limits.max_unpacked:
            raise UnreadableError(
                "unpacked-too-large",
                f"unpacks to {len(parts)} parts of {unpacked} bytes; expected at most {limits.max_parts} and"
                f" {limits.max_unpacked} / 解压后为 {len(parts)} 个部件、{unpacked} 字节，超过上限",
            )
        for part in parts:
            _check_part(packed, part.filename, part.file_size)


def _check_part(packed: ZipFile, name: str, stated: int) -> None:
    """Whether a part is as long as the archive states: what states less may unpack without end."""
    with packed.open(name) as part:
        length = 0
        while chunk := part.read(1 << 20):
            length += len(chunk)
            if length > stated:
                raise UnreadableError("broken-file", f"{name}: longer than stated / 部件长度与声明不符：{name}")


def _lines(block: Paragraph | Table) -> Iterator[str]:
    if isinstance(block, Paragraph):
        yield block.text
        return
    for row in block.rows:
        cells: list[_Cell] = []
        for cell in row.cells:  # a merged cell is given once for each column that it covers
            if not cells or cell._tc is not cells[-1]._tc:
                cells.append(cell)
        yield "\t".join(" ".join(line for part in cell.iter_inner_content() for line in _lines(part)) for cell in cells)
