"""The numbers of annotated texts with the gold rows that each carries."""

import math
from collections.abc import Iterable
from dataclasses import dataclass

from loaders.records import Segmented
from loaders.relate.quantities.places import Place, find_places
from loaders.relate.quantities.scan import Number
from training.align import name_key
from training.clauses import read_clauses
from training.gold import AnnotatedText, GoldIndicator
from training.split import fold_of

CLASSES = {"=": "=", ">=": ">", ">": ">", "<=": "<", "<": "<", "~": "~"}  # what score.py tells apart
BESIDE = 25  # characters beside a number in which its name is looked for


@dataclass(frozen=True)
class Counted:
    """A document with its numbers; `rows[i]` are the gold rows that number i states, `lost` those no number states.

    `planned` tells of each passage that states a measure whether it is planned rather than done.
    """

    annotated: AnnotatedText
    document: Segmented
    places: list[Place]
    rows: list[list[GoldIndicator]]
    lost: list[GoldIndicator]
    planned: dict[int, bool]

    @property
    def fold(self) -> int:
        return fold_of(self.annotated.stem)


def read_counted(texts: Iterable[AnnotatedText]) -> list[Counted]:
    """Cut annotated texts as the loaders do, and find the number of every gold indicator."""
    return [_counted(annotated) for annotated in texts]


def _counted(annotated: AnnotatedText) -> Counted:
    clauses = read_clauses([annotated])[0]
    document = clauses.document
    places = find_places(document)
    keys = [name_key(place.passage.text) for place in places]
    rows: list[list[GoldIndicator]] = [[] for _ in places]
    lost = []
    for gold in annotated.gold.indicators:
        quote = name_key(gold.quote)
        fitting = [index for index, place in enumerate(places) if fits(gold, place.number)]
        inside = [index for index in fitting if keys[index] in quote or quote in keys[index]]
        if not (inside or fitting):
            lost.append(gold)
            continue
        text = document.clean.text
        chosen = min(
            inside or fitting, key=lambda index: (len(rows[index]), *_distance(gold, text, places[index].number))
        )
        rows[chosen].append(gold)
    planned = {order: row.status == "planned" for order, row in clauses.stated.items() if not row.optional}
    return Counted(annotated, document, places, rows, lost, planned)


def fits(gold: GoldIndicator, number: Number) -> bool:
    """Whether value and unit are those of the row."""
    value = gold.value if isinstance(gold.value, tuple) else (gold.value,)
    printed = (number.value,) if number.high is None else (number.value, number.high)
    return (
        len(value) == len(printed)
        and all(math.isclose(one, float(other), rel_tol=1e-6) for one, other in zip(value, printed, strict=True))
        and name_key(gold.unit or "") == name_key(number.unit)
    )


def _distance(gold: GoldIndicator, text: str, number: Number) -> tuple[bool, int]:
    beside = text[max(0, number.start - BESIDE) : number.end + BESIDE]
    return CLASSES[gold.comparator] != CLASSES[number.comparator], -sum(char in beside for char in gold.indicator)
