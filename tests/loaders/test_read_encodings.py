"""Detecting encodings."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loaders.errors import UnreadableError
from loaders.read.encodings import decode

SIMPLIFIED = "市场监管部门开展食品安全检查，督促企业落实主体责任，全年抽检合格率达到九成八以上。"
TRADITIONAL = "市場監管部門開展食品安全檢查，督促企業落實主體責任，全年抽檢合格率達到九成八以上。"


@pytest.mark.parametrize(
    ("text", "written", "named"),
    [
        (SIMPLIFIED, "utf-8", "utf-8"),
        (SIMPLIFIED, "utf-8-sig", "utf-8"),
        (SIMPLIFIED, "gb2312", "gb18030"),
        (SIMPLIFIED, "gb18030", "gb18030"),
        (TRADITIONAL, "gb18030", "gb18030"),
        (TRADITIONAL, "big5", "big5"),
        (TRADITIONAL, "utf-8", "utf-8"),
        ("plain ASCII, nothing else", "ascii", "utf-8"),
    ],
)
def test_an_encoding_is_recognised(text: str, written: str, named: str) -> None:
    assert decode(text.encode(written)) == (text, named)


@pytest.mark.parametrize(("mark", "encoding"), [(b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be")])
def test_utf_16_needs_its_mark(mark: bytes, encoding: str) -> None:
    assert decode(mark + SIMPLIFIED.encode(encoding)) == (SIMPLIFIED, encoding)


def test_a_declared_encoding_goes_before_detection() -> None:
    assert decode("检".encode("gb18030"), "GB2312") == ("检", "gb18030")


def test_a_wrongly_declared_encoding_does_no_harm() -> None:
    assert decode(SIMPLIFIED.encode(), "big5") == (SIMPLIFIED, "utf-8")
    assert decode(SIMPLIFIED.encode("gb18030"), "no-such-encoding") == (SIMPLIFIED, "gb18030")


@given(st.binary())
def test_bytes_are_read_without_loss_or_refused(data: bytes) -> None:
    try:
        text, encoding = decode(data)
    except UnreadableError:
        return
    assert data.endswith(text.encode(encoding))
