"""From a document's numbers to its quantities."""

from bisect import bisect_right
from collections.abc import Sequence
from itertools import accumulate
from operator import itemgetter

from graph_schema.indicators import normalise_phrase
from loaders.records import Mention, Quantity, Segmented
from loaders.relate.quantities.hashing import sparse_rows
from loaders.relate.quantities.lists import readings, shared_comparator
from loaders.relate.quantities.model import QuantityModel
from loaders.relate.quantities.naming import name_of
from loaders.relate.quantities.periods import calendar, period_candidates, stated_period
from loaders.relate.quantities.places import Place, find_places
from loaders.relate.quantities.regions import region_of
from loaders.relate.quantities.select import selection_features
from loaders.relate.quantities.steps import steps_of
from loaders.relate.quantities.tense import is_set_for_later, passage_features, settled, tense_features
from loaders.relate.quantities.units import unit_kind
from loaders.relate.quantities.window import Word, passage_words, window, words_around

COUNTING = frozenset(["count", "body", "people"])


def read_quantities(document: Segmented, mentions: Sequence[Mention], model: QuantityModel) -> list[Quantity]:
    """The quantities of a document in reading order."""
    named = _Names([mention for mention in mentions if mention.label != "Region"])
    selected = [(place, words) for place, words in _selected(document, model) if not _in_a_name(document, place, named)]
    places = [place for place, _ in selected]
    targets = _targets(document, places, model)
    text, periods = document.clean.text, _periods(document, places, targets, model)
    found = [
        (place, window(passage_words(text, place, hidden) if hidden else words, place), is_target, period)
        for (place, words), is_target, period in zip(selected, targets, periods, strict=True)
        for hidden in readings(text, place)
    ]
    steps = steps_of([(place, seen) for place, seen, _, _ in found])
    names = [name_of(seen, model.naming.walk(way)) for (_, seen, _, _), way in zip(found, steps, strict=True)]
    return [
        _quantity(document, place, name, is_target, period)
        for (place, _, is_target, period), name in zip(found, names, strict=True)
        if normalise_phrase(name)  # else it is marks, or a place, and measures nothing
    ]


class _Names:
    """Where the names of a document stand; asked of every number, so by where they begin and how far they reach."""

    def __init__(self, mentions: Sequence[Mention]) -> None:
        bounds = sorted((mention.start, mention.end) for mention in mentions)
        self._starts = [start for start, _ in bounds]
        self._reach = list(accumulate((end for _, end in bounds), max))  # of all that begin no later

    def hold(self, start: int, end: int) -> bool:
        """Whether text[start:end] is a part of one of them, or the whole."""
        before = bisect_right(self._starts, start)
        return before > 0 and self._reach[before - 1] >= end


def _in_a_name(document: Segmented, place: Place, named: _Names) -> bool:
    """Whether the number is a part of a name (“千企改造”工程); 3个 in 某某3个示范区 is none, it counts them."""
    number = place.number
    if document.clean.text[number.start].isascii() and unit_kind(number.unit) in COUNTING:
        return False
    return named.hold(number.start, number.end)


def _selected(document: Segmented, model: QuantityModel) -> list[tuple[Place, list[Word]]]:
    """The numbers that are indicators, with the words of their passages."""
    places = find_places(document)
    if not places:
        return []
    words = list(words_around(document.clean.text, places))
    scores = model.selection.scores(sparse_rows(selection_features(document, places, words)))[:, 0]
    return [(place, around) for place, around, score in zip(places, words, scores, strict=True) if score > 0]


def _targets(document: Segmented, places: Sequence[Place], model: QuantityModel) -> list[bool]:
    if not places:
        return []
    body = [passage for passage in document.passages if passage.kind == "body"]
    of_passage = dict(zip((passage.order for passage in body), passage_features(body), strict=True))
    heard = list(of_passage)
    rows = [*of_passage.values(), *tense_features(document, places, of_passage)]
    scores = model.tense.scores(sparse_rows(rows))[:, 0].tolist()
    by_order = dict(zip(heard, scores, strict=False))
    leaning = settled(document, places, scores[len(heard) :], by_order)
    return [is_set_for_later(document, place) or score > 0 for place, score in zip(places, leaning, strict=True)]


def _periods(
    document: Segmented, places: Sequence[Place], targets: Sequence[bool], model: QuantityModel
) -> list[str | None]:
    dates = calendar(document)
    candidates = [period_candidates(dates, place, target) for place, target in zip(places, targets, strict=True)]
    rows = [(features,) for each in candidates for features in each.values()]
    scores = iter(model.period.scores(sparse_rows(rows))[:, 0].tolist())
    periods: list[str | None] = []
    for place, target, each in zip(places, targets, candidates, strict=True):
        best, _ = max(((period, next(scores)) for period in each), key=itemgetter(1))
        periods.append(stated_period(dates, place, target) or best)
    return periods


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
