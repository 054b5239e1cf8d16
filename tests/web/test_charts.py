"""Charts drawn by the server, made clickable: marks open their rows' words, by mouse and by keyboard."""

from pathlib import Path

import pytest
from playwright.sync_api import Page, Route, expect

from tests.web.conftest import OpenPage
from tests.web.places import question, settled

TARGETS = question("targets_and_results", "&shown=chart")
WHO = question("who_does_what", "&shown=chart", goal="goal:food-safety")
MATRIX = question("regions_and_indicators", "&shown=chart")


def marks(page: Page, words: str) -> list[str]:
    """What the marks say that hold some words."""
    return [str(each.get_attribute("aria-label")) for each in page.locator(f".mark[aria-label*='{words}']").all()]


def test_a_mark_opens_the_words_of_its_row_alone(open_page: OpenPage) -> None:
    page = settled(open_page(TARGETS))
    page.locator(".mark[aria-label*='重点消费品质量抽查合格率'] text").first.click()
    expect(page.locator(".drawer .about")).to_have_text("重点消费品质量抽查合格率")
    expect(page.locator(".drawer blockquote")).to_have_count(1)
    expect(page.locator(".drawer blockquote")).to_contain_text("92%")
    page.get_by_role("link", name="在原文中查看").click()
    expect(page.locator("mark.focus").first).to_be_in_viewport()


def test_a_band_opens_the_words_of_all_its_rows_by_keyboard_alone(open_page: OpenPage) -> None:
    page = settled(open_page(WHO))
    band = page.locator(".mark[aria-label$='吉林省教育厅: 2']")
    band.focus()
    page.keyboard.press("Enter")
    expect(page.locator(".drawer blockquote")).to_have_count(4)
    assert page.evaluate("document.activeElement.closest('.drawer') !== null")
    page.keyboard.press("Escape")
    expect(page.locator(".drawer")).to_have_count(0)
    expect(band).to_be_focused()


def test_a_link_holds_the_chart_and_the_mark_that_is_open(open_page: OpenPage) -> None:
    page = settled(open_page(WHO, permissions=["clipboard-read", "clipboard-write"]))
    page.locator(".mark[aria-label$='吉林省教育厅: 2']").focus()
    page.keyboard.press("Enter")
    page.get_by_role("button", name="复制固定链接").click()
    expect(page.get_by_text("已复制")).to_be_attached()
    page.goto(page.evaluate("navigator.clipboard.readText()"))
    expect(page.locator(".mark.picked")).to_have_attribute("aria-label", "吉林省教育厅: 2")
    expect(page.locator(".drawer blockquote")).to_have_count(4)


def test_marks_stay_shut_where_the_drawing_shows_another_state_of_the_graph(open_page: OpenPage) -> None:
    def aged(route: Route) -> None:
        answer = route.fetch()
        route.fulfill(response=answer, headers={**answer.headers, "x-graph-version": "0"})

    page = open_page()
    page.route("**/*.svg?**", aged)
    page.goto(page.url + TARGETS[1:])
    expect(page.get_by_text("图谱刚刚变化")).to_be_visible()
    expect(page.locator(".chart svg")).to_be_visible()
    expect(page.locator(".mark")).to_have_count(0)


def test_words_of_documents_stay_words_in_a_chart(open_page: OpenPage) -> None:
    page = settled(open_page(WHO))
    assert any("<svg onload=window.harmed=3>" in each for each in marks(page, "svg onload"))
    assert page.evaluate("window.harmed") is None
    assert page.locator(".chart :is(script, iframe, a, image, foreignObject, [onload], [style])").count() == 0


def test_a_matrix_is_a_real_table_whose_values_open_their_words(open_page: OpenPage) -> None:
    page = settled(open_page(MATRIX))
    expect(page.get_by_role("rowheader", name="食品安全抽检合格率")).to_be_visible()
    expect(page.get_by_role("columnheader", name="湛江市")).to_be_visible()
    page.get_by_role("button", name="98.2%").click()
    expect(page.locator(".drawer blockquote").first).to_contain_text("98.2%")


def test_a_target_has_its_sign_and_a_row_of_its_own(open_page: OpenPage) -> None:
    page = settled(open_page(question("indicator_across_regions", "&shown=chart", indicator="食品安全抽检合格率")))
    expect(page.get_by_role("row", name="吉林省 · 结果")).to_contain_text("98.6%")
    expect(page.get_by_role("row", name="吉林省 · 目标值")).to_contain_text("≥95%")


def test_a_number_of_measures_leads_to_the_measures_that_it_counts(open_page: OpenPage) -> None:
    page = settled(open_page(question("compare_regions", "&shown=chart", goal="goal:food-safety")))
    link = page.locator(".matrix tbody tr", has_text="食品安全").get_by_role("link").first
    count = link.inner_text()
    link.click()
    expect(page.locator(".sentence")).to_contain_text(f"由 {count} 项措施支撑")


@pytest.mark.parametrize(("kind", "role", "begins"), [("SVG", "link", b"<svg"), ("PNG", "button", b"\x89PNG")])
def test_a_chart_is_saved(open_page: OpenPage, tmp_path: Path, kind: str, role: str, begins: bytes) -> None:
    page = settled(open_page(WHO))
    page.get_by_text("导出", exact=True).click()
    with page.expect_download() as download:
        page.locator(".sheet").get_by_role("link" if role == "link" else "button", name=kind, exact=True).click()
    download.value.save_as(tmp_path / "chart")
    assert (tmp_path / "chart").read_bytes().startswith(begins)


@pytest.mark.parametrize(
    ("board", "shows"),
    [
        ("目标值与结果", ".mark[aria-label*='食品安全抽检合格率']"),
        ("地区对照", ".matrix th:has-text('食品安全抽检合格率')"),
        ("规划时间线", ".mark[aria-label*='质量强市三年行动计划']"),
        ("责任分工", ".mark[aria-label*='吉林省教育厅']"),
        ("缺口", "td:has-text('公平竞争')"),
    ],
)
def test_the_start_page_leads_to_every_dashboard(open_page: OpenPage, board: str, shows: str) -> None:
    page = settled(open_page())
    page.locator(".cards").first.get_by_role("link", name=board).click()
    expect(page.locator(shows).first).to_be_visible()


def test_a_dashboard_has_its_rows_as_a_table_and_opens_as_a_question(open_page: OpenPage) -> None:
    page = settled(open_page("/?view=boards&board=who"))
    page.get_by_role("button", name="表格").click()
    expect(page.locator("table.rows tbody tr").first).to_be_visible()
    page.get_by_role("link", name="打开为问题").click()
    expect(page.get_by_role("form", name="条件")).to_be_visible()
    expect(page.locator("table.rows tbody tr").first).to_be_visible()
