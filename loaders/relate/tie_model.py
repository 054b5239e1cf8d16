"""The learned model of relations: what kind of relation, if any, joins two actors."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from loaders.models.linear import Linear, read_archive, unpacked, vocabulary_in
from loaders.models.ngrams import Vocabulary
from loaders.models.signs import Groups, Signs
from loaders.relate.contest import contested
from loaders.relate.reach import Reach
from loaders.relate.scene import Scene
from loaders.relate.surroundings import Floats, chance
from loaders.relate.tie_signs import actor_signs, tie_signs
from loaders.relate.ties import Tie, words_around


@dataclass(frozen=True)
class TieModel:
    """Scores pairs of actors for each of some kinds of relation, then each against its rivals.

    Chances are calibrated, so that one threshold serves all kinds. `contest` is (kinds, signs of `contested`, the bias
    last).
    """

    kinds: tuple[str, ...]
    signs: Signs
    vocabulary: Vocabulary
    by_signs: Linear
    by_words: Linear
    contest: NDArray[np.float32]
    threshold: float


def described(scene: Scene, around: Reach, candidates: Sequence[Tie]) -> tuple[list[Groups], list[str]]:
    """The signs of each pair, in groups that pairs may share, and its words."""
    alone = actor_signs(scene)
    subjects = [tuple(f"subject {sign}" for sign in signs) for signs in alone]
    objects = [tuple(f"object {sign}" for sign in signs) for signs in alone]
    signs: list[Groups] = [
        (subjects[tie.subject], objects[tie.object], *tie_signs(scene, around, tie)) for tie in candidates
    ]
    return signs, [words_around(scene, tie) for tie in candidates]


def tie_chances(scene: Scene, around: Reach, candidates: Sequence[Tie], model: TieModel) -> NDArray[np.float32]:
    """For each pair the probability of each kind of relation; 0 where the labels do not allow it."""
    if not candidates:
        return np.zeros((0, len(model.kinds)), np.float32)
    signs, words = described(scene, around, candidates)
    scores = model.by_signs.scores(model.signs.rows(signs)) + model.by_words.scores(model.vocabulary.rows(words))
    allowed = {kinds: [kind in kinds for kind in model.kinds] for kinds in {tie.kinds for tie in candidates}}
    legal = np.array([allowed[tie.kinds] for tie in candidates])
    rivalry = contested(scores, [(tie.subject, tie.object) for tie in candidates], legal)
    return np.where(legal, against_rivals(rivalry, model.contest), 0).astype(np.float32)


def against_rivals(rivalry: Floats, weights: Floats) -> NDArray[np.float32]:
    """The chance of each pair and kind by the signs of `contested`."""
    return chance(np.einsum("pks,ks->pk", rivalry, weights[:, :-1]) + weights[:, -1])


@cache
def tie_model(path: Path) -> TieModel:
    """The model in a file."""
    archive = read_archive(path)
    return TieModel(
        kinds=tuple(str(kind) for kind in archive["classes.kinds"]),
        signs=Signs(archive["signs.hashes"]),
        vocabulary=vocabulary_in(archive),
        by_signs=unpacked(archive, "by_signs"),
        by_words=unpacked(archive, "by_words"),
        contest=archive["contest.weights"],
        threshold=float(archive["decision.threshold"]),
    )
