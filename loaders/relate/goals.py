"""The goals that a passage serves."""

from collections.abc import Sequence

import numpy as np

from graph_schema.goals import goal_table
from loaders.records import Segmented
from loaders.relate.clauses import ClauseModels, ClauseScores, Floats, models_in_force, score_clauses

MOST = 3  # goals of one measure


def chosen(chances: Floats, goals: Sequence[str], threshold: float) -> tuple[str, ...]:
    """The goals of one passage, the most certain first: the best one, and up to two more above the threshold.

    Of a goal and one above it in the taxonomy only the more certain stands.
    """
    found: list[str] = []
    for column in np.argsort(-chances, kind="stable"):
        goal = goals[column]
        if found and (len(found) == MOST or chances[column] <= threshold):
            break
        if not any(_in_line(goal, other) for other in found):
            found.append(goal)
    return tuple(found)


def _in_line(goal: str, other: str) -> bool:
    return other in {row.id for row in goal_table().ancestors(goal)} or goal in {
        row.id for row in goal_table().ancestors(other)
    }


def best_goals(
    document: Segmented, models: ClauseModels | None = None, scores: ClauseScores | None = None
) -> tuple[str, ...]:
    """The best goal of every passage of a document, whether or not it states a measure.

    `scores` are those of `score_clauses` for this document, where they are known already.
    """
    models = models or models_in_force()
    chances = (scores or score_clauses(document, models)).goals
    return tuple(models.goal.goals[column] for column in chances.argmax(axis=1))
