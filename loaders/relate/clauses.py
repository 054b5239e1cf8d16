"""What every passage of a document states, as the learned models see it: a measure or not, done or not, its goals."""

from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from loaders.models.linear import MODELS, Linear, read_archive, unpacked, vocabulary_in
from loaders.models.ngrams import Vocabulary
from loaders.models.signs import Signs
from loaders.records import Segmented
from loaders.relate.shape import shapes
from loaders.relate.surroundings import InContext, chance

Floats = NDArray[np.float32]
AT_ONCE = 256  # passages: what fits a core's cache


@dataclass(frozen=True)
class MeasureModel:
    """Tells measures, and those done from those to be done; `words` and `shape` have these two classes."""

    vocabulary: Vocabulary
    signs: Signs
    words: Linear
    shape: Linear
    done: InContext
    threshold: float


@dataclass(frozen=True)
class GoalModel:
    """Tells the goals of a passage; `words` has the vocabulary of the MeasureModel, `goals` names the classes."""

    goals: tuple[str, ...]
    words: Linear
    in_context: InContext
    threshold: float


@dataclass(frozen=True)
class ClauseModels:
    """The models that read passages."""

    measure: MeasureModel
    goal: GoalModel

    @cached_property
    def words(self) -> Linear:
        """The classes of both models over the words: measure, done, then the goals."""
        return self.measure.words.beside(self.goal.words)


@dataclass(frozen=True)
class ClauseScores:
    """For each passage the probability that it states a measure, that it states one done, and of each goal."""

    measure: Floats
    done: Floats
    goals: Floats


def measure_scores(document: Segmented, model: MeasureModel, words: Floats) -> Floats:
    """The log odds of a measure and of a done one, for each passage; `words` are the scores of its words."""
    return words + model.shape.scores(model.signs.rows(shapes(document)))


def word_scores(document: Segmented, vocabulary: Vocabulary, words: Linear) -> Floats:
    """The scores of the words of each passage."""
    texts = [passage.text for passage in document.passages]
    parts = [words.scores(vocabulary.rows(texts[at : at + AT_ONCE])) for at in range(0, len(texts), AT_ONCE)]
    return np.vstack([np.zeros((0, words.bias.size), np.float32), *parts])


def score_clauses(document: Segmented, models: ClauseModels | None = None) -> ClauseScores:
    """Score every passage of a document, by the shipped models where none are given."""
    models = models or shipped_clause_models()
    words = word_scores(document, models.measure.vocabulary, models.words)
    scores = measure_scores(document, models.measure, words[:, :2])
    measure = chance(scores[:, 0])
    done = models.measure.done.probabilities(scores[:, 1:], measure)
    return ClauseScores(measure, done[:, 0], models.goal.in_context.probabilities(words[:, 2:], measure))


def clause_models(folder: Path = MODELS) -> ClauseModels:
    """The models of a folder; raises FileNotFoundError where they are not there."""
    return ClauseModels(measure_model(folder), goal_model(folder))


@cache
def shipped_clause_models() -> ClauseModels:
    """The models that ship with the program, read once."""
    return clause_models()


def measure_model(folder: Path) -> MeasureModel:
    """The measure model of a folder."""
    archive = read_archive(folder / "measures.npz")
    return MeasureModel(
        vocabulary=vocabulary_in(archive),
        signs=Signs(archive["signs.hashes"]),
        words=unpacked(archive, "words"),
        shape=unpacked(archive, "shape"),
        done=InContext(archive["done.weights"], archive["done.bias"]),
        threshold=float(archive["decision.threshold"]),
    )


def goal_model(folder: Path) -> GoalModel:
    """The goal model of a folder."""
    archive = read_archive(folder / "goals.npz")
    return GoalModel(
        goals=tuple(str(goal) for goal in archive["classes.goals"]),
        words=unpacked(archive, "words"),
        in_context=InContext(archive["context.weights"], archive["context.bias"]),
        threshold=float(archive["decision.threshold"]),
    )
