"""Score extraction on the annotated texts, each document by models that did not see it.

usage: python -m benchmarks.extraction MODELS [--misses]

MODELS holds one folder of models a fold, `fold0` to `fold4`, as `python -m training.folds MODELS` writes them. Two rows
are printed: all documents, and those that nobody opened while rules and lexicons were written.
"""

import argparse
import importlib.util
import json
import os
import shutil
import tempfile
from collections.abc import Iterable, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from pathlib import Path
from typing import Any

from loaders.contract import contract_row
from loaders.models.folder import models_from
from loaders.pipeline import extract
from loaders.read import read_paths
from loaders.records import RawDocument
from training.split import FOLDS, fold_of, held_out

COLUMNS = (
    ("NODES", "nodes"),
    ("RELATIONSHIPS", "relationships"),
    ("INDICATORS", "indicators"),
    ("INDICATORS with period and region", "… with period and region"),
    ("MEASURES", "measures"),
    ("MEASURE-GOAL PAIRS", "measure-goal pairs"),
)
# Below this a release is not made; above it, what we aim for.
FLOOR = (78, 48, 83, 66, 88, 70)
AIM = (88, 75, 92, 76, 97, 85)

Row = dict[str, Any]


def shared_folder() -> Path:
    """The folder of annotated texts: ZHITU_SHARED, by default beside the checkout."""
    return Path(os.environ.get("ZHITU_SHARED", Path(__file__).parent.parent.parent / "shared"))


def documents(shared: Path) -> dict[str, tuple[Path, Path]]:
    """Text and gold file of every annotated document, by stem."""
    found = {}
    for folder in ("corpus", "dev", "train"):
        for text in sorted((shared / folder).glob("*.txt")):
            gold = (shared / "gold" if folder == "corpus" else text.parent) / f"{text.stem}.json"
            if gold.exists():
                found[text.stem] = (text, gold)
    return found


def extract_fold(models: Path, fold: int, texts: Sequence[Path]) -> list[Row]:
    """What is extracted from the texts of one fold."""
    with models_from(models / f"fold{fold}"):
        return [contract_row(extract(raw)) for raw in read_paths(texts, None) if isinstance(raw, RawDocument)]


def extract_all(models: Path, texts: Iterable[Path]) -> list[Row]:
    """What is extracted from all texts, two folds at a time."""
    by_fold: list[list[Path]] = [[] for _ in range(FOLDS)]
    for text in texts:
        by_fold[fold_of(text.stem)].append(text)
    with ProcessPoolExecutor(max_workers=2) as pool:
        return [row for rows in pool.map(partial(extract_fold, models), range(FOLDS), by_fold) for row in rows]


def scorer(shared: Path) -> Any:
    """The module `score.py` of the annotated texts."""
    spec = importlib.util.spec_from_file_location("score", shared / "gold" / "score.py")
    if spec is None or spec.loader is None:
        raise SystemExit(f"{shared}/gold/score.py: not there; set ZHITU_SHARED to the folder of annotated texts")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def score(shared: Path, gold: Iterable[Path], rows: Sequence[Row], *, misses: bool = False) -> Mapping[str, Row]:
    """The scorer's table for the documents of some gold files."""
    with tempfile.TemporaryDirectory() as folder:
        stems = {Path(shutil.copy(path, folder)).stem for path in gold}
        kept = [row for row in rows if Path(row["document"]["path"]).stem in stems]
        table: Mapping[str, Row] = scorer(shared).score(Path(folder), kept, misses)
    return table


def main() -> None:
    """Print the score table."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("models", type=Path)
    parser.add_argument("--misses", action="store_true", help="list misses on documents that may be opened")
    parser.add_argument("--save", type=Path, help="write what was extracted, as JSON Lines")
    args = parser.parse_args()
    shared = shared_folder()
    found = documents(shared)
    unseen = held_out(found)
    rows = extract_all(args.models, [text for text, _ in found.values()])
    if args.save:
        args.save.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows), encoding="utf-8")
    print("| | " + " | ".join(name for _, name in COLUMNS) + " | mean |")
    print("| --- |" + " --- |" * (len(COLUMNS) + 1))
    for name, stems in (("all, out of fold", set(found)), ("held out from rules too", set(unseen))):
        table = score(shared, [gold for stem, (_, gold) in found.items() if stem in stems], rows)
        figures = [table[key]["F1"] for key, _ in COLUMNS]
        print(f"| {name} | " + " | ".join(f"{figure:.1f}" for figure in figures) + f" | {sum(figures) / 6:.2f} |")
    for name, line in (("floor", FLOOR), ("aim", AIM)):
        print(f"| {name} | " + " | ".join(map(str, line)) + " | |")
    details = score(shared, [gold for _, gold in found.values()], rows)
    for key, row in details.items():
        print(
            f"{key:36}{row['P']:7.1f}{row['R']:7.1f}{row['F1']:7.1f}{row['hit']:6}{row['predicted']:6}{row['gold']:6}"
        )
    if args.misses:
        visible = [gold for stem, (_, gold) in found.items() if stem not in unseen]
        score(shared, visible, rows, misses=True)


if __name__ == "__main__":
    main()
