"""Targets and results: the value, its indicator, and the facts that hang on it."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from graph_schema import ids, nodes
from graph_schema.base import Modality
from graph_schema.indicators import IndicatorRow, match, normalise_phrase
from loaders.assemble.place import CAPTION, Places
from loaders.document_graph import Claim, StatedFact
from loaders.records import Quantity
from loaders.search_text import search_text

# "2020-2022", "2019-01/2019-10"; not the "15" of "15%"
YEAR = re.compile(r"(?<!\d)(?:19|20)\d{2}(?!\d)")
VALUE_TYPES: dict[str, type[nodes.Target] | type[nodes.Result]] = {"target": nodes.Target, "result": nodes.Result}
MODALITY_OF: dict[str, Modality] = {"target": "planned", "result": "done"}


@dataclass(frozen=True, slots=True)
class Value:
    """A target or result with its indicator; `goal` is set where the indicator is in no table."""

    claim: Claim
    indicator: nodes.Indicator
    goal: str | None
    quantity: Quantity


def values(places: Places, quantities: list[Quantity], goals: Sequence[str]) -> Iterator[Value]:
    """The value nodes of a document, in reading order; `goals` has the one that each passage fits best."""
    seen: Counter[tuple[str, str, str]] = Counter()
    for quantity in quantities:
        passage = places.document.passage_at(quantity.start)
        passage_id = places.ids[passage.order]
        kind = VALUE_TYPES[quantity.kind]
        key = (passage_id, quantity.kind, quantity.indicator)
        node = _node(kind, quantity, ids.claim_id(kind.label, *key, str(seen[key])))
        seen[key] += 1
        start, end, quote = places.raw(quantity.start, quantity.end)
        indicator, known = indicator_node(quantity.indicator, quantity.unit)
        goal = None if known else goals[passage.order]
        yield Value(Claim(node, passage_id, start, end, quote), indicator, goal, quantity)


def indicator_node(phrase: str, unit: str) -> tuple[nodes.Indicator, bool]:
    """The indicator that a phrase and unit name, and whether the table knows it."""
    row = match(phrase, unit)
    if row is not None:
        return table_indicator(row), True
    name = normalise_phrase(phrase)
    return (
        nodes.Indicator(
            id=ids.hashed("Indicator", name, unit), name=name, unit=unit or None, search_text=search_text((name,))
        ),
        False,
    )


def table_indicator(row: IndicatorRow) -> nodes.Indicator:
    """The node of an indicator of the table."""
    return nodes.Indicator(
        id=ids.coded("Indicator", row.id),
        name=row.zh,
        aliases=(row.en,),
        unit=row.units[0] if row.units else None,
        search_text=search_text((row.zh, row.en)),
    )


def value_facts(places: Places, value: Value, holders: tuple[str, str | None]) -> Iterator[StatedFact]:
    """What follows from one value: who sets or reports it, and of what. `holders` are document and, maybe, its plan."""
    passage = places.document.passage_at(value.quantity.start)
    at, modality = places.quote(passage), MODALITY_OF[value.quantity.kind]
    node = value.claim.node.id
    document, plan = holders
    kind = "SETS" if value.quantity.kind == "target" else "REPORTS"
    yield places.fact(kind, (document, node), modality, at)
    if plan is not None and kind == "SETS":
        yield places.fact(kind, (plan, node), modality, at)
    yield places.fact("OF", (node, value.indicator.id), modality, at)
    if value.goal is not None:
        yield places.fact("MEASURED_BY", (ids.coded("Goal", value.goal), value.indicator.id), modality, at)


def plain(value: float) -> str:
    """A number as people write it: `95`, not `95.0`; `520000000`, not `5.2e+08`."""
    return str(int(value)) if value == int(value) else repr(value)


def _node(
    kind: type[nodes.Target] | type[nodes.Result], quantity: Quantity, node_id: str
) -> nodes.Target | nodes.Result:
    years = [int(year) for year in YEAR.findall(quantity.period or "")]
    number = "-".join(plain(bound) for bound in (quantity.value, quantity.value_high) if bound is not None)
    sign = "" if quantity.comparator == "=" else quantity.comparator
    return kind.model_validate(
        {
            "id": node_id,
            "name": f"{quantity.indicator[:CAPTION]} {sign}{number}{quantity.unit}",
            "indicator": quantity.indicator,
            "comparator": quantity.comparator,
            "value": quantity.value,
            "value_high": quantity.value_high,
            "unit": quantity.unit,
            "period": quantity.period,
            "year_from": min(years, default=None),
            "year_to": max(years, default=None),
            "region": quantity.region,
            "modality": MODALITY_OF[quantity.kind],
        }
    )
