"""What each extractor of exact knowledge finds: one table of cases for each."""

from collections.abc import Callable, Iterator

import pytest

from loaders.normalise import normalise
from loaders.recognise import agencies, drafted, journalists, national, outlets, quoted, regions, titles
from loaders.recognise.repeats import repeats
from loaders.records import Mention, RawDocument, Segmented, StatedMetadata
from loaders.segment import segment


def document(text: str, region: str | None = None) -> Segmented:
    raw = RawDocument("s", "s.txt", text, "0" * 64, "text/plain", stated=StatedMetadata(region=region))
    return segment(raw, normalise(text))


def found(find: Callable[[Segmented], Iterator[Mention]], text: str, region: str | None = None) -> list[str]:
    return [mention.text for mention in find(document(text, region))]


@pytest.mark.parametrize(
    ("text", "region", "names"),
    [
        ("会议在山东省青岛市召开。", None, ["山东省", "青岛市"]),
        ("甲报广州讯（记者）", "广东省", ["广州"]),
        ("支持晋江、石狮发展。", "泉州市", ["晋江", "石狮"]),
        ("支持晋江、石狮发展。", "长春市", []),
        ("他来自湖北孝感。", None, ["湖北", "孝感"]),
        ("内生动力和安全水平", None, []),
        ("建设滨海城市", None, []),
        ("发展县域经济，安县级医院", None, []),
        ("甲乙（上海）食品有限公司", None, []),
        ("上海甲乙电器有限公司", None, []),
        ("融入长三角一体化", None, ["长三角"]),
        ("到昆山经济技术开发区调研", "苏州市", ["昆山经济技术开发区"]),
        ("中国的高铁", None, []),
    ],
)
def test_regions(text: str, region: str | None, names: list[str]) -> None:
    assert found(regions.find, text, region) == names


@pytest.mark.parametrize(
    ("text", "region", "names"),
    [
        ("省市场监管厅会同市公安局", "长春市", ["省市场监管厅", "市公安局"]),
        ("市委、市政府高度重视", "长春市", ["市委", "市政府"]),
        ("省委省政府印发文件", "长春市", ["省委", "省政府"]),
        ("吉林省长春市市场监管局", None, ["吉林省长春市市场监管局"]),
        ("记者从上海市场监管局获悉", "上海市", ["上海市场监管局"]),
        ("记者从市市场监管局（市知识产权局）", "长春市", ["市市场监管局", "市知识产权局"]),
        ("向区市场监管局南园分局报告", "徐汇区", ["区市场监管局南园分局"]),
        ("教育部高教司、市场监管局计量处", "长春市", ["教育部高教司"]),
        ("市场监管总局、公安部发布公告", None, ["市场监管总局", "公安部"]),
        ("街道食安办开展检查", "徐汇区", ["街道食安办"]),
        ("各区政府、公安部门、市委员", "长春市", []),
        ("开展市政府采购工作", "长春市", []),
        ("开发区市场监管局", "长春市", []),
        ("激发内生动力，区域市场监管", "徐汇区", []),
    ],
)
def test_agencies(text: str, region: str | None, names: list[str]) -> None:
    assert found(agencies.find, text, region) == names


def test_the_second_name_of_an_agency_means_the_first() -> None:
    second = list(agencies.find(document("市市场监管局（市知识产权局）", "长春市")))[1]
    assert second.full == "市市场监管局"


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("宣传《中华人民共和国计量法》和食品安全法。", ["中华人民共和国计量法", "食品安全法"]),
        ("学习食品安全法律法规", []),
        ("推动大众创业、万众创新", ["大众创业、万众创新"]),
        ("开展“铁拳”行动", ["铁拳”行动"]),
        ("推进质量强市建设", ["质量强市"]),
        ("建成质量强市。", []),
        ("请拨打12315投诉", ["12315"]),
        ("电话0431-812315", []),
        ("绿色食品产业", []),
        ("努力建设制造强省", []),
        ("推进质量强省", ["质量强省"]),
    ],
)
def test_national_names(text: str, names: list[str]) -> None:
    assert found(national.find, text) == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("新华社记者", ["新华社"]),
        ("返回搜狐，查看更多", []),
        ("工人日报社副社长", []),
    ],
)
def test_outlets(text: str, names: list[str]) -> None:
    assert found(outlets.find, text) == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("讯（记者 王一一 李二 通讯员张三三）", ["王一一", "李二", "张三三"]),
        ("（记者：赵四四）近日", ["赵四四"]),
        ("记者获悉，", []),
        ("记者从市局了解到", []),
        ("记者高度关注此事", []),
    ],
)
def test_journalists(text: str, names: list[str]) -> None:
    assert found(journalists.find, text) == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("印发《甲市质量提升方案》（甲政发〔2020〕3号）", ["甲市质量提升方案", "甲政发〔2020〕3号"]),
        ("贯彻《贯彻〈质量强国建设纲要〉的意见》", ["贯彻〈质量强国建设纲要〉的意见"]),
        ("《甲乙晚报》报道", []),
    ],
)
def test_titles(text: str, names: list[str]) -> None:
    assert found(titles.find, text) == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("开展“亮剑”专项行动。", [("Campaign", "“亮剑”专项行动")]),
        ("印发“亮剑”行动方案。", [("Plan", "“亮剑”行动方案")]),
        ("打响“甲乙好品”区域公用品牌", [("Brand", "“甲乙好品”")]),
        ("上线“甲乙通”便民服务平台", [("Platform", "“甲乙通”便民服务平台")]),
        ("授予“质量标杆”称号", [("Award", "“质量标杆”")]),
        ("构建“甲乙”品牌体系", []),
        ("“甲乙”等行动", []),
    ],
)
def test_quoted_names(text: str, names: list[tuple[str, str]]) -> None:
    assert [(mention.label, mention.text) for mention in quoted.find(document(text))] == names


def test_a_name_found_once_is_found_where_it_is_printed_again() -> None:
    text = "甲乙质检联盟成立。据甲乙质检联盟介绍，甲乙质检联盟很大。"
    first = Mention(0, 6, "Organization", "甲乙质检联盟", "names", score=0.9)
    again = list(repeats(document(text), [first]))
    assert [(mention.start, mention.label) for mention in again] == [(10, "Organization"), (19, "Organization")]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("修订甲乙行业碳排放核算报告指南，推动落实。", ["甲乙行业碳排放核算报告指南"]),
        ("抓紧编制耕地质量专项规划。", ["耕地质量专项规划"]),
        ("制定实施方案。", []),
        ("出台相关管理办法，", []),
    ],
)
def test_documents_being_drafted(text: str, names: list[str]) -> None:
    assert found(drafted.find, text) == names
