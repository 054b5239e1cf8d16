"""What `zhitu export --browser` writes, run on a real server: by the driver, and by Neo4j's own command line."""

import re
from collections.abc import Iterator
from pathlib import Path
from zipfile import ZipFile

import pytest

from app.browser.files import PATTERNS, SCRIPTS, write
from app.browser.saved_queries import example_values
from app.queries import catalogue
from app.queries.catalogue import Catalogue
from app.queries.running import run
from stores.records import GraphPath
from stores.store import Store
from tests.conftest import neo4j_settings
from tests.neo4j_server.shell import cypher_shell
from tests.parity.examples.conftest import Examples

IDS = [query.id for query in catalogue.load()]
# ":param goal => 'goal:food-safety';"; not "// :param"
PARAM = re.compile(r"^:param (?P<name>\w+) => (?P<value>.+);$", re.MULTILINE)


@pytest.fixture(scope="module")
def written(examples: Examples, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("browser")
    list(write(examples.both.neo4j, folder))
    return folder


def parameters(store: Store, text: str) -> dict[str, object]:
    """The parameters of a saved query: the server reads each as the Cypher that it is."""
    found = {match["name"]: match["value"] for match in PARAM.finditer(text)}
    return {name: store.read(f"RETURN {value} AS value").rows[0][0] for name, value in found.items()}


def statement(text: str) -> str:
    """The Cypher of a saved query or pattern, without what the tools alone understand."""
    return PARAM.sub("", text).rstrip().removesuffix(";")


def test_the_archive_has_each_query_apart_from_its_parameters(examples: Examples, written: Path) -> None:
    first = (written / SCRIPTS).read_bytes()
    with ZipFile(written / SCRIPTS) as archive:
        held = {name: archive.read(name).decode() for name in archive.namelist()}
    for file in written.rglob("*.cypher"):
        name, text = file.relative_to(written).as_posix(), file.read_text(encoding="utf-8")
        title, _, rest = held.pop(name).partition("\n")
        lines = held.pop(f"parameters/{file.name}", f"{title}\n").removeprefix(f"{title}\n")
        assert f"{title}\n{lines}{rest}" == text
        assert not PARAM.search(rest)
        assert not PARAM.sub("", lines).strip()
    assert held == {}
    list(write(examples.both.neo4j, written))
    assert (written / SCRIPTS).read_bytes() == first


@pytest.mark.parametrize("query", IDS)
def test_a_saved_query_answers_as_the_catalogue_does(
    examples: Examples, queries: Catalogue, written: Path, query: str
) -> None:
    store = examples.both.neo4j
    text = (written / "queries" / f"{query}.cypher").read_text(encoding="utf-8")
    title = queries[query].header.title
    assert text.startswith(f"// {title.zh} · {title.en}\n")
    rows = store.read(statement(text), parameters(store, text)).rows
    expected = run(queries[query], example_values(queries[query].header, store), store).rows
    assert rows == [tuple(row.values()) for row in expected]
    assert rows


@pytest.mark.parametrize("file", sorted(PATTERNS.glob("*.cypher")), ids=lambda file: file.stem)
def test_a_pattern_gives_paths_that_are_there_to_be_seen(examples: Examples, written: Path, file: Path) -> None:
    text = (written / "patterns" / file.name).read_text(encoding="utf-8")
    assert re.match(r"// [^\n]*[\u4e00-\u9fff][^\n]* · [^\n]*[A-Za-z]", text)
    for store in examples.both.stores:
        rows = store.read(statement(text)).rows
        assert 0 < len(rows) <= 200
        assert all(isinstance(path, GraphPath) and path.relationships for (path,) in rows)
        assert all(node.properties["name"] for (path,) in rows for node in path.nodes)


def test_there_are_ten_patterns() -> None:
    assert len(list(PATTERNS.glob("*.cypher"))) == 10


@pytest.mark.full
def test_every_file_runs_in_neo4js_own_shell(written: Path, neo4j_uri: str) -> None:
    def words() -> Iterator[str]:
        for file in sorted(written.rglob("*.cypher")):
            yield f":param clear\n:source {file}\nRETURN 'end of {file.stem}' AS said;\n"

    said = cypher_shell(neo4j_settings(neo4j_uri), "".join(words()))
    answers = re.split(r'"end of \w+"\n', said)
    assert len(answers) == len(list(written.rglob("*.cypher"))) + 1
    # Beyond its heading and that of what ends it, each answer has at least a row.
    assert [answer for answer in answers[:-1] if answer.count("\n") < 3] == []
