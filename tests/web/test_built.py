"""The files of the build: how large they are, how they are served, and that they bring no other address along."""

import gzip
import re

import pytest
from fastapi.testclient import TestClient

from app.main import create_app
from app.pages.built import Built, built
from app.queries import catalogue
from app.routes.explorer import STATIC
from app.settings import AppSettings
from stores.store import Store
from tests.app.conftest import graph_store
from tests.web.conftest import without

FOLDER = STATIC / "explorer"
MOST = 130_000  # bytes of the whole explorer as gzip sends it

__all__ = ["graph_store"]


@pytest.fixture(scope="module")
def files() -> Built:
    found = built(FOLDER)
    if found is None:
        without("the explorer is not built: run make web")
    assert found
    return found


@pytest.fixture(scope="module")
def client(graph_store: Store) -> TestClient:
    return TestClient(create_app(AppSettings(), graph_store, catalogue.load()))


def test_the_whole_explorer_is_small(files: Built) -> None:
    sizes = {name: len(gzip.compress((FOLDER / name).read_bytes(), mtime=0)) for name in files.files}
    assert sum(sizes.values()) <= MOST, sizes


def test_the_page_names_the_files_and_runs_nothing_inline(files: Built, client: TestClient) -> None:
    page = client.get("/")
    assert f'src="/static/explorer/{files.script}"' in page.text
    assert re.findall(r"<script(?![^>]*\bsrc=)", page.text) == []
    assert re.findall(r"\sstyle=|\son\w+=|<style", page.text) == []
    policy = page.headers["content-security-policy"]
    assert "script-src 'self';" in policy
    assert "unsafe" not in policy


def test_hashed_files_are_kept_by_browsers_and_the_page_is_not(files: Built, client: TestClient) -> None:
    assert "immutable" in client.get(f"/static/explorer/{files.style}").headers["cache-control"]
    assert client.get("/").headers["cache-control"] == "no-cache"
    assert client.get("/static/explorer/none.js").status_code == 404


def test_nothing_is_fetched_from_elsewhere(files: Built) -> None:
    text = "".join((FOLDER / name).read_text(encoding="utf-8") for name in files.files)
    addresses = set(re.findall(r"https?://[\w.-]+", text))
    assert addresses <= {"http://www.w3.org", "http://graphml.graphdrawing.org"}
