"""Find the names that a document mentions.

Every module of this folder that has `find(document) -> Iterator[Mention]` is an extractor: adding one is adding a file.
"""

import pkgutil
from collections.abc import Callable, Iterator
from functools import cache
from importlib import import_module

from loaders.recognise.choose import choose
from loaders.recognise.repeats import repeats
from loaders.records import Mention, Segmented

Extractor = Callable[[Segmented], Iterator[Mention]]


@cache
def extractors() -> tuple[Extractor, ...]:
    """The extractors of this folder, by name of their module."""
    modules = (import_module(f"{__name__}.{module.name}") for module in pkgutil.iter_modules(__path__))
    return tuple(module.find for module in modules if hasattr(module, "find"))


def recognise(document: Segmented) -> tuple[Mention, ...]:
    """The mentions of a document, in reading order; where extractors disagree, the surer one is kept."""
    chosen = choose(mention for find in extractors() for mention in find(document))
    return tuple(sorted([*chosen, *repeats(document, chosen)]))
