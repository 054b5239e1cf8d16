from pathlib import Path

import pytest

from graph_schema.regions import KINDS, RegionRow, RegionTable, read_areas, read_regions, region_table
from graph_schema.tables import TableError

HEADER = "code\tname\tkind\tparent\taliases\tformer\tsuccessors\n"
TABLE = region_table()


def named(name: str, within: str | None = None) -> str | None:
    """The full names of the region meant and of those above it, without the country."""
    row = TABLE.resolve(name, TABLE.resolve(within) if within else None)
    return "/".join(each.name for each in (*reversed(TABLE.ancestors(row)[:-1]), row)) if row else None


def test_every_level_of_division_is_there() -> None:
    counts = {kind: sum(row.kind == kind and not row.is_abolished for row in TABLE) for kind in KINDS}
    assert (counts["country"], counts["province"], counts["prefecture"]) == (1, 34, 333)
    assert counts["county"] > 2840
    assert counts["area"] > 80
    assert counts["zone"] > 100


def test_every_region_lies_in_the_country() -> None:
    assert {TABLE.ancestors(row)[-1].name for row in TABLE if row.kind != "country"} == {"中国"}


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("吉林省", "吉林省"),
        ("吉林", "吉林省"),
        ("吉林市", "吉林省/吉林市"),
        ("延边", "吉林省/延边朝鲜族自治州"),
        ("延边州", "吉林省/延边朝鲜族自治州"),
        ("前郭县", "吉林省/松原市/前郭尔罗斯蒙古族自治县"),
        ("内蒙古", "内蒙古自治区"),
        ("广西", "广西壮族自治区"),
        ("香港", "香港特别行政区"),
        ("海南", "海南省"),
        ("浦东", "上海市/浦东新区"),
        ("黄山", "安徽省/黄山市"),
        ("长三角", "长三角"),
        ("珠三角", "广东省/珠三角"),
        ("雄安", "河北省/雄安新区"),
        ("长春新区", "吉林省/长春市/长春新区"),
        ("兵团", "新疆维吾尔自治区/新疆生产建设兵团"),
        ("吉林省长春市朝阳区", "吉林省/长春市/朝阳区"),
        ("中国", "中国"),
        ("质量强省", None),
        ("", None),
    ],
)
def test_name_without_context(name: str, expected: str | None) -> None:
    assert named(name) == expected


@pytest.mark.parametrize("name", ["鼓楼区", "朝阳区", "朝阳", "中山", "江北区"])
def test_unresolved_when_two_candidates_remain(name: str) -> None:
    assert len(TABLE.by_name(name)) > 1
    assert TABLE.resolve(name) is None


@pytest.mark.parametrize(
    ("name", "within", "expected"),
    [
        ("鼓楼区", "南京市", "江苏省/南京市/鼓楼区"),
        ("鼓楼区", "江苏省", None),
        ("鼓楼区", "玄武区", "江苏省/南京市/鼓楼区"),
        ("朝阳", "北京市", "北京市/朝阳区"),
        ("朝阳", "辽宁省", "辽宁省/朝阳市"),
        ("海南", "青海省", "青海省/海南藏族自治州"),
        ("吉林", "吉林市", "吉林省"),
        ("江北区", "重庆市", "重庆市/江北区"),
        ("江北区", "宁波市", "浙江省/宁波市/江北区"),
        ("长春", "青岛市", "吉林省/长春市"),
    ],
)
def test_name_in_a_document_about_a_region(name: str, within: str, expected: str | None) -> None:
    assert named(name, within) == expected


@pytest.mark.parametrize(
    ("name", "current"),
    [("郫县", "郫都区"), ("襄樊市", "襄阳市"), ("襄樊", "襄阳市"), ("即墨市", "即墨区"), ("哈密地区", "哈密市")],
)
def test_former_name_is_the_same_division(name: str, current: str) -> None:
    assert TABLE.resolve(name) == TABLE.resolve(current)


@pytest.mark.parametrize(
    ("name", "successor"), [("崇文区", "东城区"), ("莱芜市", "济南市"), ("南汇区", "浦东新区"), ("渝北区", "两江新区")]
)
def test_abolished_division_stays_itself_and_names_its_successor(name: str, successor: str) -> None:
    row = TABLE.resolve(name)
    assert row is not None
    assert row.is_abolished
    assert [found.name for key in row.successors if (found := TABLE.by_key(key))] == [successor]


def test_existing_division_goes_before_its_abolished_namesake() -> None:
    row = TABLE.resolve("巢湖市")
    assert row is not None
    assert not row.is_abolished


def test_province_and_children() -> None:
    yanbian = TABLE.by_key("222400")
    assert yanbian is not None
    assert TABLE.province_of(yanbian) == TABLE.by_key("220000")
    assert {row.name for row in TABLE.children(yanbian)} >= {"延吉市", "敦化市", "汪清县"}
    assert [TABLE.province_of(row) for row in TABLE.by_name("东北")] == [None]


@pytest.mark.parametrize("text", ["和平", "新城", "城区", "朝阳", "长安", "新华", "中山", "资源", "合作", "振兴"])
def test_common_word_is_not_safe(text: str) -> None:
    assert [name.is_safe for name in TABLE.names() if name.text == text] == [False]


@pytest.mark.parametrize("text", ["吉林", "延边", "长三角", "海南", "青岛", "和平区", "敦化", "雄安新区"])
def test_plain_name_is_safe(text: str) -> None:
    assert [name.is_safe for name in TABLE.names() if name.text == text] == [True]


def test_every_common_word_is_a_name() -> None:
    unsafe = {name.text for name in TABLE.names() if not name.is_safe}
    assert unsafe >= TABLE.common_words


def test_every_row_is_found_by_each_of_its_names() -> None:
    for row in TABLE:
        for name in (row.name, *row.aliases, *row.former):
            assert row in TABLE.by_name(name)


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("22\t吉林省\tprovince\t\t\t\t", r"line 2: '22': expected a code of six digits"),
        ("220000\t吉林省\tstate\t\t\t\t", r"line 2: 'state': expected one of country, province"),
        ("220000\t\tprovince\t\t\t\t", r"line 2: '': expected a name"),
        ("220000\t吉林省", r"line 2: .* expected 7 cells"),
    ],
)
def test_malformed_row_is_refused(tmp_path: Path, line: str, message: str) -> None:
    path = tmp_path / "regions.tsv"
    path.write_text(f"{HEADER}{line}\n", encoding="utf-8")
    with pytest.raises(TableError, match=message):
        list(read_regions(path))


def test_area_of_an_unknown_division_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "areas.tsv"
    path.write_text("name\tkind\tparent\taliases\tformer\n长三角\tarea\t华夏\t\t\n", encoding="utf-8")
    with pytest.raises(TableError, match=r"areas.tsv, line 2: '华夏': expected the full name of one division"):
        list(read_areas(path, TABLE))


@pytest.mark.parametrize(
    ("rows", "message"),
    [
        ([RegionRow("220000", "吉林省", "province", "000000")], "000000: expected the key of a region"),
        ([RegionRow("220000", "吉林省", "province", None)] * 2, "expected one row for a key"),
    ],
)
def test_contradicting_rows_are_refused(rows: list[RegionRow], message: str) -> None:
    with pytest.raises(TableError, match=message):
        RegionTable(rows)
