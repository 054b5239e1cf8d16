"""Gephi's own importer reads our GraphML: resolved by Maven, run as the Neo4j of the tests is."""

import io
import subprocess
from collections.abc import Sequence
from pathlib import Path

import networkx
from fastapi.testclient import TestClient

from tests.conftest import without_server
from tests.neo4j_server.server import NoServer, classpath, java

HERE = Path(__file__).parent
ANSWER = "/v1/q/neighbourhood?node=吉致吉品&evidence=1&format=graphml"

Lines = Sequence[tuple[str, ...]]


def read_by_gephi(file: Path) -> Lines:
    """What Gephi finds in a file: the kind of a line, then its parts. Raises NoServer without Java or Maven."""
    options = ("-Djava.awt.headless=true", "-Dfile.encoding=UTF-8", "-Dstdout.encoding=UTF-8")
    command = [java(), *options, "-cp", classpath(HERE / "gephi.xml"), str(HERE / "ReadGraph.java"), str(file)]
    done = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=False)  # noqa: S603
    assert done.returncode == 0, done.stderr
    return [tuple(line.split("\t")) for line in done.stdout.splitlines()]


def test_gephi_reads_names_types_and_weights_without_complaint(examples_client: TestClient, tmp_path: Path) -> None:
    written = examples_client.get(ANSWER).content
    file = tmp_path / "answer.graphml"
    file.write_bytes(written)
    graph = networkx.read_graphml(io.BytesIO(written), force_multigraph=True)
    assert graph.size() > 3
    try:
        found = read_by_gephi(file)
    except NoServer as error:
        without_server(str(error))
        raise
    assert {line[1:] for line in found if line[0] == "node"} == {
        (node, told["label"]) for node, told in graph.nodes(data=True)
    }
    assert sorted(line[1:] for line in found if line[0] == "edge") == sorted(
        (start, end, told["label"], str(told["weight"])) for start, end, told in graph.edges(data=True)
    )
    assert [line for line in found if line[0] == "issue"] == []
