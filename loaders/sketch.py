"""Nearly the same text: a bottom-k sketch of its shingles (Broder 1997) tells a reprint without comparing texts."""

import hashlib
import heapq
from collections.abc import Collection, Iterable

SHINGLE = 12  # characters: long enough that two texts of one genre share few by chance
SIZE = 32  # hashes kept: the estimate of the share errs by about one in six
NEAR = 0.5  # share of hashes in common from which a text is reported as a reprint
# Two texts that are NEAR have one of their first so many hashes in common: without, too few would be left to be NEAR.
TELLING = SIZE - int(SIZE * NEAR) + 1


def sketch(text: str) -> tuple[str, ...]:
    """The smallest hashes of the text's shingles, sorted; white space and marks do not count.

    Empty for a text shorter than a shingle: of so few words nothing can be said.
    """
    words = "".join(filter(str.isalnum, text))
    shingles = {words[i : i + SHINGLE] for i in range(len(words) - SHINGLE + 1)}
    return tuple(digest.hex() for digest in heapq.nsmallest(SIZE, map(_hashed, shingles)))


def resemblance(one: Iterable[str], other: Iterable[str]) -> float:
    """The estimated share of shingles that two texts have in common, 0 to 1."""
    first, second = set(one), set(other)
    smallest = set(heapq.nsmallest(SIZE, first | second))
    return len(smallest & first & second) / len(smallest) if smallest else 0.0


def nearest(hashes: Collection[str], others: Iterable[tuple[str, Collection[str]]]) -> str | None:
    """The name of the other sketch that is nearly this one, the most alike; None where none is."""
    alike = [(resemblance(hashes, other), name) for name, other in sorted(others)]
    best = max(alike, key=lambda pair: pair[0], default=(0.0, ""))
    return best[1] if best[0] >= NEAR else None


def _hashed(shingle: str) -> bytes:
    return hashlib.blake2b(shingle.encode(), digest_size=8).digest()
