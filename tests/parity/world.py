"""What generated documents name: entities that sound alike, hard to sort and to quote, and some borne by two.

The same seed gives the same world on every machine.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from random import Random
from typing import TypeVar

from graph_schema import ids, nodes
from graph_schema.goals import goal_table
from graph_schema.regions import region_table
from loaders.records import Entity
from loaders.resolve.core_names import core_name
from loaders.resolve.regions import region_entity

Thing = TypeVar("Thing")

# What sorting, quoting and widths are about: beyond the first plane, wide, accented, combined, or a mark of Cypher.
ODD = (
    "𠮷",
    "😀",
    "ＡＢ",
    "ab",
    "AB",
    "É",
    "e\u0301",
    "'",
    "\\",
    "`",
    "$x",
    "{y}",
    "/*",
    "//",
    "ﬁ",
    "Ⅲ",
    "0",
    "10",
    "9",
)
SIGNS = "春江桥湖岭松桦柳岸泉峰源海岩石林田野川溪"
ENDINGS = {
    "Plan": ("质量提升方案", "发展规划(2021-2025年)", "条例", "管理办法", "行动计划（2020—2022年）"),
    "Campaign": ("行动", "专项整治", "提升工程"),
    "Platform": ("检测平台", "服务中心", "信息系统"),
    "Brand": ("优品", "好物", "品牌"),
    "Award": ("质量奖", "示范城市"),
    "Agency": ("市场监督管理局", "人民政府", "工业和信息化局"),
    "Organization": ("公司", "大学", "协会"),
    "Person": ("明", "芳", "国强"),
}
KINDS = (None, "department", "other")
UNITS = ("%", "家", "元", "")


@dataclass(frozen=True, slots=True)
class World:
    """What generated documents name: entities by label, indicators, and the goals of the taxonomy."""

    entities: dict[str, tuple[Entity, ...]]
    indicators: tuple[nodes.Indicator, ...]
    goals: tuple[str, ...]


def world(seed: int, statements: int) -> World:
    """The things to name in a graph of so many statements: some 250 of each label in a graph of 100,000."""
    random = Random(f"{seed} world")  # noqa: S311 - to be the same again, not to be secret
    many = max(12, statements // 400)
    rows = [row for row in region_table() if row.kind in ("country", "province", "prefecture") and not row.successors]
    regions = [region_entity(row, row.name) for row in random.sample(rows, min(many, len(rows)))]
    entities = {label: tuple(_named(random, label, many)) for label in ENDINGS} | {"Region": tuple(regions)}
    indicators = tuple(_indicator(random, number) for number in range(many))
    return World(entities, indicators, tuple(ids.coded("Goal", goal.id) for goal in goal_table()))


def skewed(random: Random, things: Sequence[Thing]) -> Thing:
    """One of the things, the first ones by far most often: a few are named everywhere."""
    return things[int(len(things) * random.random() ** 2)]


def word(random: Random) -> str:
    """Three characters that mean nothing together."""
    return "".join(random.choices(SIGNS, k=3))


def _named(random: Random, label: str, many: int) -> Iterator[Entity]:
    for number in range(many):
        # Every seventh name is borne by two, as in two places; every fifth holds something odd.
        name = f"{word(random)}{random.choice(ODD) if number % 5 == 0 else ''}{random.choice(ENDINGS[label])}"
        for scope in ("220000", "370200") if number % 7 == 0 else ("",):
            core = core_name(label, name)
            forms = frozenset({name, f"“{name}”", core[:4]} if number % 3 == 0 else {name})
            yield Entity(ids.entity_id(label, core, scope), label, name, core, forms, random.choice(KINDS))


def _indicator(random: Random, number: int) -> nodes.Indicator:
    name = f"{word(random)}合格率{number % 40}"
    unit = random.choice(UNITS)
    return nodes.Indicator(id=ids.hashed("Indicator", name, unit), name=name, unit=unit or None, search_text=name)
