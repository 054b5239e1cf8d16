"""The measures that a document states, each with its goals and modality."""

import numpy as np

from loaders.records import MeasureClaim, Segmented
from loaders.relate.clauses import ClauseModels, ClauseScores, models_in_force, score_clauses
from loaders.relate.goals import chosen
from loaders.relate.modality import modality_of

STATED_IN = frozenset({"body", "heading", "title", "imprint"})  # kinds of passages; furniture states nothing


def find_measures(
    document: Segmented, models: ClauseModels | None = None, scores: ClauseScores | None = None
) -> list[MeasureClaim]:
    """The measures of a document in reading order, by the models in force where none are given.

    `scores` are those of `score_clauses` for this document, where they are known already.
    """
    models = models or models_in_force()
    scores = scores or score_clauses(document, models)
    found = []
    for order in np.flatnonzero(scores.measure > models.measure.threshold):
        passage = document.passages[order]
        if passage.kind in STATED_IN:
            goals = chosen(scores.goals[order], models.goal.goals, models.goal.threshold)
            found.append(MeasureClaim(passage.order, goals, modality_of(passage.text, float(scores.done[order]))))
    return found
