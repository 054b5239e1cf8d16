"""The departments of government and party: their full names and the short forms people use.

Source: lookups/departments.yaml, from the organs of state as reformed in 2018 and 2023.
"""

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import yaml

LOOKUP = Path(__file__).parent.parent / "lookups" / "departments.yaml"
# "局" in 市场监管局, "局长" never reaches here; not the "部" of 部门
ORGAN = r"(?P<organ>总局|分局|局|厅|委员会|委|办公室|办|署|部|中心|所|支队|总队|大队)"


@dataclass(frozen=True, slots=True)
class Departments:
    """Full forms by short forms, for departments under a region and for national bodies."""

    bodies: dict[str, str]
    party: dict[str, str]
    national: dict[str, str]
    stems: dict[str, str]
    stem: re.Pattern[str]
    successors: dict[str, str]

    def full(self, department: str) -> str | None:
        """The full form of a department named below its region; None where the table does not know it."""
        if department in self.bodies:
            return self.bodies[department]
        match = self.stem.fullmatch(department)
        if match is None:
            return None
        return self.stems[match["stem"]] + match["organ"] + match["rest"]

    def party_full(self, department: str) -> str | None:
        """The full form of a party organ named below its region."""
        return self.party.get(department)


@cache
def departments() -> Departments:
    """The table that ships with the program, read once."""
    data = yaml.safe_load(LOOKUP.read_text(encoding="utf-8"))
    stems = _by_form(data["stems"])
    longest_first = "|".join(sorted(map(re.escape, stems), key=len, reverse=True))
    return Departments(
        bodies=_by_form(data["bodies"]),
        party=_by_form(data["party"]),
        national=_by_form(data["national"]),
        stems=stems,
        # "市场监管局南阳分局": stem, organ and what hangs below; not "监管局"
        stem=re.compile(rf"(?P<stem>{longest_first}){ORGAN}(?P<rest>.{{0,14}})"),
        successors=dict(data["successors"]),
    )


def _by_form(table: dict[str, list[str]]) -> dict[str, str]:
    return {form: full for full, forms in table.items() for form in (full, *forms)}
