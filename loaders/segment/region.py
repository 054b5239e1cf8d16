"""The division that a document is about: the best of those it names, those above them, the country, and none.

Each candidate is described by a few features; their weights, in lookups/document_region.tsv, are learned by
training/document_region.py.
"""

import math
import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from graph_schema.regions import COUNTRY, RegionRow, region_table
from loaders.errors import LoadError
from loaders.segment.places import Place, places

WEIGHTS = Path(__file__).parent.parent / "lookups" / "document_region.tsv"
HEAD = 250  # characters of the text's beginning
REPORT = re.compile(r"政府工作报告")
NEWS = re.compile(r"[^\n]{0,60}正文：|[^\n]{0,60}[讯电](?:（|\s)")  # "某社北京8月4日电（"; not "电力"
# Words by which a text calls its own division, by its kind: "全市", "我省"; not "城市"
OWN = {
    "country": re.compile(r"全国|我国|国务院|党中央|中央财政|市场监管总局|各省|各地区|中国"),
    "province": re.compile(r"全省|我省|省委|省政府|省级|自治区党委|省内"),
    "city": re.compile(r"全市|我市|市委|市政府|市级|市内|全州|我州|州委|市本级|市市场监|本市|落沪|在沪"),
    "district": re.compile(r"全区|我区|区委|区政府|辖区|区市场监|街道|社区"),
    "county": re.compile(r"全县|我县|县委|县政府|县域|乡镇"),
}

# The kind of words by which each kind of division calls itself
MATCHING = {
    "province": "province",
    "municipality": "city",
    "prefecture": "city",
    "county": "county",
    "district": "district",
}

Features = dict[str, float]


@dataclass(frozen=True, slots=True)
class _Evidence:
    """What a text says of the divisions it names, by their keys."""

    in_role: Mapping[str, Counter[str]]
    with_below: Counter[str]
    acting: frozenset[str]  # named otherwise than in a firm's or an outlet's name
    first_actor: str | None
    in_title: frozenset[str]
    in_head: Counter[str]
    full_total: int
    provinces: int
    own: Mapping[str, float]  # shares
    own_total: int
    country_words: int
    is_report: bool
    is_news: bool

    def named(self, key: str) -> int:
        return self.in_role["plain"][key] + self.in_role["agency"][key]


def find_region(text: str, title: str | None) -> str | None:
    """The full name of the division that a clean text is about; None where nothing tells.

    A title that sets divisions side by side, neither within the other, is about no single one.
    """
    if title and _compares(title):
        return None
    described = describe(text, title)
    return max(described, key=lambda candidate: _score(described[candidate]))


def _compares(title: str) -> bool:
    table = region_table()
    named = list({place.row.key: place.row for place in places(title) if place.role == "plain"}.values())
    return len(named) > 1 and not any(one in table.ancestors(other) for one in named for other in named if one != other)


def describe(text: str, title: str | None) -> dict[str | None, Features]:
    """The features of each candidate, by its full name; those of None speak for no division at all."""
    found = places(text)
    evidence = _evidence(text, title, found)
    table = region_table()
    rows = {place.row.key: place.row for place in found}
    rows |= {above.key: above for row in list(rows.values()) for above in table.ancestors(row)}
    country = table.by_key(COUNTRY)
    described: dict[str | None, Features] = {None: _of_none(evidence, bool(found))}
    for row in (*rows.values(), *((country,) if country else ())):
        if row.kind != "area" or row.key in evidence.in_title:
            described[row.name] = _of(row, evidence, bool(found))
    return described


def _evidence(text: str, title: str | None, found: Sequence[Place]) -> _Evidence:
    in_role: dict[str, Counter[str]] = {
        role: Counter() for role in ("plain", "agency", "outlet", "organisation", "prefix")
    }
    for place in found:
        in_role[place.role][place.row.key] += 1
    full = [place for place in found if place.role != "prefix"]
    actors = [place.row.key for place in found if place.role == "agency"]
    title_start = text.find(title) if title else -1
    own = {kind: len(words.findall(text)) for kind, words in OWN.items()}
    own_total = sum(own.values())
    return _Evidence(
        in_role=in_role,
        with_below=Counter(row.key for place in full for row in (place.row, *region_table().ancestors(place.row))),
        acting=frozenset(place.row.key for place in found if place.role in ("plain", "agency")),
        first_actor=actors[0] if actors else None,
        in_title=frozenset(
            place.row.key for place in full if title and title_start <= place.start < title_start + len(title)
        ),
        in_head=Counter(place.row.key for place in full if place.start < HEAD),
        full_total=len(full),
        provinces=len({row.key for place in found if (row := region_table().province_of(place.row))}),
        own={kind: count / max(1, own_total) for kind, count in own.items()},
        own_total=own_total,
        country_words=own["country"],
        is_report=REPORT.search(text, 0, 80) is not None,
        is_news=NEWS.match(text) is not None,
    )


def _of(row: RegionRow, evidence: _Evidence, has_places: bool) -> Features:
    key = row.key
    named = evidence.named(key)
    actors = sum(evidence.in_role["agency"].values())
    below = sum(evidence.with_below[child.key] > 0 for child in region_table().children(row))
    features: Features = {
        f"kind {_kind(row)}": 1,
        "times": math.log1p(named),
        "acts": evidence.in_role["agency"][key] / max(1, actors),
        "in title": key in evidence.in_title,
        "alone in title": evidence.in_title == {key},
        "in title of a report": evidence.is_report and key in evidence.in_title,
        "in head": min(evidence.in_head[key], 3) / 3,
        "first actor": evidence.first_actor == key,
        "an outlet's": evidence.in_role["outlet"][key] > 0,
        "an outlet's only": evidence.in_role["outlet"][key] > 0 and not named,
        "a firm's only": evidence.in_role["organisation"][key] > 0 and not named,
        "divisions below": min(below, 5) / 5,
        "many divisions below": below >= 3,
        "named, many below": below >= 3 and named > 0,
    }
    return features | (_of_country(evidence, has_places) if key == COUNTRY else _of_local(row, evidence, below))


def _of_local(row: RegionRow, evidence: _Evidence, below: int) -> Features:
    local = 1 - evidence.own["country"] if evidence.own_total else 0.0
    matching = evidence.own[MATCHING.get(_kind(row), "district")]
    share = matching / local if local else 0.0
    covered = evidence.with_below[row.key] / max(1, evidence.full_total)
    return {
        "its own words": share,
        "its own words, named": share if evidence.named(row.key) else 0.0,
        "others' own words": local > 0 and matching == 0,
        "all of it": covered,
        "all of it, several below": covered if below > 1 else 0.0,
    }


def _kind(row: RegionRow) -> str:
    if row.kind == "province" and row.name.endswith("市"):
        return "municipality"
    return "district" if row.kind == "county" and row.name.endswith("区") else row.kind


def _of_country(evidence: _Evidence, has_places: bool) -> Features:
    return {
        "country: provinces": min(evidence.provinces, 6) / 6,
        "country: no places": not has_places,
        "country: words": math.log1p(evidence.country_words),
        "country: no other's words": evidence.country_words == evidence.own_total > 0,
        "country: report": evidence.is_report,
        "country: news": evidence.is_news,
        "country: policy": not evidence.is_news and not evidence.is_report,
    }


def _of_none(evidence: _Evidence, has_places: bool) -> Features:
    return {
        "none": 1,
        "none: no places": not has_places,
        "none: own words": evidence.own_total / (1 + evidence.own_total),
        "none: times": math.log1p(max(map(evidence.named, evidence.acting), default=0)),
        "none: words of the country": math.log1p(evidence.country_words),
        "none: report": evidence.is_report,
        "none: news": evidence.is_news,
        "none: policy": not evidence.is_news and not evidence.is_report,
    }


def _score(features: Features) -> float:
    weights = _weights()
    return sum(weights.get(name, 0.0) * value for name, value in features.items())


@cache
def _weights() -> dict[str, float]:
    """The learned weights by feature. Raises LoadError where a line of the table is not a feature and a number."""
    weights: dict[str, float] = {}
    for number, line in enumerate(WEIGHTS.read_text(encoding="utf-8").splitlines(), start=1):
        feature, _, weight = line.partition("\t")
        try:
            weights[feature] = float(weight)
        except ValueError as error:
            raise LoadError(f"{WEIGHTS.name}, line {number}: {weight!r}: expected the weight of a feature") from error
    return weights
