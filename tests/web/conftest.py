"""The explorer in a real browser, over the example corpus and one document that means harm."""

import os
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from app.pages.built import built
from app.routes.explorer import STATIC
from loaders.load import load
from stores.open import open_store
from stores.settings import StoreSettings
from tests.web.browser import NoBrowser, opened
from tests.web.places import PATIENCE
from tests.web.serving import served

BRIEFINGS = Path(__file__).parents[2] / "examples" / "briefings"

# It reads as a measure of Jilin for food safety, so every view of the explorer shows its words.
HOSTILE = """吉林省食品安全专项通知<script>window.harmed=1</script>

2023年2月1日

一、主要任务<img src=x onerror="window.harmed=2">

吉林省市场监督管理厅牵头对校园食堂开展食品安全检查"><svg onload=window.harmed=3>。
打造“吉致吉品<iframe srcdoc='<script>parent.harmed=4</script>'></iframe>”品牌，
推行{{7*7}}${window.harmed=5}食品安全追溯。
"""

OpenPage = Callable[..., Page]


@pytest.fixture(scope="package")
def browser() -> Iterator[Browser]:
    """A browser for all tests of this folder."""
    if built(STATIC / "explorer") is None:
        without("the explorer is not built: run make web")
    try:
        with opened() as browser:
            yield browser
    except NoBrowser as error:
        without(str(error))


@pytest.fixture(scope="package")
def address(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Where the explorer is served."""
    assert browser.is_connected()
    folder = tmp_path_factory.mktemp("web")
    harm = folder / "harm"
    harm.mkdir()
    (harm / "harm.txt").write_text(HOSTILE, encoding="utf-8")
    with open_store(StoreSettings(folder=folder / "store")) as store:
        load([BRIEFINGS, harm], store)
        with served(store) as address:
            yield address


@pytest.fixture
def open_page(browser: Browser, address: str) -> Iterator[OpenPage]:
    """Opens a page of the explorer in a context of its own; afterwards nothing may have failed in it."""
    contexts = []
    wrong: list[str] = []

    def open_page(path: str = "/", at: str = address, **options: Any) -> Page:
        context = browser.new_context(**{"locale": "zh-CN", "viewport": {"width": 1280, "height": 900}, **options})
        contexts.append(context)
        context.set_default_timeout(PATIENCE)
        page = context.new_page()
        page.on("pageerror", lambda error: wrong.append(str(error)))
        page.on("console", lambda said: wrong.append(said.text) if "Content Security Policy" in said.text else None)
        page.goto(at + path)
        return page

    expect.set_options(timeout=PATIENCE)
    yield open_page
    for context in contexts:
        context.close()
    assert wrong == []


def without(reason: str) -> None:
    """Skip, saying why; on CI a test that is not run is a failure."""
    if os.environ.get("CI") == "true":
        pytest.fail(reason, pytrace=False)
    pytest.skip(reason)
