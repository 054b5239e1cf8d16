"""Ranks what the full-text index proposes: the engine gives candidates, this decides their order."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal, get_args

from loaders.normalise import normalise

Match = Literal["exact", "prefix", "contains", "passage", "partial"]
MATCHES: tuple[Match, ...] = get_args(Match)

# Marks that texts write in either width; one sign for one sign, so that places stay.
_ONE_WIDTH = str.maketrans(
    {**{chr(sign + 0xFEE0): chr(sign) for sign in range(0x21, 0x7F)}, "“": '"', "”": '"', "—": "-"}
)
_PARTIAL = 0.5  # share of the query's pairs of characters that a text must hold to be offered at all


@dataclass(frozen=True, slots=True)
class Fit:
    """How a text fits a query; `highlights` are [start, end) in code points of `text`."""

    match: Match
    text: str
    highlights: tuple[tuple[int, int], ...]

    @property
    def rank(self) -> tuple[int, int]:
        """Sorts the best first: how it fits, then the shorter text."""
        return MATCHES.index(self.match), len(self.text)


def fold(text: str) -> str:
    """The form in which texts are compared: Simplified, widths unified, lower case."""
    return normalise(text.strip()).text.casefold()


def best_name(query: str, names: Iterable[str]) -> Fit | None:
    """The name that fits a folded query best; None where none does."""
    fits = [fit for name in names if (fit := _fit_name(compared(query), name))]
    return min(fits, key=lambda fit: fit.rank, default=None)


def passage(query: str, text: str) -> Fit | None:
    """How the words of a passage fit a folded query; None where they do not."""
    query = compared(query)
    whole = _places(query, text)
    words = query.split()
    if whole:
        return Fit("passage", text, whole)
    if len(words) > 1 and all(_places(word, text) for word in words):
        return Fit("passage", text, _merged(place for word in words for place in _places(word, text)))
    return _partial(query, text)


def _fit_name(query: str, name: str) -> Fit | None:
    folded = compared(name)
    places = _places(query, name)
    if folded == query:
        return Fit("exact", name, ((0, len(name)),))
    if folded.startswith(query):
        return Fit("prefix", name, places)
    if places:
        return Fit("contains", name, places)
    return _partial(query, name)


def _partial(query: str, text: str) -> Fit | None:
    pairs = {query[i : i + 2] for i in range(len(query) - 1) if not query[i : i + 2].isspace()}
    found = [place for pair in pairs for place in _places(pair, text)]
    held = {compared(text[start:end]) for start, end in found}
    if not pairs or len(held) < _PARTIAL * len(pairs):
        return None
    return Fit("partial", text, _merged(found))


def _places(wanted: str, text: str) -> tuple[tuple[int, int], ...]:
    """Where a folded text occurs; none where folding changes the length, so that places would be wrong."""
    folded = compared(text)
    if len(folded) != len(text) or not wanted:
        return ()
    places = []
    at = folded.find(wanted)
    while at >= 0:
        places.append((at, at + len(wanted)))
        at = folded.find(wanted, at + len(wanted))
    return tuple(places)


def compared(text: str) -> str:
    """The text with marks of one width and in lower case, sign for sign unless lower case is longer."""
    return text.translate(_ONE_WIDTH).casefold()


def _merged(places: Iterable[tuple[int, int]]) -> tuple[tuple[int, int], ...]:
    """Places in order, those that touch or overlap joined."""
    merged: list[tuple[int, int]] = []
    for start, end in sorted(places):
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return tuple(merged)
