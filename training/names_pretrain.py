"""Teach the tagger's network the language of the unlabelled texts before it sees any gold: guess words left out.

Usage: python -m training.names_pretrain CACHE --out FILE
Every seventh word is hidden with all that would tell it (pairs, word, part of speech); its characters are to be
guessed.
CACHE holds vectors.npz (training.vectors); FILE becomes an .npz of weights that `training.names` starts from.
"""

import argparse
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

import jax
import jax.numpy as jnp
import numpy as np
import optax
from jax import Array
from numpy.typing import NDArray

from loaders.models.encoding import Vocabulary
from training.names_network import Dropout, Shape, Weights, hidden, initial, noise
from training.names_store import read_vectors
from training.unlabelled import unlabelled_texts

HIDDEN_SHARE = 0.15  # of words
FALSE_SHARE = 0.15  # of hidden words: another's characters stand in their place
GUESSES = 800  # characters to be guessed in a batch, at most
WINDOWS, LONGEST = 24, 192
RATE = 2e-3
SEED = 11

Stream = dict[str, NDArray[np.int32]]


class State(NamedTuple):
    """What a step changes."""

    weights: Weights
    memory: optax.OptState


@dataclass(frozen=True)
class Puzzle:
    """A batch with words left out, the places of their characters in it, and what stood there."""

    signs: Stream
    places: NDArray[np.int32]
    answers: NDArray[np.int32]  # 0 counts as nothing to guess


def stream(vocabulary: Vocabulary, cache: Path) -> Stream:
    """The numbers of all unlabelled texts in one line."""
    encoded = [vars(vocabulary.encode(text)) for text in unlabelled_texts(cache)]
    return {name: np.concatenate([one[name] for one in encoded]) for name in encoded[0]}


def puzzles(line: Stream, random: np.random.Generator) -> Iterator[Puzzle]:
    """One round through the line in random order."""
    start = int(random.integers(LONGEST))
    count = (len(line["chars"]) - start) // LONGEST
    order = random.permutation(count)
    for at in range(0, count - WINDOWS + 1, WINDOWS):
        rows = start + order[at : at + WINDOWS, None] * LONGEST + np.arange(LONGEST)
        yield puzzle({name: numbers[rows] for name, numbers in line.items()}, random)


def puzzle(signs: Stream, random: np.random.Generator) -> Puzzle:
    """Hide words in a batch."""
    begins = (signs["places"] == 1) | (signs["places"] == 2)
    word = np.cumsum(begins.ravel()).reshape(begins.shape)
    dice = random.random(word.max() + 1)[word]
    gone, false = dice < HIDDEN_SHARE, dice < HIDDEN_SHARE * FALSE_SHARE
    others = np.roll(signs["chars"].ravel(), int(random.integers(1000, 2000))).reshape(gone.shape)
    beside = gone.copy()
    beside[:, :-1] |= gone[:, 1:]
    seen = {name: np.where(gone & (name != "marks"), 0, numbers) for name, numbers in signs.items()}
    seen["pairs"] = np.where(beside, 0, signs["pairs"])
    seen["chars"] = np.where(false, others, seen["chars"])
    places = np.flatnonzero(gone)
    places = random.permutation(places)[:GUESSES].astype(np.int32)
    answers = signs["chars"].ravel()[places]
    filling = (0, GUESSES - len(places))
    return Puzzle(seen, np.pad(places, filling), np.pad(answers, filling))


def loss(weights: Weights, vectors: Weights, batch: Weights, shape: Shape, dropout: Dropout) -> Array:
    """Minus the mean log share of the hidden characters."""
    h = hidden(weights, vectors, batch, shape.dilations, dropout).reshape(-1, shape.channels)[batch["guesses"]]
    asked = jax.nn.gelu(h @ weights["guess_w"] + weights["guess_b"])
    shares = jax.nn.log_softmax(asked @ (vectors["char"] + weights["char_fix"]).T + weights["guess_bias"])
    right = jnp.take_along_axis(shares, batch["answers"][:, None], 1)[:, 0]
    counted = batch["answers"] > 0
    return -(right * counted).sum() / counted.sum()


def with_guessing(weights: Weights, vectors: Weights, shape: Shape) -> Weights:
    """The weights with an output layer for guessing characters."""
    entries, width = vectors["char"].shape
    random = np.random.default_rng(SEED)
    guess = jnp.asarray(random.normal(0, shape.channels**-0.5, (shape.channels, width)), jnp.float32)
    return {**weights, "guess_w": guess, "guess_b": jnp.zeros(width), "guess_bias": jnp.zeros(entries)}


def pretrain(cache: Path, shape: Shape, rounds: int) -> Weights:
    """Teach a network to guess; gives its weights."""
    vocabulary, vectors = read_vectors(cache)
    line = stream(vocabulary, cache)
    count = len(line["chars"]) // LONGEST // WINDOWS * rounds
    rate = optax.warmup_cosine_decay_schedule(0.0, RATE, 200, count, RATE / 20)
    optimiser = optax.chain(optax.clip_by_global_norm(1.0), optax.adamw(rate, weight_decay=0.01))
    dropout = Dropout(signs=0.1, chars=0.0, channels=0.05)

    @jax.jit
    def step(state: State, batch: Weights) -> tuple[State, Array]:
        value, slope = jax.value_and_grad(loss)(state.weights, vectors, batch, shape, dropout)
        change, memory = optimiser.update(slope, state.memory, state.weights)
        return State(optax.apply_updates(state.weights, change), memory), value

    weights = with_guessing(initial(shape, vectors, len(vocabulary.entries["tag"]) + 1, SEED), vectors, shape)
    state = State(weights, optimiser.init(weights))
    random = np.random.default_rng(SEED)
    began, values, inside = time.monotonic(), [], np.ones((WINDOWS, LONGEST), np.bool_)
    for one in (one for _ in range(rounds) for one in puzzles(line, random)):
        batch = {**one.signs, "inside": inside, "guesses": one.places, "answers": one.answers}
        state, value = step(state, {**batch, **noise(random, inside.shape, shape)})
        values.append(value)
        if len(values) % 200 == 0:
            mean, seconds = float(np.mean(values[-200:])), time.monotonic() - began
            print(f"step {len(values)} of {count}: loss {mean:.3f}, {seconds:.0f} s", flush=True)
    return state.weights


def main() -> None:
    """Read the command line and teach."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("cache", type=Path)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--rounds", type=int, default=1)
    args = parser.parse_args()
    weights = pretrain(args.cache, Shape(), args.rounds)
    arrays: dict[str, NDArray[np.float32]] = {name: np.asarray(array) for name, array in weights.items()}
    np.savez(args.out, allow_pickle=False, **arrays)


if __name__ == "__main__":
    main()
