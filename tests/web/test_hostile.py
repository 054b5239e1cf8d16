"""Words of a document stay words: they never run, load or style anything."""

import pytest
from playwright.sync_api import Page, expect

from tests.web.conftest import OpenPage
from tests.web.places import question, settled

FOOD = question("measures_for_goal", goal="goal:food-safety", region="region:220000")


def harmless(page: Page) -> None:
    settled(page)
    assert page.evaluate("window.harmed") is None
    assert page.locator("#explorer :is(script, iframe, img[onerror], svg[onload])").count() == 0


def harmful(page: Page) -> str:
    """The id of the document that means harm."""
    found = page.request.get(page.url.split("/?")[0].rstrip("/") + "/v1/q/documents?limit=100").json()["data"]
    return next(str(row["document"]) for row in found if "script" in str(row))


def test_a_document_is_shown_word_for_word(open_page: OpenPage) -> None:
    page = open_page()
    page.goto(f"{page.url}?view=document&id={harmful(page)}")
    expect(page.locator(".text")).to_contain_text("<script>window.harmed=1</script>")
    expect(page.locator(".text")).to_contain_text("<svg onload=window.harmed=3>")
    harmless(page)


@pytest.mark.parametrize("shown", ["table", "graph"])
def test_an_answer_holds_its_words_as_words(open_page: OpenPage, shown: str) -> None:
    page = open_page(f"{FOOD}&shown={shown}")
    expect(page.locator(".answer")).to_contain_text("onload=window.harmed")
    harmless(page)


def test_evidence_search_and_suggestions_hold_them_as_words(open_page: OpenPage) -> None:
    page = open_page("/?view=find&text=window.harmed")
    expect(page.locator("main")).to_contain_text("window.harmed")
    harmless(page)
    page.goto(page.url.replace("find&text=window.harmed", "boards&board=gaps"))
    harmless(page)
    page.get_by_role("combobox").fill("食品安全专项通知")
    page.get_by_role("option").first.wait_for()
    harmless(page)


def test_an_address_cannot_bring_markup_in(open_page: OpenPage) -> None:
    page = open_page("/?view=find&text=%3Cimg%20src%3Dx%20onerror%3D%22window.harmed%3D9%22%3E")
    harmless(page)
    page.goto(page.url.split("?")[0] + "?view=question&query=%3Cscript%3Ewindow.harmed=9%3C/script%3E")
    expect(page.get_by_role("alert")).to_be_visible()
    harmless(page)


@pytest.mark.parametrize("query", ["measures_for_goal", "who_does_what"])
def test_the_exported_page_runs_nothing_and_opens_without_a_network(
    open_page: OpenPage, tmp_path: object, query: str
) -> None:
    page = open_page(question(query, goal="goal:food-safety"))
    page.get_by_text("导出", exact=True).click()
    with page.expect_download() as download:
        page.get_by_role("button", name="单个 HTML 文件").click()
    file = f"{tmp_path}/answer.html"
    download.value.save_as(file)
    page.context.set_offline(True)
    page.goto(f"file://{file}")
    expect(page.locator("td", has_text="<svg onload=window.harmed=3>").first).to_be_visible()
    expect(page.locator("figure > svg")).to_be_visible()
    assert "window.harmed" in str(page.locator("figure > svg").text_content())
    assert page.evaluate("window.harmed") is None
    assert page.locator("script, iframe, link, img, [onload], [onerror]").count() == 0
    assert page.locator("blockquote").count() > 0
