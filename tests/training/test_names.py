"""What the tagger is taught, and that the shipped code runs what was taught."""

from pathlib import Path

import numpy as np
import pytest

jax = pytest.importorskip("jax", reason="teaching needs the extra `training`")

from loaders.models.encoding import Vocabulary  # noqa: E402 (only where JAX is)
from loaders.models.tagger import load_tagger  # noqa: E402
from training.gold import AnnotatedText, Gold  # noqa: E402
from training.names_data import INNER, OUTER, Lesson, lesson  # noqa: E402
from training.names_network import Shape, crf_loss, hidden, initial  # noqa: E402
from training.names_store import TAGS, write_tagger  # noqa: E402

ENTRIES = {"char": ["甲", "省", "局", "市"], "pair": ["甲省"], "word": ["质量"], "tag": TAGS, "region": ["甲省"]}
TEXT = "甲省质监局在甲省质量强市。"
HEAD = {"title": None, "publisher": None, "published_on": None, "doc_number": None, "region": None, "period": None}


def taught(text: str, *nodes: dict[str, object]) -> Lesson:
    empty = {"document": HEAD, "relationships": [], "indicators": [], "measures": []}
    gold = Gold.model_validate({**empty, "nodes": nodes})
    return lesson(AnnotatedText("a", Path("a.txt"), text, text, gold), Vocabulary(ENTRIES))


def tags(one: Lesson, layer: int) -> list[list[int]]:
    return [np.flatnonzero(row).tolist() for row in one.allowed[layer]]


def test_region_is_taught_inside_an_agency_and_alone() -> None:
    one = taught(TEXT, {"label": "Region", "name": "甲省"}, {"label": "Agency", "name": "甲省质监局"})
    begins = 2 * OUTER.index("Agency") + 1
    assert tags(one, 0)[:6] == [[begins], *[[begins + 1]] * 4, [0]]
    assert tags(one, 1) == [[1], [2], [0], [0], [0], [0], [1], [2], [0], [0], [0], [0], [0]]


def test_region_inside_a_firm_is_left_open_where_it_also_stands_alone() -> None:
    one = taught("甲省公司在甲省", {"label": "Region", "name": "甲省"}, {"label": "Organization", "name": "甲省公司"})
    assert tags(one, 1) == [[0, 1, 2], [0, 1, 2], [0], [0], [0], [1], [2]]


def test_optional_names_are_left_open() -> None:
    one = taught("在甲局", {"label": "Agency", "name": "甲局", "optional": True})
    assert [len(allowed) for allowed in tags(one, 0)] == [1, 2 * len(OUTER) + 1, 2 * len(OUTER) + 1]


def test_loss_is_minus_the_log_share_of_the_allowed_sequences() -> None:
    scores = np.zeros((1, 2, 3), np.float32)
    allowed = np.array([[[True, False, False], [True, True, False]]])
    # Of O O, O B, B O, B B, B I, and I before any (a window may start inside a name), two are allowed.
    loss = crf_loss(
        jax.numpy.asarray(scores), jax.numpy.zeros((3, 3)), jax.numpy.asarray(allowed), jax.numpy.ones((1, 2), bool)
    )
    assert float(loss[0]) == pytest.approx(np.log(8 / 2), abs=1e-3)


def test_shipped_code_gives_the_taught_scores(tmp_path: Path) -> None:
    random = np.random.default_rng(3)
    vectors = {
        kind: jax.numpy.asarray(random.normal(size=(len(ENTRIES[kind]) + 1, width)), np.float32)
        for kind, width in (("char", 8), ("pair", 8), ("word", 12))
    }
    shape, vocabulary, one = Shape(16), Vocabulary(ENTRIES), taught(TEXT)
    weights = initial(shape, vectors, len(TAGS) + 1, seed=1)
    write_tagger(tmp_path / "m.npz", vocabulary, vectors, weights, shape.dilations)
    batch = {name: jax.numpy.asarray(row[None]) for name, row in vars(one.encoded).items()}
    h = hidden(weights, vectors, {**batch, "inside": jax.numpy.ones((1, len(TEXT)), bool)}, shape.dilations, None)
    for layer, labels in enumerate((OUTER, INNER)):
        expected = np.asarray(h[0] @ weights[f"out{layer}_w"] + weights[f"out{layer}_b"])
        found = load_tagger(tmp_path / "m.npz").scores(TEXT)[layer]
        assert found.shape == (len(TEXT), 2 * len(labels) + 1)
        assert np.abs(found - expected).max() < 0.1 * np.abs(expected).max()
