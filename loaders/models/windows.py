"""Cutting a text into windows at sentence ends."""

import re

# after 。 in "甲。乙", after the line end in "甲\n乙"; not after ， in "甲，乙"
SENTENCE_END = re.compile(r"[。！？；\n]")


def windows(text: str, longest: int, first: int | None = None) -> list[tuple[int, int]]:
    """Consecutive half-open windows that cover a text without gap or overlap, each at most `longest` characters.

    A window ends at the last sentence end that fits; a sentence that does not fit is cut. `first` bounds
    the first window instead (training starts at varied places).
    """
    ends = [match.end() for match in SENTENCE_END.finditer(text)]
    ends.append(len(text))
    found: list[tuple[int, int]] = []
    start, at, limit = 0, 0, min(first or longest, longest)
    while start < len(text):
        end = start
        while at < len(ends) and ends[at] - start <= limit:
            end = ends[at]
            at += 1
        end = end if end > start else start + limit
        found.append((start, end))
        start, limit = end, longest
    return found
