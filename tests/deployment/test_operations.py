"""docs/operations.md says what is there."""

import json
import logging
import re
import shutil
from pathlib import Path

import pytest
from fastapi.testclient import TestClient
from prometheus_client.parser import text_string_to_metric_families

from app.main import create_app
from app.observing import logs
from app.queries import catalogue
from app.settings import AppSettings
from app.settings import variables as app_variables
from stores.open import open_store
from stores.settings import StoreSettings, fields
from stores.settings import variables as store_variables
from stores.store import Store
from tests.deployment.dockerfile import ROOT

TEXT = (ROOT / "docs" / "operations.md").read_text(encoding="utf-8")
# "| `ZHITU_LANG` | - |": a variable and its default; not "| `ms` | … |".
SETTING = re.compile(r"^\| `(ZHITU_\w+)` \| (\S+) \|", re.MULTILINE)
ELSEWHERE = {"ZHITU_STORE"}  # its default depends on the folder it is started in


def shown(default: object) -> str:
    if default in (None, ()):
        return "-"
    return f"{default:g}" if isinstance(default, float) else str(default)


def test_every_setting_is_told_with_its_default() -> None:
    declared = {store_variables()[name].name: shown(info.default) for name, info in fields().items()}
    declared |= {app_variables()[name]: shown(info.default) for name, info in AppSettings.model_fields.items()}
    told = dict(SETTING.findall(TEXT))
    assert told == {**declared, **dict.fromkeys(ELSEWHERE, "-")}


def test_every_metric_is_told(embedded_store: Store) -> None:
    client = TestClient(create_app(AppSettings(), embedded_store, catalogue.load()))
    client.get("/v1/nodes/none")
    found = text_string_to_metric_families(client.get("/metrics").text)
    names = {f"{each.name}_total" if each.type == "counter" else each.name for each in found}
    told = set(re.findall(r"^\| `(zhitu_\w+)` \|", TEXT, re.MULTILINE))
    assert told == names


def test_every_field_of_a_log_line_is_told() -> None:
    record = logging.LogRecord("zhitu", logging.ERROR, __file__, 1, "failed", (), (KeyError, KeyError(), None))
    record.fields = {"method": "GET", "route": "/", "status": 200, "ms": 1.0}
    line = json.loads(logs.JsonLines(messages=False).format(record))
    table = TEXT.partition("## Logs")[2].partition("## Metrics")[0]
    assert set(line) == set(re.findall(r"`(\w+)`(?=.* \| )", "\n".join(re.findall(r"^\| `.*$", table, re.MULTILINE))))


@pytest.mark.parametrize("path", ["/healthz", "/readyz", "/metrics"])
def test_addresses_that_it_names_answer(embedded_store: Store, path: str) -> None:
    assert f"`{path}`" in TEXT
    assert TestClient(create_app(AppSettings(), embedded_store, catalogue.load())).get(path).status_code == 200


def test_a_copy_of_an_embedded_store_is_a_backup(tmp_path: Path) -> None:
    folder, copy = tmp_path / "store", tmp_path / "copy"
    with open_store(StoreSettings(folder=folder)) as store:
        store.write(lambda transaction: transaction.run("CREATE (:Goal {id: 'goal:a'})"))
    shutil.copytree(folder, copy)
    with open_store(StoreSettings(folder=folder)) as store:
        store.reset()
    shutil.rmtree(folder)
    copy.rename(folder)
    with open_store(StoreSettings(folder=folder)) as store:
        assert store.read("MATCH (g:Goal) RETURN g.id").rows == [("goal:a",)]
