import json
import os
from itertools import chain
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph_schema.goals import goal_table
from graph_schema.indicators import IndicatorTable, indicator_table, match, normalise_phrase, read_indicators
from graph_schema.tables import TableError
from tests.figures import Tell

SHARED = Path(os.environ.get("ZHITU_SHARED", "../shared"))

# Share of the annotated indicators that the table names; 15.7 % when measured.
COVERAGE_FLOOR = 0.15

ENTRY: dict[str, object] = {
    "id": "a-rate",
    "zh": "甲合格率",
    "en": "A",
    "units": ["%"],
    "goal": "food-safety",
    "patterns": ["甲(产品)?合格率"],
}


def write_table(path: Path, entry: dict[str, object]) -> Path:
    path.write_text(json.dumps({"words": {}, "indicators": [entry]}, ensure_ascii=False), encoding="utf-8")
    return path


def test_table_is_large_enough_and_has_goals_and_units() -> None:
    assert len(indicator_table()) >= 150
    assert all(row.units and goal_table().by_id(row.goal) for row in indicator_table())


def test_no_two_rows_match_the_same_name() -> None:
    table = indicator_table()
    assert {row.zh: table.candidates(row.zh) for row in table} == {row.zh: (row,) for row in table}


@pytest.mark.parametrize(
    ("phrases", "unit", "expected"),
    [
        (
            [
                "食品抽检合格率",
                "食品安全抽检合格率",
                "食品安全监督抽检合格率",
                "全省食品安全监督抽检合格率",
                "辽宁省食品抽检合格率",
            ],
            "%",
            "food-sampling-pass-rate",
        ),
        (["食品安全评价性抽检合格率"], "%", "food-evaluation-pass-rate"),
        (["大中型工程一次验收合格率", "大中型工程项目一次验收合格率"], "%", "large-works-pass-rate"),
        (["其他工程一次验收合格率", "其它工程一次验收合格率"], "%", "other-works-pass-rate"),
        (["制造业产品质量合格率", "制造业产品合格率", "制造业产品质量监督抽查合格率"], "%", "manufacturing-pass-rate"),
        (["主要农产品质量安全例行监测合格率", "农产品质量安全例行监测总体合格率"], "%", "agri-monitoring-pass-rate"),
        (["每万人口高价值发明专利拥有量", "万人高价值专利拥有量"], "件", "high-value-patents-density"),
        (["每万人口发明专利拥有量", "每万人发明专利拥有量"], "件", "invention-patents-density"),
        (["有效注册商标量", "有效注册商标", "注册商标总量", "有效注册商标拥有量"], "件", "trademarks-valid"),
        (
            [
                "主导或参与制修订国际标准",
                "主持或参与制定修订国际标准数",
                "参与制(修)订国际标准",
                "主导、参与制定、修订国际标准",
            ],
            "项",
            "international-standards",
        ),
        (["主导或者参与制（修）订国际、国家、行业标准"], "项", "higher-standards"),
        (["制定地方标准", "地方标准", "发布地方标准"], "项", "local-standards"),
        (
            ["市场主体总量", "实有经营主体", "登记在册市场主体", "吉林省经营主体总数", "全市商事主体总数"],
            "户",
            "business-entities",
        ),
        (["新增市场主体", "新登记经营主体", "新设市场主体"], "户", "business-entities-new"),
        (
            ["全社会研发经费投入强度", "R&D经费投入强度", "研发经费支出占GDP比重", "全社会Ｒ＆Ｄ经费投入强度"],
            "%",
            "rd-intensity",
        ),
        (["为消费者挽回经济损失", "挽回经济损失"], "元", "losses-recovered"),
        (["特种设备登记率", "特种设备使用登记率"], "%", "equipment-registration-rate"),
        (["计量器具检定"], "台（件）", "instruments-verified"),
        (["企业标准“领跑者”企业", "企业标准领跑者"], "家", "standard-leader-firms"),
        (["学校食堂“互联网+明厨亮灶”覆盖率"], "%", "school-open-kitchen-coverage"),
    ],
)
def test_same_measure_in_other_words(phrases: list[str], unit: str, expected: str) -> None:
    assert {phrase: row and row.id for phrase in phrases for row in [match(phrase, unit)]} == dict.fromkeys(
        phrases, expected
    )


@pytest.mark.parametrize(
    ("phrase", "unit"),
    [
        ("食品抽检合格率", "批次"),
        ("新增食品抽检合格率品牌", "%"),
        ("粮食产量", "吨"),
        ("标准", "项"),
        ("立项国家标准", "项"),
        ("新增省级智能工厂", "家"),
        ("", None),
    ],
)
def test_other_measure_is_not_matched(phrase: str, unit: str | None) -> None:
    assert match(phrase, unit) is None


def test_missing_unit_fits_all() -> None:
    row = match("食品抽检合格率")
    assert row is not None
    assert row.id == "food-sampling-pass-rate"


def test_unmatched_when_two_candidates_remain(tmp_path: Path) -> None:
    one = list(read_indicators(write_table(tmp_path / "a.yaml", ENTRY)))
    two = list(read_indicators(write_table(tmp_path / "b.yaml", ENTRY | {"id": "b-rate", "zh": "甲产品合格率"})))
    table = IndicatorTable([*one, *two])
    assert len(table.candidates("甲合格率")) == 2
    assert table.match("甲合格率") is None


@pytest.mark.parametrize(
    ("phrase", "expected"),
    [
        ("“品字标” 企业", "品字标企业"),
        ("全市市场主体总数", "市场主体"),
        ("吉林市场主体总量", "吉林市场主体"),
        ("长春市累计罚款", "罚款"),
        ("青岛市级重点实验室", "青岛市级重点实验室"),
        ("制（修）订团体标准", "制修订团体标准"),
        ("全国绿色食品原料标准化生产基地", "全国绿色食品原料标准化生产基地"),
        ("质量竞争力指数", "质量竞争力指数"),
        ("", ""),
    ],
)
def test_normalised_phrase(phrase: str, expected: str) -> None:
    assert normalise_phrase(phrase) == expected


@given(st.text(alphabet="全市吉林省累计总数量的标准制修订、（）“”A a", max_size=20))
def test_normalising_twice_changes_nothing(phrase: str) -> None:
    assert normalise_phrase(normalise_phrase(phrase)) == normalise_phrase(phrase)


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"id": "A rate"}, "entry A rate: 'A rate': expected an id"),
        ({"goal": "happiness"}, "entry a-rate: 'happiness': expected the id of a goal"),
        ({"units": "%"}, "entry a-rate: '%': expected a list in field units"),
        ({"units": [1]}, "entry a-rate: 1: expected a text"),
        ({"patterns": ["甲("]}, r"entry a-rate: .* expected a regular expression"),
        ({"patterns": ["{develop}甲"]}, "entry a-rate: 'develop': expected one of the words"),
        ({"patterns": ["乙"]}, "entry a-rate: '甲合格率': expected a name that its own patterns match"),
        ({"en": ""}, "entry a-rate: '': expected a str in field en"),
        ({"colour": "red"}, "entry a-rate: 'colour': expected one of the fields id, zh"),
    ],
)
def test_malformed_entry_is_refused(tmp_path: Path, change: dict[str, object], message: str) -> None:
    path = write_table(tmp_path / "indicators.yaml", ENTRY | change)
    with pytest.raises(TableError, match=message):
        list(read_indicators(path))


def test_repeated_id_is_refused(tmp_path: Path) -> None:
    rows = list(read_indicators(write_table(tmp_path / "indicators.yaml", ENTRY)))
    with pytest.raises(TableError, match="a-rate: expected once, found 2 times"):
        IndicatorTable(rows * 2)


@pytest.mark.skipif(not (SHARED / "gold").is_dir(), reason="no annotated texts: set ZHITU_SHARED")
def test_table_covers_annotated_indicators(tell: Tell) -> None:
    paths = chain.from_iterable((SHARED / folder).glob("*.json") for folder in ("gold", "dev", "train"))
    rows = [row for path in paths for row in json.loads(path.read_text(encoding="utf-8"))["indicators"]]
    named = sum(match(row["indicator"], row["unit"] or "") is not None for row in rows if not row.get("optional"))
    share = named / sum(not row.get("optional") for row in rows)
    tell(f"named indicators: {share:.1%} of {len(rows)} annotated rows")
    assert share > COVERAGE_FLOOR
