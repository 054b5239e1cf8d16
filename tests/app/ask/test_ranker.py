"""Which query a question sounds like."""

import pytest

from app.ask.patterns import wordings
from app.ask.ranker import Example, Ranker, features
from app.ask.words import Word
from app.queries import catalogue
from app.queries.check_header import slot


def told(text: str) -> dict[str, float]:
    return dict(features(text, [], [], 0))


RANKER = Ranker(
    [
        Example("brewing", told("who brews vinegar"), 1),
        Example("brewing", told("vinegar brewers"), 1),
        Example("baking", told("who bakes bread"), 1),
    ]
)


@pytest.mark.parametrize(
    ("text", "expected"), [("tell me who brews", "brewing"), ("bread bakers", "baking"), ("the vinegar", "brewing")]
)
def test_another_wording_sounds_like_its_query(text: str, expected: str) -> None:
    likeness = RANKER.likeness(told(text))
    assert max(likeness, key=lambda query: likeness[query]) == expected


def test_what_nobody_asked_sounds_like_nothing() -> None:
    assert max(RANKER.likeness(told("snow tomorrow")).values()) == 0


def test_features_have_length_one() -> None:
    found = features("who leads", [Word("lead", frozenset({"lead"}))], [["Goal", "Brand"], ["Goal"]], 1)
    assert sum(value * value for value in found.values()) == pytest.approx(1)
    assert {"word who", "words who lead", "idea lead", "kind Goal", "kind Brand", "two Goal", "two", "period"} == set(
        found
    ) - {"word lead"}


def test_every_query_has_wordings_with_slots_of_its_own() -> None:
    queries = {query.id: query for query in catalogue.load()}
    assert wordings().keys() == queries.keys()
    for query, questions in wordings().items():
        for question in questions:
            assert set(slot.findall(question)) <= queries[query].header.params.keys(), (query, question)
