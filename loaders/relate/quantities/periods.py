"""The year or span that a number is about: candidates, and what tells the right one."""

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from loaders.records import Metadata, Segmented
from loaders.relate.quantities.places import Place
from loaders.relate.quantities.times import Time, find_times
from loaders.relate.quantities.units import unit_kind

LOOK_BACK = 12  # expressions of time before the passage that are candidates
LEAD = 3  # passages of a news item's beginning
STARTS = ("由", "从", "最初", "原来")  # 由53个减少到35个: the first number is the earlier one
Candidates = dict[str | None, list[str]]


@dataclass(frozen=True)
class Calendar:
    """A document's expressions of time, in reading order, and what its head says."""

    metadata: Metadata
    times: list[Time]
    starts: list[int]
    orders: list[int]
    lead: frozenset[str]
    years: tuple[str, ...]


def calendar(document: Segmented) -> Calendar:
    """What a document offers as periods; expressions in its title and imprint are left to its metadata."""
    text, metadata = document.clean.text, document.metadata
    times = []
    orders = []
    for time in find_times(text, metadata.year):
        passage = document.passage_at(time.start)
        if passage.kind not in ("title", "imprint", "furniture"):
            times.append(time)
            orders.append(passage.order)
    body = [passage.order for passage in document.passages if passage.kind == "body"][:LEAD]
    lead = frozenset(time.period for time, order in zip(times, orders, strict=True) if body and order <= body[-1])
    years = tuple(dict.fromkeys(time.period for time in times if time.period.isdigit()))
    return Calendar(metadata, times, [time.start for time in times], orders, lead, years)


def period_candidates(calendar: Calendar, place: Place, is_target: bool) -> Candidates:
    """Each period that may be meant, with all that speaks for it, as features."""
    found: Candidates = {}
    for period, source in _sources(calendar, place):
        found.setdefault(period, []).append(source)
    situation = _situation(calendar.metadata, place, is_target)
    return {
        period: [feature for source in sources for feature in _crossed(source, situation)]
        + _crossed(f"form {_form(period)}", situation)
        + _crossed(f"sources {min(3, len(sources))}", situation[:1])
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
    if time.kind in ("full_day", "day"):
        yield time.period[:7], f"{where} {time.kind} its month"


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
    for period in sorted(calendar.lead):
        yield period, "in the lead"
    for index, year in enumerate(calendar.years[:2]):
        yield year, f"year {index} of the text"


def _situation(metadata: Metadata, place: Place, is_target: bool) -> tuple[str, ...]:
    tense = "target" if is_target else "result"
    late = bool(metadata.published_on and metadata.published_on[5:7] in ("11", "12"))
    dated = "dated" if metadata.published_on else "year" if metadata.year else "undated"
    start = place.passage.text[: place.number.start - place.passage.text_start][-6:]
    return (
        f"{tense} {metadata.genre}",
        f"{metadata.genre} {dated} {late}",
        f"base {any(word in start for word in STARTS)}",
        f"unit {unit_kind(place.number.unit)}",
    )


def _crossed(source: str, situation: Sequence[str]) -> list[str]:
    return [source, *(f"{source} / {part}" for part in situation)]


def _form(period: str | None) -> str:
    return "none" if period is None else "".join("9" if char.isdigit() else char for char in period)
