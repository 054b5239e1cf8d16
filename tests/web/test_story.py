"""What a researcher comes for, end to end."""

import csv
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.web.conftest import OpenPage
from tests.web.places import question, settled

FOOD = question("measures_for_goal", goal="goal:food-safety")


def test_a_researcher_asks_filters_reads_the_words_exports_and_comes_back(open_page: OpenPage, tmp_path: Path) -> None:
    page = open_page(permissions=["clipboard-read", "clipboard-write"])
    page.get_by_role("combobox", name="提问或查找").fill("which measures serve the food-safety goal")
    page.keyboard.press("Enter")
    expect(page.locator(".sentence")).to_contain_text("“食品安全”由")
    everywhere = page.locator("table.rows tbody tr").count()

    region = page.get_by_role("combobox", name="地区")
    region.fill("jilin")
    page.get_by_role("option", name="吉林省").first.click()
    expect(page.locator(".sentence")).to_contain_text("食品安全 · 吉林省")
    rows = settled(page).locator("table.rows tbody tr")
    jilin = rows.count()
    assert 0 < jilin < everywhere

    words = rows.first.locator("td").first.inner_text()
    rows.first.get_by_role("button", name="依据").click()
    expect(page.locator(".drawer blockquote").first).to_be_visible()
    page.get_by_role("link", name="在原文中查看").first.click()
    expect(page.locator("mark.focus").first).to_be_in_viewport()
    assert words[:12] in "".join(page.locator("mark.focus").all_inner_texts())

    page.go_back()
    page.get_by_text("导出", exact=True).click()
    with page.expect_download() as download:
        page.get_by_role("link", name="CSV").click()
    file = tmp_path / "rows.csv"
    download.value.save_as(file)
    with file.open(encoding="utf-8-sig", newline="") as lines:
        assert len(list(csv.reader(lines))) == jilin + 1

    page.get_by_role("button", name="复制固定链接").click()
    expect(page.get_by_text("已复制")).to_be_visible()
    permalink = page.evaluate("navigator.clipboard.readText()")
    page.goto(permalink)
    expect(page.get_by_text("图谱自此链接写下后没有变化")).to_be_visible()
    assert page.locator("table.rows tbody tr").count() == jilin


@pytest.mark.parametrize("typed", ["食品安全", "food safety", "spaq"])
def test_the_search_box_completes_in_chinese_english_and_pinyin(open_page: OpenPage, typed: str) -> None:
    page = open_page()
    page.get_by_role("combobox").fill(typed)
    expect(page.get_by_role("option", name="食品安全", exact=False).first).to_be_visible()
    options = page.get_by_role("option").all_inner_texts()
    assert any("目标" in option for option in options)
    assert any("问题" in option for option in options)


@pytest.mark.parametrize(("text", "query"), [("青岛有哪些食品安全措施", "measures_for_goal"), ("目标体系", "goals")])
def test_a_question_in_words_leads_to_its_query(open_page: OpenPage, text: str, query: str) -> None:
    page = open_page()
    page.get_by_role("combobox").fill(text)
    page.keyboard.press("Enter")
    page.wait_for_url(f"**query={query}**")
    expect(page.locator(".sentence")).to_be_visible()


def test_words_that_ask_nothing_are_looked_up_in_the_texts(open_page: OpenPage) -> None:
    page = open_page()
    page.get_by_role("combobox").fill("明厨亮灶")
    page.keyboard.press("Enter")
    expect(page.locator("main mark", has_text="明厨亮灶").first).to_be_visible()


def test_the_language_is_switched_and_kept(open_page: OpenPage) -> None:
    page = open_page(FOOD)
    page.get_by_role("button", name="English").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Measures that serve a goal")
    expect(page.locator(".sentence")).to_contain_text("measures serve “Food safety”")
    page.reload()
    expect(page.get_by_role("columnheader", name="Lead bodies")).to_be_attached()
    assert page.locator("html").get_attribute("lang") == "en"


def test_a_form_is_made_from_the_contract(open_page: OpenPage) -> None:
    page = open_page("/?view=question&query=measures_for_goal")
    expect(page.get_by_text("先填写：目标")).to_be_visible()
    page.get_by_role("button", name="用示例试一试").click()
    expect(page.locator(".sentence")).to_contain_text("食品安全")
    page.get_by_role("checkbox", name="已完成").check()
    page.wait_for_url("**p.modality=done**")
    settled(page)
    assert set(page.locator("td[data-label=情态]").all_inner_texts()) == {"已完成"}


def test_nothing_found_says_what_to_loosen(open_page: OpenPage) -> None:
    page = open_page(question("measures_for_goal", goal="goal:food-safety", year_from="2099"))
    expect(page.get_by_text("没有符合条件的结果")).to_be_visible()
    page.get_by_role("button", name="去掉").click()
    expect(page.locator("table.rows")).to_be_visible()


def test_a_value_that_is_refused_is_answered_with_what_would_do(open_page: OpenPage) -> None:
    page = open_page(question("measures_for_goal", goal="食品安企"))
    expect(page.get_by_role("alert")).to_be_visible()
    expect(page.get_by_role("alert")).to_contain_text("图谱中没有名称或标识为")
    page.get_by_role("alert").get_by_role("button", name="食品安全", exact=True).click()
    expect(page.locator(".sentence")).to_contain_text("食品安全")


def test_what_would_do_is_taken_for_the_parameter_that_was_refused(open_page: OpenPage) -> None:
    page = open_page(question("measures_for_goal", goal="food-safety", region="吉淋省"))
    page.get_by_role("alert").get_by_role("button", name="吉林省", exact=True).click()
    page.wait_for_url("**p.region=region**")
    expect(page.locator(".sentence")).to_contain_text("食品安全")


def test_what_would_do_is_proposed_in_english_to_an_english_reader(open_page: OpenPage) -> None:
    alert = open_page(question("measures_for_goal", goal="food-safty"), locale="en-GB").get_by_role("alert")
    expect(alert).to_contain_text("no Goal is 'food-safty'")
    expect(alert.get_by_role("button", name="Food safety", exact=True)).to_be_visible()


def test_a_server_that_is_away_is_said_to_be_and_asked_again(open_page: OpenPage) -> None:
    page = open_page()
    page.route("**/v1/q/**", lambda route: route.abort())
    page.goto(page.url + FOOD[1:])
    expect(page.get_by_role("alert")).to_contain_text("zhitu serve")
    page.unroute("**/v1/q/**")
    page.get_by_role("button", name="重试").click()
    expect(page.locator(".sentence")).to_be_visible()


def test_a_phone_shows_rows_as_cards_and_scrolls_one_way(open_page: OpenPage) -> None:
    page = settled(open_page(FOOD, viewport={"width": 375, "height": 800}))
    expect(page.locator("table.rows tbody tr").first).to_be_visible()
    assert _overflow(page) == 0
    page.get_by_role("button", name="依据").first.click()
    expect(page.locator(".drawer blockquote").first).to_be_visible()
    assert _overflow(page) == 0


def _overflow(page: Page) -> int:
    width: int = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
    return width
