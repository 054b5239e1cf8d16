"""What a document says of itself."""

import pytest

from loaders.normalise import normalise
from loaders.records import Metadata, RawDocument, StatedMetadata
from loaders.segment import segment


def head(text: str, stated: StatedMetadata | None = None) -> Metadata:
    raw = RawDocument("s", "s.txt", text, "0" * 64, "text/plain", stated=stated or StatedMetadata())
    return segment(raw, normalise(text)).metadata


BODY = "\n深入推进质量强市建设，持续提升产品质量。\n"


@pytest.mark.parametrize(
    ("text", "title"),
    [
        (f"长春市质量工作综述{BODY}", "长春市质量工作综述"),
        (f"江门市政府工作报告（2014年1月22日 某某）{BODY}", "江门市政府工作报告"),
        (f"站点名称首页\n质量强市见闻\n2021-03-05 来源：某日报{BODY}", "质量强市见闻"),
        ("2023-08-18 14:33，正文：原标题：甲县开展集市秤具检查近日，执法人员检查集市。", "甲县开展集市秤具检查"),
        ("2023-08-18 14:33，正文：原标题：好品牌走出去！中新网8月17日电 某展会开幕。", "好品牌走出去！"),
        (f"（三）完善体系。{BODY}", None),
        ("全文只有一句话，没有标题。", None),
    ],
)
def test_title(text: str, title: str | None) -> None:
    assert head(text).title == title


@pytest.mark.parametrize(
    ("text", "day"),
    [
        (f"2023-08-18 14:33，正文：某局检查集市。{BODY}", "2023-08-18"),
        (f"23-08-08 05:50，正文：某局检查集市。{BODY}", "2023-08-08"),
        (f"08-15 21:01，正文：某局检查集市。{BODY}", None),
        (f"江门市政府工作报告（2014年1月22日 某某）{BODY}", "2014-01-22"),
        (f"质量强市见闻\n发布时间：2021年3月5日{BODY}", "2021-03-05"),
        (f"质量强市实施意见{BODY}甲市人民政府\n2020年5月6日\n", "2020-05-06"),
        (f"到2025-13-45为止{BODY}", None),
        (f"2022年7月1日起施行的办法规定如下。{BODY}", None),
    ],
)
def test_date_of_publication(text: str, day: str | None) -> None:
    assert head(text).published_on == day


@pytest.mark.parametrize(
    ("text", "publisher"),
    [
        (f"质量强市见闻\n信息来源：中国质量报{BODY}", "中国质量报"),
        (f"2024-03-05，正文：中国消费者报甲州讯（记者张某）近日，某局检查集市。{BODY}", "中国消费者报"),
        (f"2023-08-18，正文：本报讯（沈阳日报、全媒体记者 张某）近日，某局检查。{BODY}", "沈阳日报"),
        (f"黔南州政府工作报告(2025年1月8日 某某){BODY}", "黔南州人民政府"),
        (f"2019年政府工作报告{BODY}", None),
        (f"2021年1月24日广东省省长某某在会议上作政府工作报告{BODY}", "广东省人民政府"),
        (f"资金来源：财政拨款。{BODY}", None),
    ],
)
def test_publisher(text: str, publisher: str | None) -> None:
    assert head(text).publisher == publisher


@pytest.mark.parametrize(
    ("text", "number"),
    [
        (f"关于提升质量的意见\n甲政发〔2019〕5号{BODY}", "甲政发〔2019〕5号"),
        (f"关于提升质量的意见\n按照《实施办法》（甲政发〔2019〕5号）执行。{BODY}", None),
        (f"某局关于抽检情况的通告（2023年第94号）{BODY}", "2023年第94号"),
    ],
)
def test_document_number(text: str, number: str | None) -> None:
    assert head(text).doc_number == number


@pytest.mark.parametrize(
    ("text", "region"),
    [
        (f"江门市政府工作报告（2014年1月22日 某某）{BODY}", "江门市"),
        (
            "2024-03-05，正文：中国消费者报南昌讯（记者张某）近日，江西省永修县市场监管局检查集市，永修县法院派员。",
            "永修县",
        ),
        ("2023-08-18，正文：湖北省市场监管局近日部署检查，湖北省各地共检查企业三千家，全省合格率上升。", "湖北省"),
        ("一、总体要求。国务院各部门、各地区要落实责任，全国统一部署。\n二、我国将完善标准体系。\n", "中国"),
    ],
)
def test_region(text: str, region: str) -> None:
    assert head(text).region == region


@pytest.mark.parametrize(
    ("text", "genre", "year", "period"),
    [
        (f"江门市政府工作报告（2014年1月22日 某某）{BODY}", "report", 2014, "2014"),
        (f"抚州市政府工作报告（2022年12月21日 某某）{BODY}", "report", 2023, "2023"),
        (f"甲市2021年国民经济和社会发展统计公报{BODY}", "bulletin", 2021, "2021"),
        (f"质量提升三年行动实施方案(2020—2022年){BODY}", "policy", 2020, "2020-2022"),
        (f"甲市“十四五”质量发展规划{BODY}", "policy", None, "2021-2025"),
        (f"2023-08-18，正文：本报讯 近日，某局检查集市。{BODY}", "news", 2023, "2023"),
    ],
)
def test_genre_year_and_period(text: str, genre: str, year: int | None, period: str | None) -> None:
    found = head(text)
    assert (found.genre, found.year, found.period) == (genre, year, period)


def test_what_is_stated_goes_first() -> None:
    stated = StatedMetadata(title="另题", publisher="某站", published_on="2020-01-02", region="吉林省")
    found = head(f"江门市政府工作报告（2014年1月22日 某某）{BODY}", stated)
    assert (found.title, found.publisher, found.published_on, found.region) == ("另题", "某站", "2020-01-02", "吉林省")
