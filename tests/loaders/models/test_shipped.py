"""What ships stays small, complete, and free of sentences."""

import re

import numpy as np
import pytest

from loaders.models.folder import SHIPPED

FILES = sorted(SHIPPED.glob("*.npz"))
NAMES = {"names.npz", "measures.npz", "goals.npz", "quantities.npz", "relations.npz", "words.npz"}
MOST = 16 * 2**20  # bytes of all models together
# Runs over a mark that ends a clause: what a sentence has and no word of a vocabulary.
ACROSS_CLAUSES = re.compile("[\u4e00-\u9fff][，。；][\u4e00-\u9fff]{3}")


def test_every_model_is_there_and_all_are_small() -> None:
    assert {file.name for file in FILES} >= NAMES
    assert sum(file.stat().st_size for file in FILES) <= MOST


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.name)
def test_no_array_of_text_holds_a_sentence(file: object) -> None:
    with np.load(str(file), allow_pickle=False) as archive:
        for name in archive.files:
            array = archive[name]
            if array.dtype.kind == "U":
                entries = list(map(str, array.ravel()))
            elif name.endswith("_entries"):
                entries = array.tobytes().decode("utf-8").split("\n")
            else:
                continue
            assert max(map(len, entries)) <= 32, name
            assert not any(ACROSS_CLAUSES.search(entry) for entry in entries), name
