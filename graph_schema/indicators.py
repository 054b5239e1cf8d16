"""The named indicators of quality work, and which of them a phrase names.

The same measure in other words is the same indicator: 食品抽检合格率 and 食品安全监督抽检合格率. A phrase that
the table does not know is identified by its normalised form and its unit.
"""

import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import yaml

from graph_schema.goals import goal_table
from graph_schema.regions import region_table
from graph_schema.tables import DATA, Place, TableError

try:
    # Seven times faster: 0.02 s for the table. Not there where PyYAML was built without libyaml.
    from yaml import CSafeLoader as SafeLoader
except ImportError:
    from yaml import SafeLoader  # type: ignore[assignment]

_FIELDS = {"id": str, "zh": str, "en": str, "units": list, "goal": str, "patterns": list, "not": list}
_OPTIONAL = {"not"}

# "food-sampling-pass-rate", "pm25-concentration"; not "Food rate" or "food_rate"
_ID = re.compile(r"[a-z][a-z0-9]*(?:-[a-z0-9]+)*")

# "{develop}"; not "{2,3}"
_WORD = re.compile(r"\{([a-z]+)\}")

# The quotation marks in “领跑者”, the brackets in 《规划》, spaces; not the brackets in 台(件)
_MARKS = re.compile(r"[\s\"'“”‘’「」『』《》〈〉·]+")

# "制(修)订", "制定、修订", "制定和修订"; not "制定" alone
_DEVELOP = re.compile(r"制\(修\)[订定]|制[定订]?(?:[、和及与或])?修[订定]|修[订定][、和]制[定订]")

# "全市" of 全市市场主体, "累计" of 累计罚款; not "全国" of 全国绿色食品原料标准化生产基地, nor "共" of 共享平台
_LEADING = re.compile(r"(?:全[省市县区州旗镇]|[我本][省市县区州]|累计|共计|总计|合计)(?=..)")

# "总数" of 市场主体总数; not "指数"
_TRAILING = re.compile(r"(?<=..)(?:总数量|数量|总数|总量|个数)$")

# A division's name is no prefix here: 吉林市|场主体, 青岛市|级重点实验室.
_NO_PREFIX_BEFORE = frozenset("场级区长直委")


@dataclass(frozen=True, slots=True)
class IndicatorRow:
    """One indicator. `units` are the units it is given in, without scale; an empty string is a plain number.

    `goal` is the id of the goal that it measures. `pattern` and `excluded` apply to a normalised phrase: the whole of
    it must match the one, and the other, where there is one, must not be found in it.
    """

    id: str
    zh: str
    en: str
    units: tuple[str, ...]
    goal: str
    pattern: re.Pattern[str]
    excluded: re.Pattern[str] | None

    def names(self, phrase: str, unit: str | None) -> bool:
        """The normalised phrase names this indicator. A unit of None tells nothing and fits all."""
        if unit is not None and unit not in self.units:
            return False
        return bool(self.pattern.fullmatch(phrase)) and not (self.excluded and self.excluded.search(phrase))


class IndicatorTable:
    """Lookup over the indicators. Immutable once built."""

    def __init__(self, rows: Iterable[IndicatorRow]) -> None:
        """Index the rows. Raises TableError where an id or a Chinese name occurs twice."""
        self._rows = tuple(rows)
        self._by_id = {row.id: row for row in self._rows}
        self._by_unit: defaultdict[str, list[IndicatorRow]] = defaultdict(list)
        for row in self._rows:
            for unit in dict.fromkeys(row.units):
                self._by_unit[unit].append(row)
        for value, count in (Counter(row.id for row in self._rows) + Counter(row.zh for row in self._rows)).items():
            if count > 1:
                raise TableError(f"indicators: {value}: expected once, found {count} times")

    def __iter__(self) -> Iterator[IndicatorRow]:
        return iter(self._rows)

    def __len__(self) -> int:
        return len(self._rows)

    def by_id(self, indicator_id: str) -> IndicatorRow | None:
        """The indicator with this id."""
        return self._by_id.get(indicator_id)

    def candidates(self, phrase: str, unit: str | None = None) -> tuple[IndicatorRow, ...]:
        """All indicators that the phrase, as printed, may name."""
        normal = normalise_phrase(phrase)
        plain_unit = unicodedata.normalize("NFKC", unit) if unit is not None else None
        rows = self._rows if plain_unit is None else self._by_unit.get(plain_unit, ())
        return tuple(row for row in rows if row.names(normal, plain_unit))

    def match(self, phrase: str, unit: str | None = None) -> IndicatorRow | None:
        """The one indicator that the phrase names; None where there is none or more than one."""
        found = self.candidates(phrase, unit)
        return found[0] if len(found) == 1 else None


def match(phrase: str, unit: str | None = None) -> IndicatorRow | None:
    """The indicator of the shipped table that the Simplified phrase, as printed, names; None where none or several."""
    return indicator_table().match(phrase, unit)


def normalise_phrase(phrase: str) -> str:
    """The phrase without what does not change the measure: width, quotation marks, spaces, the place, sums and counts.

    Idempotent. What tells measures apart stays: 新增, 国家级, 增长.
    """
    text = _MARKS.sub("", unicodedata.normalize("NFKC", phrase)).upper().replace("或者", "或")
    text = _DEVELOP.sub("制修订", text)
    while True:
        shorter = _TRAILING.sub("", _without_region(_LEADING.sub("", text, count=1) if _LEADING.match(text) else text))
        if shorter == text:
            return text
        text = shorter


def _without_region(text: str) -> str:
    for length in range(min(len(text) - 3, 12), 2, -1):
        name = text[:length]
        if name in _full_names() and text[length] not in _NO_PREFIX_BEFORE:
            return text[length:]
    return text


@cache
def _full_names() -> frozenset[str]:
    return frozenset(row.name for row in region_table() if row.code and len(row.name) > 2)


def read_indicators(path: Path) -> Iterator[IndicatorRow]:
    """The indicators of a file like data/indicators.yaml.

    It holds `words`, and `indicators` whose patterns may use the words in braces.
    Raises TableError naming entry, value and expectation.
    """
    content = yaml.load(path.read_text(encoding="utf-8"), Loader=SafeLoader)
    if not isinstance(content, dict) or set(content) != {"words", "indicators"}:
        raise Place(path, 1).error(type(content).__name__, "a mapping with words and indicators")
    for number, entry in enumerate(content["indicators"], start=1):
        place = Place(path, str(entry.get("id", number)) if isinstance(entry, dict) else str(number))
        if not isinstance(entry, dict):
            raise place.error(entry, "a mapping")
        yield _read_entry(place, entry, content["words"])


def _read_entry(place: Place, entry: Mapping[str, object], words: Mapping[str, str]) -> IndicatorRow:
    for name in (*entry, *(_FIELDS.keys() - _OPTIONAL)):
        if name not in _FIELDS:
            raise place.error(name, f"one of the fields {', '.join(_FIELDS)}")
        if not entry.get(name) or not isinstance(entry[name], _FIELDS[name]):
            raise place.error(entry.get(name), f"a {_FIELDS[name].__name__} in field {name}, not empty")
    texts = {name: str(entry[name]) for name in ("id", "zh", "en", "goal")}
    if not _ID.fullmatch(texts["id"]):
        raise place.error(texts["id"], "an id of lower-case words joined by hyphens")
    if goal_table().by_id(texts["goal"]) is None:
        raise place.error(texts["goal"], "the id of a goal")
    pattern = _compile(place, entry["patterns"], words)
    excluded = _compile(place, entry["not"], words) if "not" in entry else None
    row = IndicatorRow(**texts, units=_texts(place, entry["units"]), pattern=pattern, excluded=excluded)
    if not row.names(normalise_phrase(row.zh), None):
        raise place.error(row.zh, "a name that its own patterns match")
    return row


def _compile(place: Place, patterns: object, words: Mapping[str, str]) -> re.Pattern[str]:
    joined = "|".join(f"(?:{pattern})" for pattern in _texts(place, patterns))
    try:
        return re.compile(_WORD.sub(lambda found: words[found[1]], joined))
    except KeyError as error:
        raise place.error(error.args[0], f"one of the words {', '.join(words)}") from error
    except re.error as error:
        raise place.error(joined, f"a regular expression ({error})") from error


def _texts(place: Place, values: object) -> tuple[str, ...]:
    if not isinstance(values, list):
        raise place.error(values, "a list")
    for value in values:
        if not isinstance(value, str):
            raise place.error(value, "a text")
    return tuple(values)


@cache
def indicator_table() -> IndicatorTable:
    """The table that ships with the program, read once."""
    return IndicatorTable(read_indicators(DATA / "indicators.yaml"))
