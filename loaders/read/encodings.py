"""Bytes to text: UTF-8, UTF-16 with its mark, GB 18030 and Big5, and nothing that would have to be guessed."""

import codecs
import re
from functools import lru_cache

from charset_normalizer import from_bytes

from loaders.errors import UnreadableError

# Big5-HKSCS is what Hong Kong's pages call Big5.
DETECTED = ["gb18030", "big5", "big5hkscs"]
MARKS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
ALIASES = {"gb2312": "gb18030", "gbk": "gb18030", "gb_2312-80": "gb18030", "x-gbk": "gb18030", "utf8": "utf-8"}
CHINESE = re.compile(r"[\u3400-\u9fff]")
# What text does not hold: controls, private and unassigned characters; "\t", "\n", "\x0c" are text
STRANGE = re.compile(r"[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\ue000-\uf8ff\ufff0-\uffff]")
STRANGE_AT_MOST = 0.01  # share of characters
COMMON_AT_LEAST = 0.5  # share of Chinese characters that are common; of wrongly decoded text it is below .3
BINARY_SIGNS = (b"%PDF", b"PK\x03\x04", b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"\xd0\xcf\x11\xe0", b"\x1f\x8b", b"Rar!")


def decode(data: bytes, declared: str | None = None) -> tuple[str, str]:
    """The text of a file's bytes, a leading byte order mark dropped and line ends kept, and the encoding's name.

    `declared` is what the format says of its encoding; it is tried after UTF-8, which no other encoding resembles.
    Raises UnreadableError for an empty or a binary file and for an encoding that is none of those above.
    """
    if not data.strip():
        raise UnreadableError("empty-file", "the file is empty; expected text / 文件为空，应含文本")
    for mark, encoding in MARKS:
        if data.startswith(mark):
            return _strict(data[len(mark) :], encoding), encoding
    if b"\0" in data or data.startswith(BINARY_SIGNS):
        raise UnreadableError("binary-file", "a binary file; expected text / 二进制文件，应为文本")
    for encoding in _candidates(data, declared):
        try:
            text = data.decode(encoding)
        except (UnicodeDecodeError, LookupError):
            continue
        if _is_text(text):
            return text, encoding
    raise _unreadable()


def _candidates(data: bytes, declared: str | None) -> list[str]:
    known = [ALIASES.get(declared.lower(), declared.lower())] if declared else []
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        best = from_bytes(data, cp_isolation=DETECTED, enable_fallback=False).best()
        return [*known, *([best.encoding] if best else [])]
    return ["utf-8"]


def _strict(data: bytes, encoding: str) -> str:
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError as error:
        raise _unreadable() from error
    if not text.strip():
        raise UnreadableError("empty-file", "the file is empty; expected text / 文件为空，应含文本")
    return text


def _unreadable() -> UnreadableError:
    return UnreadableError(
        "unreadable-encoding",
        "the encoding is not recognised; expected UTF-8, UTF-16 with its mark, GB 18030 or Big5"
        " / 无法识别编码，应为 UTF-8、带标记的 UTF-16、GB 18030 或 Big5",
    )


def _is_text(text: str) -> bool:
    if len(STRANGE.findall(text)) > len(text) * STRANGE_AT_MOST:
        return False
    chinese = CHINESE.findall(text)
    return sum(char in _common() for char in chinese) >= len(chinese) * COMMON_AT_LEAST


@lru_cache(maxsize=1)
def _common() -> frozenset[str]:
    """The common characters of both scripts: the first levels of GB 2312 and of Big5."""
    simplified = (bytes((row, cell)) for row in range(0xB0, 0xD8) for cell in range(0xA1, 0xFF))
    cells = (*range(0x40, 0x7F), *range(0xA1, 0xFF))
    traditional = (bytes((row, cell)) for row in range(0xA4, 0xC7) for cell in cells)
    return frozenset(b"".join(simplified).decode("gb2312", "ignore") + b"".join(traditional).decode("big5", "ignore"))
