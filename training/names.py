"""Teach the tagger of names.

Usage, in this order, CACHE being a folder outside the repository:

    python -m training.vectors CACHE
    python -m training.names_pretrain CACHE --out CACHE/body.npz
    python -m training.names CACHE --start CACHE/body.npz [--exclude-fold N] [--out FOLDER] [FOLDER...]
"""

import argparse
import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

import jax
import jax.numpy as jnp
import numpy as np
import optax
from jax import Array

from loaders.models.encoding import Vocabulary
from loaders.models.tagger import SHIPPED as SHIPPED_MODEL
from loaders.models.tagger import load_tagger
from training.gold import AnnotatedText, read_annotated
from training.names_data import LAYERS, Batch, Lesson, batches, lesson
from training.names_network import Dropout, Shape, Weights, crf_loss, hidden, initial, noise
from training.names_self import taught_by, unseen
from training.names_store import read_vectors, write_tagger
from training.split import FOLDS, fold_of


@dataclass(frozen=True)
class Course:
    """How long and how fast to teach."""

    rounds: int = 22
    rate: float = 2e-3
    windows: int = 24
    longest: int = 192  # characters in a window
    decay: float = 0.01  # of weights
    average: float = 0.995  # share kept of the running average of weights, by step
    dropout: Dropout = field(default_factory=Dropout)
    seed: int = 1


@dataclass(frozen=True)
class Material:
    """What teaching needs besides the lessons: the vocabulary and the fixed vectors of its entries."""

    vocabulary: Vocabulary
    vectors: Weights


class State(NamedTuple):
    """What a step of teaching changes: the weights, their running average, the optimiser's memory."""

    weights: Weights
    mean: Weights
    memory: optax.OptState


def loss(weights: Weights, vectors: Weights, batch: Weights, shape: Shape, dropout: Dropout | None) -> Array:
    """The mean loss by character of a batch."""
    h = hidden(weights, vectors, batch, shape.dilations, dropout)
    total = jnp.zeros(())
    for i in range(len(LAYERS)):
        scores = h @ weights[f"out{i}_w"] + weights[f"out{i}_b"]
        total += crf_loss(scores, weights[f"step{i}"], batch[f"allowed{i}"], batch["inside"]).sum()
    return total / batch["inside"].sum()


def flat(batch: Batch, random: np.random.Generator, shape: Shape) -> dict[str, np.ndarray]:
    """A batch as named arrays, with the noise for leaving out."""
    arrays = {**batch.signs, "inside": batch.inside, **{f"allowed{i}": a for i, a in enumerate(batch.allowed)}}
    return {**arrays, **noise(random, batch.inside.shape, shape)}


def teach(lessons: Sequence[Lesson], material: Material, shape: Shape, course: Course, start: Weights) -> Weights:
    """Teach a network; gives the running average of its weights."""
    count = sum(1 for _ in batches(lessons, course.windows, course.longest, np.random.default_rng(course.seed)))
    rate = optax.warmup_cosine_decay_schedule(0.0, course.rate, count // 2, count * course.rounds, course.rate / 100)
    optimiser = optax.chain(optax.clip_by_global_norm(1.0), optax.adamw(rate, weight_decay=course.decay))

    @jax.jit
    def step(state: State, batch: Weights) -> tuple[State, Array]:
        value, slope = jax.value_and_grad(loss)(state.weights, material.vectors, batch, shape, course.dropout)
        change, memory = optimiser.update(slope, state.memory, state.weights)
        weights = optax.apply_updates(state.weights, change)
        mean = jax.tree.map(lambda m, w: course.average * m + (1 - course.average) * w, state.mean, weights)
        return State(weights, mean, memory), value

    state = State(start, start, optimiser.init(start))
    random = np.random.default_rng(course.seed)
    began = time.monotonic()
    for number in range(course.rounds):
        values = []
        for batch in batches(lessons, course.windows, course.longest, random):
            state, value = step(state, flat(batch, random, shape))
            values.append(value)
        print(f"round {number + 1}: loss {np.mean(values):.4f}, {time.monotonic() - began:.0f} s", flush=True)
    return state.mean


@dataclass(frozen=True)
class Files:
    """Where the learned vectors lie, the weights to start from (None: random ones), and the folder of the model."""

    cache: Path
    start: Path | None
    out: Path


def learn(
    texts: Sequence[AnnotatedText], lessons: Sequence[Lesson], files: Files, shape: Shape, course: Course
) -> None:
    """Teach a tagger on some texts, and on lessons that came of other texts, and write its model file."""
    vocabulary, vectors = read_vectors(files.cache)
    start = initial(shape, vectors, len(vocabulary.entries["tag"]) + 1, course.seed)
    if files.start:
        with np.load(files.start) as archive:
            start |= {name: jnp.asarray(archive[name]) for name in archive.files if name in start and is_body(name)}
    everything = [*(lesson(text, vocabulary) for text in texts), *lessons]
    weights = teach(everything, Material(vocabulary, vectors), shape, course, start)
    write_tagger(files.out / "names.npz", vocabulary, vectors, weights, shape.dilations)


def is_body(name: str) -> bool:
    """Whether weights belong to the body of the network, not to its output layers."""
    return not name.startswith(("out", "step"))


def main() -> None:
    """Read the command line and teach."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("cache", type=Path, help="the folder of vectors.npz and the clean unlabelled texts")
    parser.add_argument("folders", type=Path, nargs="*", help="annotated texts; default: the shared material")
    parser.add_argument("--exclude-fold", type=int, choices=range(FOLDS), help="the fold that is not learned from")
    parser.add_argument("--out", type=Path, default=SHIPPED_MODEL.parent, help="folder; default: the shipped models'")
    parser.add_argument("--start", type=Path, help="weights of training.names_pretrain")
    parser.add_argument("--teachers", type=Path, nargs="*", default=(), help="models to learn unlabelled texts from")
    parser.add_argument("--characters", type=int, default=0, help="unlabelled text to learn from teachers")
    parser.add_argument("--rounds", type=int, default=Course.rounds)
    parser.add_argument("--rate", type=float, default=Course.rate)
    parser.add_argument("--dropout", type=float, default=Dropout.channels)
    parser.add_argument("--seed", type=int, default=Course.seed)
    args = parser.parse_args()
    annotated = read_annotated(args.folders)
    more: list[Lesson] = []
    if args.teachers:
        teachers = [load_tagger(path) for path in args.teachers]
        more = list(taught_by(teachers, unseen(args.cache, annotated, args.characters)))
    course = Course(rounds=args.rounds, seed=args.seed, rate=args.rate, dropout=Dropout(channels=args.dropout))
    texts = [text for text in annotated if fold_of(text.stem) != args.exclude_fold]
    learn(texts, more, Files(args.cache, args.start, args.out), Shape(), course)


if __name__ == "__main__":
    main()
