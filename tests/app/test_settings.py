"""Settings of the API and the command."""

import pytest
from pydantic import ValidationError

from app.settings import AppSettings


def test_origins_are_split_at_commas(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ZHITU_CORS_ORIGINS", "https://a.example/, https://b.example")
    assert AppSettings().cors_origins == ("https://a.example", "https://b.example")


def test_no_origin_is_allowed_unless_set(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("ZHITU_CORS_ORIGINS", raising=False)
    assert AppSettings().cors_origins == ()


def test_an_empty_variable_counts_as_unset(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ZHITU_LANG", "")
    assert AppSettings().lang is None


def test_an_unknown_language_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ZHITU_LANG", "fr")
    with pytest.raises(ValidationError, match="lang"):
        AppSettings()
