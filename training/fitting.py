"""Linear models fitted by scikit-learn and NumPy: weights as arrays, the bias last."""

from typing import Any, TypeAlias

import numpy as np
import scipy.sparse as sp
from numpy.typing import NDArray
from sklearn.linear_model import LogisticRegression

from loaders.models.ngrams import SparseRows

Matrix: TypeAlias = Any  # a SciPy sparse matrix or a dense array, by rows
Floats = NDArray[np.floating[Any]]
Truths = NDArray[np.bool_]


def matrix(rows: SparseRows, columns: int) -> Matrix:
    """Sparse rows as SciPy has them."""
    return sp.csr_matrix((rows.value, (rows.row, rows.column)), shape=(rows.rows, columns), dtype=np.float64)


def beside(*parts: Matrix) -> Matrix:
    """Matrices of the same rows side by side, as one sparse matrix."""
    return sp.hstack([sp.csr_matrix(part) for part in parts]).tocsr()


def regression(rows: Matrix, positive: Truths, strength: float) -> Floats:
    """The weights of a logistic regression; `strength` is its C."""
    fitted = LogisticRegression(C=strength, solver="liblinear", max_iter=400).fit(rows, positive)
    return np.concatenate([fitted.coef_[0], fitted.intercept_])


def ridge(rows: Matrix, targets: Truths, penalty: float) -> Floats:
    """The weights of a ridge regression for each column of targets; solved over rows, of which there are fewer."""
    mean = targets.mean(axis=0)
    inner = (rows @ rows.T).toarray() + penalty * np.eye(rows.shape[0])
    return np.vstack([rows.T @ np.linalg.solve(inner, targets - mean), mean])


def linear(rows: Matrix, weights: Floats) -> Floats:
    """The scores that weights give to rows."""
    return np.asarray(rows @ weights[:-1] + weights[-1])


def out_of_fold(rows: Matrix, positive: Truths, usable: Truths, fold: NDArray[np.int64], strength: float) -> Floats:
    """The log odds of every row by a regression that learned from the usable rows of the other folds."""
    scores = np.zeros(len(fold))
    for held in sorted(set(fold.tolist())):
        learn, rest = (fold != held) & usable, fold == held
        scores[rest] = linear(rows[rest], regression(rows[learn], positive[learn], strength))
    return scores
