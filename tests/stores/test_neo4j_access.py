"""A server that wants TLS and a password, as teams run it."""

import logging
from pathlib import Path

import pytest

from stores.errors import AccessRefused, SettingsError, StoreUnavailable
from stores.open import open_store
from stores.settings import StoreSettings
from tests.stores.guarded import PASSWORD, Guarded

ONE = "RETURN 1 AS one"


def read_one(environment: dict[str, str]) -> int:
    with open_store(StoreSettings.from_environment(environment, Path.cwd())) as store:
        one: int = store.read(ONE).rows[0][0]
        return one


@pytest.mark.parametrize("scheme", ["bolt+s", "neo4j+s"])
def test_a_server_whose_authority_is_named_is_believed(guarded: Guarded, scheme: str) -> None:
    assert read_one(guarded.environment(ZHITU_BOLT_URI=f"{scheme}://127.0.0.1:{guarded.port}")) == 1


@pytest.mark.parametrize("authority", ["another", "the system's"])
def test_a_server_that_nobody_trusted_vouches_for_is_refused(guarded: Guarded, authority: str) -> None:
    named = str(guarded.stranger) if authority == "another" else ""
    with pytest.raises(AccessRefused, match="certificate is not trusted") as caught:
        read_one(guarded.environment(ZHITU_BOLT_CA=named))
    assert "ZHITU_BOLT_CA" in str(caught.value)


def test_a_certificate_for_another_name_is_refused(guarded: Guarded) -> None:
    with pytest.raises(AccessRefused, match="certificate is not trusted"):
        read_one(guarded.environment(ZHITU_BOLT_URI=f"bolt+s://localhost:{guarded.port}"))


def test_talking_in_the_clear_is_unavailable(guarded: Guarded) -> None:
    with pytest.raises(StoreUnavailable):
        read_one(guarded.environment(ZHITU_BOLT_URI=f"bolt://127.0.0.1:{guarded.port}", ZHITU_BOLT_CA=""))


def test_a_wrong_password_is_refused_and_in_no_message(guarded: Guarded) -> None:
    with pytest.raises(AccessRefused, match="user or password refused") as caught:
        read_one(guarded.environment(ZHITU_BOLT_PASSWORD="close-sesame-8"))  # noqa: S106 - a wrong one
    assert "close-sesame-8" not in str(caught.value)


def test_no_password_is_in_any_log(guarded: Guarded, caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.DEBUG):
        read_one(guarded.environment())
    assert "LOGON" in caplog.text  # the driver does say what it sends
    assert PASSWORD not in caplog.text


@pytest.mark.parametrize("content", [None, "no certificate"])
def test_a_file_without_authorities_is_named(tmp_path: Path, content: str | None) -> None:
    path = tmp_path / "ca.pem"
    if content is not None:
        path.write_text(content, encoding="utf-8")
    environment = {"ZHITU_BOLT_URI": "bolt+s://graph.example", "ZHITU_BOLT_CA": "ca.pem"}
    with pytest.raises(SettingsError, match=f"ZHITU_BOLT_CA: {path}: "):
        StoreSettings.from_environment(environment, tmp_path)


@pytest.mark.parametrize("scheme", ["bolt", "neo4j+ssc"])
def test_authorities_are_refused_where_nothing_would_ask_them(tmp_path: Path, scheme: str) -> None:
    environment = {"ZHITU_BOLT_URI": f"{scheme}://graph.example", "ZHITU_BOLT_CA": "ca.pem"}
    with pytest.raises(SettingsError, match="ZHITU_BOLT_CA"):
        StoreSettings.from_environment(environment, tmp_path)
