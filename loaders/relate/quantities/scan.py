"""Every number of a text that could measure something: its value, unit and comparator."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cache

from loaders.relate.quantities import numerals
from loaders.relate.quantities.comparators import comparator_at
from loaders.relate.quantities.units import canonical_unit, units

WIDE = str.maketrans("０１２３４５６７８９％．，／", "0123456789%.,/")  # one character for one: offsets stay
DATE_UNITS = frozenset(["月", "日", "号", "时", "点钟", "世纪"])
YEARS = range(1900, 2101)

ARABIC = r"(?P<arabic>\d{1,3}(?:,\d{3})+(?!\d)(?:\.\d+)?|\d+(?:\.\d+)?)"
CHINESE = r"(?P<chinese>[一二两三四五六七八九十百千万亿〇零]+(?:点[一二三四五六七八九〇零]+)?)"
SCALE = r"(?P<scale>(?:[十百]|千(?![瓦米克伏]))?(?:万亿|[万亿])|百(?!分)|千(?![瓦米克伏]))?"

# "百分之九十五", "三分之一", "1/3", "九成", "一半"; not "十分之力", "成本"
SHARE = re.compile(
    r"(?P<whole>百|千|[二三四五六七八九十]+)分之(?P<part>[一二两三四五六七八九十百〇零]+(?:点[一二三四五六七八九〇零]+)?|\d+(?:\.\d+)?)"
    r"|(?<![\d/.])(?P<top>\d)/(?P<bottom>\d)(?![\d/])|(?P<tenths>[一二三四五六七八九1-9])成(?=以上|左右|[，。、的企消])|(?P<half>一半)"
)
# "2023-07-28", "2023年7月", "10:05"; not "2023家"
DATE = re.compile(r"(?:19|20)\d\d\s?[-/.年]\s?\d{1,2}(?:\s?[-/.月]\s?\d{1,2}日?)?|\d{1,2}[:：]\d\d(?::\d\d)?")
# "-", "至"; between two numbers
RANGE = re.compile(r"\s?(?:-{1,2}|—{1,2}|–|－|~|～|至|到)\s?")
# "、", "和"; between the numbers of a list
LIST = re.compile(r"\s?[、和及与]\s?")
TITLE = re.compile(r"《[^《》\n]{0,80}》")  # "《2020年规划》"; not "〔2020〕"
MONEY_HEAD = re.compile(
    r"收入|产值|投资|额|总值|GDP|资金|贷款|存款|利润|税|价值|规模|增加值|投入|支出|资产"
)  # 主营业务收入; not 收获
PEOPLE_HEAD = re.compile(r"人数|人口|人员|参保|就业")  # 参保人数; not 人民
PEOPLE_NEXT = re.compile(
    r"(?:名|个)?[^，。；、\d]{0,6}(?:职工|[农民果茶渔]农|农民|群众|居民|人口|学生|游客|人才|劳动力|用户|人)"
)  # 职工; not 企业


@dataclass(frozen=True, slots=True)
class Number:
    """A number as printed: text[start:end] runs from its first digit to the end of its unit.

    `high` is set for ranges. `unit` is empty for a bare number. `scaled` says that 万 or 亿 stood there.
    """

    start: int
    end: int
    value: Decimal
    unit: str
    comparator: str = "="
    high: Decimal | None = None
    scaled: bool = False
    more: bool = False
    factor: int = 1


def find_numbers(text: str) -> list[Number]:
    """The numbers of a text in reading order, without dates, ordinals, numbers in titles and parts of codes."""
    flat = text.translate(WIDE)
    barred = _barred(flat)
    singles = [number for number in _singles(flat) if not any(barred[number.start : number.start + 1])]
    merged = [*_joined(flat, singles)][::-1]
    return [_finished(flat, number) for number in merged if _counts_something(flat, number)]


def _barred(flat: str) -> bytearray:
    barred = bytearray(len(flat))
    for pattern in (DATE, TITLE):
        for match in pattern.finditer(flat):
            barred[match.start() : match.end()] = b"\x01" * (match.end() - match.start())
    return barred


def _singles(flat: str) -> Iterator[Number]:
    position = 0
    for match in _number_pattern().finditer(flat):
        if match.start() < position:
            continue
        number = _share(match) if match["share"] else _plain(match, flat)
        if number is not None:
            position = number.end
            yield number


@cache
def _number_pattern() -> re.Pattern[str]:
    printed = "|".join(re.escape(unit) for unit in sorted(units(), key=len, reverse=True))
    unit = rf"(?P<unit>(?:{printed})(?:/(?:{printed}))?)?"
    # "5.2亿余元", "1,034.8万头只", "十二项"; not "ISO9001", "第三轮".
    # The look-ahead names every character that a number may begin with: it spares trying each kind everywhere.
    return re.compile(
        rf"(?=[\d一二两三四五六七八九十百千万亿〇零])(?:(?P<share>{SHARE.pattern})"
        rf"|(?<![\dA-Za-z.第一二两三四五六七八九十百])(?:{ARABIC}|{CHINESE})\s?(?P<some>[余多](?=[百千万亿]))?{SCALE}(?P<more>[余多])?\s?{unit})"
    )


def _share(match: re.Match[str]) -> Number | None:
    start, end = match.span("share")
    if match["half"]:
        return Number(start, end, Decimal(50), "%")
    if match["tenths"]:
        tenths = match["tenths"]
        return Number(start, end, 10 * (Decimal(tenths) if tenths.isascii() else numerals.chinese(tenths)), "%")
    if match["top"]:
        return Number(start, end, _fraction(int(match["top"]), int(match["bottom"])), "")
    part = Decimal(match["part"]) if match["part"].isascii() else numerals.chinese(match["part"])
    if match["whole"] == "百":
        return Number(start, end, part, "%")
    return Number(start, end, _fraction(int(part), int(numerals.chinese(match["whole"]))), "")


def _fraction(top: int, bottom: int) -> Decimal:
    """To four places, as the annotated texts write fractions."""
    return (Decimal(top) / Decimal(bottom)).quantize(Decimal("0.0001")) if bottom else Decimal(0)


def _plain(match: re.Match[str], flat: str) -> Number | None:
    unit, scale_word = match["unit"] or "", match["scale"] or ""
    end = match.end()
    if match["arabic"]:
        value = numerals.arabic(match["arabic"])
    else:
        value = numerals.chinese(match["chinese"])
        if not unit and not set(match["chinese"]) & {"万", "亿", "千"}:
            return None
    if (
        unit
        and unit[-1].isascii()
        and unit[-1].isalpha()
        and flat[end : end + 1].isascii()
        and flat[end : end + 1].isalnum()
    ):
        unit, end = "", match.end("scale") if scale_word else match.end("arabic")
    if not unit:
        end = max(match.end(name) for name in ("arabic", "chinese", "scale", "more"))
        if flat[end : end + 1].isascii() and flat[end : end + 1].isalpha():
            return None
    factor = numerals.scale(scale_word)
    scaled = factor >= 1000 or (match["chinese"] is not None and value >= 1000)
    return Number(
        match.start(),
        end,
        value * factor,
        unit,
        scaled=scaled,
        more=bool(match["more"] or match["some"]),
        factor=factor,
    )


def _joined(flat: str, singles: list[Number]) -> Iterator[Number]:
    """From last to first: ranges made one number, bare numbers of a list given the unit that follows."""
    pending: Number | None = None
    for number in reversed(singles):
        if pending is None:
            pending = number
            continue
        gap = flat[number.end : pending.start]
        if (
            RANGE.fullmatch(gap)
            and number.unit in ("", pending.unit)
            and pending.high is None
            and not _from(flat, number)
        ):
            factor = pending.factor if number.factor == 1 and not number.unit else 1
            pending = replace(pending, start=number.start, value=number.value * factor, high=pending.value)
            continue
        yield pending
        if LIST.fullmatch(gap) and not number.unit and pending.unit and number.factor == 1:
            number = replace(number, unit=pending.unit, value=number.value * pending.factor, factor=pending.factor)
        pending = number
    if pending is not None:
        yield pending


def _from(flat: str, number: Number) -> bool:
    """Whether the number is where a change starts: 从48个减少到29个."""
    return bool(set("从由") & set(flat[max(0, number.start - 8) : number.start]))


def _counts_something(flat: str, number: Number) -> bool:
    if number.unit in DATE_UNITS:
        return False
    if number.unit == "年" and number.value in YEARS:
        return False
    if number.unit:
        return True
    exact = flat[number.start : number.end]
    return number.scaled or "." in exact or "/" in exact or "分之" in exact


def _finished(flat: str, number: Number) -> Number:
    unit = canonical_unit(number.unit) or _implied_unit(flat, number)
    comparator = comparator_at(flat, number.start, number.end, number.more)
    return replace(number, unit=unit, comparator=comparator)


def _implied_unit(flat: str, number: Number) -> str:
    if not number.scaled:
        return ""
    left = flat[max(0, number.start - 12) : number.start]
    money, people = MONEY_HEAD.search(left), PEOPLE_HEAD.search(left)
    if people or PEOPLE_NEXT.match(flat, number.end):
        return "人"
    return "元" if money else ""
