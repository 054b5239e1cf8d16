import pytest

from graph_schema.regions import RegionRow, region_table
from loaders.resolve.agencies import parse_agency, qualified
from loaders.resolve.entities import agency_entity


def row(name: str) -> RegionRow:
    found = region_table().resolve(name)
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("name", "within", "full"),
    [
        ("吉林省市场监管厅", "吉林省", "吉林省市场监督管理厅"),
        ("省市场监管厅", "吉林省", "吉林省市场监督管理厅"),
        ("市场监管局", "环翠区", "环翠区市场监督管理局"),
        ("区市场监管局", "徐汇区", "徐汇区市场监督管理局"),
        ("徐汇市场监管局", "上海市", "徐汇区市场监督管理局"),
        ("黑龙江省哈尔滨市市场监管局", "哈尔滨市", "哈尔滨市市场监督管理局"),
        ("市市场监督管理局", "启东市", "启东市市场监督管理局"),
        ("市委", "连云港市", "中共连云港市委员会"),
        ("省委", "连云港市", "中共江苏省委员会"),
        ("中共玉树州委", "玉树藏族自治州", "中共玉树藏族自治州委员会"),
        ("市政府", "东莞市", "东莞市人民政府"),
        ("市中级人民法院", "济南市", "济南市中级人民法院"),
        ("市场监管总局", "吉林省", "国家市场监督管理总局"),
        ("国家药监局", None, "国家药品监督管理局"),
        ("市公安局长泰分局", "漳州市", "漳州市公安局长泰分局"),
        ("青浦海关", "青浦区", "青浦海关"),
    ],
)
def test_the_full_name_of_an_agency(name: str, within: str | None, full: str) -> None:
    assert parse_agency(name, row(within) if within else None).full == full


def test_regions_of_one_name_are_told_apart() -> None:
    assert qualified(row("北京市朝阳区")) == "北京市朝阳区"
    assert qualified(row("吉林省")) == "吉林省"


@pytest.mark.parametrize(
    ("one", "other", "within"),
    [
        ("省市场监管厅", "吉林省市场监督管理厅", "吉林省"),
        ("市场监管总局", "国家市场监督管理总局", "吉林省"),
        ("市发改委", "长春市发展和改革委员会", "长春市"),
    ],
)
def test_short_and_full_form_are_one_agency(one: str, other: str, within: str) -> None:
    first, second = agency_entity(one, row(within)), agency_entity(other, row(within))
    assert first is not None
    assert second is not None
    assert first.id == second.id


@pytest.mark.parametrize(
    ("one", "other", "within"),
    [
        ("省市场监管厅", "市市场监管局", "长春市"),
        ("北京市朝阳区市场监管局", "长春市朝阳区市场监管局", "中国"),
        ("市市场监管局", "市药监局", "长春市"),
        ("市场监管总局", "市市场监管局", "长春市"),
    ],
)
def test_different_agencies_stay_apart(one: str, other: str, within: str) -> None:
    first, second = agency_entity(one, row(within)), agency_entity(other, row(within))
    assert first is not None
    assert second is not None
    assert first.id != second.id


def test_a_bare_department_in_a_document_of_no_region_is_unresolved() -> None:
    assert agency_entity("市场监管局", None) is None
    assert agency_entity("省市场监管厅", None) is None
