"""Learning to choose one of several candidates: a conditional logit."""

from collections import Counter
from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize

from loaders.models.linear import Linear
from loaders.models.ngrams import SparseRows
from loaders.relate.quantities.hashing import COLUMNS, sparse_rows
from training.fitting import matrix

STEPS = 200
FADE = 0.3  # a document's choices count together as their number ** (1 - FADE)

Floats = NDArray[np.floating[Any]]


class Choices:
    """Examples as they are gathered: the columns of each candidate, which of them is right, the document."""

    def __init__(self) -> None:
        self.features: list[tuple[Sequence[int]]] = []
        self.choice: list[int] = []
        self.right: list[bool] = []
        self.documents: list[str] = []

    def add(self, candidates: Sequence[Sequence[int]], right: int, document: str) -> None:
        """Add a choice."""
        self.features += [(features,) for features in candidates]
        self.choice += [len(self.documents)] * len(candidates)
        self.right += [index == right for index in range(len(candidates))]
        self.documents.append(document)

    def fit(self, strength: float, at_least: int) -> Linear:
        """Weights under which the right candidates are likely; 0 for a feature of fewer documents than `at_least`."""
        rows = sparse_rows(self.features)
        choice, right = np.array(self.choice), np.array(self.right)
        used = self._used(rows, choice, at_least)
        sparse = matrix(rows, COLUMNS)[:, used]
        starts = np.flatnonzero(np.diff(choice, prepend=-1))
        share = self._shares()[choice]

        def loss(weights: Floats) -> tuple[float, Floats]:
            scores = sparse @ weights
            odds = np.exp(scores - np.maximum.reduceat(scores, starts)[choice])
            likely = odds / np.add.reduceat(odds, starts)[choice]
            missed = -(share[right] * np.log(likely[right])).sum()
            return missed + weights @ weights / (2 * strength), sparse.T @ (
                share * (likely - right)
            ) + weights / strength

        found = minimize(loss, np.zeros(len(used)), jac=True, method="L-BFGS-B", options={"maxiter": STEPS})
        weights = np.zeros((COLUMNS, 1), np.float32)
        weights[used, 0] = found.x
        return Linear(weights, np.zeros(1, np.float32))

    def _used(self, rows: SparseRows, choice: NDArray[np.int64], at_least: int) -> NDArray[np.int64]:
        names = {name: number for number, name in enumerate(dict.fromkeys(self.documents))}
        document = np.array([names[name] for name in self.documents])[choice[rows.row]]
        pairs = np.unique(document * COLUMNS + rows.column)
        return np.flatnonzero(np.bincount(pairs % COLUMNS, minlength=COLUMNS) >= at_least)

    def _shares(self) -> Floats:
        counts = Counter(self.documents)
        shares = np.array([counts[name] ** -FADE for name in self.documents])
        return np.asarray(shares / shares.mean())
