"""How a printed number bounds the value: exactly, at least, at most, more, less, about."""

import re
from functools import cache
from pathlib import Path

AT_LEAST_REACH = 20  # characters
# "至少新增大户40个、农场" before 40个; not "至少，"
AT_LEAST = re.compile(r"至少[^，。；：\n]*\Z")
COMPARATORS_FILE = Path(__file__).parents[2] / "lookups" / "comparators.tsv"


def comparator_at(text: str, start: int, end: int, more: bool) -> str:
    """The comparator of the number text[start:end]; `more` says that 余 or 多 stands inside it.

    The words before the number win over those after it: 近50余家 is about 50.
    """
    before = _pattern("before").search(text, max(0, start - 6), start)
    if before:
        return _forms("before")[before["form"]]
    if AT_LEAST.search(text, max(0, start - AT_LEAST_REACH), start):
        return ">="
    after = _pattern("after").match(text, end)
    if after:
        return _forms("after")[after["form"]]
    return ">" if more else "="


@cache
def _forms(side: str) -> dict[str, str]:
    rows = (line.split("\t") for line in COMPARATORS_FILE.read_text(encoding="utf-8").splitlines()[1:])
    return {form: comparator for form, where, comparator in rows if where == side}


@cache
def _pattern(side: str) -> re.Pattern[str]:
    forms = "|".join(re.escape(form) for form in sorted(_forms(side), key=len, reverse=True))
    if side == "before":
        # "不超过" + number, "突破了" + number; not "超额完成" + number
        return re.compile(rf"(?<!通)(?P<form>{forms})[了至到达]?\s?\Z")
    # number + "以上", number + " 左右"; not number + "以来"
    return re.compile(rf"\s?(?P<form>{forms})")
