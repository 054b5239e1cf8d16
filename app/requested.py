"""What a request for a query's answer says beside the query's own parameters."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from app.language import LANGUAGES
from app.queries.errors import IllTypedParameter, as_they_are, quoted
from app.settings import AppSettings

COMMON = ("limit", "cursor", "format", "count", "evidence", "lang")
OF_PICTURE = ("limit", "lang")
FLAGS = {"1": True, "true": True, "0": False, "false": False}


@dataclass(frozen=True, slots=True)
class Requested:
    """`limit` and `format` are None where the request leaves them open; `own` holds the query's own parameters."""

    limit: int | None
    cursor: str | None
    format: str | None
    with_total: bool
    with_quotes: bool
    own: dict[str, list[str]]


def read(items: Iterable[tuple[str, str]], settings: AppSettings, takes: Sequence[str] = COMMON) -> Requested:
    """Sort the parameters of a request; any other than those common ones that it takes is the query's own.

    Raises IllTypedParameter for a common one that is not as it must be.
    """
    given: dict[str, list[str]] = {}
    for name, value in items:
        given.setdefault(name, []).append(value)
    common = {name: _once(name, given.pop(name, []) if name in takes else []) for name in COMMON}
    if common["lang"] is not None and common["lang"] not in LANGUAGES:
        asked = common["lang"]
        zh, en = f"不支持{quoted(asked)}这种语言", f"{asked!r} is no language here"
        raise IllTypedParameter("lang", zh, en, as_they_are(LANGUAGES))
    return Requested(
        limit=_limit(common["limit"], settings),
        cursor=common["cursor"],
        format=common["format"],
        with_total=_flag("count", common["count"]),
        with_quotes=_flag("evidence", common["evidence"]),
        own=given,
    )


def _once(name: str, values: Sequence[str]) -> str | None:
    if len(values) > 1:
        given = len(values)
        raise IllTypedParameter(name, f"给了 {given} 次，只能给一次", f"is given {given} times; expected once")
    return values[0] if values else None


def _limit(text: str | None, settings: AppSettings) -> int | None:
    if text is None:
        return None
    if not re.fullmatch(r"[0-9]{1,9}", text) or not 1 <= int(text) <= settings.page_rows_max:
        most = settings.page_rows_max
        zh, en = f"{quoted(text)}不是 1 至 {most} 的整数", f"{text!r} is no number from 1 to {most}"
        raise IllTypedParameter("limit", zh, en)
    return int(text)


def _flag(name: str, text: str | None) -> bool:
    if text is not None and text.lower() not in FLAGS:
        zh, en = f"{quoted(text)}既不是 1 也不是 0", f"{text!r} is neither 1 nor 0"
        raise IllTypedParameter(name, zh, en, as_they_are(("1", "0")))
    return FLAGS[text.lower()] if text is not None else False
