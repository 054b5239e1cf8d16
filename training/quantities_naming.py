"""Learning the naming model: a chain model trained on which words gold names are made of."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import exp, log1p

import numpy as np
from numpy.typing import NDArray

from loaders.relate.quantities.hashing import COLUMNS
from loaders.relate.quantities.naming import NamingModel
from loaders.relate.quantities.steps import Steps
from loaders.relate.quantities.walk import IMPOSSIBLE, KEPT, LEFT_OUT, STATES, TURNED, Walk
from loaders.relate.quantities.window import Window, Word

ROUNDS = 4
RATE = 0.1
FIRST_SQUARE = 1e-3
SMALL = 1e-3  # a gradient below it is not applied
SEED = 7
DOCUMENTS = 3  # a feature seen in fewer is not kept


@dataclass(frozen=True)
class Example:
    """The steps of a number and the walk that spells its gold name; `document` tells where it is from."""

    document: str
    steps: Steps
    walk: Walk


def gold_walk(name: str, window: Window) -> Walk:
    """Which words of a window a gold name is made of, right side first.

    The longest piece that name and text share is taken first, of equal ones the nearest to the number.
    """
    words = [*window.left[::-1], None, *window.right]
    chars, owner = _spelled(words)
    middle = len(_spelled(window.left)[0])
    taken = [False] * len(chars)
    covered: Counter[int] = Counter()
    pieces = [name]
    while found := _longest(pieces, chars, taken, middle):
        length, piece, start, at = found
        taken[at : at + length] = [True] * length
        covered.update(owner[at : at + length])
        rest = pieces.pop(piece)
        pieces += [part for part in (rest[:start], rest[start + length :]) if part]
    kept = [
        word is not None and not word.is_number and covered[index] * 2 >= len(word.text)
        for index, word in enumerate(words)
    ]
    turn = len(window.left)
    return (*kept[turn + 1 :], *kept[:turn][::-1])


def _spelled(words: Iterable[Word | None]) -> tuple[str, list[int]]:
    chars: list[str] = []
    owner: list[int] = []
    for index, word in enumerate(words):
        text = "\0" if word is None or word.is_number else word.text
        chars += text
        owner += [index] * len(text)
    return "".join(chars), owner


def _longest(pieces: list[str], chars: str, taken: list[bool], middle: int) -> tuple[int, int, int, int] | None:
    best: tuple[tuple[int, int], tuple[int, int, int, int]] | None = None
    for piece, text in enumerate(pieces):
        for length in range(len(text), 0, -1):
            if best and length < best[0][0]:
                break
            for start in range(len(text) - length + 1):
                at = chars.find(text[start : start + length])
                while at >= 0:
                    rank = (length, -abs(at - middle if at >= middle else middle - at - length))
                    if not any(taken[at : at + length]) and (best is None or rank > best[0]):
                        best = rank, (length, piece, start, at)
                    at = chars.find(text[start : start + length], at + 1)
    return best[1] if best else None


def train_naming(examples: Sequence[Example]) -> NamingModel:
    """Fit the model by its likelihood, one example at a time, with a step of its own for each weight (AdaGrad)."""
    weights, squares = np.zeros(COLUMNS, np.float32), np.full(COLUMNS, FIRST_SQUARE)
    ends, end_squares = np.zeros(STATES), np.ones(STATES)
    known = _known_columns(examples)
    order = np.random.default_rng(SEED)
    for _ in range(ROUNDS):
        for index in order.permutation(len(examples)):
            example = examples[index]
            model = NamingModel(weights, tuple(map(float, ends)))
            columns, gradient, at_end = _gradient(example, model)
            end_squares += at_end**2
            ends += RATE * at_end / np.sqrt(end_squares)
            if len(columns):
                touched, place = np.unique(columns, return_inverse=True)
                step = np.bincount(place, gradient) * known[touched]
                squares[touched] += step**2
                weights[touched] += RATE * step / np.sqrt(squares[touched])
    return NamingModel(weights, tuple(map(float, ends)))


def _known_columns(examples: Sequence[Example]) -> NDArray[np.bool_]:
    by_document: dict[str, list[NDArray[np.int64]]] = {}
    for example in examples:
        by_document.setdefault(example.document, []).append(example.steps.columns.ravel())
    counts = np.zeros(COLUMNS, np.int64)
    for columns in by_document.values():
        if columns:
            counts[np.unique(np.concatenate(columns))] += 1
    known: NDArray[np.bool_] = counts >= DOCUMENTS
    return known


def _gradient(
    example: Example, model: NamingModel
) -> tuple[NDArray[np.int64], NDArray[np.float64], NDArray[np.float64]]:
    """Of an example's log-likelihood, by the columns it touches and by the state it ends in."""
    steps, walk = example.steps, example.walk
    scores = model.scores(steps)
    forward = _forward(scores, steps.turn)
    backward = _backward(scores, steps.turn, model.ends)
    total = _sum(forward[-1][state] + model.ends[state] for state in range(STATES))
    columns: list[NDArray[np.int64]] = []
    values: list[float] = []
    state = 0
    for index, (step, keep) in enumerate(zip(scores, walk, strict=True)):
        state = TURNED[state] if index == steps.turn else state
        if step is not None:
            for other in range(STATES):
                reached = forward[index][other] + step[other] + backward[index][KEPT[other]] - total
                value = (keep and other == state) - (exp(reached) if reached > -30 else 0.0)
                if abs(value) > SMALL:
                    columns.append(steps.columns[index, other])
                    values.append(value)
        state = KEPT[state] if keep else LEFT_OUT[state]
    state = TURNED[state] if len(scores) == steps.turn else state
    ends = np.array([(s == state) - exp(max(-60.0, forward[-1][s] + model.ends[s] - total)) for s in range(STATES)])
    if not columns:
        return np.zeros(0, np.int64), np.zeros(0), ends
    return np.concatenate(columns), np.repeat(values, [len(each) for each in columns]), ends


def _forward(scores: Sequence[Sequence[float] | None], turn: int) -> list[list[float]]:
    """Before each step and at the end, the summed weight of all ways to each state, as a logarithm."""
    now = [0.0] + [IMPOSSIBLE] * (STATES - 1)
    reached = []
    for index in range(len(scores) + 1):
        if index == turn:
            now = _gathered([(now[state], TURNED[state]) for state in range(STATES)])
        reached.append(now)
        if index < len(scores):
            step = scores[index]
            ways = [(now[state], LEFT_OUT[state]) for state in range(STATES)]
            ways += [(now[state] + step[state], KEPT[state]) for state in range(STATES)] if step else []
            now = _gathered(ways)
    return reached


def _backward(scores: Sequence[Sequence[float] | None], turn: int, ends: Sequence[float]) -> list[list[float]]:
    """After each step, the summed weight of all ways from each state to an end, as a logarithm."""
    now = list(ends)
    reached: list[list[float]] = []
    for index in range(len(scores) - 1, -1, -1):
        if index + 1 == turn:
            now = [now[TURNED[state]] for state in range(STATES)]
        reached.append(now)
        step = scores[index]
        now = [
            _sum((now[KEPT[state]] + step[state], now[LEFT_OUT[state]])) if step else now[LEFT_OUT[state]]
            for state in range(STATES)
        ]
    return reached[::-1]


def _gathered(ways: Iterable[tuple[float, int]]) -> list[float]:
    sums = [IMPOSSIBLE] * STATES
    for weight, state in ways:
        if weight > IMPOSSIBLE / 2:
            sums[state] = _sum((sums[state], weight))
    return sums


def _sum(logarithms: Iterable[float]) -> float:
    """The logarithm of a sum, of the logarithms of its parts."""
    total = IMPOSSIBLE
    for other in logarithms:
        high, low = max(total, other), min(total, other)
        total = high if low < IMPOSSIBLE / 2 else high + log1p(exp(low - high))
    return total
