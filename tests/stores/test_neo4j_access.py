"""A server that wants TLS and a password, as teams run it."""

import logging
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import neo4j
import pytest
import trustme

from stores.errors import AccessRefused, SettingsError, StoreUnavailable
from stores.open import open_store
from stores.settings import StoreSettings
from tests.conftest import without_server
from tests.neo4j_server.server import NoServer, Server, free_port

ONE = "RETURN 1 AS one"
PASSWORD = "open-sesame-7"  # noqa: S105 - of a server that lives as long as these tests


@dataclass(frozen=True, slots=True)
class Guarded:
    """A server with TLS and a password, and the certificates of two authorities: its own and another."""

    port: int
    authority: Path
    stranger: Path

    def environment(self, **more: str) -> dict[str, str]:
        return {
            "ZHITU_BOLT_URI": f"bolt+s://127.0.0.1:{self.port}",
            "ZHITU_BOLT_USER": "neo4j",
            "ZHITU_BOLT_PASSWORD": PASSWORD,
            "ZHITU_BOLT_CA": str(self.authority),
            **more,
        }


@pytest.fixture(scope="module")
def guarded(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Guarded]:
    folder = tmp_path_factory.mktemp("guarded")
    authority, stranger = _authority(folder / "ours.pem"), _authority(folder / "theirs.pem")
    certificate = authority.issue_cert("127.0.0.1")
    certificate.private_key_pem.write_to_path(folder / "private.key")
    certificate.cert_chain_pems[0].write_to_path(folder / "public.crt")
    assert stranger is not authority
    server = Server(folder / "neo4j", free_port(), auth=True, certificates=folder)
    try:
        server.start()
    except NoServer as error:
        without_server(str(error))
    try:
        _set_password(server.port)
        yield Guarded(server.port, folder / "ours.pem", folder / "theirs.pem")
    finally:
        server.stop()


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


def _authority(path: Path) -> trustme.CA:
    authority = trustme.CA()
    authority.cert_pem.write_to_path(path)
    return authority


def _set_password(port: int) -> None:
    """The first password must be changed before the server answers anything else."""
    first = ("neo4j", "neo4j")
    with neo4j.GraphDatabase.driver(f"bolt+ssc://127.0.0.1:{port}", auth=first) as driver:
        driver.execute_query(
            "ALTER CURRENT USER SET PASSWORD FROM $old TO $new", {"old": first[1], "new": PASSWORD}, database_="system"
        )
