"""Graphs: drawn small and large, expanded, filtered, read as a table, without a mouse and without WebGL."""

import json
from typing import Any
from xml.etree import ElementTree

import pytest
from playwright.sync_api import Page, Route, expect

from tests.web.conftest import OpenPage
from tests.web.places import question, settled

FOOD = question("measures_for_goal", "&shown=graph", goal="goal:food-safety")
SVG = "{http://www.w3.org/2000/svg}"


def around(page: Page, name: str) -> None:
    """Open the graph around what is called so."""
    page.get_by_role("combobox", name="提问或查找").fill(name)
    page.get_by_role("option", name=name).first.click()
    page.get_by_role("link", name="打开关系图").first.click()
    expect(page.locator("svg .node").first).to_be_visible()


def names(page: Page) -> set[str]:
    """What the nodes drawn are called."""
    return {str(node.get_attribute("aria-label")) for node in page.locator("svg [role=button]").all()}


def test_neighbours_are_counted_expanded_and_collapsed(open_page: OpenPage) -> None:
    page = open_page()
    around(page, "吉致吉品")
    page.locator("svg [role=button][aria-label='地区 吉林省']").click()
    expect(page.locator(".drawer h2")).to_have_text("吉林省")
    before = names(page)
    line = page.locator(".drawer li", has_text="适用于").filter(has_text="专项行动").first
    count = int(line.locator(".count").inner_text())
    line.get_by_role("button").click()
    page.wait_for_url("**open=region**")
    expect(page.locator("svg [role=button][aria-label^=专项行动]").first).to_be_visible()
    added = names(settled(page)) - before
    assert 0 < len(added) <= min(count, 25)
    page.get_by_role("button", name="收起").click()
    settled(page)
    assert names(page) == before


def test_boxes_of_marks_and_names_do_not_overlap(open_page: OpenPage) -> None:
    page = open_page()
    around(page, "吉致吉品")
    assert _overlaps(page) == []
    page.locator("select").select_option("columns")
    page.wait_for_url("**layout=columns**")
    assert _overlaps(page) == []


def test_goal_measure_and_body_stand_in_columns(open_page: OpenPage) -> None:
    page = settled(open_page(FOOD))
    x = {kind: {box["x"] for box in _boxes(page, kind)} for kind in ("目标", "措施", "公共机关")}
    assert max(x["目标"]) < min(x["措施"])
    assert max(x["措施"]) < min(x["公共机关"])


def test_filters_hide_and_the_table_follows(open_page: OpenPage) -> None:
    page = settled(open_page(FOOD))
    page.get_by_text("筛选", exact=True).click()
    page.get_by_role("checkbox", name="公共机关").uncheck()
    expect(page.locator("svg [role=button][aria-label^=公共机关]")).to_have_count(0)
    assert page.locator(".twin td[data-label=关系]", has_text="牵头").count() == 0
    assert page.locator(".twin td[data-label=关系]", has_text="服务于").count() > 0


def test_the_graph_of_an_answer_is_filtered_by_region_and_year(open_page: OpenPage) -> None:
    page = settled(open_page(FOOD))
    page.get_by_text("筛选", exact=True).click()
    measures = page.locator("svg [role=button][aria-label^=措施]")
    everywhere = measures.count()
    page.locator(".filters select").first.select_option(label="青岛市")
    page.wait_for_url("**hidden=region**")
    qingdao = measures.count()
    page.locator(".filters select").last.select_option("2022")
    page.wait_for_url("**year%3A2022**")
    assert 0 < measures.count() < qingdao < everywhere


def test_the_table_twin_opens_the_words_by_keyboard_alone(open_page: OpenPage) -> None:
    page = settled(open_page(FOOD))
    button = page.locator(".twin button.open").first
    button.focus()
    page.keyboard.press("Enter")
    expect(page.locator(".drawer blockquote").first).to_be_visible()
    assert page.evaluate("document.activeElement.closest('.drawer') !== null")
    page.keyboard.press("Escape")
    expect(page.locator(".drawer blockquote")).to_have_count(0)


def test_a_line_opens_the_words_it_rests_on(open_page: OpenPage) -> None:
    page = settled(open_page(FOOD))
    page.locator("svg .edge .grip").first.click(force=True)
    expect(page.locator(".drawer blockquote").first).to_be_visible()
    page.locator("svg .node").first.click()
    expect(page.locator(".drawer h2")).not_to_have_text("依据")


def test_nodes_are_reached_and_picked_by_keyboard(open_page: OpenPage) -> None:
    page = settled(open_page(FOOD))
    page.locator("svg [role=button]").nth(1).focus()
    page.keyboard.press("Enter")
    expect(page.locator("svg .node.picked")).to_have_count(1)
    expect(page.locator(".drawer h2")).to_be_visible()


def test_a_path_shows_the_clause_of_each_step(open_page: OpenPage) -> None:
    page = open_page()
    page.get_by_role("combobox", name="提问或查找").fill("吉林省市场监督管理厅")
    page.get_by_role("option", name="吉林省市场监督管理厅").first.click()
    page.get_by_role("combobox", name="到另一事物的路径").fill("圳品")
    page.get_by_role("option", name="圳品").first.click()
    expect(page.locator(".sentence")).to_contain_text("最短路径")
    steps = page.locator(".steps").first.locator(".step")
    assert steps.count() > 1
    assert all(words.strip() for words in steps.locator("blockquote").all_inner_texts())
    steps.first.get_by_role("button", name="依据").click()
    page.get_by_role("link", name="在原文中查看").first.click()
    expect(page.locator("mark.focus").first).to_be_in_viewport()


@pytest.mark.parametrize(("button", "begins"), [("SVG", b"<svg"), ("PNG", b"\x89PNG"), ("GraphML", b"<?xml")])
def test_a_graph_is_saved(open_page: OpenPage, tmp_path: Any, button: str, begins: bytes) -> None:
    page = settled(open_page(FOOD))
    page.locator("section.graph").get_by_text("导出", exact=True).click()
    with page.expect_download() as download:
        page.get_by_role("button", name=button, exact=True).click()
    file = tmp_path / "graph"
    download.value.save_as(file)
    content = file.read_bytes()
    assert content.startswith(begins)
    if button == "SVG":
        circles = ElementTree.fromstring(content).iter(f"{SVG}circle")  # noqa: S314 - made by our own page
        assert len(list(circles)) > page.locator("svg .node").count()


def test_a_large_graph_is_drawn_by_webgl(open_page: OpenPage) -> None:
    page = open_page()
    page.route("**/v1/q/neighbourhood**", _large)
    page.goto(f"{page.url}?view=graph&centre=goal:food-safety")
    expect(page.locator(".webgl[data-ready=true]")).to_be_visible()
    assert page.locator(".webgl canvas").count() > 1
    expect(page.locator(".twin summary")).to_contain_text("301 个节点")


def test_without_webgl_the_best_connected_part_is_drawn_as_svg(open_page: OpenPage) -> None:
    page = open_page()
    page.add_init_script("HTMLCanvasElement.prototype.getContext = () => null")
    page.route("**/v1/q/neighbourhood**", _large)
    page.goto(f"{page.url}?view=graph&centre=goal:food-safety")
    expect(page.get_by_text("没有 WebGL")).to_be_visible()
    expect(page.locator("svg .node")).to_have_count(250)


def _large(route: Route) -> None:
    """A star of 301 nodes in place of the answer."""
    centre = {"id": "goal:food-safety", "label": "Goal", "name": "食品安全", "properties": {}}
    rows = []
    for at in range(300):
        leaf = {"id": f"measure:{at}", "label": "Measure", "name": f"措施{at}", "properties": {}}
        step = {"type": "SERVES", "start": leaf["id"], "end": centre["id"], "properties": {"statements": []}}
        rows.append({"path": {"nodes": [centre, leaf], "relationships": [step]}})
    answer = route.fetch().json()
    route.fulfill(body=json.dumps({**answer, "data": rows}), content_type="application/json")


def _boxes(page: Page, kind: str = " ") -> list[dict[str, float]]:
    script = """nodes => nodes.map(node => {
        const { x, y, width, height } = node.getBoundingClientRect()
        return { x, y, right: x + width, bottom: y + height }
    })"""
    found: list[dict[str, float]] = page.locator(f"svg [role=button][aria-label*='{kind}']").evaluate_all(script)
    return found


def _overlaps(page: Page) -> list[tuple[dict[str, float], dict[str, float]]]:
    boxes = _boxes(page)
    assert len(boxes) > 5
    return [
        (one, other)
        for at, one in enumerate(boxes)
        for other in boxes[at + 1 :]
        if min(one["right"], other["right"]) - max(one["x"], other["x"]) > 1
        and min(one["bottom"], other["bottom"]) - max(one["y"], other["y"]) > 1
    ]
