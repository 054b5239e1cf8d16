"""What public bodies, whose names are Chinese, are called in English: a table of departments, and their places."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import yaml

from loaders.english_regions import region_in_english

_TABLE = Path(__file__).with_name("english_bodies.yaml")
OFFICE = "department"
"""Stands for any word for an office."""
# "Jilin" of "Jilin Province"
_kind = re.compile(r" (?:Province|City|County|District|Prefecture)$")
# "吉林省教育厅" is "教育" of 吉林省, "长春海关" "海关" of 长春
_body = re.compile(
    r"(?P<seat>[\u3400-\u9fff]{2,8}?(?:省|市|自治区|州|县|区)|[\u3400-\u9fff]{2,3}(?=海关))"
    r"(?P<core>[\u3400-\u9fff]{2,}?)(?:总局|局|厅|委员会|委)?"
)


@dataclass(frozen=True, slots=True)
class Bodies:
    """English names by the core of Chinese ones; `offices` are the words for an office."""

    departments: dict[str, list[str]]
    governments: dict[str, list[str]]
    national: dict[str, list[str]]
    offices: frozenset[str]


@cache
def bodies() -> Bodies:
    """The table that comes with the program."""
    listed = yaml.safe_load(_TABLE.read_text(encoding="utf-8"))
    return Bodies(listed["departments"], listed["governments"], listed["national"], frozenset(listed["offices"]))


def bodies_in_english(name: str) -> Iterator[str]:
    """English names of a public body by its Chinese one: 吉林省教育厅 is `jilin education department`."""
    table = bodies()
    yield from table.national.get(name, ())
    if match := _body.fullmatch(name):
        seat = _kind.sub("", region_in_english(match["seat"])).casefold()
        for core in table.departments.get(match["core"], ()):
            yield f"{seat} {core} {OFFICE}"
        for government in table.governments.get(match["core"], ()):
            yield f"{seat} {government}"
