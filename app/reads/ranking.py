"""Ranks what the full-text index proposes: the engine gives candidates, this decides their order."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal, get_args

from loaders.normalise import normalise
from loaders.spelling import spelling, typed

Match = Literal["exact", "spelled", "prefix", "contains", "words", "begins_spelled", "sounds", "passage", "partial"]
MATCHES: tuple[Match, ...] = get_args(Match)

# Marks that texts write in either width; one sign for one sign, so that places stay.
_ONE_WIDTH = str.maketrans(
    {**{chr(sign + 0xFEE0): chr(sign) for sign in range(0x21, 0x7F)}, "“": '"', "”": '"', "—": "-"}
)
_SHORTEST = 2  # letters: one alone begins too many names
_PARTIAL = 0.5  # share of the query's pairs of characters that a text must hold to be offered at all


@dataclass(frozen=True, slots=True)
class Fit:
    """How a text fits a query; `highlights` are [start, end) in code points of `text`."""

    match: Match
    text: str
    highlights: tuple[tuple[int, int], ...]
    share: float = 1.0
    """How much the two have in common: of all their pairs of characters, those that both hold (Dice's coefficient)."""

    @property
    def rank(self) -> tuple[int, float, int]:
        """Sorts the best first: how it fits, how much they have in common, then the shorter text."""
        return MATCHES.index(self.match), -self.share, len(self.text)


def fold(text: str) -> str:
    """The form in which texts are compared: Simplified, widths unified, lower case; pinyin without its tones."""
    letters = typed(text)
    if letters and not text.isascii():
        return letters  # the normaliser takes toned syllables for glosses and drops them
    return normalise(text.strip()).text.casefold()


def best_name(query: str, names: Iterable[str]) -> Fit | None:
    """The name that fits a folded query best; None where none does."""
    wanted, letters = compared(query), typed(query)
    fits = [fit for name in names if (fit := _fit_name(wanted, letters, name))]
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


def _fit_name(query: str, letters: str | None, name: str) -> Fit | None:
    folded = compared(name)
    places = _places(query, name)
    if folded == query:
        return Fit("exact", name, ((0, len(name)),))
    spelled = _spelled(letters, name)
    if spelled and spelled.match == "spelled":
        return spelled
    if folded.startswith(query):
        return Fit("prefix", name, places)
    if places:
        return Fit("contains", name, places)
    return _words(query, name) or spelled or _sounds(query, name) or _partial(query, name)


def _words(query: str, name: str) -> Fit | None:
    """A name that holds every one of several words."""
    words = query.split()
    places = [_places(word, name) for word in words]
    if len(words) < 2 or not all(places):
        return None
    return Fit("words", name, _merged(place for each in places for place in each))


def _sounds(query: str, name: str) -> Fit | None:
    """A name of other characters that are read alike: 张宏彬 for 张洪彬, as an input method offers them."""
    if query.isascii() or name.isascii() or len(query) != len(name) or spelling(query).full != spelling(name).full:
        return None
    return Fit("sounds", name, tuple((at, at + 1) for at in range(len(name)) if name[at] == query[at]))


def _spelled(letters: str | None, name: str) -> Fit | None:
    """A name that is, or begins, as the letters say: in pinyin or by initials."""
    if letters is None or len(letters) < _SHORTEST or name.isascii():
        return None
    said = spelling(name)
    if letters in (said.full, said.initials):
        return Fit("spelled", name, ((0, len(name)),))
    if not (said.full.startswith(letters) or said.initials.startswith(letters)):
        return None
    # One syllable a character, unless the name holds anything else.
    is_plain = len(said.syllables) == len(name)
    begun = len(letters) if said.initials.startswith(letters) else said.begun_by(letters)
    return Fit("begins_spelled", name, ((0, begun if is_plain else len(name)),))


def _partial(query: str, text: str) -> Fit | None:
    pairs = {query[i : i + 2] for i in range(len(query) - 1) if not query[i : i + 2].isspace()}
    found = [place for pair in pairs for place in _places(pair, text)]
    held = {compared(text[start:end]) for start, end in found}
    if not pairs or len(held) < _PARTIAL * len(pairs):
        return None
    return Fit("partial", text, _merged(found), 2 * len(held) / (len(pairs) + max(1, len(text) - 1)))


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
