"""A text being cleaned: its characters now, and where each of them stood before."""

from collections.abc import Iterable
from dataclasses import dataclass

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Draft:
    """`starts[i]` and `ends[i]` bound what character `i` stands for in the first text; None: the texts are alike.

    Every step either replaces characters one for one or drops some, so the order of characters never changes.
    """

    text: str
    length: int  # of the first text
    starts: list[int] | None = None
    ends: list[int] | None = None

    def replace(self, text: str) -> "Draft":
        """The same characters written otherwise; `text` is as long as before."""
        if len(text) != len(self.text):
            raise ValueError(f"a replacement of {len(self.text)} characters has {len(text)}")
        return self if text == self.text else Draft(text, self.length, self.starts, self.ends)

    def drop(self, spans: Iterable[Span], *, attach: bool = False) -> "Draft":
        """Without the spans, which are in order and do not overlap.

        With `attach`, the character before a span stands for it too, as a word does for its gloss.
        """
        starts = self.starts if self.starts is not None else list(range(self.length))
        ends = self.ends if self.ends is not None else list(range(1, self.length + 1))
        text: list[str] = []
        kept_starts: list[int] = []
        kept_ends: list[int] = []
        position = 0
        for start, end in spans:
            text.append(self.text[position:start])
            kept_starts += starts[position:start]
            kept_ends += ends[position:start]
            if attach and start > position:
                kept_ends[-1] = ends[end - 1]
            position = end
        if position == 0:
            return self
        text.append(self.text[position:])
        return Draft("".join(text), self.length, kept_starts + starts[position:], kept_ends + ends[position:])

    def raw_span(self, start: int, end: int) -> Span:
        """The slice of the first text that characters `start` to `end` (at least one) stand for."""
        if self.starts is None or self.ends is None:
            return start, end
        return self.starts[start], self.ends[end - 1]

    def maps(self) -> tuple[tuple[int, ...], tuple[int, ...]]:
        """The starts, with the first text's length as the last of them, and the ends."""
        if self.starts is None or self.ends is None:
            return tuple(range(self.length + 1)), tuple(range(1, self.length + 1))
        return (*self.starts, self.length), tuple(self.ends)
