import pytest

from graph_schema.regions import region_table
from loaders.resolve.core_names import core_name, scope_of
from loaders.resolve.entities import form_of, identify, is_plan_title, plan_kind


@pytest.mark.parametrize(
    ("label", "name", "core"),
    [
        ("Plan", "《质量强国建设纲要》", "质量强国建设纲要"),
        ("Plan", "某省人民政府关于推进质量工作的意见", "关于推进质量工作的意见"),
        ("Plan", "关于印发质量提升方案的通知", "质量提升方案"),
        ("Plan", "实施方案（2020—2022年）", "实施方案(2020-2022年)"),
        ("Campaign", "“铁拳”行动", "铁拳行动"),
        ("Brand", "吉致吉品", "吉致吉品"),
    ],
)
def test_the_core_of_a_name(label: str, name: str, core: str) -> None:
    assert core_name(label, name) == core


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("质量提升行动计划（2020-2022年）", "质量提升行动计划（2023-2025年）"),
        ("第一批标准化试点", "第二批标准化试点"),
        ("国家级示范区", "省级示范区"),
    ],
)
def test_period_batch_and_level_tell_names_apart(one: str, other: str) -> None:
    assert core_name("Plan", one) != core_name("Plan", other)


@pytest.mark.parametrize(
    ("label", "core", "scope"),
    [
        ("Plan", "质量强国建设纲要", ""),
        ("Plan", "吉林省地方标准管理办法", ""),
        ("Plan", "国家标准化规划", ""),
        ("Plan", "地方标准管理办法", "220000"),
        ("Campaign", "质量提升行动", "220000"),
        ("Organization", "某检测公司", ""),
    ],
)
def test_the_scope_of_a_name_in_a_jilin_document(label: str, core: str, scope: str) -> None:
    assert scope_of(label, core, region_table().resolve("吉林省")) == scope


@pytest.mark.parametrize(
    ("text", "form"),
    [("《某办法》", "某办法"), ("“铁拳”行动", "“铁拳”行动"), ("吉致吉品”", "吉致吉品"), ("方案（试行", "方案（试行）")],
)
def test_the_form_of_a_printed_name(text: str, form: str) -> None:
    assert form_of(text) == form


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("质量强省战略", "strategy"),
        ("地方标准管理办法", "standard-setting rule"),
        ("食品安全责任制规定", "regulation"),
        ("关于推进质量工作的实施意见", "opinion"),
        ("三年行动计划(2020-2022年)", "plan"),
        ("实施方案", "scheme"),
        ("某某", None),
    ],
)
def test_the_kind_of_a_plan(name: str, kind: str | None) -> None:
    assert plan_kind(name) == kind


def test_same_campaign_name_in_two_regions_is_two_campaigns() -> None:
    jilin, shandong = region_table().resolve("吉林省"), region_table().resolve("山东省")
    one, other = identify("Campaign", "质量提升行动", None, jilin), identify("Campaign", "质量提升行动", None, shandong)
    assert one is not None
    assert other is not None
    assert one.id != other.id


@pytest.mark.parametrize(
    ("title", "is_plan"),
    [
        ("关于推进质量建设的实施方案（2020—2022年）", True),
        ("某省地方标准管理办法", True),
        ("质量提升行动要点（政策摘编）", False),
        ("一图读懂实施方案", False),
        ("某市召开质量工作会议", False),
    ],
)
def test_which_titles_are_those_of_plans(title: str, is_plan: bool) -> None:
    assert is_plan_title(title) is is_plan


def test_a_document_number_alone_names_no_plan() -> None:
    assert identify("Plan", "某办发〔2020〕27号", None, region_table().resolve("吉林省")) is None
