"""Reads what a caller wrote as the values that a query takes."""

import math
import re
from collections.abc import Callable, Mapping, Sequence
from datetime import date

from rapidfuzz import process

from app.queries.errors import (
    AmbiguousReference,
    IllTypedParameter,
    MissingParameter,
    Proposal,
    UnknownParameter,
    UnknownReference,
    alike,
    quoted,
)
from app.queries.header import Header, Parameter, Raw, Scalar
from app.queries.references import Resolver
from app.queries.types import Kind

Given = str | Sequence[str]
Value = str | int | float | bool
Values = dict[str, Value | list[Value] | None]

LONG = 2**63  # integers of both engines have 64 bits
YEARS = range(1900, 2101)
BOOLS = {"true": True, "1": True, "false": False, "0": False}


def coerce(header: Header, given: Mapping[str, Given], resolver: Resolver) -> Values:
    """The values of all parameters of a query; None for what the caller left out, which then restricts nothing.

    An empty string counts as left out, as a form sends it.
    Raises UnknownParameter, MissingParameter, IllTypedParameter, UnknownReference or AmbiguousReference, which names
    the parameter, the value and what would be accepted.
    """
    for name in given:
        if name not in header.params:
            raise UnknownParameter(name, "没有这个参数", "no such parameter", alike(name, header.params))
    return {name: value_of(name, header.params[name], given.get(name, ()), resolver) for name in header.params}


def as_given(raw: Raw) -> Given:
    """A value as YAML reads it, written as a caller would."""
    return [_written(each) for each in raw] if isinstance(raw, tuple) else _written(raw)


def _written(raw: Scalar) -> str:
    return str(raw).lower() if isinstance(raw, bool) else str(raw)


def value_of(name: str, parameter: Parameter, given: Given, resolver: Resolver) -> Value | list[Value] | None:
    """The value of one parameter; raises as `coerce` does."""
    texts = [text.strip() for text in ([given] if isinstance(given, str) else given) if text.strip()]
    if not texts and parameter.default is not None:
        default = as_given(parameter.default)
        texts = [default] if isinstance(default, str) else list(default)
    if not texts and parameter.required:
        said = parameter.description
        raise MissingParameter(name, f"必填：{said.zh}", f"is required: {said.en} ({parameter.type})")
    if not parameter.type.many and len(texts) > 1:
        raise IllTypedParameter(name, f"只能有一个值，给了 {len(texts)} 个", f"takes one value, not {len(texts)}")
    values = [_one(name, parameter, text, resolver) for text in texts]
    if not values:
        return None
    return list(dict.fromkeys(values)) if parameter.type.many else values[0]


def _one(name: str, parameter: Parameter, text: str, resolver: Resolver) -> Value:
    if parameter.enum is not None:
        return _chosen(name, parameter, text)
    if parameter.type.kind == "ref":
        return _meant(name, parameter, text, resolver)
    try:
        value = READERS[parameter.type.kind](text)
    except _Unreadable as error:
        en = f"{text!r} is no {parameter.type.one}; expected {error.en}"
        raise IllTypedParameter(name, f"{quoted(text)}不合要求，应为{error.zh}", en) from error
    if _is_outside(parameter, value):
        zh, en = _range(parameter)
        raise IllTypedParameter(name, f"{quoted(text)}超出范围：{zh}", f"{text!r} is outside {en}")
    return value


def _chosen(name: str, parameter: Parameter, text: str) -> str:
    """The value of an enum that a caller wrote, as itself or by its label in either language."""
    enum = parameter.enum or {}
    words = {word.casefold(): value for value, label in enum.items() for word in (label.zh, label.en, value)}
    if text.casefold() in words:
        return words[text.casefold()]
    ranked = process.extract(text.casefold(), list(words), limit=len(words))
    near = dict.fromkeys(words[match[0]] for match in ranked)
    proposed = [Proposal(each, enum[each].zh, enum[each].en) for each in near][:5]
    raise IllTypedParameter(name, f"不接受{quoted(text)}", f"{text!r} is not allowed", proposed)


def _meant(name: str, parameter: Parameter, text: str, resolver: Resolver) -> str:
    labels = parameter.type.labels
    found = resolver.find(labels, text)
    if len(found) == 1:
        return found[0].value
    if found:
        zh, en = f"有 {len(found)} 个对象叫{quoted(text)}", f"{text!r} is the name of {len(found)}"
        raise AmbiguousReference(name, zh, en, found[:10])
    zh = f"图谱中没有名称或标识为{quoted(text)}的 {' 或 '.join(labels)}"
    raise UnknownReference(name, zh, f"no {' or '.join(labels)} is {text!r}", resolver.nearest(labels, text))


class _Unreadable(ValueError):
    """A text is no value of a kind; the words say what was expected."""

    def __init__(self, zh: str, en: str) -> None:
        self.zh = zh
        self.en = en
        super().__init__(en)


def _int(text: str) -> int:
    if not re.fullmatch(r"[+-]?[0-9]{1,19}", text) or not -LONG <= int(text) < LONG:  # "-12"; not "1.5", "１２"
        raise _Unreadable("整数，如 12", "a whole number such as 12")
    return int(text)


def _float(text: str) -> float:
    try:
        value = float(text)
    except ValueError:
        value = math.nan
    if not math.isfinite(value):
        raise _Unreadable("数字，如 99.5", "a number such as 99.5")
    return value


def _bool(text: str) -> bool:
    if text.lower() not in BOOLS:
        raise _Unreadable(" true 或 false", "true or false")
    return BOOLS[text.lower()]


def _date(text: str) -> str:
    """The date in the form in which the graph holds it, which sorts as text."""
    try:
        if re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", text):  # "2022-01-20"; not "2022-1-20", "20220120"
            return date.fromisoformat(text).isoformat()
    except ValueError:  # no day of the calendar
        pass
    raise _Unreadable("日期，如 2022-01-20", "a date such as 2022-01-20")


def _year(text: str) -> int:
    if not re.fullmatch(r"[0-9]{4}", text) or int(text) not in YEARS:  # "2022"; not "22", "2022年"
        raise _Unreadable(f" {YEARS[0]} 至 {YEARS[-1]} 年", f"a year from {YEARS[0]} to {YEARS[-1]}")
    return int(text)


READERS: Mapping[Kind, Callable[[str], Value]] = {
    "string": str,
    "int": _int,
    "float": _float,
    "bool": _bool,
    "date": _date,
    "year": _year,
}


def _place(value: Value) -> float:
    """Where a bounded value lies on its axis: a number itself, a date by its day."""
    return float(date.fromisoformat(value).toordinal() if isinstance(value, str) else value)


def _is_outside(parameter: Parameter, value: Value) -> bool:
    low, high = (_bound(parameter, bound) for bound in (parameter.min, parameter.max))
    return (low is not None and _place(value) < low) or (high is not None and _place(value) > high)


def _bound(parameter: Parameter, bound: Scalar | None) -> float | None:
    return None if bound is None else _place(READERS[parameter.type.kind](str(bound)))


def _range(parameter: Parameter) -> tuple[str, str]:
    """From where to where, in Chinese and in English."""
    bounds = (parameter.min, parameter.max)
    zh, en = ([none if bound is None else str(bound) for bound in bounds] for none in ("不限", "no limit"))
    return " 至 ".join(zh), " to ".join(en)
