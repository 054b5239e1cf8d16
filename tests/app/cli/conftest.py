"""The `zhitu` command as a person runs it, over a store of its own."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from app.cli import main
from tests.cypher.small_graph import build, opened


@dataclass(frozen=True, slots=True)
class Run:
    """How one command ended."""

    code: int
    out: str
    err: str


Zhitu = Callable[..., Run]


@pytest.fixture
def zhitu(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfdbinary: pytest.CaptureFixture[bytes]) -> Zhitu:
    """Runs the command in this process and gives its exit code and what it printed."""
    monkeypatch.setenv("ZHITU_STORE", str(tmp_path / "store"))
    monkeypatch.setenv("LC_ALL", "en_GB.UTF-8")
    for name in ("ZHITU_LANG", "ZHITU_BOLT_URI"):
        monkeypatch.delenv(name, raising=False)

    def run(*arguments: str) -> Run:
        capfdbinary.readouterr()
        with pytest.raises(SystemExit) as ended:
            main(arguments)
        out, err = capfdbinary.readouterr()
        return Run(int(ended.value.code or 0), out.decode(), err.decode())

    return run


@pytest.fixture
def small(tmp_path: Path) -> None:
    """The store of the command holds the small graph."""
    with opened(build(), tmp_path / "store"):
        pass
