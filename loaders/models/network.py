"""The tagger's network in numpy: what `training.names_network` teaches, without what teaching needs.

All sums are float32 and run in a fixed order on one text at a time, so that the same text gives the same numbers.
"""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
import threadpoolctl
from numpy.typing import NDArray

from loaders.models.encoding import Encoded

# The products are small: several threads would spend their time waiting for each other, and other work on the machine,
# a database above all, would miss it. Nor do sums then depend on how many cores there are.
threadpoolctl.threadpool_limits(limits=1, user_api="blas")

Floats = NDArray[np.float32]
VECTORS = ("chars", "pairs", "words", "tags", "places", "marks", "regions")  # in the order of the input


@dataclass(frozen=True)
class Convolution:
    """One gated convolution of width 3; the gate's half of the weights is stored with its sign turned."""

    distance: int
    weights: Floats  # 3·channels × 2·channels
    bias: Floats


@dataclass(frozen=True)
class Table:
    """Vectors by number, row 0 for what is not known, times a scale by column that the first layer has taken in."""

    rows: NDArray[np.int8]


@dataclass(frozen=True)
class Network:
    """Tables of vectors, the first layer, the convolutions, and one output layer for each layer of tags."""

    tables: tuple[Table, ...]
    first: Floats
    first_bias: Floats
    convolutions: tuple[Convolution, ...]
    outputs: tuple[tuple[Floats, Floats], ...]

    @property
    def reach(self) -> int:
        """How many characters away another one can still matter."""
        return sum(convolution.distance for convolution in self.convolutions)

    def scores(self, encoded: Encoded) -> tuple[Floats, ...]:
        """For each layer of tags the scores of each character: characters × tags."""
        signs = [table.rows[getattr(encoded, name)] for name, table in zip(VECTORS, self.tables, strict=True)]
        h = np.concatenate(signs, axis=1).astype(np.float32) @ self.first + self.first_bias
        room = _Room.of(h)
        with np.errstate(over="ignore"):  # a gate far below zero: exp is infinite and the gate shut
            for convolution in self.convolutions:
                _convolve(h, convolution, room)
        return tuple(np.add(h @ weights, bias, dtype=np.float32) for weights, bias in self.outputs)


@dataclass(frozen=True)
class _Room:
    """Arrays that all convolutions of a window fill in turn: to make them anew costs nearly as much as to fill them."""

    around: Floats  # characters × 3·channels: the character before, this one, the one behind
    both: Floats  # characters × 2·channels: values and gates
    gate: Floats  # characters × channels

    @classmethod
    def of(cls, h: Floats) -> "_Room":
        count, channels = h.shape
        return cls(*(np.empty((count, times * channels), np.float32) for times in (3, 2, 1)))


def _convolve(h: Floats, convolution: Convolution, room: _Room) -> None:
    """Add a gated convolution to `h` in place."""
    channels, distance = h.shape[1], convolution.distance
    around, both, gate = room.around, room.both, room.gate
    around[:distance, :channels] = 0.0
    around[distance:, :channels] = h[:-distance]
    around[:, channels : 2 * channels] = h
    around[:-distance, 2 * channels :] = h[distance:]
    around[-distance:, 2 * channels :] = 0.0
    np.matmul(around, convolution.weights, out=both)
    both += convolution.bias
    np.exp(both[:, channels:], out=gate)
    gate += 1.0
    h += np.divide(both[:, :channels], gate, out=gate)


def build(arrays: Mapping[str, NDArray[np.generic]]) -> Network:
    """The network that a model file holds; `training.names_store` writes such files."""
    first = arrays["in_w"].astype(np.float32)
    scales = np.concatenate([arrays[f"{name}_scale"] for name in VECTORS]).astype(np.float32)
    distances = [int(distance) for distance in arrays["dilations"]]
    return Network(
        tuple(Table(arrays[f"{name}_rows"].astype(np.int8, copy=False)) for name in VECTORS),
        np.multiply(first, scales[:, None], dtype=np.float32),
        arrays["in_b"].astype(np.float32),
        tuple(_convolution(arrays, i, distance) for i, distance in enumerate(distances)),
        tuple(
            (arrays[f"out{i}_w"].astype(np.float32), arrays[f"out{i}_b"].astype(np.float32))
            for i in range(int(arrays["layers"]))
        ),
    )


def _convolution(arrays: Mapping[str, NDArray[np.generic]], index: int, distance: int) -> Convolution:
    weights = arrays[f"conv{index}_w"].astype(np.float32)
    bias = arrays[f"conv{index}_b"].astype(np.float32)
    channels = weights.shape[1] // 2
    weights[:, channels:] *= -1.0
    bias[channels:] *= -1.0
    return Convolution(distance, weights, bias)
