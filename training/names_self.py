"""Texts for the tagger to learn from that no person annotated: what other taggers find in the unlabelled texts.

A character's allowed tags are those that the teachers together give a fair share: where they are sure the pupil learns
their tag, where they waver it is left its choice. Texts that share a passage with an annotated text are left out, so
that scoring by fold stays honest.
"""

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from loaders.models.decoding import best_tags, shares, step_scores, stretches
from loaders.models.tagger import Tagger
from training.gold import AnnotatedText
from training.names_data import Lesson
from training.unlabelled import unlabelled_texts

FAIR_SHARE = 0.1
PASSAGE = 24  # characters that tell one text from all others
LONGEST = 1500  # characters taken from one text: a report's neighbouring passages teach much the same
SEED = 5


def unseen(cache: Path, annotated: Iterable[AnnotatedText], characters: int) -> Iterator[str]:
    """Passages of unlabelled texts in random order, `characters` in all, none of an annotated text."""
    random = np.random.default_rng(SEED)
    known = {passage for one in annotated for passage in _passages(one.text)}
    texts = list(unlabelled_texts(cache))
    # A report counts as often as it has passages, so that reports and news stand as they do in the material.
    places = [(i, at) for i, text in enumerate(texts) for at in range(0, len(text), LONGEST)]
    for number in random.permutation(len(places)):
        i, at = places[number]
        passage = texts[i][at : at + LONGEST]
        if known.isdisjoint(_passages(texts[i][max(at - PASSAGE, 0) : at + LONGEST + PASSAGE], step=1)):
            yield passage
            characters -= len(passage)
        if characters <= 0:
            return


def _passages(text: str, step: int = PASSAGE // 2) -> Iterator[str]:
    return (text[at : at + PASSAGE] for at in range(0, len(text) - PASSAGE + 1, step))


def taught_by(teachers: Sequence[Tagger], texts: Iterable[str]) -> Iterator[Lesson]:
    """A lesson for each text: what the teachers find in it, their scores averaged."""
    for text in texts:
        layers = zip(*(teacher.scores(text) for teacher in teachers), strict=True)
        steps = zip(*(teacher.steps for teacher in teachers), strict=True)
        allowed = tuple(
            _allowed(np.mean(scores, axis=0), np.mean(step, axis=0)) for scores, step in zip(layers, steps, strict=True)
        )
        yield Lesson("", text, teachers[0].vocabulary.encode(text), allowed)


def _allowed(scores: NDArray[np.float32], taught: NDArray[np.float32]) -> NDArray[np.bool_]:
    steps = step_scores(taught)
    open_to = stretches(scores)
    allowed = shares(scores, steps, open_to) >= FAIR_SHARE
    # The best sequence is always allowed, so that there is one.
    allowed[np.arange(len(scores)), best_tags(scores, steps, open_to)] = True
    return allowed
