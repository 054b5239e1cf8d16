"""Learn what relation joins two names.

Usage: python -m training.relations [--exclude-fold K] [--out FOLDER] [FOLDER_OF_ANNOTATED_TEXTS...]
"""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from loaders.models.linear import packed, packed_vocabulary, write_archive
from loaders.relate.surroundings import chance
from loaders.relate.ties import ENDS
from training.fitting import Floats, Matrix, Truths, beside, matrix, out_of_fold, regression
from training.gold import AnnotatedText, read_annotated
from training.gold_ties import DocumentTies, document_ties
from training.options import Options, read_options
from training.split import fold_of
from training.vocabulary import learned_signs, learned_vocabulary

KINDS = tuple(ENDS)
WORDS_WEIGHT = 4.0  # of the words around, a row of length 1, against a sign
STRENGTH = 0.2  # C of the regressions
CALIBRATION = 100.0  # C of the regressions of one weight that calibrate them
THRESHOLDS = np.linspace(0.15, 0.6, 46)


@dataclass(frozen=True)
class TieRows:
    """Every pair of some documents: for each kind whether it holds, and whether the pair is one to learn it from."""

    rows: Matrix
    holds: Truths
    usable: Truths
    fold: NDArray[np.int64]
    lost: int  # relations whose names are no pair


def best_threshold(chances: Floats, table: TieRows) -> float:
    """The chance above which relations are taken at the best F1 over all kinds."""

    def quality(threshold: float) -> float:
        taken = (chances > threshold) & table.usable
        gold = (table.holds & table.usable).sum() + table.lost
        return float(2 * (taken & table.holds).sum() / (taken.sum() + gold))

    return float(max(THRESHOLDS, key=quality))


def calibrated(table: TieRows, column: int) -> tuple[Floats, Floats]:
    """The weights of one kind, the bias last, and each row's chance out of fold."""
    holds, usable = table.holds[:, column], table.usable[:, column]
    scores = out_of_fold(table.rows, holds, usable, table.fold, STRENGTH)
    scale, shift = regression(scores[usable, None], holds[usable], CALIBRATION)
    weights = regression(table.rows[usable], holds[usable], STRENGTH) * scale
    weights[-1] += shift
    return weights, chance(scores * scale + shift)


def tabulate(documents: Sequence[DocumentTies], rows: Matrix) -> TieRows:
    """The table of the pairs of some documents, described by `rows`."""
    holds = np.array([[kind in tie.holds for kind in KINDS] for each in documents for tie in each.ties])
    usable = np.array([[kind in tie.usable for kind in KINDS] for each in documents for tie in each.ties])
    fold = np.repeat([each.fold for each in documents], [len(each.ties) for each in documents])
    return TieRows(rows, holds, usable, fold, sum(each.lost for each in documents))


def learn_relations(documents: Sequence[DocumentTies], path: Path) -> None:
    """Write the relation model of some documents."""
    signs = learned_signs([[tie.signs for tie in each.ties] for each in documents])
    vocabulary = learned_vocabulary([[tie.words for tie in each.ties] for each in documents])
    by_signs = matrix(signs.rows([tie.signs for each in documents for tie in each.ties]), signs.hashes.size)
    texts = [tie.words for each in documents for tie in each.ties]
    by_words = matrix(vocabulary.rows(texts), vocabulary.buckets.size)
    table = tabulate(documents, beside(by_signs, WORDS_WEIGHT * by_words))
    fitted = [calibrated(table, column) for column in range(len(KINDS))]
    weights = np.stack([weights for weights, _ in fitted], axis=1)
    split = signs.hashes.size
    write_archive(
        path,
        {
            "classes": {"kinds": np.array(KINDS)},
            "signs": {"hashes": signs.hashes},
            "ngrams": packed_vocabulary(vocabulary),
            "by_signs": {**packed(weights[:split]), "bias": weights[-1].astype(np.float32)},
            "by_words": {**packed(WORDS_WEIGHT * weights[split:-1]), "bias": np.zeros(len(KINDS), np.float32)},
            "decision": {"threshold": np.array(best_threshold(np.stack([p for _, p in fitted], axis=1), table))},
        },
    )


def learned_from(texts: Sequence[AnnotatedText], options: Options) -> list[DocumentTies]:
    """The pairs of the documents that are learned from."""
    return [document_ties(text) for text in texts if fold_of(text.stem) != options.exclude_fold]


def main(options: Options) -> None:
    """Learn from the annotated texts that the options name."""
    learn_relations(learned_from(read_annotated(options.folders), options), options.out / "relations.npz")


if __name__ == "__main__":
    main(read_options(__doc__))
