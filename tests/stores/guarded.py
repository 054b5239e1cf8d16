"""A server that wants TLS and a password, as teams run it, and gives little time and memory."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import neo4j
import trustme

from stores.settings import StoreSettings
from tests.neo4j_server.server import QUICK, Server, free_port

PASSWORD = "open-sesame-7"  # noqa: S105 - of a server that lives as long as these tests
MEMORY = 32  # MiB a transaction
LIMITS = {
    "db.transaction.bookmark_ready_timeout": "1s",
    "db.memory.transaction.max": f"{MEMORY}m",
}


@dataclass(frozen=True, slots=True)
class Guarded:
    """A server with TLS and a password, and the certificates of two authorities: its own and another."""

    port: int
    authority: Path
    stranger: Path

    def environment(self, **more: str) -> dict[str, str]:
        """What a user would set to reach it."""
        return {
            "ZHITU_BOLT_URI": f"bolt+s://127.0.0.1:{self.port}",
            "ZHITU_BOLT_USER": "neo4j",
            "ZHITU_BOLT_PASSWORD": PASSWORD,
            "ZHITU_BOLT_CA": str(self.authority),
            **more,
        }

    def settings(self, scheme: str, **more: str) -> StoreSettings:
        """Settings from the environment, at an address that begins so."""
        environment = self.environment(ZHITU_BOLT_URI=f"{scheme}://127.0.0.1:{self.port}", **more)
        return StoreSettings.from_environment(environment, self.authority.parent)


@contextmanager
def guarded_server(folder: Path) -> Iterator[Guarded]:
    """The server, until the end of the block. Raises NoServer."""
    authority, _ = _authority(folder / "ours.pem"), _authority(folder / "theirs.pem")
    certificate = authority.issue_cert("127.0.0.1")
    certificate.private_key_pem.write_to_path(folder / "private.key")
    certificate.cert_chain_pems[0].write_to_path(folder / "public.crt")
    server = Server(folder / "neo4j", free_port(), settings=_tls(folder) | LIMITS, options=QUICK)
    server.start()
    try:
        _set_password(server.port)
        yield Guarded(server.port, folder / "ours.pem", folder / "theirs.pem")
    finally:
        server.stop()


def _tls(folder: Path) -> dict[str, str]:
    """With the private.key and public.crt of a folder, and with nothing but TLS."""
    return {
        "dbms.security.auth_enabled": "true",
        "dbms.ssl.policy.bolt.enabled": "true",
        "dbms.ssl.policy.bolt.base_directory": str(folder),
        "server.bolt.tls_level": "REQUIRED",
    }


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
