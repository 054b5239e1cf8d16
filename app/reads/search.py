"""Search over names, aliases and passages."""

from collections.abc import Iterator, Sequence

from app.models import Hit
from app.queries.errors import IllTypedParameter, alike, quoted
from app.reads import ranking
from app.reads.fixed_read import rows
from app.reads.pairs import shares
from app.reads.ranking import Fit
from app.reads.statements import document_ref
from graph_schema.base import NODE_TYPES
from graph_schema.derive import searchable
from loaders.english_regions import region_in_english
from loaders.spelling import spelling, typed
from stores.records import Candidate
from stores.store import Store

CANDIDATES = 60
"""Candidates of each label that the index is asked for: enough that what fits whole is among them."""
AMONG = 5000
"""Passages that are looked through for common words, rather than fetching every one from the index."""
_PASSAGE = "Passage"
_LABELS = list(NODE_TYPES)
_SPOKEN = 12  # characters; what is longer is no name that was heard


def search(store: Store, text: str, labels: Sequence[str], limit: int) -> list[Hit]:
    """What fits a text best, at most `limit`: exact names before those that begin with it or hold it, then passages.

    `labels` narrows the search. Chinese needs no word boundaries; Traditional script finds Simplified; names are found
    by pinyin, by its initials and in English too.
    """
    query = ranking.fold(text)
    if not query:
        return []
    fits = [(fit, found) for found in _candidates(store, query, labels) if (fit := _fit(query, found)) is not None]
    fits.sort(key=lambda pair: (*pair[0].rank, _LABELS.index(pair[1].label), pair[1].id))
    return _hits(store, fits[:limit])


def searched_labels(asked: Sequence[str]) -> list[str]:
    """The labels asked for, all that are searched where none is. Raises IllTypedParameter, proposing the nearest."""
    known = [*searchable(), _PASSAGE]
    for label in asked:
        if label not in known:
            zh, en = f"不检索{quoted(label)}这一类", f"{label!r} is no label that is searched"
            raise IllTypedParameter("label", zh, en, alike(label, known))
    return list(asked) or known


def _candidates(store: Store, query: str, labels: Sequence[str]) -> Iterator[Candidate]:
    yield from store.search(_words(query), [label for label in labels if label != _PASSAGE], CANDIDATES)
    if _PASSAGE in labels:
        yield from _passages(store, query)


def _passages(store: Store, query: str) -> Sequence[Candidate]:
    known = shares(store)
    if known is None:
        return store.search(query, [_PASSAGE], CANDIDATES)
    if len(query) == 1:
        return []  # in a large graph, a single character stands everywhere
    if known.is_common(query) and (first := _first_with(store, query)):
        return first
    found = store.search(known.telling(query), [_PASSAGE], CANDIDATES)
    return found or store.search(known.loose(query), [_PASSAGE], CANDIDATES)


def _first_with(store: Store, query: str) -> list[Candidate]:
    found = rows(store, "passages_with", {"text": query, "limit": CANDIDATES, "among": AMONG})
    return [Candidate(row["id"], _PASSAGE, 1.0, row["name"], (row["clean"],)) for row in found]


def _words(query: str) -> str:
    """What the index is asked for: the query and how it is spelled, which is one word there (`shi pin an quan`)."""
    letters = typed(query) or (spelling(query).full if len(query) <= _SPOKEN else "")
    return f"{query} {letters}" if letters and letters != query else query


def _fit(query: str, found: Candidate) -> Fit | None:
    if found.label == _PASSAGE:
        return ranking.passage(query, found.texts[0])
    english = (region_in_english(found.name),) if found.label == "Region" else ()
    return ranking.best_name(query, (*found.texts, *english))


def _hits(store: Store, fits: Sequence[tuple[Fit, Candidate]]) -> list[Hit]:
    passages = [found.id for _, found in fits if found.label == _PASSAGE]
    read = rows(store, "found_passages", {"ids": passages}) if passages else []
    documents = {row["id"]: document_ref(row["document"]) for row in read}
    return [
        Hit(
            id=found.id,
            label=found.label,
            name=found.name,
            match=fit.match,
            text=fit.text,
            highlights=list(fit.highlights),
            document=documents.get(found.id),
        )
        for fit, found in fits
    ]
