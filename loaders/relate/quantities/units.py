"""The counters and units that a number may carry, and what kind of thing each counts."""

from dataclasses import dataclass
from functools import cache
from pathlib import Path

UNITS_FILE = Path(__file__).parents[2] / "lookups" / "units.tsv"


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit as printed, its kind (rate, money, people, time ...) and the form it is written in (个批次: 批次)."""

    printed: str
    kind: str
    canonical: str


@cache
def units() -> dict[str, Unit]:
    """Every known unit by its printed form, as listed in `units.tsv`."""
    lines = UNITS_FILE.read_text(encoding="utf-8").splitlines()[1:]
    return {unit.printed: unit for unit in (Unit(*line.split("\t")) for line in lines)}


def canonical_unit(printed: str) -> str:
    """The form a unit is written in; itself where it is not listed."""
    unit = units().get(printed)
    return unit.canonical if unit else printed


def unit_kind(unit: str) -> str:
    """The kind of a unit; `none` for a bare number, `other` for a unit that is not listed."""
    if not unit:
        return "none"
    known = units().get(unit)
    return known.kind if known else "other"
