"""Which store to use and how patient to be with it."""

import os
import ssl
from collections.abc import Mapping
from dataclasses import dataclass as plain_dataclass
from dataclasses import field
from pathlib import Path
from typing import Annotated, Any

import platformdirs
from pydantic import ConfigDict, Field, ValidationError
from pydantic.dataclasses import dataclass
from pydantic.fields import FieldInfo

from stores.errors import SettingsError

SCHEMES = ("bolt", "bolt+s", "bolt+ssc", "neo4j", "neo4j+s", "neo4j+ssc")
_CONFIG = ConfigDict(use_attribute_docstrings=True, hide_input_in_errors=True)


@plain_dataclass(frozen=True, slots=True)
class Variable:
    """The environment variable that gives a setting."""

    name: str


Seconds = Annotated[float, Field(gt=0, allow_inf_nan=False)]
Count = Annotated[int, Field(ge=1)]


@dataclass(frozen=True, slots=True, kw_only=True, config=_CONFIG)
class StoreSettings:
    """Everything a store is opened with. The password is neither shown nor logged."""

    bolt_uri: Annotated[str | None, Variable("ZHITU_BOLT_URI")] = None
    """Neo4j's address; None: the embedded engine over `folder`. The scheme says TLS (`+s`) and routing (`neo4j`)."""
    user: Annotated[str | None, Variable("ZHITU_BOLT_USER")] = None
    """None: no authentication."""
    password: Annotated[str | None, Variable("ZHITU_BOLT_PASSWORD")] = field(default=None, repr=False)
    """Of that user."""
    database: Annotated[str | None, Variable("ZHITU_BOLT_DATABASE")] = None
    """None: the database that the server gives the user."""
    bolt_ca: Annotated[Path | None, Variable("ZHITU_BOLT_CA")] = None
    """Certificates (PEM) of the authorities that may vouch for the server; None: those that the system trusts."""
    folder: Annotated[Path, Variable("ZHITU_STORE")] = Path(".zhitu")
    """Where the embedded store lies."""
    query_timeout: Annotated[Seconds, Variable("ZHITU_QUERY_TIMEOUT")] = 30.0
    """Seconds a read may run; on the embedded engine also each statement of a write."""
    row_cap: Annotated[Count, Variable("ZHITU_ROW_CAP")] = 100_000
    """Rows that one read returns at most."""
    pool_size: Annotated[Count, Variable("ZHITU_POOL_SIZE")] = 20
    """Connections kept to one server, by each process."""
    connect_timeout: Annotated[Seconds, Variable("ZHITU_CONNECT_TIMEOUT")] = 5.0
    """Seconds until a server that does not answer counts as away."""
    acquire_timeout: Annotated[Seconds, Variable("ZHITU_ACQUIRE_TIMEOUT")] = 35.0
    """Seconds to wait for a connection while all of the pool are in use."""
    retry_time: Annotated[Seconds, Variable("ZHITU_RETRY_TIME")] = 30.0
    """Seconds for which a writing transaction is tried again after transient errors."""

    @classmethod
    def from_environment(cls, environment: Mapping[str, str], cwd: Path) -> "StoreSettings":
        """Settings from ZHITU_* variables. Raises SettingsError naming the variable and its value."""
        _check_address(environment.get("ZHITU_BOLT_URI") or None)
        given: dict[str, Any] = {
            name: text for name, variable in variables().items() if (text := environment.get(variable.name))
        }
        given["folder"] = _folder(given.get("folder"), cwd)
        if "bolt_ca" in given:
            given["bolt_ca"] = _absolute(given["bolt_ca"], cwd)
        try:
            settings = cls(**given)
        except ValidationError as error:
            # Not "from error": what it was given may be a secret.
            raise unusable(error, {name: each.name for name, each in variables().items()}) from None
        _check_together(settings)
        return settings


def fields() -> dict[str, FieldInfo]:
    """The settings by name, each with its default and what it means."""
    declared: dict[str, FieldInfo] = StoreSettings.__pydantic_fields__  # type: ignore[attr-defined]
    return declared


def variables() -> dict[str, Variable]:
    """The environment variable of each setting, by the setting's name."""
    return {name: next(each for each in info.metadata if isinstance(each, Variable)) for name, info in fields().items()}


def unusable(error: ValidationError, named: Mapping[str, str]) -> SettingsError:
    """The error that names the first variable at fault, its value and what is expected of it."""
    first = error.errors()[0]
    return SettingsError(f"{named[str(first['loc'][0])]}: {first['input']!r}: {first['msg']}")


def _check_address(uri: str | None) -> None:
    """Before anything else looks at it: addresses are printed and logged."""
    if uri is None:
        return
    if "@" in uri:
        raise SettingsError("ZHITU_BOLT_URI holds a user or password; expected in ZHITU_BOLT_USER and _PASSWORD")
    if uri.partition("://")[0] not in SCHEMES:
        raise SettingsError(f"ZHITU_BOLT_URI: {uri!r} does not begin with one of {', '.join(SCHEMES)} and ://")


def _check_together(settings: StoreSettings) -> None:
    if settings.password is not None and settings.user is None:
        raise SettingsError(
            "ZHITU_BOLT_PASSWORD 已设，却没有 ZHITU_BOLT_USER / is set without ZHITU_BOLT_USER (as a rule, neo4j)"
        )
    if settings.bolt_ca is not None:
        _check_authorities(settings.bolt_ca, settings.bolt_uri or "")


def _check_authorities(path: Path, uri: str) -> None:
    if not uri.partition("://")[0].endswith("+s"):
        raise SettingsError(
            f"ZHITU_BOLT_CA 需要以 bolt+s 或 neo4j+s 开头的地址 / needs an address in ZHITU_BOLT_URI that begins with "
            f"bolt+s or neo4j+s, got {uri!r}"
        )
    try:
        ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT).load_verify_locations(path)
    except OSError as error:  # an SSLError is one too
        reason = "it holds no certificate" if isinstance(error, ssl.SSLError) else error.strerror
        raise SettingsError(f"ZHITU_BOLT_CA: {path}: {reason}; expected certificates in PEM") from error


def _folder(given: str | None, cwd: Path) -> Path:
    """The folder that is named, else `.zhitu` in the working directory if there, else one of the user's own."""
    if given:
        return _absolute(given, cwd)
    local = cwd / ".zhitu"
    return local if local.is_dir() else Path(platformdirs.user_data_dir("zhitu", appauthor=False))


def _absolute(given: str, cwd: Path) -> Path:
    return Path(os.path.abspath(cwd / Path(given).expanduser()))  # noqa: PTH100 - links stay as the user named them
