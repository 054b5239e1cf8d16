"""The browser that tests drive: the system's Chromium, or the one of ZHITU_TEST_CHROMIUM."""

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager

from playwright.sync_api import Browser, sync_playwright

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
# Chromium as root has no sandbox of its own; nothing but our own pages is opened.
FLAGS = ("--no-sandbox", "--disable-dev-shm-usage")


class NoBrowser(Exception):
    """There is none to test in."""


def executable() -> str:
    """The path of the browser. Raises NoBrowser, saying what would help."""
    found = os.environ.get("ZHITU_TEST_CHROMIUM") or next(filter(None, map(shutil.which, NAMES)), None)
    if not found:
        raise NoBrowser("no Chromium on the path: apt-get install chromium, or set ZHITU_TEST_CHROMIUM to one")
    return found


@contextmanager
def opened(*flags: str) -> Iterator[Browser]:
    """A headless browser. Raises NoBrowser."""
    path = executable()
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=[*FLAGS, *flags])
        try:
            yield browser
        finally:
            browser.close()
