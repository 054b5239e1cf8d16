"""Score the reading of quantities by folds of documents: end to end, and what goes wrong where.

    python -m training.quantities_score

Every document is read by a model that learned from the other folds. Errors are counted on documents that may be read.
"""

import importlib.util
from collections import Counter
from collections.abc import Iterable, Sequence
from types import ModuleType
from typing import Any

from loaders.records import Quantity
from loaders.relate.quantities.read import read_quantities
from training.gold import read_annotated, shared_folder
from training.quantities import train
from training.quantities_gold import Counted, read_counted
from training.split import FOLDS, held_out

Row = dict[str, Any]


def main() -> None:
    counted = read_counted(read_annotated([]))
    read = out_of_fold(counted)
    scorer = load_scorer()
    hidden = held_out(each.annotated.stem for each in counted)
    groups = {
        "all": counted,
        "train": [each for each in counted if each.annotated.stem.startswith("t")],
        "dev": [each for each in counted if each.annotated.stem.startswith("d")],
        "corpus": [each for each in counted if "-" in each.annotated.stem],
        "held out": [each for each in counted if each.annotated.stem in hidden],
    }
    for name, group in groups.items():
        print(f"{name:9}", score(scorer, group, read))
    print("errors, documents that may be read:")
    for error, count in errors(
        scorer, [each for each in counted if each.annotated.stem not in hidden], read
    ).most_common():
        print(f"  {error:28}{count:5}")


def out_of_fold(counted: Sequence[Counted]) -> dict[str, list[Quantity]]:
    """The quantities of each document, by stem."""
    read = {}
    for fold in range(FOLDS):
        model = train([each for each in counted if each.fold != fold])
        for each in counted:
            if each.fold == fold:
                read[each.annotated.stem] = read_quantities(each.document, (), model)
    return read


def load_scorer() -> ModuleType:
    """The scorer that lies with the gold."""
    spec = importlib.util.spec_from_file_location("score", shared_folder() / "gold" / "score.py")
    if spec is None or spec.loader is None:
        raise FileNotFoundError(shared_folder() / "gold" / "score.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def score(scorer: ModuleType, counted: Iterable[Counted], read: dict[str, list[Quantity]]) -> str:
    """Precision, recall and F1 as score.py counts them, and F1 with period and region."""
    tally, context = scorer.Tally(), scorer.Tally()
    for each in counted:
        gold, found = gold_rows(each), [row_of(quantity) for quantity in read[each.annotated.stem]]
        pairs = scorer.pair(gold, found, scorer.indicator_fit)
        counts = scorer.counts(gold, found, pairs)
        tally.add(*counts)
        right = sum(same_context(scorer, gold[i], found[j]) for i, j in pairs if not gold[i]["optional"])
        context.add(right, *counts[1:])
    row = tally.row()
    end_to_end = f"P {row['P']:5} R {row['R']:5} F1 {row['F1']:5}"
    return f"{end_to_end}   with period and region {context.row()['F1']:5}   gold {row['gold']}"


def same_context(scorer: ModuleType, gold: Row, found: Row) -> bool:
    """Whether period and region agree."""
    return all(scorer.key(gold[name] or "") == scorer.key(found[name] or "") for name in ("period", "region"))


def errors(scorer: ModuleType, counted: Iterable[Counted], read: dict[str, list[Quantity]]) -> Counter[str]:
    """How many rows each kind of error costs; a row that is wrong in several ways counts in each."""
    found: Counter[str] = Counter()
    for each in counted:
        by_start: dict[int, list[Quantity]] = {}
        for quantity in read[each.annotated.stem]:
            by_start.setdefault(quantity.start, []).append(quantity)
        found["no number: lost"] += sum(not row.optional for row in each.lost)
        for place, rows in zip(each.places, each.rows, strict=True):
            quantities = by_start.get(place.number.start, [])
            if rows and not quantities:
                found["selection: missed"] += len(rows)
            if quantities and not rows:
                found["selection: added"] += len(quantities)
            for gold, quantity in zip(rows, quantities, strict=False):
                found.update(wrong_parts(scorer, gold.model_dump(), row_of(quantity)))
            if rows and quantities and len(rows) != len(quantities):
                found["rows of a shared number"] += abs(len(rows) - len(quantities))
    return found


def wrong_parts(scorer: ModuleType, gold: Row, found: Row) -> Iterable[str]:
    """The parts in which a row differs from its gold."""
    if gold["kind"] != found["kind"]:
        yield "kind"
    if scorer.COMPARATOR_CLASS[gold["comparator"]] != scorer.COMPARATOR_CLASS[found["comparator"]]:
        yield "comparator"
    bags = [Counter(scorer.key(row["indicator"])) for row in (gold, found)]
    if scorer.overlap(*bags) < 0.5:
        yield "name"
    elif bags[0] != bags[1]:
        yield "(name not exact)"
    for part in ("period", "region"):
        if scorer.key(gold[part] or "") != scorer.key(found[part] or ""):
            yield part


def gold_rows(each: Counted) -> list[Row]:
    """The gold rows as score.py takes them."""
    rows = [row.model_dump() for row in each.annotated.gold.indicators]
    return [{**row, "value": list(row["value"]) if isinstance(row["value"], tuple) else row["value"]} for row in rows]


def row_of(quantity: Quantity) -> Row:
    """A quantity as score.py takes it."""
    value = quantity.value if quantity.value_high is None else [quantity.value, quantity.value_high]
    return {
        "kind": quantity.kind,
        "indicator": quantity.indicator,
        "comparator": quantity.comparator,
        "value": value,
        "unit": quantity.unit,
        "period": quantity.period,
        "region": quantity.region,
    }


if __name__ == "__main__":
    main()
