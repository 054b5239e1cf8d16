"""What was learned of quantities, as one archive."""

from dataclasses import dataclass
from functools import cache
from pathlib import Path

import numpy as np

from loaders.models.folder import model_file
from loaders.models.linear import Linear, packed, read_archive, unpacked, write_archive
from loaders.relate.quantities.naming import NamingModel

MODEL = "quantities.npz"
LINEAR = ("selection", "tense", "period")


@dataclass(frozen=True)
class QuantityModel:
    """Scores above 0 say: an indicator (selection), a target (tense); the best candidate wins (period)."""

    selection: Linear
    tense: Linear
    period: Linear
    naming: NamingModel


def read_model(path: Path) -> QuantityModel:
    """The model of an archive that `write_model` wrote."""
    archive = read_archive(path)
    selection, tense, period, naming = (unpacked(archive, name) for name in (*LINEAR, "naming"))
    return QuantityModel(selection, tense, period, NamingModel(naming.weights[:, 0], tuple(map(float, naming.bias))))


def write_model(path: Path, model: QuantityModel) -> None:
    """Write a model, its weights as whole numbers of one byte."""
    parts = {name: {**packed(part.weights), "bias": part.bias} for name in LINEAR for part in [getattr(model, name)]}
    naming = model.naming
    parts["naming"] = {**packed(naming.weights[:, None]), "bias": np.array(naming.ends, np.float32)}
    write_archive(path, parts)


def current_model() -> QuantityModel:
    """The model in the folder of models, read once for each folder."""
    return _read_once(model_file(MODEL))


@cache
def _read_once(path: Path) -> QuantityModel:
    return read_model(path)
