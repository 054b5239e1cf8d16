"""Reprints: documents whose text is nearly that of another. The graph's index of shingles finds them."""

from collections import defaultdict
from collections.abc import Mapping, Sequence

from graph_schema.nodes import Document
from loaders.sketch import TELLING, nearest
from stores.fixed import fixed
from stores.store import Run

MOST = 10  # documents looked at closely for each: those that share most


def reprints(run: Run, documents: Sequence[Document]) -> Mapping[str, str]:
    """The source of the document most like each, by id, of those before it; absent where none is near."""
    drawn = {each.id: each.shingles.split() for each in documents if each.shingles}
    if not drawn:
        return {}
    texts = [{"id": key, "words": " ".join(hashes[:TELLING])} for key, hashes in drawn.items()]
    place = {each.id: number for number, each in enumerate(documents)}
    others: defaultdict[str, list[tuple[str, list[str]]]] = defaultdict(list)
    for row in run(fixed("reprints"), {"texts": texts, "limit": MOST}):
        if place.get(row["other"], -1) < place[row["id"]]:
            others[row["id"]].append((row["source"], row["shingles"].split()))
    found = {key: nearest(hashes, others[key]) for key, hashes in drawn.items()}
    return {key: source for key, source in found.items() if source is not None}
