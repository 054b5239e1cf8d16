"""Make the word vectors that ship with the program out of those that `training.vectors` learned.

Usage: python -m training.word_vectors CACHE

Each is weighed by the word's rarity and freed of the direction that all passages share.
"""

import re
import sys
from collections import Counter
from itertools import islice
from pathlib import Path

import numpy as np
import rjieba
from numpy.typing import NDArray

from loaders.models.linear import packed, write_archive
from loaders.models.signs import sign_hash
from loaders.models.word_vectors import WORDS, WordVectors
from training.unlabelled import unlabelled_texts

MOST = 20_000  # words; 36,000 are no better
TEXTS = 1_000  # texts whose passages tell how rare words are
# "甲。乙": between sentences; not inside "甲，乙"
BETWEEN = re.compile(r"[。！？；\n]+")


def rarity(passages: list[str], words: list[str]) -> NDArray[np.float64]:
    """How rare each word is among passages: the logarithm of their number over those that hold it."""
    holding = Counter(word for passage in passages for word in set(rjieba.cut(passage)))
    return np.log((len(passages) + 1) / (1 + np.array([holding[word] for word in words])))


def shipped(words: list[str], vectors: NDArray[np.float32], passages: list[str]) -> WordVectors:
    """Vectors weighed by rarity, without the first direction of the passages' sums."""
    weighed = vectors * rarity(passages, words)[:, None]
    order = np.argsort([sign_hash(word) for word in words], kind="stable")
    hashes = np.array(sorted(sign_hash(word) for word in words), np.uint32)
    plain = WordVectors(hashes, weighed[order].astype(np.float32), np.zeros(vectors.shape[1], np.float32))
    sums = plain.sums(passages)
    center = sums.mean(axis=0)
    _, _, directions = np.linalg.svd(sums - center, full_matrices=False)
    first = directions[:1]
    return WordVectors(hashes, plain.vectors - plain.vectors @ first.T @ first, center - center @ first.T @ first)


def main(cache: Path) -> None:
    """Write the word vectors."""
    with np.load(cache / "vectors.npz") as learned:
        words = learned["word_entries"].tolist()[:MOST]
        vectors = learned["word_vectors"][-learned["word_entries"].size :][:MOST].astype(np.float32)
    texts = islice(unlabelled_texts(cache), 0, None, 6)
    passages = [passage for text in islice(texts, TEXTS) for passage in BETWEEN.split(text) if len(passage) > 5]
    made = shipped(words, vectors, passages)
    small = packed(made.vectors)
    arrays = {"hashes": made.hashes, "vectors": small["weights"], "scale": small["scale"], "center": made.center}
    write_archive(WORDS, {"words": arrays})


if __name__ == "__main__":
    main(Path(sys.argv[1]))
