"""`zhitu export --browser`."""

from pathlib import Path

import pytest

from app.queries import catalogue
from tests.app.cli.conftest import Zhitu


@pytest.mark.usefixtures("small")
def test_writes_a_file_a_query_the_patterns_and_the_style(zhitu: Zhitu, tmp_path: Path) -> None:
    run = zhitu("export", "--browser", str(tmp_path / "out"))
    assert run.code == 0
    assert {Path(line) for line in run.out.splitlines()} == set(tmp_path.glob("out/**/*.*"))
    names = {file.stem for file in (tmp_path / "out" / "queries").iterdir()}
    assert names == {query.id for query in catalogue.load()}
    assert (tmp_path / "out" / "style.grass").is_file()


@pytest.mark.usefixtures("small")
def test_a_format_of_the_graph_beside_it_is_refused(zhitu: Zhitu, tmp_path: Path) -> None:
    run = zhitu("export", "--browser", "--format", "csv", str(tmp_path / "out"))
    assert (run.code, (tmp_path / "out").exists()) == (2, False)
    assert "--format" in run.err
