"""Nearly the same text: a bottom-k sketch of its shingles (Broder 1997) tells a reprint without comparing texts."""

import hashlib
import heapq
from collections import defaultdict
from collections.abc import Iterable

SHINGLE = 12  # characters: long enough that two texts of one genre share few by chance
SIZE = 32  # hashes kept: the estimate of the share errs by about one in six
NEAR = 0.5  # share of hashes in common from which a text is reported as a reprint


def sketch(text: str) -> tuple[str, ...]:
    """The smallest hashes of the text's shingles, sorted; white space and marks do not count.

    Empty for a text shorter than a shingle: of so few words nothing can be said.
    """
    words = "".join(char for char in text if char.isalnum())
    shingles = {words[i : i + SHINGLE] for i in range(len(words) - SHINGLE + 1)}
    return tuple(heapq.nsmallest(SIZE, map(_hashed, shingles)))


def resemblance(one: Iterable[str], other: Iterable[str]) -> float:
    """The estimated share of shingles that two texts have in common, 0 to 1."""
    first, second = set(one), set(other)
    smallest = set(heapq.nsmallest(SIZE, first | second))
    return len(smallest & first & second) / len(smallest) if smallest else 0.0


class Sketches:
    """The sketches of the documents met so far, found by any hash they share."""

    def __init__(self, held: Iterable[tuple[str, tuple[str, ...]]] = ()) -> None:
        self._by_source: dict[str, tuple[str, ...]] = {}
        self._by_hash: defaultdict[str, set[str]] = defaultdict(set)
        for source, hashes in held:
            self.add(source, hashes)

    def add(self, source: str, hashes: tuple[str, ...]) -> None:
        """Remember a document; the same source again replaces it."""
        for each in self._by_source.pop(source, ()):
            self._by_hash[each].discard(source)
        self._by_source[source] = hashes
        for each in hashes:
            self._by_hash[each].add(source)

    def nearest(self, source: str, hashes: tuple[str, ...]) -> str | None:
        """The other source whose text is nearly this one, the most alike; None where none is."""
        candidates = {other for each in hashes for other in self._by_hash.get(each, ())} - {source}
        alike = [(resemblance(hashes, self._by_source[other]), other) for other in sorted(candidates)]
        best = max(alike, key=lambda pair: pair[0], default=(0.0, ""))
        return best[1] if best[0] >= NEAR else None


def _hashed(shingle: str) -> str:
    return hashlib.blake2b(shingle.encode(), digest_size=8).hexdigest()
