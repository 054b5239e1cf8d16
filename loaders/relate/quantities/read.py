"""From a document's numbers to its quantities."""

from collections.abc import Sequence

import numpy as np

from loaders.records import Mention, Quantity, Segmented
from loaders.relate.quantities.hashing import sparse_rows
from loaders.relate.quantities.lists import readings, shared_comparator
from loaders.relate.quantities.model import QuantityModel
from loaders.relate.quantities.naming import name_of, steps_of
from loaders.relate.quantities.periods import Calendar, calendar, period_candidates, stated_period
from loaders.relate.quantities.places import Place, find_places
from loaders.relate.quantities.regions import region_of
from loaders.relate.quantities.select import selection_features
from loaders.relate.quantities.tense import passage_features, settled, tense_features
from loaders.relate.quantities.units import unit_kind
from loaders.relate.quantities.window import passage_words, window, words_around

COUNTING = frozenset(["count", "body", "people"])


def read_quantities(document: Segmented, mentions: Sequence[Mention], model: QuantityModel) -> list[Quantity]:
    """The quantities of a document in reading order."""
    places = [place for place in _selected(document, model) if not _in_a_name(document, place, mentions)]
    targets = _targets(document, places, model)
    dates, text = calendar(document), document.clean.text
    quantities = []
    for place, is_target, words in zip(places, targets, words_around(text, places), strict=True):
        period = _period(dates, place, is_target, model)
        for hidden in readings(text, place):
            seen = window(passage_words(text, place, hidden) if hidden else words, place)
            name = name_of(seen, model.naming.walk(steps_of(place, seen)))
            if name:
                quantities.append(_quantity(document, place, name, is_target, period))
    return quantities


def _in_a_name(document: Segmented, place: Place, mentions: Sequence[Mention]) -> bool:
    """Whether the number is a part of a name (“千企改造”工程); 3个 in 某某3个示范区 is none, it counts them."""
    number = place.number
    if document.clean.text[number.start].isascii() and unit_kind(number.unit) in COUNTING:
        return False
    return any(
        mention.start <= number.start and number.end <= mention.end and mention.label != "Region"
        for mention in mentions
    )


def _selected(document: Segmented, model: QuantityModel) -> list[Place]:
    places = find_places(document)
    if not places:
        return []
    features = selection_features(document, places, words_around(document.clean.text, places))
    scores = model.selection.scores(sparse_rows(features))[:, 0]
    return [place for place, score in zip(places, scores, strict=True) if score > 0]


def _targets(document: Segmented, places: Sequence[Place], model: QuantityModel) -> list[bool]:
    if not places:
        return []
    scores = model.tense.scores(sparse_rows(tense_features(document, places)))[:, 0]
    passages = [passage for passage in document.passages if passage.kind == "body"]
    heard = model.tense.scores(sparse_rows([passage_features(passage) for passage in passages]))[:, 0]
    by_order = dict(zip((passage.order for passage in passages), heard.tolist(), strict=True))
    return [score > 0 for score in settled(document, places, scores.tolist(), by_order)]


def _period(dates: Calendar, place: Place, is_target: bool, model: QuantityModel) -> str | None:
    stated = stated_period(dates, place, is_target)
    if stated:
        return stated
    candidates = period_candidates(dates, place, is_target)
    scores = model.period.scores(sparse_rows([(features,) for features in candidates.values()]))[:, 0]
    return list(candidates)[int(np.argmax(scores))]


def _quantity(document: Segmented, place: Place, name: str, is_target: bool, period: str | None) -> Quantity:
    number = place.number
    return Quantity(
        start=number.start,
        end=number.end,
        kind="target" if is_target else "result",
        indicator=name,
        comparator=shared_comparator(document.clean.text, place),
        value=float(number.value),
        value_high=None if number.high is None else float(number.high),
        unit=number.unit,
        period=period,
        region=region_of(document, place),
    )
