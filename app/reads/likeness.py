"""How like a typed text is to what things are called: in Chinese, in English, in pinyin, by initials, with slips."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal, get_args

from rapidfuzz import fuzz, process

from app.reads.ranking import compared, fold
from loaders.spelling import spelling, typed

Likeness = Literal["exact", "pinyin", "initials", "prefix", "pinyin_prefix", "contains", "pinyin_contains", "alike"]
LIKENESSES: tuple[Likeness, ...] = get_args(Likeness)

_ALIKE = 45.0  # of 100: two characters of three agree
_SHORTEST = 2  # letters: one alone begins too many names


@dataclass(frozen=True, slots=True)
class Called:
    """A thing by its value and everything it is called, the usual name first."""

    value: str
    names: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Like:
    """A thing that a text may mean: how it is like, and the name that is."""

    value: str
    likeness: Likeness
    name: str


def like(text: str, things: Sequence[Called], limit: int) -> list[Like]:
    """The things that a text may mean, best first, at most `limit`; among equals in the order given.

    Names with slips in them are looked for only where too few fit as they are.
    """
    wanted, letters = fold(text), typed(text)
    if not wanted:
        return []
    fits = [
        (LIKENESSES.index(best.likeness), place, best)
        for place, thing in enumerate(things)
        if (best := _best(wanted, letters, thing))
    ]
    fits.sort(key=lambda fit: fit[:2])
    found = [fit[2] for fit in fits[:limit]]
    if len(found) < limit:
        seen = {each.value for each in found}
        found += _alike(wanted, letters, [thing for thing in things if thing.value not in seen], limit - len(found))
    return found


def meant(text: str, things: Iterable[Called]) -> list[str]:
    """The Chinese names that are spelled exactly as the text; for an English one the usual name of its thing.

    None where the text is no pinyin. A name that several things bear is given once.
    """
    letters = typed(text)
    if letters is None:
        return []
    spelled = (
        thing.names[0] if name.isascii() else name
        for thing in things
        for name in thing.names
        if spelling(name).full == letters
    )
    return list(dict.fromkeys(spelled))


def _best(wanted: str, letters: str | None, thing: Called) -> Like | None:
    fits = [Like(thing.value, fit, name) for name in thing.names if (fit := _fit(wanted, letters, name))]
    return min(fits, key=lambda each: LIKENESSES.index(each.likeness), default=None)


def _fit(wanted: str, letters: str | None, name: str) -> Likeness | None:
    plain = compared(name)
    if plain == wanted:
        return "exact"
    spelled = _spelled(letters, name)
    if spelled in ("pinyin", "initials"):
        return spelled
    if plain.startswith(wanted):
        return "prefix"
    if spelled == "pinyin_prefix":
        return spelled
    return "contains" if wanted in plain else spelled


def _spelled(letters: str | None, name: str) -> Likeness | None:
    if letters is None or len(letters) < _SHORTEST:
        return None
    said = spelling(name)
    if said.full == letters:
        return "pinyin"
    if said.initials == letters:
        return "initials"
    if said.full.startswith(letters) or said.initials.startswith(letters):
        return "pinyin_prefix"
    return "pinyin_contains" if said.has(letters) else None


def _alike(wanted: str, letters: str | None, things: Sequence[Called], limit: int) -> list[Like]:
    """Things whose name, or its pinyin where letters were typed, differs by slips."""
    choices: dict[tuple[str, str, int], str] = {}
    for place, thing in enumerate(things):
        for name in thing.names:
            choices[thing.value, name, place] = compared(name)
            if letters and not name.isascii():
                choices[thing.value, name, ~place] = spelling(name).full
    ranked = process.extract(wanted, choices, scorer=fuzz.WRatio, score_cutoff=_ALIKE, limit=4 * limit)
    best: dict[str, Like] = {}
    for _, _, (value, name, _) in ranked:
        best.setdefault(value, Like(value, "alike", name))
    return list(best.values())[:limit]
