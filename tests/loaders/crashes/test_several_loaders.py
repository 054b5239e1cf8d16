"""Several loaders at once, over texts that overlap, end in the graph that one after the other makes."""

import shutil
from collections.abc import Sequence
from pathlib import Path

import pytest

from loaders.load import load
from stores.store import Store
from tests.loaders.crashes.figures import Figures
from tests.loaders.crashes.graph import dumped, loading, problems

MOST = 2  # documents a transaction


@pytest.mark.parametrize("number", [8, pytest.param(None, marks=pytest.mark.full)])
def test_three_loaders_at_once_end_as_one_after_the_other(
    neo4j_store: Store, neo4j_uri: str, texts: list[Path], tmp_path: Path, figures: Figures, number: int | None
) -> None:
    tasks = overlapping(texts[:number], tmp_path)
    for task in tasks:
        load(task, neo4j_store)
    wanted = dumped(neo4j_store)
    neo4j_store.reset()
    for ended in [loading(neo4j_uri, task, most=MOST) for task in tasks]:
        _, errors = ended.communicate()
        assert ended.returncode == 0, errors
    assert problems(neo4j_store) == []
    assert dumped(neo4j_store) == wanted
    held = f"{len(texts[:number])} texts, some in two folders"
    figures.at_once.append(f"3 loaders at once, {held}: the dump of one after the other")


def overlapping(texts: Sequence[Path], folder: Path) -> list[list[Path]]:
    """All texts in order, all from the last to the first, and a folder that holds every other one at another source."""
    copies = folder / "archive"
    copies.mkdir()
    for path in texts[::2]:
        shutil.copy(path, copies / path.name)
    return [list(texts), list(reversed(texts)), [copies]]
