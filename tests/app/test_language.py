"""Which language a caller is answered in."""

import pytest

from app.language import accepted, of_locale


@pytest.mark.parametrize(
    ("header", "expected"),
    [
        ("en-GB,en;q=0.9,zh;q=0.8", "en"),
        ("zh-CN,zh;q=0.9,en;q=0.8", "zh"),
        ("fr, en;q=0.2, zh;q=0.5", "zh"),
        ("en, zh", "en"),
        ("en;q=0", None),
        ("zh;q=nonsense", None),
        ("fr", None),
        ("", None),
        (None, None),
    ],
)
def test_accept_language_picks_what_weighs_most(header: str | None, expected: str | None) -> None:
    assert accepted(header) == expected


@pytest.mark.parametrize(
    ("locale", "expected"), [("zh_CN.UTF-8", "zh"), ("en_GB.UTF-8", "en"), ("C", "en"), (None, "en")]
)
def test_locale_decides_where_nothing_else_does(locale: str | None, expected: str) -> None:
    assert of_locale(locale) == expected
