"""Addresses of the explorer."""

from urllib.parse import urlencode

from playwright.sync_api import Page, expect

PATIENCE = 30_000.0  # ms; a second is enough on an idle machine


def question(query: str, more: str = "", **params: str) -> str:
    """A question of the catalogue with its parameters; `more` is the rest of the address."""
    return (
        "/?"
        + urlencode({"view": "question", "query": query, **{f"p.{key}": each for key, each in params.items()}})
        + more
    )


def settled(page: Page) -> Page:
    """The page once it waits for nothing more."""
    page.wait_for_load_state("networkidle")
    expect(page.locator(".loading")).to_have_count(0, timeout=PATIENCE)
    return page
