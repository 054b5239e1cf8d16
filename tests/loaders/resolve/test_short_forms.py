"""Short forms of names within one document."""

import pytest

from graph_schema.regions import region_table
from loaders.records import Mention
from loaders.resolve.short_forms import long_names


def names(label: str, *texts: str, region: str | None = None, publisher: str | None = None) -> list[str]:
    mentions = [Mention(0, len(text), label, text, "test") for text in texts]
    return long_names("", mentions, region_table().resolve(region) if region else None, publisher)


@pytest.mark.parametrize(
    ("label", "short", "long"),
    [
        ("Organization", "海风集团", "海风集团股份有限公司"),
        ("Organization", "综合检测中心", "甲市综合检测中心"),
        ("Campaign", "专项整治行动", "校园周边食品安全专项整治行动"),
        ("Award", "示范街区", "放心消费示范街区"),
        ("Plan", "质量提升方案", "甲市质量提升方案"),
        ("Person", "史密斯", "约翰·史密斯"),
    ],
)
def test_the_end_or_beginning_of_one_longer_name_is_that_name(label: str, short: str, long: str) -> None:
    assert names(label, short, long) == [long, long]


def test_two_longer_names_leave_the_short_one_alone() -> None:
    assert names("Campaign", "专项行动", "春季专项行动", "秋季专项行动")[0] == "专项行动"


def test_a_chain_of_longer_names_leads_to_the_longest() -> None:
    assert names("Award", "示范街区", "消费示范街区", "放心消费示范街区") == ["放心消费示范街区"] * 3


@pytest.mark.parametrize(
    ("short", "others", "region", "long"),
    [
        ("总局", ["市场监管总局", "市公安局"], "长春市", "市场监管总局"),
        ("省局", ["吉林省药品监督管理局"], "长春市", "吉林省药品监督管理局"),
        ("省局", ["吉林省药品监督管理局", "吉林省市场监管厅"], "长春市", "省局"),
        ("市局", ["吉林省药品监督管理局"], "长春市", "市局"),
    ],
)
def test_the_one_bureau_of_a_level(short: str, others: list[str], region: str, long: str) -> None:
    assert names("Agency", short, *others, region=region)[0] == long


def test_a_known_department_is_not_the_end_of_another_name() -> None:
    assert names("Agency", "市公安局", "甲乙市公安局", region="长春市")[0] == "市公安局"


def test_the_publisher_is_a_longer_name_too() -> None:
    assert names("Organization", "甲新网", publisher="甲新网广东") == ["甲新网广东"]
