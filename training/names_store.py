"""The tagger's files: the learned vectors that teaching starts from, and the model that is shipped.

A model file is an .npz of: `KIND_entries` (UTF-8, an entry a line) for char, pair, word, tag, region; `labels` (a layer
of tags a line); `NAME_rows` (int8, row 0 for what is not known) with `NAME_scale` (by column) for each sign; weights
(float16) under the names of `training.names_network`; `dilations` and `layers`.
"""

import csv
from importlib import resources
from pathlib import Path

import jax.numpy as jnp
import numpy as np
from numpy.typing import NDArray

from loaders.models.encoding import Vocabulary
from training.names_data import LAYERS
from training.names_network import SIGN_WIDTHS, Weights

NUMBER_OF_STEPS = 127  # int8
VECTOR_KINDS = ("char", "pair", "word")
# The parts of speech of rjieba's dictionary and model.
TAGS = tuple(
    """
    n x v vn m a ns p d uj c nr l j r q f nz u b t i ad nt ul eng zg s an vd ng nrt nrfg z uv k uz vg mq h ug g ag
    ud y tg df o e rz rr dg vq rg vi
    """.split()  # noqa: SIM905 (fifty short words read better in lines than one a line)
)


def region_names() -> list[str]:
    """Full, short and former names of the divisions that the schema knows, sorted."""
    table = resources.files("graph_schema").joinpath("data/regions.tsv").read_text(encoding="utf-8")
    names: set[str] = set()
    for row in csv.DictReader(table.splitlines(), delimiter="\t"):
        names |= {row["name"], *row["aliases"].split(";"), *row["former"].split(";")}
    return sorted(name for name in names if len(name) > 1)


def read_vectors(cache: Path) -> tuple[Vocabulary, Weights]:
    """The vocabulary and vectors that `training.vectors` wrote; row 0 of each is zero, for what is not known."""
    with np.load(cache / "vectors.npz") as archive:
        entries = {kind: archive[f"{kind}_entries"].tolist() for kind in VECTOR_KINDS}
        vectors = {kind: jnp.asarray(_with_unknown(archive[f"{kind}_vectors"])) for kind in VECTOR_KINDS}
    return Vocabulary({**entries, "tag": TAGS, "region": region_names()}), vectors


def _with_unknown(vectors: NDArray[np.float32]) -> NDArray[np.float32]:
    return np.concatenate([np.zeros((1, vectors.shape[1]), np.float32), vectors])


def write_tagger(
    path: Path, vocabulary: Vocabulary, vectors: Weights, weights: Weights, dilations: tuple[int, ...]
) -> None:
    """Write a model file."""
    tables = {f"{kind}s": np.asarray(vectors[kind]) for kind in VECTOR_KINDS}
    tables["chars"] = tables["chars"] + np.asarray(weights["char_fix"])
    tables |= {name: np.asarray(weights[f"{name}_vectors"]) for name in SIGN_WIDTHS}
    arrays: dict[str, NDArray[np.generic]] = {
        f"{kind}_entries": packed(entries) for kind, entries in vocabulary.entries.items()
    }
    for name, table in tables.items():
        scale = np.maximum(np.abs(table).max(0), 1e-6) / NUMBER_OF_STEPS
        arrays |= {f"{name}_rows": np.round(table / scale).astype(np.int8), f"{name}_scale": scale.astype(np.float32)}
    kept = [name for name in weights if not name.endswith("_vectors") and name != "char_fix"]
    arrays |= {name: np.asarray(weights[name]).astype(np.float16) for name in kept}
    arrays |= {"labels": packed([" ".join(labels) for labels in LAYERS]), "layers": np.array(len(LAYERS))}
    arrays["dilations"] = np.array(dilations)
    path.parent.mkdir(parents=True, exist_ok=True)
    np.savez_compressed(path, allow_pickle=False, **arrays)


def packed(lines: list[str] | tuple[str, ...]) -> NDArray[np.uint8]:
    """Lines as UTF-8 bytes."""
    return np.frombuffer("\n".join(lines).encode("utf-8"), np.uint8)
