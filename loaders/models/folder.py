"""Where the models lie: beside this file, unless a caller names another folder for a while."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from pathlib import Path

SHIPPED = Path(__file__).parent
_folder: ContextVar[Path] = ContextVar("models_folder", default=SHIPPED)


def model_file(name: str) -> Path:
    """The path of one model file."""
    return _folder.get() / name


@contextmanager
def models_from(folder: Path) -> Iterator[None]:
    """Read models from `folder` inside the `with` block: how a document is scored by models that did not see it."""
    token = _folder.set(folder)
    try:
        yield
    finally:
        _folder.reset(token)
