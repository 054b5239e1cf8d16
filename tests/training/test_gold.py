"""Reading of annotated folders."""

import json
from pathlib import Path

import pytest

from training.gold import GoldError, clean, read_folder

HEAD = {"title": "示例", "publisher": None, "published_on": None, "doc_number": None, "region": None, "period": None}
NODE = {"label": "Region", "name": "甲市", "aliases": ["甲"], "kind": None}


def write_pair(folder: Path, stem: str, text: str, **rows: object) -> None:
    gold = {"document": HEAD, "nodes": [], "relationships": [], "indicators": [], "measures": [], **rows}
    (folder / f"{stem}.txt").write_text(text, encoding="utf-8")
    (folder / f"{stem}.json").write_text(json.dumps(gold, ensure_ascii=False), encoding="utf-8")


def test_texts_come_by_name_with_their_rows(tmp_path: Path) -> None:
    write_pair(tmp_path, "b", "乙市。")
    write_pair(tmp_path, "a", "甲市。", nodes=[NODE, {**NODE, "name": "乙市", "optional": True}])
    first, second = read_folder(tmp_path)
    assert (first.stem, second.stem) == ("a", "b")
    assert [(node.name, node.optional) for node in first.gold.nodes] == [("甲市", False), ("乙市", True)]


@pytest.mark.parametrize(
    ("raw", "expected"),
    [("質(zhì)量", "质量"), ("质量（ISO）", "质量（ISO）"), ("標準「甲」", "标准“甲”"), ("", "")],
)
def test_clean_text_is_simplified_and_without_glosses(raw: str, expected: str) -> None:
    assert clean(raw) == expected


def test_gold_without_text_is_refused_by_name(tmp_path: Path) -> None:
    write_pair(tmp_path, "a", "甲市。")
    (tmp_path / "a.txt").unlink()
    with pytest.raises(GoldError, match=r"a\.json"):
        list(read_folder(tmp_path))


def test_unknown_field_is_refused_by_name(tmp_path: Path) -> None:
    write_pair(tmp_path, "a", "甲市。", nodes=[{**NODE, "colour": "red"}])
    with pytest.raises(GoldError, match="colour"):
        list(read_folder(tmp_path))
