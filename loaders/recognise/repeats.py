"""A name that was found once is the same name where the document prints it again."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from ahocorasick_rs import AhoCorasick, Implementation, MatchKind

from loaders.records import Mention, Segmented

SHORTEST = 3  # a shorter text may be a part of any word


def repeats(document: Segmented, mentions: Sequence[Mention]) -> Iterator[Mention]:
    """The further places of the names of `mentions`, where none of them stands yet."""
    text = document.clean.text
    known = {m.text: m for m in sorted(mentions, key=lambda m: m.score) if len(m.text) >= SHORTEST}
    names = sorted(known)
    taken = bytearray(len(text))
    for mention in mentions:
        taken[mention.start : mention.end] = b"\1" * (mention.end - mention.start)
    # The small automaton: it is made for one document
    automaton = AhoCorasick(names, MatchKind.LeftmostLongest, implementation=Implementation.NoncontiguousNFA)
    for index, start, end in automaton.find_matches_as_indexes(text):
        if not any(taken[start:end]):
            yield replace(known[names[index]], start=start, end=end, extractor="repeats")
