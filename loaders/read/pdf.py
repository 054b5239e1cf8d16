"""The text of a PDF that has one."""

import re
from collections.abc import Iterator
from io import BytesIO

from pypdf import PdfReader
from pypdf.errors import PyPdfError

from loaders.errors import UnreadableError
from loaders.read.limits import Limits

CHARACTERS_A_PAGE = 5  # a file with fewer on the average holds pictures of pages
VISIBLE = re.compile(r"\S")
# What pypdf raises on damaged files besides its own errors
BROKEN = (
    PyPdfError,
    ValueError,
    KeyError,
    IndexError,
    TypeError,
    AttributeError,
    RecursionError,
    OSError,
    AssertionError,
)


def read_pdf(data: bytes, limits: Limits) -> str:
    """The text of all pages, a line end between them.

    Raises UnreadableError for scanned, encrypted and broken files.
    """
    try:
        reader = PdfReader(BytesIO(data))
        if reader.is_encrypted:
            raise UnreadableError(
                "encrypted-pdf", "an encrypted PDF; expected one without a password / PDF 已加密，请先去除密码"
            )
        pages = len(reader.pages)
        if pages > limits.max_pages:
            raise UnreadableError(
                "too-many-pages",
                f"{pages} pages; expected at most {limits.max_pages} / 共 {pages} 页，上限为 {limits.max_pages} 页",
            )
        text = "\n".join(_page_texts(reader, limits))
    except BROKEN as error:
        message = f"not readable as a PDF ({error}); expected an undamaged PDF / 无法作为 PDF 读取，文件可能已损坏"
        raise UnreadableError("broken-file", message) from error
    if len(VISIBLE.findall(text)) < pages * CHARACTERS_A_PAGE:
        raise UnreadableError(
            "scanned-pdf",
            "a scanned PDF without text; expected one with text (run OCR first) / 扫描版 PDF，不含文字，请先做文字识别",
        )
    return text


def _page_texts(reader: PdfReader, limits: Limits) -> Iterator[str]:
    total = 0
    for page in reader.pages:
        text = page.extract_text()
        total += len(text)
        if total > limits.max_characters:
            raise UnreadableError(
                "too-large",
                f"expected at most {limits.max_characters} characters / 超过 {limits.max_characters} 字的上限",
            )
        yield text
