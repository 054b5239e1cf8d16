"""Which store to use and how patient to be with it."""

import os
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

import platformdirs

from stores.errors import SettingsError

SCHEMES = ("bolt", "bolt+s", "bolt+ssc", "neo4j", "neo4j+s", "neo4j+ssc")


@dataclass(frozen=True, slots=True, kw_only=True)
class StoreSettings:
    """Everything a store is opened with. The password is neither shown nor logged."""

    bolt_uri: str | None = None
    """Neo4j's address; None: the embedded engine over `folder`. The scheme says TLS (`+s`) and routing (`neo4j`)."""
    user: str | None = None
    """None: no authentication."""
    password: str | None = field(default=None, repr=False)
    database: str | None = None
    """None: the database that the server gives the user."""
    folder: Path = Path(".zhitu")
    """Where the embedded store lies."""
    query_timeout: float = 30.0
    """Seconds a read may run; on the embedded engine also each statement of a write."""
    row_cap: int = 100_000
    """Rows that one read returns at most."""
    pool_size: int = 20
    """Connections kept to one server."""
    connect_timeout: float = 5.0
    """Seconds until a server that does not answer counts as away."""
    retry_time: float = 30.0
    """Seconds for which a writing transaction is tried again after transient errors."""

    @classmethod
    def from_environment(cls, environment: Mapping[str, str], cwd: Path) -> "StoreSettings":
        """Settings from ZHITU_* variables. Raises SettingsError naming the variable and its value."""
        uri = environment.get("ZHITU_BOLT_URI") or None
        if uri is not None and uri.partition("://")[0] not in SCHEMES:
            raise SettingsError(f"ZHITU_BOLT_URI: {uri!r} does not begin with one of {', '.join(SCHEMES)} and ://")
        if uri is not None and "@" in uri:  # addresses are printed and logged
            raise SettingsError("ZHITU_BOLT_URI holds a user or password; expected in ZHITU_BOLT_USER and _PASSWORD")
        return cls(
            bolt_uri=uri,
            user=environment.get("ZHITU_BOLT_USER") or None,
            password=environment.get("ZHITU_BOLT_PASSWORD") or None,
            database=environment.get("ZHITU_BOLT_DATABASE") or None,
            folder=_folder(environment.get("ZHITU_STORE"), cwd),
            query_timeout=_positive(environment, "ZHITU_QUERY_TIMEOUT", cls().query_timeout),
            row_cap=int(_positive(environment, "ZHITU_ROW_CAP", cls().row_cap)),
            pool_size=int(_positive(environment, "ZHITU_POOL_SIZE", cls().pool_size)),
        )


def _folder(given: str | None, cwd: Path) -> Path:
    """The folder that is named, else `.zhitu` in the working directory if there, else one of the user's own."""
    if given:
        return Path(os.path.abspath(cwd / Path(given).expanduser()))  # noqa: PTH100 - links stay as the user named them
    local = cwd / ".zhitu"
    return local if local.is_dir() else Path(platformdirs.user_data_dir("zhitu", appauthor=False))


def _positive(environment: Mapping[str, str], name: str, default: float) -> float:
    text = environment.get(name)
    if not text:
        return default
    try:
        value = float(text)
    except ValueError:
        value = 0.0
    if not 0 < value < float("inf"):
        raise SettingsError(f"{name}: {text!r} is not a number above 0")
    return value
