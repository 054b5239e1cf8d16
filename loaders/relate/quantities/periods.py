"""The year or span that a number is about: candidates, and what tells the right one."""

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain

from loaders.records import Metadata, Segmented
from loaders.relate.quantities.hashing import columns
from loaders.relate.quantities.places import Place
from loaders.relate.quantities.times import Time, find_times
from loaders.relate.quantities.units import unit_kind

LOOK_BACK = 12  # expressions of time before the passage that are candidates
LEAD = 3  # passages of a news item's beginning
STARTS = ("由", "从", "最初", "原来")  # 由48个减少到29个: the first number is the earlier one
# 过去五年, “十三五”; not 五年级
FIVE_YEARS = re.compile(r"五年(?!级)|十[一二三四五]五")
# 2022年; not 2000家
YEAR = re.compile(r"(?<!\d)20\d\d(?=\s?年)")
PLAIN_FOR_TARGETS = frozenset(["by_year", "coming_years"])
PLAIN_FOR_RESULTS = frozenset(["half", "months", "months_of_years", "five_years", "as_of_year", "last_year"])
Candidates = dict[str | None, list[int]]


@dataclass(frozen=True)
class Calendar:
    """A document's expressions of time, in reading order, and what its head says."""

    metadata: Metadata
    times: list[Time]
    starts: list[int]
    orders: list[int]
    lead: frozenset[str]
    shares: dict[str, float]
    spans: tuple[str, ...]


def calendar(document: Segmented) -> Calendar:
    """What a document offers as periods; expressions in its title and imprint are left to its metadata."""
    text, metadata = document.clean.text, document.metadata
    times = []
    orders = []
    for time in find_times(text, metadata.year):
        passage = document.passage_at(time.start)
        if passage.kind not in ("title", "imprint", "furniture") and time.period != metadata.published_on:
            times.append(time)
            orders.append(passage.order)
    body = [passage.order for passage in document.passages if passage.kind == "body"][:LEAD]
    lead = frozenset(time.period for time, order in zip(times, orders, strict=True) if body and order <= body[-1])
    return Calendar(
        metadata, times, [time.start for time in times], orders, lead, _shares(text), _spans(text, metadata.year)
    )


def _shares(text: str) -> dict[str, float]:
    """Of each year that is said in figures its share of all such years."""
    counts = Counter(YEAR.findall(text))
    return {year: count / counts.total() for year, count in counts.items()}


def _spans(text: str, year: int | None) -> tuple[str, ...]:
    """The five years before and from a document's year, where it speaks of five years at all."""
    if not year or not FIVE_YEARS.search(text):
        return ()
    return f"{year - 5}-{year - 1}", f"{year}-{year + 4}"


def stated_period(calendar: Calendar, place: Place, is_target: bool) -> str | None:
    """The period that the last expression of time before the number, in its passage, leaves no doubt of."""
    here = bisect_left(calendar.starts, place.passage.start)
    at = bisect_left(calendar.starts, place.number.start)
    if here == at:
        return None
    last = calendar.times[at - 1]
    return last.period if last.kind in (PLAIN_FOR_TARGETS if is_target else PLAIN_FOR_RESULTS) else None


def period_candidates(calendar: Calendar, place: Place, is_target: bool) -> Candidates:
    """Each period that may be meant, with all that speaks for it, as columns."""
    found: dict[str | None, list[str]] = {}
    for period, source in _sources(calendar, place):
        found.setdefault(period, []).append(source)
    situation = _situation(calendar.metadata, place, is_target)
    return {
        period: [
            *chain.from_iterable(_crossed(source, situation) for source in sources),
            *_crossed(f"form {_form(period)}", situation),
            *_crossed(f"sources {min(3, len(sources))}", situation[:1]),
        ]
        for period, sources in found.items()
    }


def _sources(calendar: Calendar, place: Place) -> Iterable[tuple[str | None, str]]:
    yield None, "nothing"
    yield from _of_head(calendar)
    passage, number = place.passage, place.number
    here = bisect_left(calendar.starts, passage.start)
    at = bisect_left(calendar.starts, number.start)
    behind = bisect_left(calendar.starts, passage.end)
    for distance, time in enumerate(reversed(calendar.times[here:at])):
        yield from _said(time, f"before {min(2, distance)}")
    for distance, time in enumerate(calendar.times[at:behind]):
        yield from _said(time, f"after {min(2, distance)}")
    earlier = range(max(0, here - LOOK_BACK), here)
    for distance, index in enumerate(reversed(earlier)):
        gap = passage.order - calendar.orders[index]
        far = "near" if gap == 1 else "some" if gap <= 3 else "many" if gap <= 8 else "far"
        yield from _said(calendar.times[index], f"earlier {far} {min(1, distance)}")


def _said(time: Time, where: str) -> Iterable[tuple[str | None, str]]:
    yield time.period, f"{where} {time.kind}"
    if time.period[:4].isdigit() and len(time.period) > 4:
        yield time.period[:4], f"{where} {time.kind} its year"


def _of_head(calendar: Calendar) -> Iterable[tuple[str | None, str]]:
    metadata = calendar.metadata
    if metadata.year:
        for step in (-1, 0, 1):
            yield str(metadata.year + step), f"year {step:+}"
    if metadata.published_on:
        yield metadata.published_on[:7], "published month"
        yield metadata.published_on[:4], "published year"
    if metadata.period:
        yield metadata.period, "document's period"
        yield metadata.period[-4:], "end of the document's period"
    for period in sorted(calendar.lead):
        yield period, "in the lead"
    for year, share in calendar.shares.items():
        yield year, f"share {round(4 * share)} of the years"
    if calendar.shares and not metadata.year:
        yield max(calendar.shares), "latest year"
    for index, span in enumerate(calendar.spans):
        yield span, f"span {index}"


def _situation(metadata: Metadata, place: Place, is_target: bool) -> tuple[str, ...]:
    tense = "target" if is_target else "result"
    month = metadata.published_on[5:7] if metadata.published_on else ""
    season = "late" if month in ("11", "12") else "early" if month in ("01", "02") else "middle"
    dated = "dated" if metadata.published_on else "year" if metadata.year else "undated"
    start = place.passage.text[: place.number.start - place.passage.text_start][-6:]
    return (
        f"{tense} {metadata.genre}",
        f"{metadata.genre} {dated} {season}",
        f"base {any(word in start for word in STARTS)}",
        f"unit {unit_kind(place.number.unit)}",
    )


@lru_cache(maxsize=1 << 14)  # the numbers of a document share most of both
def _crossed(source: str, situation: tuple[str, ...]) -> tuple[int, ...]:
    return tuple(columns((source, *(f"{source} / {part}" for part in situation))))


def _form(period: str | None) -> str:
    return "none" if period is None else "".join("9" if char.isdigit() else char for char in period)
