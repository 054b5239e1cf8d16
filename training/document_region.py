"""Learn what weighs how much in finding the division that a document is about.

Usage: python -m training.document_region [FOLDER ...]; writes loaders/lookups/document_region.tsv. Held-out documents
are not learned from, so that the weights can be judged by them like a rule.
"""

import sys
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from graph_schema.regions import region_table
from loaders.normalise import normalise
from loaders.records import RawDocument
from loaders.segment import segment
from loaders.segment.region import WEIGHTS, Features, describe
from training.gold import AnnotatedText, read_annotated
from training.split import held_out

ROUNDS = 400
RATE = 0.05
RIDGE = 0.005  # tried .003 to .02: by folds they differ by a document or two
DECAYS = (0.9, 0.99)  # of Adam's running means

Array = NDArray[np.float64]


def same_region(found: str | None, gold: str | None) -> bool:
    """Whether both name one division, in full or by a name that the table knows."""
    if found is None or gold is None or found == gold:
        return found == gold
    return bool(set(region_table().by_name(found)) & set(region_table().by_name(gold)))


def described(annotated: AnnotatedText) -> dict[str | None, Features]:
    """The candidates of an annotated text with their features."""
    raw = RawDocument(annotated.stem, annotated.path.name, annotated.raw, "", "text/plain")
    document = segment(raw, normalise(annotated.raw))
    return describe(document.clean.text, document.metadata.title)


def learn(examples: list[tuple[Array, Array]]) -> Array:
    """The weights that make the right candidates of each document likely (a softmax over its candidates).

    An example is a matrix, candidates by features, and the vector that is 1 for the right candidates.
    """
    weights = np.zeros(examples[0][0].shape[1])
    mean, square = np.zeros_like(weights), np.zeros_like(weights)
    for turn in range(1, ROUNDS + 1):
        slope = RIDGE * weights
        for matrix, right in examples:
            likely = np.exp(matrix @ weights - (matrix @ weights).max())
            slope += matrix.T @ (likely / likely.sum() - likely * right / (likely @ right)) / len(examples)
        mean = DECAYS[0] * mean + (1 - DECAYS[0]) * slope
        square = DECAYS[1] * square + (1 - DECAYS[1]) * slope**2
        unbiased = np.sqrt(square / (1 - DECAYS[1] ** turn))
        weights -= RATE * mean / (1 - DECAYS[0] ** turn) / (unbiased + 1e-8)
    return weights


def main() -> None:
    """Learn the weights and write the table."""
    texts = read_annotated(map(Path, sys.argv[1:]))
    held = held_out(text.stem for text in texts)
    candidates = [(described(text), text.gold.document.region) for text in texts if text.stem not in held]
    names = sorted({name for each, _ in candidates for features in each.values() for name in features})
    examples = []
    for each, gold in candidates:
        right = np.array([same_region(name, gold) for name in each], dtype=np.float64)
        matrix = np.array([[features.get(name, 0) for name in names] for features in each.values()], dtype=np.float64)
        if right.any():
            examples.append((matrix, right))
    weights = learn(examples)
    lines = [f"{name}\t{weight:.3f}\n" for name, weight in zip(names, weights, strict=True)]
    WEIGHTS.write_text("".join(lines), encoding="utf-8")
    print(f"{len(examples)} documents of {len(candidates)}, {len(names)} features: {WEIGHTS.name}")


if __name__ == "__main__":
    main()
