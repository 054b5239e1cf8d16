"""Learn what relation joins two names.

Usage: python -m training.relations [--exclude-fold K] [--names FOLDER] [--out FOLDER] [FOLDER_OF_ANNOTATED_TEXTS...]

The names are the gold ones and, by --names, also those that taggers find in documents that they did not see: FOLDER
holds one folder of models a fold, `fold0` to `fold4`.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from loaders.models.folder import models_from
from loaders.models.linear import packed, packed_vocabulary, write_archive
from loaders.relate.contest import contested
from loaders.relate.tie_model import against_rivals
from loaders.relate.ties import ENDS
from training.fitting import Floats, Matrix, Truths, beside, matrix, out_of_fold, regression
from training.gold import AnnotatedText, read_annotated
from training.gold_ties import DocumentTies, document_ties, found_ties
from training.options import Options, read_options
from training.split import FOLDS, fold_of
from training.vocabulary import learned_signs, learned_vocabulary

KINDS = tuple(ENDS)
WORDS_WEIGHT = 4.0  # of the words around, a row of length 1, against a sign
STRENGTH = 0.2  # C of the regressions
CALIBRATION = 100.0  # C of the regressions of one weight that calibrate them
CONTEST = 10.0  # C of the regressions of three weights over scores and rivals
THRESHOLDS = np.linspace(0.15, 0.6, 46)


@dataclass(frozen=True)
class TieRows:
    """Every pair of some documents: for each kind whether it may hold, does hold, and is to be learned from the pair.

    `spans` are the half-open rows of each document, `lost` counts the relations whose names are no pair.
    """

    rows: Matrix
    ends: list[tuple[int, int]]
    legal: Truths
    holds: Truths
    usable: Truths
    fold: NDArray[np.int64]
    spans: list[tuple[int, int]]
    lost: int


def tabulate(documents: Sequence[DocumentTies], rows: Matrix) -> TieRows:
    """The table of the pairs of some documents, described by `rows`."""
    every = [tie for each in documents for tie in each.ties]
    bounds = np.cumsum([0, *(len(each.ties) for each in documents)]).tolist()
    return TieRows(
        rows=rows,
        ends=[(tie.subject, tie.object) for tie in every],
        legal=np.array([[kind in tie.kinds for kind in KINDS] for tie in every]),
        holds=np.array([[kind in tie.holds for kind in KINDS] for tie in every]),
        usable=np.array([[kind in tie.usable for kind in KINDS] for tie in every]),
        fold=np.repeat([each.fold for each in documents], [len(each.ties) for each in documents]),
        spans=list(pairwise(bounds)),
        lost=sum(each.lost for each in documents),
    )


def best_threshold(chances: Floats, table: TieRows) -> float:
    """The chance above which relations are taken at the best F1 over all kinds."""

    def quality(threshold: float) -> float:
        taken = (chances > threshold) & table.usable
        gold = (table.holds & table.usable).sum() + table.lost
        return float(2 * (taken & table.holds).sum() / (taken.sum() + gold))

    return float(max(THRESHOLDS, key=quality))


def calibrated(table: TieRows, column: int) -> tuple[Floats, Floats]:
    """The weights of one kind, the bias last, and each row's log odds out of fold."""
    holds, usable = table.holds[:, column], table.usable[:, column]
    scores = out_of_fold(table.rows, holds, usable, table.fold, STRENGTH)
    scale, shift = regression(scores[usable, None], holds[usable], CALIBRATION)
    weights = regression(table.rows[usable], holds[usable], STRENGTH) * scale
    weights[-1] += shift
    return weights, scores * scale + shift


def contest(scores: Floats, table: TieRows) -> tuple[Floats, Floats]:
    """The weights of each kind over the signs of `contested`, the bias last, and those signs for each row."""
    rivalry = np.concatenate(
        [contested(scores[start:end], table.ends[start:end], table.legal[start:end]) for start, end in table.spans]
    )
    usable, holds = table.usable.T, table.holds.T
    weights = [regression(rivalry[usable[k], k], holds[k][usable[k]], CONTEST) for k in range(len(KINDS))]
    return np.stack(weights), rivalry


def learn_relations(documents: Sequence[DocumentTies], path: Path) -> None:
    """Write the relation model of some documents."""
    documents = [each for each in documents if each.ties]
    signs = learned_signs([[tie.signs for tie in each.ties] for each in documents])
    vocabulary = learned_vocabulary([[tie.words for tie in each.ties] for each in documents])
    every = [tie for each in documents for tie in each.ties]
    by_signs = matrix(signs.rows([tie.signs for tie in every]), signs.hashes.size)
    by_words = matrix(vocabulary.rows([tie.words for tie in every]), vocabulary.buckets.size)
    table = tabulate(documents, beside(by_signs, WORDS_WEIGHT * by_words))
    fitted = [calibrated(table, column) for column in range(len(KINDS))]
    weights = np.stack([weights for weights, _ in fitted], axis=1)
    against, rivalry = contest(np.stack([scores for _, scores in fitted], axis=1), table)
    split = signs.hashes.size
    write_archive(
        path,
        {
            "classes": {"kinds": np.array(KINDS)},
            "signs": {"hashes": signs.hashes},
            "ngrams": packed_vocabulary(vocabulary),
            "by_signs": {**packed(weights[:split]), "bias": weights[-1].astype(np.float32)},
            "by_words": {**packed(WORDS_WEIGHT * weights[split:-1]), "bias": np.zeros(len(KINDS), np.float32)},
            "contest": {"weights": against.astype(np.float32)},
            "decision": {"threshold": np.array(best_threshold(against_rivals(rivalry, against), table))},
        },
    )


def learned_from(texts: Sequence[AnnotatedText], options: Options) -> list[DocumentTies]:
    """The pairs of the documents that are learned from: between gold names, and between found ones."""
    kept = [text for text in texts if fold_of(text.stem) != options.exclude_fold]
    documents = [document_ties(text) for text in kept]
    if options.names is not None:
        for fold in range(FOLDS):
            with models_from(options.names / f"fold{fold}"):
                documents += [found_ties(text) for text in kept if fold_of(text.stem) == fold]
    return documents


def main(options: Options) -> None:
    """Learn from the annotated texts that the options name."""
    learn_relations(learned_from(read_annotated(options.folders), options), options.out / "relations.npz")


if __name__ == "__main__":
    main(read_options(__doc__, with_names=True))
