"""What an answer is about: the values of its parameters in words."""

from collections.abc import Iterator, Mapping
from typing import Any

from app.language import Language, pick
from app.queries.header import Header, Parameter
from app.reads.names import names_in
from stores.store import Store


def given(header: Header, params: Mapping[str, Any]) -> dict[str, Any]:
    """The parameters whose values differ from the defaults."""
    return {name: value for name, value in params.items() if value not in (None, header.params[name].default)}


def about(header: Header, given: Mapping[str, Any], store: Store, language: Language) -> str:
    """The values of those parameters, as people call them."""
    ids = [each for name, value in given.items() if header.params[name].type.kind == "ref" for each in _listed(value)]
    called = names_in(language, store, ids)
    return " · ".join(_words(header.params[name], value, called, language) for name, value in given.items())


def _words(declared: Parameter, value: Any, called: Mapping[str, str], language: Language) -> str:
    enum = declared.enum or {}
    said = (pick(enum[each], language) if each in enum else called.get(str(each), str(each)) for each in _listed(value))
    return ("、" if language == "zh" else ", ").join(said)


def _listed(value: Any) -> Iterator[Any]:
    yield from value if isinstance(value, list) else (value,)
