"""What axe finds, in both colours and on a phone; and the whole way by keyboard."""

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.web.conftest import OpenPage
from tests.web.places import question, settled

AXE = Path(__file__).parents[2] / "web" / "node_modules" / "axe-core" / "axe.min.js"
FOOD = question("measures_for_goal", goal="goal:food-safety", region="region:220000")
PLACES = {
    "home": "/",
    "table": FOOD,
    "graph": f"{FOOD}&shown=graph",
    "empty": question("measures_for_goal", goal="goal:food-safety", year_from="2099"),
    "refused": question("measures_for_goal", goal="无此目标"),
    "find": "/?view=find&text=食品",
    "thing": "/?view=thing&id=goal:food-safety",
    "around": "/?view=graph&centre=goal:food-safety",
    "path": "/?view=path&from=region:220000&to=region:440300",
    "regions": "/?view=boards&board=regions",
    "gaps": "/?view=boards&board=gaps",
    "targets": "/?view=boards&board=targets",
}


def serious(page: Page) -> list[str]:
    """What axe finds serious or critical, by rule and place."""
    page.evaluate(AXE.read_text(encoding="utf-8"))
    found = page.evaluate("axe.run(document, { resultTypes: ['violations'] })")
    return [
        f"{each['id']}: {each['nodes'][0]['html'][:200]}"
        for each in found["violations"]
        if each["impact"] in ("serious", "critical")
    ]


# What a short run leaves to the full one is made of the same parts as the rest.
LATER = ("refused", "find", "path", "regions", "around")


@pytest.mark.parametrize(
    "name", [pytest.param(name, marks=pytest.mark.full if name in LATER else ()) for name in PLACES]
)
def test_axe_finds_nothing_serious(open_page: OpenPage, name: str) -> None:
    assert serious(settled(open_page(PLACES[name]))) == []


@pytest.mark.parametrize("name", [pytest.param("home", marks=pytest.mark.full), "table", "graph", "targets"])
def test_axe_finds_nothing_serious_in_the_dark_nor_on_a_phone(open_page: OpenPage, name: str) -> None:
    page = settled(open_page(PLACES[name], color_scheme="dark", viewport={"width": 375, "height": 800}))
    assert serious(page) == []


def test_evidence_and_a_document_have_nothing_serious(open_page: OpenPage) -> None:
    page = settled(open_page(FOOD))
    page.get_by_role("button", name="依据").first.click()
    expect(page.locator(".drawer blockquote").first).to_be_visible()
    assert serious(page) == []
    page.get_by_role("link", name="在原文中查看").first.click()
    expect(page.locator("mark.focus").first).to_be_visible()
    assert serious(page) == []


def test_the_words_of_a_measure_are_reached_by_keyboard_alone(open_page: OpenPage) -> None:
    page = settled(open_page("/"))
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    page.keyboard.type("食品安全有哪些措施")
    expect(page.get_by_role("option").first).to_be_visible()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    expect(page.locator("table.rows tbody tr").first).to_be_visible()
    for _ in range(200):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.matches('button.open')"):
            break
    page.keyboard.press("Enter")
    expect(page.locator(".drawer blockquote").first).to_be_visible()
    while not page.evaluate("document.activeElement.textContent === '在原文中查看'"):
        page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.locator("mark.focus").first).to_be_in_viewport()
