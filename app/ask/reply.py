"""What `/v1/ask`, `zhitu ask` and the tools of language models answer to a question."""

from collections.abc import Iterator, Mapping
from urllib.parse import urlencode

from pydantic import BaseModel, ConfigDict, Field

from app.ask.asker import Asker, Understood
from app.ask.filling import Slot
from app.ask.matching import Match
from app.envelope import Asked, Window, envelope
from app.language import Language, pick
from app.models import Envelope, GraphState
from app.queries.check_header import slot as slots_in
from app.queries.header import Text
from app.queries.parameters import coerce
from app.queries.references import StoreResolver
from stores.store import Store

_NOTHING = Text(
    zh="目录中没有查询能回答这个问题；最接近的列在 alternatives 中，全部查询见 /v1/queries",
    en="No query of the catalogue answers this; `alternatives` has the nearest, /v1/queries all of them",
)
_SEVERAL = Text(zh="{said} 可指多个对象，这里取 {label}", en="{said} is the name of several; taken for {label}")


class _Model(BaseModel):
    model_config = ConfigDict(frozen=True, use_attribute_docstrings=True)


class FilledSlot(_Model):
    """A parameter with the value that the question gives it."""

    parameter: str
    value: str
    label: str
    """What the value is called."""
    said: str
    """The words of the question."""


class Meaning(_Model):
    """A query that the question may mean, with its parameters filled."""

    query: str
    title: str
    question: str
    """The question that the query answers, in the reader's language and with the values in it."""
    confidence: float = Field(ge=0, le=1)
    """How much of the question and of the query's own question is in the other."""
    slots: list[FilledSlot]
    params: dict[str, str | list[str]]
    missing: list[str]
    """Required parameters that the question gives no value for; such a query cannot run yet."""
    url: str
    """Runs the query."""


class Answered(_Model):
    """A question, the query that it means, and that query's answer."""

    question: str
    meaning: Meaning | None
    """None where no query fits; `warnings` says so."""
    alternatives: list[Meaning]
    """What else it may mean, the likeliest first."""
    answer: Envelope | None
    """The first rows; `url` of the meaning gives them all."""
    warnings: list[str]
    graph: GraphState


def reply(text: str, asker: Asker, store: Store, language: Language, limit: int) -> Answered:
    """Understand a question and answer it with at most `limit` rows. Raises QueryTimeout, StoreUnavailable."""
    graph = store.version()
    understood = asker.understand(text, graph)
    answer = None
    if understood.best:
        query = understood.best.askable.query
        asked = Asked(query, coerce(query.header, params(understood.best), StoreResolver(store)))
        answer = envelope(asked, Window(limit), store, graph, language)
    return Answered(
        question=text,
        meaning=_meaning(understood.best, language) if understood.best else None,
        alternatives=[_meaning(each, language) for each in understood.others],
        answer=answer,
        warnings=list(_warnings(understood, language)),
        graph=GraphState(version=graph.version),
    )


def params(match: Match) -> dict[str, list[str]]:
    """The parameters of a query as a caller gives them."""
    given: dict[str, list[str]] = {}
    for each in match.slots:
        given.setdefault(each.parameter, []).append(each.value)
    return given


def _meaning(match: Match, language: Language) -> Meaning:
    query = match.askable.query
    given = params(match)
    address = f"/v1/q/{query.id}"
    many = {name for name in given if query.header.params[name].type.many}
    return Meaning(
        query=query.id,
        title=pick(query.header.title, language),
        question=_in_words(match, language),
        confidence=round(match.score, 2),
        slots=[_filled(each, language) for each in match.slots],
        params={name: values if name in many else values[0] for name, values in given.items()},
        missing=list(match.missing),
        url=f"{address}?{urlencode(given, doseq=True)}" if given else address,
    )


def _in_words(match: Match, language: Language) -> str:
    """The question of the query that says most of what is filled, with the values; what it does not say follows it."""
    header = match.askable.query.header
    labels = _labels(match.slots, language)
    questions = header.ask.zh if language == "zh" else header.ask.en
    sayable = [each for each in questions if set(slots_in.findall(each)) <= labels.keys()] or list(questions[:1])
    said = max(sayable, key=lambda each: len(set(slots_in.findall(each))))
    words = slots_in.sub(lambda found: labels.get(found[1], found[0]), said)
    rest = [f"{name} = {label}" for name, label in labels.items() if name not in slots_in.findall(said)]
    return f"{words} ({', '.join(rest)})" if rest else words


def _filled(slot: Slot, language: Language) -> FilledSlot:
    return FilledSlot(parameter=slot.parameter, value=slot.value, label=pick(slot.label, language), said=slot.said)


def _labels(slots: tuple[Slot, ...], language: Language) -> Mapping[str, str]:
    labels: dict[str, list[str]] = {}
    for each in slots:
        labels.setdefault(each.parameter, []).append(pick(each.label, language))
    return {name: ("、" if language == "zh" else " and ").join(each) for name, each in labels.items()}


def _warnings(understood: Understood, language: Language) -> Iterator[str]:
    if understood.best is None:
        yield pick(_NOTHING, language)
        return
    for each in understood.best.slots:
        if each.others:
            yield pick(_SEVERAL, language).format(said=each.said, label=pick(each.label, language))
