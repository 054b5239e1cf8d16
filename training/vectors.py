"""Vectors of characters, character pairs and words, learned from the unlabelled texts.

Positive pointwise mutual information with smoothed contexts (Levy, Goldberg, Dagan 2015), reduced by a truncated
singular value decomposition with a fixed seed. A vector is about an entry that occurs in at least three texts.
Usage: python -m training.vectors FOLDER writes FOLDER/vectors.npz.
"""

import sys
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import rjieba
from numpy.typing import NDArray
from scipy import sparse
from sklearn.utils.extmath import randomized_svd

from training.unlabelled import unlabelled_texts

MIN_TEXTS = 3
SMOOTHING = 0.75  # exponent of the context counts
SHIFT = 0.0  # natural logarithm of the number of negative samples that the matrix stands for
SEED = 7


@dataclass(frozen=True)
class Kind:
    """One kind of vector: how a text becomes a sequence of entries, and what stands around an entry."""

    name: str
    cut: Callable[[str], Sequence[str]]
    size: int  # entries kept
    width: int  # numbers in a vector
    offsets: tuple[int, ...]  # places of the contexts, in entries from the entry itself


def pairs(text: str) -> list[str]:
    """The character pairs of a text, one for each character but the last."""
    return [text[i : i + 2] for i in range(len(text) - 1)]


KINDS = (
    Kind("char", list, 6000, 64, (-3, -2, -1, 1, 2, 3)),
    Kind("pair", pairs, 36000, 64, (-4, -3, -2, 2, 3, 4)),
    Kind("word", rjieba.cut, 36000, 96, (-4, -3, -2, -1, 1, 2, 3, 4)),
)


def is_worth_a_vector(entry: str) -> bool:
    """Whether an entry lies in one line and holds a letter, or is a mark or digit alone."""
    return "\n" not in entry and (any(map(str.isalpha, entry)) or (len(entry) == 1 and not entry.isspace()))


def vocabulary(texts: Iterable[Sequence[str]], size: int) -> list[str]:
    """The most frequent entries that occur in at least three texts, most frequent first."""
    counts: Counter[str] = Counter()
    in_texts: Counter[str] = Counter()
    for entries in texts:
        counts.update(entries)
        in_texts.update(set(entries))
    known = [entry for entry, texts_with in in_texts.items() if texts_with >= MIN_TEXTS and is_worth_a_vector(entry)]
    return sorted(known, key=lambda entry: (-counts[entry], entry))[:size]


def cooccurrences(ids: list[NDArray[np.int32]], size: int, offsets: tuple[int, ...]) -> sparse.csr_matrix:
    """How often entry j stands at one of the offsets from entry i: a matrix of size × size·2 (left and right apart)."""
    gap = np.full(max(map(abs, offsets)), -1, np.int32)
    line = np.concatenate([part for text in ids for part in (text, gap)])
    total = sparse.csr_matrix((size, 2 * size), dtype=np.float32)
    for offset in offsets:
        here, there = (line[:-offset], line[offset:]) if offset > 0 else (line[-offset:], line[:offset])
        both = (here >= 0) & (there >= 0)
        rows, columns = here[both], there[both].astype(np.int64) + (size if offset > 0 else 0)
        weight = np.full(rows.size, 1.0 / abs(offset), np.float32)
        total = total + sparse.coo_matrix((weight, (rows, columns)), shape=total.shape).tocsr()
    return total


def reduced(counts: sparse.csr_matrix, width: int) -> NDArray[np.float32]:
    """The vectors of a co-occurrence matrix, scaled to a mean length of 1."""
    rows = np.asarray(counts.sum(axis=1)).ravel()
    columns = np.asarray(counts.sum(axis=0)).ravel() ** SMOOTHING
    matrix = counts.tocoo()
    chance = rows[matrix.row] / rows.sum() * columns[matrix.col] / columns.sum()
    information = np.log(matrix.data / counts.sum() / chance) - SHIFT
    kept = information > 0
    positive = sparse.coo_matrix(
        (information[kept].astype(np.float32), (matrix.row[kept], matrix.col[kept])), shape=matrix.shape
    ).tocsr()
    left, values, _ = randomized_svd(positive, width, n_iter=4, random_state=SEED)
    vectors = (left * np.sqrt(values)).astype(np.float32)
    scaled: NDArray[np.float32] = vectors / np.float32(np.linalg.norm(vectors, axis=1).mean())
    return scaled


def learn(kind: Kind, texts: Sequence[str]) -> tuple[list[str], NDArray[np.float32]]:
    """The vocabulary of a kind and its vectors, row by row."""
    known = vocabulary((kind.cut(text) for text in texts), kind.size)
    index = {entry: i for i, entry in enumerate(known)}
    ids = [np.array([index.get(entry, -1) for entry in kind.cut(text)], np.int32) for text in texts]
    return known, reduced(cooccurrences(ids, len(known), kind.offsets), kind.width)


def main(folder: Path) -> None:
    """Learn the vectors of every kind and write them to `folder`/vectors.npz."""
    texts = list(unlabelled_texts(folder))
    arrays: dict[str, Any] = {}
    for kind in KINDS:
        entries, vectors = learn(kind, texts)
        arrays |= {f"{kind.name}_entries": np.array(entries), f"{kind.name}_vectors": vectors}
        print(f"{kind.name}: {len(entries)} entries of {vectors.shape[1]} numbers", flush=True)
    folder.mkdir(parents=True, exist_ok=True)
    np.savez(folder / "vectors.npz", **arrays)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
