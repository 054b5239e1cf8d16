"""Linear models over sparse rows, and the compact archives that hold them."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from loaders.models.ngrams import SparseRows, Vocabulary

MODELS = Path(__file__).parent
Array = NDArray[Any]


@dataclass(frozen=True)
class Linear:
    """A score for each of some classes: rows x weights + bias; `weights` is (columns, classes)."""

    weights: NDArray[np.float32]
    bias: NDArray[np.float32]

    def scores(self, rows: SparseRows) -> NDArray[np.float32]:
        """One row of scores, one column for each class."""
        return rows.times(self.weights) + self.bias

    def beside(self, other: "Linear") -> "Linear":
        """One model with the classes of both, over the same columns."""
        return Linear(np.hstack([self.weights, other.weights]), np.concatenate([self.bias, other.bias]))


def packed(weights: Array) -> dict[str, Array]:
    """Weights as whole numbers of one byte and a scale for each class."""
    scale = np.maximum(np.abs(weights).max(axis=0, initial=0.0), 1e-9) / 127
    return {"weights": np.round(weights / scale).astype(np.int8), "scale": scale.astype(np.float32)}


def unpacked(archive: Mapping[str, Array], name: str) -> Linear:
    """The model `name` of an archive that `packed` filled, with its `bias`."""
    weights = archive[f"{name}.weights"].astype(np.float32) * archive[f"{name}.scale"]
    return Linear(weights, archive[f"{name}.bias"].astype(np.float32))


def vocabulary_in(archive: Mapping[str, Array], name: str = "ngrams") -> Vocabulary:
    """The vocabulary of an archive: buckets stored as steps, rarities as half floats."""
    buckets = np.cumsum(archive[f"{name}.steps"], dtype=np.uint32)
    return Vocabulary(buckets, archive[f"{name}.rarity"].astype(np.float32))


def packed_vocabulary(vocabulary: Vocabulary) -> dict[str, Array]:
    """A vocabulary as the arrays that `vocabulary_in` reads."""
    steps = np.diff(vocabulary.buckets, prepend=np.uint32(0))
    return {"steps": steps.astype(np.uint32), "rarity": vocabulary.rarity.astype(np.float16)}


def read_archive(path: Path) -> dict[str, Array]:
    """Every array of an archive."""
    with np.load(path) as archive:
        return {name: archive[name] for name in archive.files}


def write_archive(path: Path, parts: Mapping[str, Mapping[str, Array]]) -> None:
    """Write the arrays of each part under `part.name`; the same arrays give the same bytes."""
    arrays = {f"{part}.{name}": array for part, named in parts.items() for name, array in named.items()}
    np.savez_compressed(path, allow_pickle=False, **arrays)
