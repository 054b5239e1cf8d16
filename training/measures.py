"""Learn to tell measures from other passages, and those done from those to be done.

Usage: python -m training.measures [--exclude-fold K] [--out FOLDER] [FOLDER_OF_ANNOTATED_TEXTS...]
"""

from collections.abc import Sequence
from pathlib import Path

import numpy as np

from loaders.models.linear import packed, packed_vocabulary, write_archive
from loaders.models.word_vectors import word_vectors
from loaders.relate.shape import shapes
from loaders.relate.surroundings import chance, surroundings
from training.clause_rows import ClauseRows, clause_rows
from training.clauses import Clauses, read_clauses
from training.fitting import Floats, beside, matrix, out_of_fold, regression
from training.gold import read_annotated
from training.options import Options, read_options
from training.vocabulary import learned_signs, learned_vocabulary

SHAPE_WEIGHT = 0.15  # of a sign of shape against the words, whose row has length 1
STRENGTH = 8.0  # C of the regressions: of 2, 4, 8, 16 the best out of fold
THRESHOLDS = np.linspace(0.2, 0.8, 61)


def best_threshold(chances: Floats, table: ClauseRows) -> float:
    """The chance above which passages are taken for measures at the best F1."""
    positive, usable = table.is_measure(), ~table.is_open()

    def quality(threshold: float) -> float:
        taken = (chances > threshold) & usable
        return float(2 * (taken & positive).sum() / (taken.sum() + (positive & usable).sum()))

    return float(max(THRESHOLDS, key=quality))


def in_surroundings(scores: Floats, weight: Floats, table: ClauseRows) -> Floats:
    """The signs of `surroundings` for every row of (rows, classes) scores."""
    parts = [
        surroundings(scores[start:end].astype(np.float32), weight[start:end].astype(np.float32))
        for start, end in table.documents
    ]
    return np.concatenate(parts).astype(np.float64)


def learn_measures(clauses: Sequence[Clauses], path: Path) -> None:
    """Write the measure model of some documents."""
    table = clause_rows(clauses)
    vocabulary = learned_vocabulary([[passage.text for passage in each.document.passages] for each in clauses])
    by_document = [shapes(each.document) for each in clauses]
    signs = learned_signs(by_document)
    words = matrix(vocabulary.rows(table.texts()), vocabulary.buckets.size)
    shape = matrix(signs.rows([row for rows in by_document for row in rows]), signs.hashes.size)
    meaning = word_vectors().means(table.texts())
    rows = beside(words, meaning, SHAPE_WEIGHT * shape)
    stated, usable = table.is_measure(), ~table.is_open()
    is_done = np.array([measure is not None and measure.status == "done" for measure in table.stated])
    measure = regression(rows[usable], stated[usable], STRENGTH)
    done = regression(rows[stated & usable], is_done[stated & usable], STRENGTH)
    chances = chance(out_of_fold(rows, stated, usable, table.fold, STRENGTH))
    around = in_surroundings(
        out_of_fold(rows, is_done, stated & usable, table.fold, STRENGTH)[:, None], chances, table
    )[:, 0]
    done_around = regression(around[stated & usable], is_done[stated & usable], STRENGTH)
    both = np.stack([measure, done], axis=1)
    parts = np.split(both, np.cumsum([vocabulary.buckets.size, meaning.shape[1], signs.hashes.size]))
    none = np.zeros(2, np.float32)
    write_archive(
        path,
        {
            "ngrams": packed_vocabulary(vocabulary),
            "signs": {"hashes": signs.hashes},
            "words": {**packed(parts[0]), "bias": parts[3][0].astype(np.float32)},
            "meaning": {**packed(parts[1]), "bias": none},
            "shape": {**packed(SHAPE_WEIGHT * parts[2]), "bias": none},
            "done": {"weights": done_around[None, :-1].astype(np.float32), "bias": done_around[-1:].astype(np.float32)},
            "decision": {"threshold": np.array(best_threshold(chances, table))},
        },
    )


def main(options: Options) -> None:
    """Learn from the annotated texts that the options name."""
    clauses = [each for each in read_clauses(read_annotated(options.folders)) if each.fold != options.exclude_fold]
    learn_measures(clauses, options.out / "measures.npz")


if __name__ == "__main__":
    main(read_options(__doc__))
