"""What every passage of a document states, as the learned models see it: a measure or not, done or not, its goals."""

from dataclasses import dataclass
from functools import cache, cached_property, lru_cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from loaders.models.folder import model_file
from loaders.models.linear import Linear, read_archive, unpacked, vocabulary_in
from loaders.models.ngrams import Vocabulary
from loaders.models.signs import Signs
from loaders.models.word_vectors import word_vectors
from loaders.records import Segmented
from loaders.relate.shape import shapes
from loaders.relate.surroundings import InContext, chance

Floats = NDArray[np.float32]
AT_ONCE = 256  # passages: what fits a core's cache


@dataclass(frozen=True)
class MeasureModel:
    """Tells measures, and those done from those to be done; `words`, `meaning`, `shape` have these two classes.

    `words` reads n-grams, `meaning` the mean of word vectors, `shape` the signs of a passage's form.
    """

    vocabulary: Vocabulary
    signs: Signs
    words: Linear
    meaning: Linear
    shape: Linear
    done: InContext
    threshold: float


@dataclass(frozen=True)
class GoalModel:
    """Tells the goals of a passage; `words` has the vocabulary of the MeasureModel, `goals` names the classes."""

    goals: tuple[str, ...]
    words: Linear
    meaning: Linear
    in_context: InContext
    threshold: float


@dataclass(frozen=True, eq=False)
class ClauseModels:
    """The models that read passages; one is equal to itself alone."""

    measure: MeasureModel
    goal: GoalModel

    @cached_property
    def words(self) -> Linear:
        """The classes of both models over the words: measure, done, then the goals."""
        return self.measure.words.beside(self.goal.words)

    @cached_property
    def meaning(self) -> Linear:
        """The same classes over the mean of word vectors."""
        return self.measure.meaning.beside(self.goal.meaning)


@dataclass(frozen=True)
class ClauseScores:
    """For each passage the probability that it states a measure, that it states one done, and of each goal."""

    measure: Floats
    done: Floats
    goals: Floats


def measure_scores(document: Segmented, model: MeasureModel, words: Floats) -> Floats:
    """The log odds of a measure and of a done one, for each passage; `words` are the scores of its words."""
    return words + model.shape.scores(model.signs.rows(shapes(document)))


def word_scores(document: Segmented, vocabulary: Vocabulary, words: Linear, meaning: Linear) -> Floats:
    """The scores of the words of each passage."""
    texts = [passage.text for passage in document.passages]
    parts = [np.zeros((0, words.bias.size), np.float32)]
    for at in range(0, len(texts), AT_ONCE):
        some = texts[at : at + AT_ONCE]
        parts.append(words.scores(vocabulary.rows(some)) + word_vectors().means(some) @ meaning.weights)
    return np.vstack(parts)


def score_clauses(document: Segmented, models: ClauseModels | None = None) -> ClauseScores:
    """Score every passage of a document, by the models in force where none are given."""
    return _scores(document, models or models_in_force())


@lru_cache(maxsize=1)  # measures and best goals are asked for one after the other
def _scores(document: Segmented, models: ClauseModels) -> ClauseScores:
    words = word_scores(document, models.measure.vocabulary, models.words, models.meaning)
    scores = measure_scores(document, models.measure, words[:, :2])
    measure = chance(scores[:, 0])
    done = models.measure.done.probabilities(scores[:, 1:], measure)
    return ClauseScores(measure, done[:, 0], models.goal.in_context.probabilities(words[:, 2:], measure))


@cache
def clause_models(measures: Path, goals: Path) -> ClauseModels:
    """The models in these files; raises FileNotFoundError where they are not there."""
    return ClauseModels(measure_model(measures), goal_model(goals))


def models_in_force() -> ClauseModels:
    """The models of the folder in force."""
    return clause_models(model_file("measures.npz"), model_file("goals.npz"))


def measure_model(path: Path) -> MeasureModel:
    """The measure model in a file."""
    archive = read_archive(path)
    return MeasureModel(
        vocabulary=vocabulary_in(archive),
        signs=Signs(archive["signs.hashes"]),
        words=unpacked(archive, "words"),
        meaning=unpacked(archive, "meaning"),
        shape=unpacked(archive, "shape"),
        done=InContext(archive["done.weights"], archive["done.bias"]),
        threshold=float(archive["decision.threshold"]),
    )


def goal_model(path: Path) -> GoalModel:
    """The goal model in a file."""
    archive = read_archive(path)
    return GoalModel(
        goals=tuple(str(goal) for goal in archive["classes.goals"]),
        words=unpacked(archive, "words"),
        meaning=unpacked(archive, "meaning"),
        in_context=InContext(archive["context.weights"], archive["context.bias"]),
        threshold=float(archive["decision.threshold"]),
    )
