"""The notebook runs from top to bottom against the real server, and shows what the program itself answers."""

import gc
import runpy
from pathlib import Path

import pytest

from app.queries.catalogue import Catalogue
from app.queries.running import run
from tests.conftest import neo4j_settings
from tests.parity.examples.conftest import Examples

NOTEBOOK = Path(__file__).parents[3] / "examples" / "notebook_py2neo.py"


# py2neo 2021.2.4 opens sockets that it never closes, and has no call that does.
@pytest.mark.filterwarnings("ignore:unclosed <socket:ResourceWarning")
def test_the_notebook_shows_what_the_program_answers(
    examples: Examples,
    queries: Catalogue,
    neo4j_uri: str,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    settings = neo4j_settings(neo4j_uri)
    for name, value in (("URI", neo4j_uri), ("USER", settings.user or ""), ("PASSWORD", settings.password or "")):
        monkeypatch.setenv(f"ZHITU_BOLT_{name}", value)
    held = runpy.run_path(str(NOTEBOOK))
    store = examples.both.neo4j
    query = queries["measures_for_goal"]
    values = dict.fromkeys(query.header.params) | {"goal": "goal:food-safety"}
    assert held["measures"].to_dict("list")["measure"] == [row["measure"] for row in run(query, values, store).rows]
    assert held["table"].to_numpy().sum() == held["measures"]["region_name"].notna().sum()
    joined = "MATCH (:Brand {name: '吉致吉品'})-[r]-() WHERE r.statements IS NOT NULL RETURN count(r) AS steps"
    assert store.read(joined).rows == [(len(held["steps"]),)]
    assert held["said"]["quote"] in held["passage"]["text"]
    assert held["document"]["title"] in capsys.readouterr().out
    held.clear()
    gc.collect()  # here, where the warning is expected
