"""Which pairs of characters of a query tell passages apart: in a large graph, common ones cost too much to look up.

The index holds pairs. For 西城区市场监督管理局 it would fetch all that speaks of 监督; 西城 alone finds the same few.
"""

import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from weakref import WeakKeyDictionary

from app.reads.fixed_read import count_nodes, rows
from stores.records import GraphVersion
from stores.store import Store

LARGE = 50_000  # passages; up to here the whole query costs milliseconds
SAMPLE = 1000  # passages
COMMON = 0.02  # share of passages; what stands in more is left out where the query has anything rarer

# "食品抽检" and "监" in "食品抽检，监2022"; no letters, digits or marks
_run = re.compile(r"[\u3400-\u9fff]+")


@dataclass(frozen=True, slots=True)
class Shares:
    """How many passages of a graph hold a pair of characters, as a share of 1, by a sample; 0 for a pair not in it."""

    of: Mapping[str, float]

    def telling(self, query: str) -> str:
        """The pairs of a query that tell passages apart, as words to look up; what is not Chinese stays as it is."""
        words = [word for word in query.split() if word]
        chosen = [self._rarest(word) for word in words]
        least = min((share for _, share in chosen), default=0.0)
        kept = [text for text, share in chosen if share <= max(COMMON, least)]
        return " ".join(kept)

    def loose(self, query: str) -> str:
        """All pairs of a query that are not common: for what no passage holds as it is written."""
        return " ".join(pair for word in query.split() for pair in sorted(_pairs(word)) if self.share(pair) < COMMON)

    def is_common(self, word: str) -> bool:
        """Whether a word's every pair stands in many passages, so that the first few passages hold it."""
        return bool(_pairs(word)) and " " not in word and self._rarest(word)[1] >= COMMON

    def share(self, pair: str) -> float:
        """Of the passages, how many hold a pair."""
        return self.of.get(pair, 0.0)

    def _rarest(self, word: str) -> tuple[str, float]:
        """A word's rarest pair, or two, and the share of the rarest."""
        ranked = sorted(_pairs(word), key=lambda pair: (self.share(pair), pair))
        if not ranked:
            return word, 0.0
        share = self.share(ranked[0])
        return " ".join(ranked[: 1 if share < COMMON else 2]), share


def _pairs(word: str) -> set[str]:
    return {run[at : at + 2] for run in _run.findall(word) for at in range(len(run) - 1)}


def shares(store: Store) -> Shares | None:
    """The shares in a graph as it stands; None where it is small, so that any query is cheap.

    Read once for a state of the graph.
    """
    version = store.version()
    if store not in _read or _read[store][0] != version:
        _read[store] = version, _sampled(store)
    return _read[store][1]


_read: WeakKeyDictionary[Store, tuple[GraphVersion, Shares | None]] = WeakKeyDictionary()


def _sampled(store: Store) -> Shares | None:
    if count_nodes(store, "Passage") < LARGE:
        return None
    sample = [row["clean"] for row in rows(store, "sample_passages", {"limit": SAMPLE})]
    held = Counter(pair for text in sample for pair in {text[at : at + 2] for at in range(len(text) - 1)})
    return Shares({pair: count / len(sample) for pair, count in held.items()})
