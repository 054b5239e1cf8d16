"""Which annotated documents may be read while rules are written, and the folds that learned parts are scored by."""

import hashlib
from collections.abc import Iterable

FOLDS = 5
SEED = "zhitu-2"


def _rank(stem: str) -> str:
    return hashlib.sha256(f"{SEED}/{stem}".encode()).hexdigest()


def fold_of(stem: str) -> int:
    """The fold, 0 to 4, in which a document is scored by a model that did not see it."""
    return int(_rank(stem), 16) % FOLDS


def held_out(stems: Iterable[str]) -> frozenset[str]:
    """The documents that nobody opens while writing rules and lexicons: a fifth of `t…`, half of `d…`.

    Learned models may be trained on them (they are scored by fold); a person or a rule may not look at them.
    """
    ranked = sorted(stems, key=_rank)
    train = [stem for stem in ranked if stem.startswith("t")]
    dev = [stem for stem in ranked if stem.startswith("d")]
    return frozenset(train[: len(train) // 5] + dev[: len(dev) // 2])
