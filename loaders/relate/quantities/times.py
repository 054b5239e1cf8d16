"""Expressions of time in a text, as periods counted from the document's year."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

Say = Callable[[re.Match[str], int | None], str | None]
FIRST_FIVE = {"一": 2006, "二": 2011, "三": 2016, "四": 2021, "五": 2026}
QUARTERS = {"一": 1, "二": 2, "三": 3, "四": 4, "1": 1, "2": 2, "3": 3, "4": 4}
YEAR = r"(?:(?P<year>(?:19|20)\d\d)\s?年|(?P<this>今年|本年)|(?P<last>去年|上年))"


@dataclass(frozen=True, slots=True)
class Time:
    """An expression of time: `kind` is how it is said, `period` what it comes to (`2022`, `2019-01/2019-10`)."""

    start: int
    end: int
    kind: str
    period: str


def find_times(text: str, year: int | None) -> list[Time]:
    """The expressions of time in reading order, without overlap; none that needs a year where there is none."""
    return list(_times(text, year))


def _times(text: str, year: int | None) -> Iterator[Time]:
    for match in _ANY.finditer(text):
        kind = match.lastgroup or ""
        pattern, say = _KINDS[kind]
        inner = pattern.match(text, match.start())
        period = say(inner, year) if inner else None
        if period:
            yield Time(match.start(), match.end(), kind, period)


def _year_of(match: re.Match[str], year: int | None) -> int | None:
    groups = match.groupdict()
    if groups.get("year"):
        return int(groups["year"])
    return year - 1 if year and groups.get("last") else year


def _whole(match: re.Match[str], year: int | None) -> str | None:
    said = _year_of(match, year)
    return str(said) if said else None


def _since(match: re.Match[str], year: int | None) -> str | None:
    said = _year_of(match, year)
    return f"{said}-" if said else None


def _span(match: re.Match[str], _: int | None) -> str | None:
    return f"{match['from']}-{match['to']}" if match["from"] < match["to"] else None


def _months(match: re.Match[str], year: int | None) -> str | None:
    return _between(_year_of(match, year), int(match["from"]), int(match["to"]))


def _months_of_years(match: re.Match[str], year: int | None) -> str | None:
    said = _year_of(match, year)
    return f"{said}-{int(match['from']):02}/{match['toyear']}-{int(match['to']):02}" if said else None


def _between(year: int | None, first: int, last: int) -> str | None:
    return f"{year}-{first:02}/{year}-{last:02}" if year and 1 <= first < last <= 12 else None


def _month(match: re.Match[str], year: int | None) -> str | None:
    said, month = _year_of(match, year), int(match["month"])
    return f"{said}-{month:02}" if said and 1 <= month <= 12 else None


def _day(match: re.Match[str], year: int | None) -> str | None:
    month, day = _month(match, year), int(match["day"])
    return f"{month}-{day:02}" if month and 1 <= day <= 31 else None


def _first_half(match: re.Match[str], year: int | None) -> str | None:
    return _between(_year_of(match, year), 1, 6)


def _second_half(match: re.Match[str], year: int | None) -> str | None:
    return _between(_year_of(match, year), 7, 12)


def _quarter(match: re.Match[str], year: int | None) -> str | None:
    quarter = QUARTERS[match["quarter"]]
    first = 1 if match["upto"] else 3 * quarter - 2
    return _between(_year_of(match, year), first, 3 * quarter)


def _plan(match: re.Match[str], _: int | None) -> str | None:
    first = FIRST_FIVE[match["plan"]]
    return str(first + 4) if match["close"] else f"{first}-{first + 4}"


def _five_years(_: re.Match[str], year: int | None) -> str | None:
    return f"{year - 5}-{year - 1}" if year else None


def _coming_years(_: re.Match[str], year: int | None) -> str | None:
    return f"{year}-{year + 4}" if year else None


def _last_year(_: re.Match[str], year: int | None) -> str | None:
    return str(year - 1) if year else None


def _this_year(_: re.Match[str], year: int | None) -> str | None:
    return str(year) if year else None


# Each kind with a text it matches and one it must not; of two that begin alike the earlier wins.
_PATTERNS: tuple[tuple[str, str, Say], ...] = (
    # "2016年至2020年", "2018-2020年"; not "2020-07-02"
    ("span", r"(?P<from>(?:19|20)\d\d)\s?年?\s?[-—–~～至到]{1,2}\s?(?P<to>(?:19|20)\d\d)(?!\d|[-/]\d)", _span),
    # "2021年3月至2022年5月", "2018年12月至今年8月"; not "2021年3月"
    (
        "months of years",
        rf"{YEAR}\s?(?P<from>\d\d?)月(?:\d\d?日)?\s?[-—–~～至到]{{1,2}}\s?(?P<toyear>20\d\d)年\s?(?P<to>\d\d?)月",
        _months_of_years,
    ),
    # "今年1—6月", "1至10月份"; not "6月至今"
    ("months", rf"{YEAR}?\s?(?P<from>\d\d?)\s?月?\s?[-—–~～至到]{{1,2}}\s?(?P<to>\d\d?)月", _months),
    # "2023年上半年", "上半年"; not "上半场"
    ("half", rf"{YEAR}?\s?上半年", _first_half),
    ("second half", rf"{YEAR}?\s?下半年", _second_half),
    # "前三季度", "一季度"; not "第三方"
    ("quarter", rf"{YEAR}?\s?(?P<upto>前|[1一][-—至])?第?(?P<quarter>[一二三四1-4])个?季度", _quarter),
    # "到2022年", "2025年底前"; not "2022年以来"
    ("by year", r"(?:到|至)(?P<year>20\d\d)\s?年(?:底|末)?前?(?!以来|\d)", _whole),
    ("year end", r"(?P<year>20\d\d)\s?年(?:底|末)前?", _whole),
    # "截至2023年6月底", "截至7月底"; not "截至目前"
    ("as of month", rf"截[至止到]{YEAR}?\s?(?P<month>\d\d?)月(?:底|末|份|\d\d?日)?", _month),
    ("as of year", rf"截[至止到]{YEAR}(?:底|末|初)?", _whole),
    # "2021年以来", "自2017年5月运行以来"; not "2021年来自"
    ("since", rf"(?:自|从)?{YEAR}(?:\d\d?月)?[^，。；]{{0,8}}?以来", _since),
    # "2023年4月4日", "今年4月23日"; not "4月4日"
    ("full day", rf"{YEAR}\s?(?P<month>\d\d?)月(?P<day>\d\d?)日", _day),
    ("month of year", rf"{YEAR}\s?(?P<month>\d\d?)月", _month),
    # "8月4日"; not "8月龄"
    ("day", r"(?P<month>\d\d?)月(?P<day>\d\d?)日", _day),
    ("month", r"(?<!\d)(?P<month>\d\d?)月(?:份|底|末|中旬|上旬|下旬)", _month),
    # "比上年", "较去年同期"; not "上年"
    ("compared", r"(?:比|较|与|同)(?:上一?年|去年)", _last_year),
    ("last year", r"去年|上一?年度?|过去一年", _last_year),
    ("year", r"(?P<year>(?:19|20)\d\d)\s?年(?:度|全年)?", _whole),
    ("this year", r"今年|本年度|年内|年底前", _this_year),
    # "五年来", "过去五年"; not "十五年来"
    (
        "five years",
        r"(?<![十\d])(?:五|5)年(?:来|累计|共|城镇|新增)|过去(?:的)?(?:五|5)年|(?<!十)(?:五|5)年间|(?:这|本届政府)(?:五|5)?年",
        _five_years,
    ),
    ("coming years", r"(?:未来|今后)(?:五|5)年", _coming_years),
    # "“十三五”时期", "十四五末"; not "二十四五"
    ("plan", r"“?(?<!二)十(?P<plan>[一二三四五])五”?(?:期间|时期|规划)?(?P<close>末|收官)?", _plan),
    ("whole year", r"全年", _this_year),
)
_KINDS = {kind.replace(" ", "_"): (re.compile(pattern), say) for kind, pattern, say in _PATTERNS}
# Groups inside a kind may bear one name in several kinds: only the kinds are named in the joint pattern.
# The look-ahead names every character that a kind may begin with: it spares trying each kind everywhere.
_ANY = re.compile(
    "(?=[\\d今本去上下前过截到至自从比较与同年全第一二三四五十未这“])(?:"
    + "|".join(
        f"(?P<{kind.replace(' ', '_')}>{re.sub(r'[?]P<[a-z]+>', '?:', pattern)})" for kind, pattern, _ in _PATTERNS
    )
    + ")"
)
