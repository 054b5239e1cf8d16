"""A permalink comes back to its view, and says what has changed since it was written."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, expect

from stores.store import Store
from tests.cypher.small_graph import build, opened
from tests.web.conftest import OpenPage
from tests.web.places import question, settled
from tests.web.serving import served

FOOD = question("measures_for_goal", goal="goal:food-safety")


@pytest.fixture
def changing(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, Store]]:
    """The small graph served, and its store to change it."""
    with opened(build(), tmp_path_factory.mktemp("changing") / "store") as store, served(store) as address:
        yield address, store


def permalink(page: Page) -> str:
    page.get_by_role("button", name="复制固定链接").click()
    expect(page.get_by_text("已复制")).to_be_attached()
    copied: str = page.evaluate("navigator.clipboard.readText()")
    return copied


def test_it_says_which_rows_are_new_changed_and_gone(open_page: OpenPage, changing: tuple[str, Store]) -> None:
    address, store = changing
    page = settled(open_page(FOOD, address, permissions=["clipboard-read", "clipboard-write"]))
    rows = page.locator("table.rows tbody tr").count()
    link = permalink(page)
    gone = "MATCH (m:Measure {id: 'measure:z1'})-[r:SERVES]->() DELETE r"
    changed = "MATCH (m:Measure {id: 'measure:j1'}) SET m.modality = 'encouraged'"
    ends = "MATCH (m:Measure {id: 'measure:j2'}), (g:Goal {id: 'goal:food-safety'})"
    fresh = f"{ends} CREATE (m)-[:SERVES {{statements: []}}]->(g)"
    store.write(lambda transaction: [transaction.run(each) for each in (gone, changed, fresh)])
    page.goto(link)
    expect(page.get_by_text("新增 1 行，变更 1 行，消失 1 行")).to_be_visible()
    assert page.locator("table.rows tbody tr").count() == rows
    expect(page.locator("tr", has_text="新增")).to_have_count(1)
    expect(page.locator("tr", has_text="变更")).to_have_count(1)


def test_a_change_elsewhere_leaves_the_rows_as_they_were(open_page: OpenPage, changing: tuple[str, Store]) -> None:
    address, store = changing
    page = settled(open_page(FOOD, address, permissions=["clipboard-read", "clipboard-write"]))
    link = permalink(page)
    store.write(lambda transaction: transaction.run("MERGE (b:Brand {id: 'brand:new'}) SET b.name = '新'"))
    page.goto(link)
    expect(page.get_by_text("这些结果没有变化")).to_be_visible()


def test_a_graph_says_which_relationships_are_new_and_gone(open_page: OpenPage, changing: tuple[str, Store]) -> None:
    address, store = changing
    centre = "/?view=graph&centre=measure:j1"
    page = settled(open_page(centre, address, permissions=["clipboard-read", "clipboard-write"]))
    link = permalink(page)
    gone = "MATCH (m:Measure {id: 'measure:j1'})-[r:SERVES]->() DELETE r"
    ends = "MATCH (m:Measure {id: 'measure:j1'}), (b:Brand {id: 'brand:qd'})"
    fresh = f"{ends} CREATE (m)-[:USES {{statements: []}}]->(b)"
    served = int(page.locator(".twin td[data-label=关系]", has_text="服务于").count())
    store.write(lambda transaction: [transaction.run(each) for each in (gone, fresh)])
    page.goto(link)
    expect(page.get_by_text(f"新增 1 行，变更 0 行，消失 {served} 行")).to_be_visible()
    expect(page.locator(".twin tr", has_text="新增")).to_have_count(1)


def test_it_holds_how_rows_are_sorted_and_narrowed(open_page: OpenPage) -> None:
    page = settled(open_page(FOOD, permissions=["clipboard-read", "clipboard-write"]))
    page.get_by_label("在结果中筛选").fill("青岛")
    page.get_by_role("button", name="发布日期").click()
    rows = page.locator("table.rows tbody tr").all_inner_texts()
    page.goto(permalink(page))
    expect(page.get_by_label("在结果中筛选")).to_have_value("青岛")
    assert page.locator("table.rows tbody tr").all_inner_texts() == rows
    expect(page.locator("th[aria-sort=ascending]")).to_contain_text("发布日期")


def test_it_holds_the_filters_of_a_graph(open_page: OpenPage) -> None:
    page = settled(open_page(f"{FOOD}&shown=graph", permissions=["clipboard-read", "clipboard-write"]))
    page.get_by_text("筛选", exact=True).click()
    page.get_by_role("checkbox", name="公共机关").uncheck()
    page.goto(permalink(page))
    expect(page.locator("svg [role=button][aria-label^=目标]").first).to_be_visible()
    expect(page.locator("svg [role=button][aria-label^=公共机关]")).to_have_count(0)


def test_it_holds_the_view_the_selection_and_the_layout(open_page: OpenPage) -> None:
    page = settled(open_page(f"{FOOD}&shown=graph", permissions=["clipboard-read", "clipboard-write"]))
    page.locator("section.graph select").first.select_option("force")
    page.locator("svg .node").nth(2).click()
    picked = page.locator("svg .picked [role=button]").get_attribute("aria-label")
    page.goto(permalink(page))
    expect(page.locator("svg .picked [role=button]")).to_have_attribute("aria-label", str(picked))
    expect(page.locator("section.graph select").first).to_have_value("force")


def test_a_citation_is_given_in_both_forms(open_page: OpenPage) -> None:
    page = settled(open_page("/?view=find&text=食品"))
    page.locator("main .where a").first.click()
    page.get_by_text("引文", exact=True).click()
    expect(page.locator(".citation")).to_contain_text("[EB/OL]")
    expect(page.locator(".sheet pre")).to_contain_text("@misc{document-")
