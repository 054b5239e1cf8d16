"""Take the pictures of the explorer anew, over the example corpus: `python docs/images/explorer.py`.

They need Chromium and a font with Chinese characters (Debian: `chromium`, `fonts-noto-cjk`).
"""

import sys
import tempfile
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, Page

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT))

from loaders.load import load  # noqa: E402
from stores.open import open_store  # noqa: E402
from stores.settings import StoreSettings  # noqa: E402
from tests.web.browser import opened  # noqa: E402
from tests.web.places import PATIENCE, question, settled  # noqa: E402
from tests.web.serving import served  # noqa: E402

FOOD = question("measures_for_goal", goal="goal:food-safety", region="region:220000")
WIDE = {"width": 1280, "height": 860}
PHONE = {"width": 390, "height": 844}


def nothing(_: Page) -> None:
    """Take the page as it comes."""


@dataclass(frozen=True, slots=True)
class Picture:
    """A view: where it is, and what a reader does there first."""

    name: str
    path: str
    first: Callable[[Page], None] = nothing
    options: dict[str, Any] = field(default_factory=dict)


def type_pinyin(page: Page) -> None:
    page.get_by_role("combobox", name="提问或查找").fill("spaq")
    page.get_by_role("option").first.wait_for()


def open_evidence(page: Page) -> None:
    page.get_by_role("button", name="依据").first.click()
    page.locator(".drawer blockquote").first.wait_for()


def open_document(page: Page) -> None:
    open_evidence(page)
    page.get_by_role("link", name="在原文中查看").first.click()
    page.locator("mark.focus").first.wait_for()


def go_around(page: Page) -> None:
    page.get_by_role("combobox", name="提问或查找").fill("吉致吉品")
    page.get_by_role("option", name="吉致吉品").first.click()
    page.get_by_role("link", name="打开关系图").first.click()
    page.locator("svg .node").first.wait_for()


def find_path(page: Page) -> None:
    page.get_by_role("combobox", name="提问或查找").fill("吉林省市场监督管理厅")
    page.get_by_role("option", name="吉林省市场监督管理厅").first.click()
    page.get_by_role("combobox", name="到另一事物的路径").fill("圳品")
    page.get_by_role("option", name="圳品").first.click()
    page.locator(".steps").first.wait_for()


def to_graph(page: Page) -> None:
    page.locator("section.graph").scroll_into_view_if_needed()
    page.evaluate("document.querySelector('section.graph').scrollIntoView()")


def open_mark(words: str) -> Callable[[Page], None]:
    """Opens the evidence of the mark of a chart whose words end so."""

    def first(page: Page) -> None:
        page.locator(f".mark[aria-label$='{words}']").first.focus()
        page.keyboard.press("Enter")
        page.locator(".drawer blockquote").first.wait_for()

    return first


def open_cell(page: Page) -> None:
    page.locator(".matrix").get_by_role("button", name="98.2%").click()
    page.locator(".drawer blockquote").first.wait_for()


def open_line(page: Page) -> None:
    to_graph(page)
    page.locator("svg .edge .grip").nth(4).click(force=True)
    page.locator(".drawer blockquote").first.wait_for()


def open_saved(page: Page) -> None:
    """The answer as one file, opened from the disk."""
    page.get_by_text("导出", exact=True).click()
    with page.expect_download() as download:
        page.get_by_role("button", name="单个 HTML 文件").click()
    file = Path(download.value.path()).with_suffix(".html")
    download.value.save_as(file)
    page.goto(file.as_uri())


PICTURES = (
    Picture("home", "/"),
    Picture("search", "/", type_pinyin),
    Picture("question", FOOD),
    Picture("evidence", FOOD, open_evidence),
    Picture("document", FOOD, open_document),
    Picture("columns", f"{FOOD}&shown=graph", open_line),
    Picture("around", "/", go_around),
    Picture("path", "/", find_path),
    Picture("targets", "/?view=boards&board=targets", open_mark("青岛市 · 95 → 99.75%  达到")),
    Picture("regions", "/?view=boards&board=regions", open_cell),
    Picture("plans", "/?view=boards&board=plans"),
    Picture("who", "/?view=boards&board=who", open_mark("吉林省教育厅: 2")),
    Picture("gaps", "/?view=boards&board=gaps"),
    Picture("saved", FOOD, open_saved),
    Picture("empty", question("measures_for_goal", goal="goal:food-safety", year_from="2099")),
    Picture("error", question("measures_for_goal", goal="食品安企")),
    Picture("english-dark", f"{FOOD}&lang=en", nothing, {"locale": "en-GB", "color_scheme": "dark"}),
    Picture("targets-dark", "/?view=boards&board=targets", nothing, {"color_scheme": "dark"}),
    Picture("phone", FOOD, open_evidence, {"viewport": PHONE}),
)


def take(browser: Browser, address: str, picture: Picture) -> None:
    """One picture, once the page waits for nothing more."""
    context = browser.new_context(**{"viewport": WIDE, "locale": "zh-CN", **picture.options})
    context.set_default_timeout(PATIENCE)
    page = context.new_page()
    page.goto(address + picture.path)
    picture.first(settled(page))
    settled(page).screenshot(path=Path(__file__).parent / f"explorer-{picture.name}.png")
    context.close()


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as folder, open_store(StoreSettings(folder=Path(folder) / "store")) as store:
        load([ROOT / "examples" / "briefings"], store)
        with served(store) as address, opened() as browser:
            for picture in PICTURES:
                take(browser, address, picture)
