"""What holds of every text that is cleaned."""

import unicodedata
from itertools import pairwise

from hypothesis import given

from loaders.normalise import normalise
from loaders.normalise.punctuation import FULL, WIDE
from loaders.normalise.script import to_simplified
from tests.strategies import raw_texts

QUOTES = {'"': "“”", **{chr(code): str(mark) for code, mark in WIDE.items()}}


@given(raw_texts())
def test_cleaning_a_clean_text_changes_nothing(raw: str) -> None:
    clean = normalise(raw).text
    assert normalise(clean).text == clean


@given(raw_texts())
def test_every_clean_character_re_reads(raw: str) -> None:
    clean = normalise(raw)
    for place, char in enumerate(clean.text):
        start, end = clean.raw_span(place, place + 1)
        first = raw[start]
        narrow = QUOTES.get(first, first)
        written = {first, FULL.get(first, first), FULL.get(narrow, narrow), narrow, to_simplified(raw[start:end])[0]}
        assert char in written or char in QUOTES.get(first, "") or char == unicodedata.normalize("NFKC", first)


@given(raw_texts())
def test_origins_grow_and_spans_do_not_cross(raw: str) -> None:
    clean = normalise(raw)
    assert len(clean.origin) == len(clean.text) + 1
    assert len(clean.ends) == len(clean.text)
    assert clean.origin[-1] == len(raw)
    for place, (origin, following) in enumerate(pairwise(clean.origin)):
        assert origin < clean.ends[place] <= following


@given(raw_texts())
def test_damage_is_where_the_issues_say(raw: str) -> None:
    clean = normalise(raw)
    for start, end in clean.damaged:
        assert 0 <= start < end <= len(clean.text)
    assert all(issue.start is not None and issue.end is not None for issue in clean.issues)
