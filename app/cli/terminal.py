"""What commands share: the language, the store, and where to write."""

import os
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from pathlib import Path
from typing import Annotated, Any

import orjson
import typer
from rich.console import Console

from app.errors import EmptyGraph
from app.language import Language, of_locale
from stores.open import Role, open_store
from stores.settings import StoreSettings
from stores.store import Store

_asked: ContextVar[Language | None] = ContextVar("asked", default=None)


def _remembered(asked: Language | None) -> Language | None:
    """Keep the language of the command, for what is said of it when it has failed."""
    _asked.set(asked)
    return asked


LangOption = Annotated[
    Language | None,
    typer.Option(
        "--lang",
        envvar="ZHITU_LANG",
        callback=_remembered,
        help="语言；默认随系统 / Language; else the locale's",
    ),
]
JsonOption = Annotated[bool, typer.Option("--json", help="以 JSON 输出 / Print JSON")]
YesOption = Annotated[bool, typer.Option("--yes", "-y", help="不再询问 / Do not ask")]


def language(asked: Language | None = None) -> Language:
    """The language asked for, here or by an option of the command, else that of the locale."""
    if chosen := asked or _asked.get():
        return chosen
    return of_locale(next((value for name in _LOCALES if (value := os.environ.get(name))), None))


_LOCALES = ("LC_ALL", "LC_MESSAGES", "LANG")  # in this order, as POSIX has it


@contextmanager
def store(role: Role) -> Iterator[Store]:
    """The store that the environment names. Raises StoreInUse, StoreUnavailable, SettingsError."""
    with open_store(StoreSettings.from_environment(os.environ, Path.cwd()), role=role) as opened:
        yield opened


@contextmanager
def graph() -> Iterator[Store]:
    """The store to read from, through its owner if one runs. Raises EmptyGraph where nothing was ever loaded."""
    with store("reader") as opened:
        if opened.version().version == 0:
            raise EmptyGraph
        yield opened


def said(zh: str, en: str, asked: Language | None) -> str:
    """The words in the language asked for."""
    return zh if language(asked) == "zh" else en


def note(text: str) -> None:
    """Tell the person at the terminal; standard output is for results."""
    typer.echo(text, err=True)


def print_json(value: Any) -> None:
    """Print a value as JSON."""
    write([orjson.dumps(value, option=orjson.OPT_APPEND_NEWLINE, default=_plain)])


def write(pieces: Iterable[bytes]) -> None:
    """Write pieces to standard output as they come."""
    for piece in pieces:
        sys.stdout.buffer.write(piece)
    sys.stdout.buffer.flush()


def errors() -> Console:
    """The terminal's standard error, for progress."""
    return Console(stderr=True)


def _plain(value: Any) -> Any:
    return value.model_dump(mode="json")
