"""Learning from what other taggers find."""

import gzip
import json
from pathlib import Path

import pytest

pytest.importorskip("jax", reason="teaching needs the extra `training`")

from loaders.models.tagger import load_tagger
from training.gold import AnnotatedText, Gold
from training.names_self import taught_by, unseen
from training.unlabelled import CLEAN

HEAD = {"title": None, "publisher": None, "published_on": None, "doc_number": None, "region": None, "period": None}
EMPTY = {"document": HEAD, "nodes": [], "relationships": [], "indicators": [], "measures": []}
LONG = "甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未申酉戌亥春夏秋冬东南西北"


def write_clean(cache: Path, *texts: str) -> None:
    with gzip.open(cache / CLEAN, "wt", encoding="utf-8") as lines:
        lines.writelines(json.dumps(text) + "\n" for text in texts)


def test_passages_of_annotated_texts_are_left_out(tmp_path: Path) -> None:
    write_clean(tmp_path, f"前文。{LONG}后文", "别的一篇。")
    annotated = AnnotatedText("a", tmp_path / "a.txt", LONG, LONG, Gold.model_validate(EMPTY))
    assert list(unseen(tmp_path, [annotated], 1000)) == ["别的一篇。"]


def test_no_more_text_than_asked_for(tmp_path: Path) -> None:
    write_clean(tmp_path, *["短文。"] * 5)
    assert len(list(unseen(tmp_path, [], 7))) == 3


def test_teachers_findings_are_allowed() -> None:
    tagger = load_tagger()
    text = "青岛市市场监督管理局召开会议。"
    (one,) = taught_by([tagger], [text])
    agency = next(span for span in tagger.tag(text) if span.label == "Agency")
    begins = 2 * tagger.labels[0].index("Agency") + 1
    assert one.allowed[0][agency.start, begins]
    assert one.allowed[0].any(axis=1).all()
