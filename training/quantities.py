"""Learn to read quantities: which numbers are indicators, target or result, their names and periods.

    python -m training.quantities [--exclude-fold K] [--out FOLDER] [GOLD_FOLDER ...]

Without folders the shared annotated texts are read. Same texts, same bytes.
"""

import argparse
from collections.abc import Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from loaders.models.folder import SHIPPED
from loaders.models.linear import Linear
from loaders.models.ngrams import SparseRows
from loaders.relate.quantities.hashing import COLUMNS, sparse_rows
from loaders.relate.quantities.lists import readings
from loaders.relate.quantities.model import MODEL, QuantityModel, write_model
from loaders.relate.quantities.naming import NamingModel
from loaders.relate.quantities.periods import calendar, period_candidates
from loaders.relate.quantities.select import selection_features
from loaders.relate.quantities.steps import steps_of
from loaders.relate.quantities.tense import passage_features, tense_features
from loaders.relate.quantities.window import passage_words, window, words_around
from training.fitting import matrix, regression
from training.gold import read_annotated
from training.quantities_choice import Choices
from training.quantities_gold import Counted, read_counted
from training.quantities_naming import Example, gold_walk, train_naming

DOCUMENTS = 3  # a feature seen in fewer documents is not kept
STRENGTH = {"selection": 10.0, "tense": 10.0, "period": 3.0}  # scikit-learn's C
SELECTION_THRESHOLD = 0.2  # log-odds; F1 is flat around it

Groups = Sequence[Sequence[int]]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folders", nargs="*", type=Path)
    parser.add_argument("--exclude-fold", type=int)
    parser.add_argument("--out", type=Path, default=SHIPPED)
    arguments = parser.parse_args()
    counted = [each for each in read_counted(read_annotated(arguments.folders)) if each.fold != arguments.exclude_fold]
    arguments.out.mkdir(parents=True, exist_ok=True)
    write_model(arguments.out / MODEL, train(counted))


def train(counted: Sequence[Counted]) -> QuantityModel:
    """Every part of the model, each learned from gold alone."""
    return QuantityModel(
        selection=train_selection(counted),
        tense=train_tense(counted),
        period=train_period(counted),
        naming=train_names(counted),
    )


class Rows:
    """Examples as they are gathered: groups of columns, the answer, the document."""

    def __init__(self) -> None:
        self.features: list[Groups] = []
        self.answers: list[bool] = []
        self.documents: list[str] = []

    def add(self, features: Groups, answer: bool, document: str) -> None:
        self.features.append(features)
        self.answers.append(answer)
        self.documents.append(document)

    def fit(self, strength: float) -> Linear:
        rows = sparse_rows(self.features)
        known = self._known(rows)
        kept = SparseRows(rows.rows, rows.row, rows.column, rows.value * known[rows.column])
        weights = regression(matrix(kept, COLUMNS), np.array(self.answers), strength).astype(np.float32)
        return Linear(weights[:-1, None], weights[-1:])

    def _known(self, rows: SparseRows) -> NDArray[np.bool_]:
        names = {name: number for number, name in enumerate(dict.fromkeys(self.documents))}
        document = np.array([names[name] for name in self.documents])[rows.row]
        pairs = np.unique(document * COLUMNS + rows.column)
        known: NDArray[np.bool_] = np.bincount(pairs % COLUMNS, minlength=COLUMNS) >= DOCUMENTS
        return known


def train_selection(counted: Sequence[Counted]) -> Linear:
    """Indicator or not."""
    rows = Rows()
    for each in counted:
        features = selection_features(each.document, each.places, words_around(each.document.clean.text, each.places))
        for groups, gold in zip(features, each.rows, strict=True):
            if not any(row.optional for row in gold):
                rows.add(groups, bool(gold), each.annotated.stem)
    model = rows.fit(STRENGTH["selection"])
    return Linear(model.weights, model.bias - np.float32(SELECTION_THRESHOLD))


def train_tense(counted: Sequence[Counted]) -> Linear:
    """Target or result; a planned measure is worded like a target, one that was done like a result."""
    rows = Rows()
    for each in counted:
        stated = [(place, gold[0]) for place, gold in zip(each.places, each.rows, strict=True) if gold]
        features = tense_features(each.document, [place for place, _ in stated], {})
        for groups, (_, gold) in zip(features, stated, strict=True):
            if not gold.optional:
                rows.add(groups, gold.kind == "target", each.annotated.stem)
        features = passage_features([each.document.passages[order] for order in each.planned])
        for groups, planned in zip(features, each.planned.values(), strict=True):
            rows.add(groups, planned, each.annotated.stem)
    return rows.fit(STRENGTH["tense"])


def train_period(counted: Sequence[Counted]) -> Linear:
    """The right one of the candidates; where it is none of them, the number is left out."""
    choices = Choices()
    for each in counted:
        dates = calendar(each.document)
        for place, gold in zip(each.places, each.rows, strict=True):
            if gold and not gold[0].optional:
                candidates = period_candidates(dates, place, gold[0].kind == "target")
                if gold[0].period in candidates:
                    right = list(candidates).index(gold[0].period)
                    choices.add(list(candidates.values()), right, each.annotated.stem)
    return choices.fit(STRENGTH["period"], DOCUMENTS)


def train_names(counted: Sequence[Counted]) -> NamingModel:
    """Which words make the name."""
    return train_naming([example for each in counted for example in name_examples(each)])


def name_examples(each: Counted) -> list[Example]:
    """The numbers of a document whose name is known."""
    examples = []
    for place, words, gold in zip(
        each.places, words_around(each.document.clean.text, each.places), each.rows, strict=True
    ):
        if gold and not gold[0].optional:
            for row, hidden in zip(gold, readings(each.document.clean.text, place), strict=False):
                shown = passage_words(each.document.clean.text, place, hidden) if hidden else words
                seen = window(shown, place)
                (steps,) = steps_of([(place, seen)])
                examples.append(Example(each.annotated.stem, steps, gold_walk(row.indicator, seen)))
    return examples


if __name__ == "__main__":
    main()
