"""Quantities: the numbers of a document that measure quality work, with name, value, period and region."""

from collections.abc import Sequence

from loaders.records import Mention, Quantity, Segmented
from loaders.relate.quantities.model import current_model
from loaders.relate.quantities.read import read_quantities

__all__ = ["find_quantities"]


def find_quantities(document: Segmented, mentions: Sequence[Mention] = ()) -> list[Quantity]:
    """The targets and results that a document states, in reading order."""
    return read_quantities(document, mentions, current_model())
