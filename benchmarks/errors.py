"""Count by class what extraction misses, on the annotated texts that may be opened.

usage: python -m benchmarks.errors ROWS

ROWS is what `python -m benchmarks.extraction MODELS --save ROWS` wrote.
"""

import argparse
import json
from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from benchmarks.extraction import documents, scorer, shared_folder
from training.split import held_out

Row = dict[str, Any]


def read(rows: Path, shared: Path) -> Iterator[tuple[Row, Row]]:
    """Gold and what was found, for each document that may be opened."""
    found = documents(shared)
    unseen = held_out(found)
    facts = scorer(shared).predicted_facts
    for line in rows.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        stem = Path(row["document"]["path"]).stem
        if stem in found and stem not in unseen:
            yield json.loads(found[stem][1].read_text(encoding="utf-8")), facts(row)


def name_class(gold: Row, found: list[Row], score: Any) -> str:
    """What became of one gold name."""
    same = [node for node in found if score.same_node(gold, node)]
    if any(node["label"] == gold["label"] for node in same):
        return "found"
    if same:
        return "found under another label"
    key = score.key(gold["name"])
    near = (score.key(name) for node in found if node["label"] == gold["label"] for name in _names(node))
    if any(name and (name in key or key in name) for name in near):
        return "proposed with other bounds"
    return "never proposed"


def _names(node: Row) -> list[str]:
    return [node["name"], *node["aliases"]]


def relation_class(gold: Row, ends: Mapping[str, Row], found: Row, score: Any) -> str:
    """What became of one gold relationship; `ends` are the gold names by their keys."""
    source, target = (ends.get(score.key(gold[end]), {"name": gold[end]}) for end in ("source", "target"))
    for each in found["relationships"]:
        straight = score.same_node(source, each["source"]) and score.same_node(target, each["target"])
        turned = score.same_node(source, each["target"]) and score.same_node(target, each["source"])
        if each["type"] == gold["type"] and (straight or (turned and gold["type"] in score.SYMMETRIC)):
            return "found"
    both = all(any(score.same_node(end, node) for node in found["nodes"]) for end in (source, target))
    return "both names found, the relation not seen" if both else "one of its names was not found"


def main() -> None:
    """Print the counts."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("rows", type=Path)
    shared = shared_folder()
    score = scorer(shared)
    names: Counter[str] = Counter()
    relations: Counter[str] = Counter()
    for gold, found in read(parser.parse_args().rows, shared):
        ends = {key: node for node in gold["nodes"] for key in score.names(node)}
        names.update(name_class(node, found["nodes"], score) for node in gold["nodes"] if not node.get("optional"))
        relations.update(
            relation_class(row, ends, found, score) for row in gold["relationships"] if not row.get("optional")
        )
    for title, counts in (("names", names), ("relationships", relations)):
        print(f"{title} ({counts.total():,} in gold)")
        for what, count in counts.most_common():
            print(f"  {what:42}{count:6}")


if __name__ == "__main__":
    main()
