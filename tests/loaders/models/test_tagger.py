"""The shipped tagger of names."""

from pathlib import Path

import numpy as np
import pytest

from loaders.models.tagger import SHIPPED, ModelError, Tagger, load_tagger

SENTENCES = "昨天，青岛市市场监督管理局局长王小明在会上介绍，《青岛市质量强市建设规划》即将印发。"
LARGEST = 9 * 2**20  # bytes


@pytest.fixture(scope="module")
def tagger() -> Tagger:
    return load_tagger()


def test_names_of_several_kinds_are_found(tagger: Tagger) -> None:
    found = {(SENTENCES[span.start : span.end], span.label) for span in tagger.tag(SENTENCES)}
    assert ("青岛市市场监督管理局", "Agency") in found
    assert ("王小明", "Person") in found


def test_region_inside_an_agency_is_found(tagger: Tagger) -> None:
    regions = [span for span in tagger.tag(SENTENCES) if span.label == "Region"]
    assert regions
    assert SENTENCES[regions[0].start : regions[0].end] == "青岛市"


def test_scores_are_shares_and_spans_come_in_order(tagger: Tagger) -> None:
    found = tagger.tag(SENTENCES * 40)
    assert all(0.0 <= span.score <= 1.0 and span.start < span.end for span in found)
    assert found == sorted(found, key=lambda span: (span.start, -span.end, span.label))


def test_same_text_gives_the_same_names(tagger: Tagger) -> None:
    assert tagger.tag(SENTENCES) == load_tagger().tag(SENTENCES)


@pytest.mark.parametrize("text", ["", "\n", "。", "\x00", "𠮷"])
def test_texts_without_names_give_none(tagger: Tagger, text: str) -> None:
    assert tagger.tag(text) == []


def test_model_is_small_and_holds_no_text(tagger: Tagger) -> None:
    assert SHIPPED.stat().st_size <= LARGEST
    entries = tagger.vocabulary.entries
    assert max(len(pair) for pair in entries["pair"]) == 2
    assert not any(mark in word for word in entries["word"] if len(word) > 1 for mark in "，。；：！？、")


def test_absent_model_is_refused_by_name(tmp_path: Path) -> None:
    with pytest.raises(ModelError, match=r"none\.npz"):
        load_tagger(tmp_path / "none.npz")


def test_other_archive_is_refused_by_name(tmp_path: Path) -> None:
    np.savez(tmp_path / "other.npz", numbers=np.arange(3))
    with pytest.raises(ModelError, match=r"other\.npz"):
        load_tagger(tmp_path / "other.npz")
