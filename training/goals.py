"""Learn the goals that a measure serves, on top of the measure model of the same folder.

Usage: python -m training.goals [--exclude-fold K] [--out FOLDER] [FOLDER_OF_ANNOTATED_TEXTS...]
"""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from graph_schema.goals import goal_table
from loaders.models.linear import packed, write_archive
from loaders.models.word_vectors import word_vectors
from loaders.relate.clauses import MeasureModel, measure_model, measure_scores, word_scores
from loaders.relate.goals import chosen
from loaders.relate.surroundings import chance
from training.clause_rows import ClauseRows, clause_rows, splits
from training.clauses import Clauses, read_clauses
from training.fitting import Floats, beside, linear, matrix, regression, ridge
from training.gold import read_annotated
from training.measures import in_surroundings
from training.options import Options, read_options

RIDGE = 0.7  # of 0.2 to 2 the best out of fold
MEANING_WEIGHT = 0.7  # of the mean of word vectors, of length 1, against the n-grams, of length 1
SCALE = 10.0  # brings the ridge's scores to the range in which C = 1 neither shrinks nor inflates
THRESHOLDS = np.linspace(0.15, 0.6, 46)


@dataclass(frozen=True)
class GoalLabels:
    """For each row and goal: is it served, does the gold leave that open; for each row: is it one to learn from."""

    goals: tuple[str, ...]
    served: NDArray[np.bool_]
    open: NDArray[np.bool_]
    usable: NDArray[np.bool_]


def goal_labels(table: ClauseRows) -> GoalLabels:
    """The goals of the measures of a table."""
    goals = tuple(sorted(row.id for row in goal_table()))
    served = np.array([[m is not None and goal in m.goals for goal in goals] for m in table.stated])
    left_open = np.array([[m is not None and goal in m.goals_optional for goal in goals] for m in table.stated])
    return GoalLabels(goals, served, left_open, table.is_measure() & ~table.is_open())


def measure_chances(clauses: Sequence[Clauses], model: MeasureModel) -> Floats:
    """The probability of each passage to state a measure."""
    parts = [
        measure_scores(each.document, model, word_scores(each.document, model.vocabulary, model.words, model.meaning))[
            :, 0
        ]
        for each in clauses
    ]
    return chance(np.concatenate(parts))


def best_threshold(chances: Floats, labels: GoalLabels) -> float:
    """The chance above which further goals are taken at the best F1 over pairs."""
    rows = np.flatnonzero(labels.usable)
    column = {goal: index for index, goal in enumerate(labels.goals)}

    def quality(threshold: float) -> float:
        taken = np.zeros_like(labels.served)
        for row in rows:
            taken[row, [column[goal] for goal in chosen(chances[row], labels.goals, threshold)]] = True
        hit = (taken & labels.served).sum()
        counted = (taken & ~(labels.open & ~labels.served)).sum()
        return float(2 * hit / (counted + labels.served[rows].sum()))

    return float(max(THRESHOLDS, key=quality))


def in_context(around: Floats, labels: GoalLabels, learn: NDArray[np.bool_]) -> Floats:
    """For each goal the weights of a logistic regression over the signs of its surroundings, the bias last."""
    columns = range(len(labels.goals))
    return np.stack([regression(around[learn, column], labels.served[learn, column], 1.0) for column in columns])


def learn_goals(clauses: Sequence[Clauses], folder: Path) -> None:
    """Write the goal model of some documents beside their measure model."""
    model = measure_model(folder / "measures.npz")
    table = clause_rows(clauses)
    labels = goal_labels(table)
    words = matrix(model.vocabulary.rows(table.texts()), model.vocabulary.buckets.size)
    rows = beside(words, MEANING_WEIGHT * word_vectors().means(table.texts()))
    weights = ridge(rows[labels.usable], labels.served[labels.usable], RIDGE)
    scores = np.zeros(labels.served.shape)
    for learn, rest in splits(table.fold, labels.usable):
        scores[rest] = linear(rows[rest], ridge(rows[learn], labels.served[learn], RIDGE))
    around = in_surroundings(SCALE * scores, measure_chances(clauses, model), table)
    context = in_context(around, labels, labels.usable)
    chances = np.zeros(labels.served.shape)
    for learn, rest in splits(table.fold, labels.usable):
        part = in_context(around, labels, learn)
        chances[rest] = chance(np.einsum("pcs,cs->pc", around[rest], part[:, :-1]) + part[:, -1])
    split, none = words.shape[1], np.zeros(len(labels.goals), np.float32)
    write_archive(
        folder / "goals.npz",
        {
            "classes": {"goals": np.array(labels.goals)},
            "words": {**packed(SCALE * weights[:split]), "bias": (SCALE * weights[-1]).astype(np.float32)},
            "meaning": {**packed(SCALE * MEANING_WEIGHT * weights[split:-1]), "bias": none},
            "context": {"weights": context[:, :-1].astype(np.float32), "bias": context[:, -1].astype(np.float32)},
            "decision": {"threshold": np.array(best_threshold(chances, labels))},
        },
    )


def main(options: Options) -> None:
    """Learn from the annotated texts that the options name."""
    clauses = [each for each in read_clauses(read_annotated(options.folders)) if each.fold != options.exclude_fold]
    learn_goals(clauses, options.out)


if __name__ == "__main__":
    main(read_options(__doc__))
