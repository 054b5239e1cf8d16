"""Years and dates in a question, and whether they bound it."""

import re
from calendar import month_name, monthrange
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Literal

Bound = Literal["from", "to", "at"]


def _day(group: str = "day") -> str:
    year = "(?:19|20)[0-9]{2}"
    whole = "-[0-9]{2}-[0-9]{2}|年[0-9]{1,2}月(?:[0-9]{1,2}日)?"
    # "2022-01-20", "2022年1月20日", "2022年1月", "2022年", "2022"; not "12022", "1234"
    return rf"(?<![0-9])(?P<{group}>{year}(?:{whole})?)(?![0-9])年?"


# "2020-2022年", "2020年到2022年", "from 2020 to 2022", "between 2020 and 2022"; not "2020、2022"
_span = re.compile(
    rf"(?:\b(?:from|between)\s+|自|从)?{_day('first')}\s*(?:[-—–~至到]|to|and|until|through)\s*{_day('last')}"
)
# "2021年以来", "2021年以后", "2021年起"; not "2021年底前"
_since_zh = re.compile(_day() + r"(?:以来|以后|之后|起|开始|后|至今|到现在|往后|及以后)")
# "since 2021", "from 2021 on", "starting in 2021"; not "after 2021"
_since_en = re.compile(
    r"\b(?:since|from|starting(?: in| from)?|as of|no earlier than)\s+(?:the start of\s+)?"
    + _day()
    + r"(?:\s+(?:on|onwards?)\b)?"
)
# "2021 onwards", "2021 or later", "2021 and after"
_onwards = re.compile(_day() + r"\s+(?:onwards?|and (?:later|after|onwards?|beyond)|or later)\b")
# "2021 or earlier", "2021 and before"
_or_earlier = re.compile(_day() + r"\s+(?:or|and) (?:earlier|before)\b")
# "自2021年", "从2021年开始"
_since_zh_before = re.compile(r"(?:自|从|打)" + _day() + r"(?:以来|以后|之后|起|开始|至今|到现在)?")
# "after 2021", which leaves 2021 out
_after = re.compile(r"\bafter\s+" + _day())
# "2022年以前", "2022年底之前", "2022年前"; not "2022年以来"
_until_zh = re.compile(_day() + r"底?(?:及?以前|之前|前|为止|及之前)")
# "到2022年", "截至2022年底"; not "2020年到2022年", which is a span
_up_to_zh = re.compile(r"(?:到|至|截至|截止到?|不晚于)" + _day() + r"底?")
# "by 2022", "up to 2022", "until the end of 2022"; not "before 2022"
_until_en = re.compile(r"\b(?:by|until|till|up to|no later than|through)\s+(?:the end of\s+)?" + _day())
# "before 2022", which leaves 2022 out
_before = re.compile(r"\bbefore\s+" + _day())
# "in 2022", "2022年底", "2022"
_in = re.compile(r"(?:\b(?:in|for|during)\s+)?" + _day() + r"(?:底|度)?")

_MONTHS = [name.lower() for name in month_name]
# "july 2021"; not "july"
_month = re.compile(rf"\b(?P<month>{'|'.join(_MONTHS[1:])})\s+(?P<year>(?:19|20)[0-9]{{2}})\b")

# In this order: what reads more of the question first.
_FORMS: tuple[tuple[re.Pattern[str], Bound, int], ...] = (
    (_onwards, "from", 0),
    (_or_earlier, "to", 0),
    (_since_zh_before, "from", 0),
    (_since_zh, "from", 0),
    (_since_en, "from", 0),
    (_after, "from", 1),
    (_until_zh, "to", 0),
    (_up_to_zh, "to", 0),
    (_until_en, "to", 0),
    (_before, "to", -1),
    (_in, "at", 0),
)


@dataclass(frozen=True, slots=True)
class Period:
    """A year, a month or a day in ISO 8601, and where the question says it: [start, end) of the folded text."""

    bound: Bound
    day: str
    start: int
    end: int

    @property
    def year(self) -> str:
        """Its year."""
        return self.day[:4]

    def as_date(self, *, last: bool) -> str:
        """Its day; of a year or a month the first or the last one."""
        if len(self.day) == len("2022"):
            return f"{self.day}-12-31" if last else f"{self.day}-01-01"
        if len(self.day) == len("2022-01"):
            year, month = map(int, self.day.split("-"))
            return f"{self.day}-{monthrange(year, month)[1] if last else 1:02}"
        return self.day


def with_months(text: str) -> str:
    """A folded text with months as figures: `since july 2021` is `since 2021年7月`."""
    return _month.sub(lambda match: f"{match['year']}年{_MONTHS.index(match['month'])}月", text)


def periods(text: str) -> list[Period]:
    """The years and dates of a folded text in order; a span is two of them."""
    found: list[Period] = []
    for match in _span.finditer(text):
        found.append(Period("from", _iso(match["first"]), match.start(), match.end("first")))
        found.append(Period("to", _iso(match["last"]), match.end("first"), match.end()))
    for form, bound, shift in _FORMS:
        found += _new(form, bound, shift, text, tuple(found))
    return sorted(found, key=lambda period: period.start)


def _new(form: re.Pattern[str], bound: Bound, shift: int, text: str, taken: tuple[Period, ...]) -> Iterator[Period]:
    for match in form.finditer(text):
        if not any(match.start() < other.end and other.start < match.end() for other in taken):
            yield Period(bound, _shifted(_iso(match["day"]), shift), match.start(), match.end())


def _shifted(day: str, years: int) -> str:
    return str(int(day) + years) if len(day) == 4 else day


def _iso(day: str) -> str:
    """`2022-01-20` of 2022年1月20日, `2022-01` of 2022年1月; of a day that no calendar has the year."""
    parts: list[str] = re.findall(r"[0-9]+", day)
    year, *rest = (part.zfill(2) for part in parts)
    written = "-".join((year, *rest))
    try:
        return date.fromisoformat(f"{written}-01" if len(rest) == 1 else written).isoformat()[: len(written)]
    except ValueError:
        return year
