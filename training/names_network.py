"""The tagger's network as it is taught: residual gated convolutions under two conditional random fields, in JAX.

`loaders.models.network` runs the same sums in numpy; a test compares the two.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import jax
import jax.numpy as jnp
import numpy as np
from jax import Array
from jax.experimental.layout import Layout, with_layout_constraint

from loaders.models.encoding import MARK_VALUES, PLACES, REGION_VALUES
from training.names_data import LAYERS, tag_count

Weights = dict[str, Array]

FORBIDDEN = -30.0  # score of an impossible step; exp(-30) counts as nothing in float32 sums
# numbers in the taught vector of each small sign
SIGN_WIDTHS = {"tags": 16, "places": 8, "marks": 4, "regions": 8}
SMALLEST = 1e-30


@dataclass(frozen=True)
class Shape:
    """The size of the network; a dilation is the distance in characters that one gated convolution looks."""

    channels: int = 160
    dilations: tuple[int, ...] = (1, 2, 4, 8, 1)


@dataclass(frozen=True)
class Dropout:
    """Shares left out while teaching: of vectors of pairs and words, and of gated channels."""

    signs: float = 0.15
    chars: float = 0.05
    channels: float = 0.25


def initial(shape: Shape, vectors: Weights, tags: int, seed: int) -> Weights:
    """Random weights for a network over the given vectors (`char`, `pair`, `word`: entries × numbers)."""
    random = np.random.default_rng(seed)

    def normal(scale: float, *size: int) -> Array:
        return jnp.asarray(random.normal(0.0, scale, size), jnp.float32)

    values = {"tags": tags, "places": PLACES, "marks": MARK_VALUES, "regions": REGION_VALUES}
    weights = {f"{name}_vectors": normal(0.3, values[name], width) for name, width in SIGN_WIDTHS.items()}
    width = sum(vectors[name].shape[1] for name in ("char", "pair", "word")) + sum(SIGN_WIDTHS.values())
    c = shape.channels
    weights |= {
        "char_fix": jnp.zeros_like(vectors["char"]),
        "in_w": normal(width**-0.5, width, c),
        "in_b": jnp.zeros(c),
    }
    for i in range(len(shape.dilations)):
        weights |= {f"conv{i}_w": normal((3 * c) ** -0.5, 3 * c, 2 * c), f"conv{i}_b": jnp.zeros(2 * c)}
    for i, labels in enumerate(LAYERS):
        n = tag_count(labels)
        weights |= {f"out{i}_w": normal(c**-0.5, c, n), f"out{i}_b": jnp.zeros(n), f"step{i}": jnp.zeros((n, n))}
    return weights


@jax.custom_vjp
def product(rows: Array, matrix: Array) -> Array:
    """`rows` times `matrix`, multiplied in bfloat16 and summed in float32: ten times faster where supported."""
    return _product(rows, matrix)[0]


def _product(rows: Array, matrix: Array) -> tuple[Array, tuple[Array, Array]]:
    short = rows.astype(jnp.bfloat16), matrix.astype(jnp.bfloat16)
    return jax.lax.dot(*short, preferred_element_type=jnp.float32), short


def _product_slope(short: tuple[Array, Array], slope: Array) -> tuple[Array, Array]:
    rows, matrix = short
    slope = slope.astype(jnp.bfloat16)
    # Turned in memory first: a product over the first axis of both misses the fast path.
    across = with_layout_constraint(rows.T, Layout((0, 1)))  # type: ignore[no-untyped-call]
    return (
        jax.lax.dot_general(slope, matrix, (((1,), (1,)), ((), ())), preferred_element_type=jnp.float32),
        jax.lax.dot(across, slope, preferred_element_type=jnp.float32),
    )


product.defvjp(_product, _product_slope)


def hidden(
    weights: Weights, vectors: Weights, batch: Weights, dilations: Sequence[int], dropout: Dropout | None
) -> Array:
    """What the network makes of each character: windows × characters × channels.

    Without `dropout` nothing is left out and the batch needs no noise.
    """

    def kept(x: Array, kind: str) -> Array:
        share = {"char": dropout.chars}.get(kind, dropout.signs) if dropout else 0.0
        return x * (batch[f"noise_{kind}"] >= round(256 * share))[..., None] if dropout else x

    tables = {**vectors, "char": vectors["char"] + weights["char_fix"]}
    parts = [kept(tables[kind][batch[f"{kind}s"]], kind) for kind in ("char", "pair", "word")]
    parts += [weights[f"{name}_vectors"][batch[name]] for name in SIGN_WIDTHS]
    here = batch["inside"].reshape(-1, 1).astype(jnp.float32)
    x = jnp.concatenate(parts, -1)
    h = (product(x.reshape(-1, x.shape[-1]), weights["in_w"]) + weights["in_b"]) * here
    for i, distance in enumerate(dilations):
        noise = batch["noise_channels"][i].reshape(h.shape) if dropout else None
        around = [_shifted(h, x.shape[:2], distance), h, _shifted(h, x.shape[:2], -distance)]
        both = product(jnp.concatenate(around, -1), weights[f"conv{i}_w"]) + weights[f"conv{i}_b"]
        value, gate = jnp.split(both, 2, -1)
        if dropout and noise is not None:
            value = value * (noise >= round(256 * dropout.channels)) / (1.0 - dropout.channels)
        h = (h + value * jax.nn.sigmoid(gate)) * here
    return h.reshape(*x.shape[:2], -1)


def _shifted(rows: Array, windows: tuple[int, ...], by: int) -> Array:
    h = rows.reshape(*windows, -1)
    filling = jnp.zeros_like(h[:, : abs(by)])
    moved = [filling, h[:, :-by]] if by > 0 else [h[:, -by:], filling]
    return jnp.concatenate(moved, 1).reshape(rows.shape)


def noise(random: np.random.Generator, windows: tuple[int, int], shape: Shape) -> dict[str, np.ndarray]:
    """Random bytes for leaving out: made outside the compiled step, where they cost a tenth of the time."""
    sizes = dict.fromkeys(("char", "pair", "word"), windows)
    everything = {**sizes, "channels": (len(shape.dilations), *windows, shape.channels)}
    return {
        f"noise_{kind}": np.frombuffer(random.bytes(int(np.prod(size))), np.uint8).reshape(size)
        for kind, size in everything.items()
    }


def steps_forbidden(tags: int) -> np.ndarray:
    """FORBIDDEN where a tag cannot follow another: "goes on" only after "begins" or "goes on" of its label."""
    forbidden = np.zeros((tags, tags), np.float32)
    for goes_on in range(2, tags, 2):
        forbidden[:, goes_on] = FORBIDDEN
        forbidden[[goes_on - 1, goes_on], goes_on] = 0.0
    return forbidden


def crf_loss(scores: Array, step: Array, allowed: Array, inside: Array) -> Array:
    """Minus the log share of the allowed tag sequences among all, by window.

    `scores` are windows × characters × tags. Filling counts as O; a window may start inside a name.
    """
    tags = scores.shape[-1]
    outside = jnp.where(jnp.arange(tags) == 0, 0.0, FORBIDDEN)
    scores = jnp.where(inside[..., None], scores, outside)
    step = jnp.exp(step + steps_forbidden(tags))
    both = jnp.concatenate([scores, jnp.where(allowed, scores, 2 * FORBIDDEN)])
    top = both.max(-1)
    emitted = jnp.exp(both - top[..., None])

    def forward(before: Array, now: Array) -> tuple[Array, Array]:
        total = before.sum(-1, keepdims=True) + SMALLEST
        return (before / total) @ step * now, jnp.log(total[:, 0])

    last, logs = jax.lax.scan(forward, emitted[:, 0], emitted[:, 1:].swapaxes(0, 1))
    log_sum = logs.sum(0) + jnp.log(last.sum(-1) + SMALLEST) + top.sum(-1)
    every, right = jnp.split(log_sum, 2)
    return every - right
