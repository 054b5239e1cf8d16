"""The words of a whole text, cut once for all who ask for them."""

from functools import lru_cache

import rjieba


@lru_cache(maxsize=2)  # a document's text is asked for by the tagger and by the names of regions
def tagged_words(text: str) -> list[tuple[str, str]]:
    """The words of a text in order, each with its part of speech (rjieba's tag set); joined they are the text."""
    words: list[tuple[str, str]] = rjieba.tag(text)
    return words
