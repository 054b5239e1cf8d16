"""Whether a Cypher statement only reads: decided on its words, alike for both engines.

The embedded engine ignores the driver's READ mode, so this check comes first; behind it stand a user without the right
to write there, and READ mode on Neo4j. It errs on the safe side: a variable called `set` is refused.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from stores.errors import WriteRefused

WRITES = frozenset({"CREATE", "MERGE", "SET", "DELETE", "DETACH", "NODETACH", "REMOVE", "DROP", "INSERT", "FOREACH"})
OUTSIDE = frozenset({"LOAD", "USE", "TRANSACTIONS", "TRANSACTION"})
FIRST = frozenset({"MATCH", "OPTIONAL", "WITH", "UNWIND", "RETURN", "CALL", "EXPLAIN", "PROFILE"})
PROCEDURES = frozenset({"db.index.fulltext.querynodes("})
SUBQUERY = ("{", "(")
# "\u0043"; not "\n"
UNICODE_ESCAPE = re.compile(r"\\u+([0-9A-Fa-f]{4})")
TOKEN = re.compile(
    r"""
      (?P<space>\s+ | //[^\n\r]* | /\*.*?\*/)
    | (?P<text>'(?:[^'\\]|\\.)*' | "(?:[^"\\]|\\.)*")
    | (?P<quoted>`(?:[^`]|``)*`)
    | (?P<parameter>\$(?:`(?:[^`]|``)*`|[A-Za-z0-9_]+))
    | (?P<number>\d+(?:\.(?!\.)\d*)?)
    | (?P<word>[A-Za-z_][A-Za-z0-9_]*)
    | (?P<mark>[^'"`\\])
    """,
    re.VERBOSE | re.DOTALL,
)


@dataclass(frozen=True, slots=True)
class Token:
    """A piece of a statement that is neither white space nor comment."""

    kind: str
    text: str
    at: int
    """Code points from the start of the statement."""


@lru_cache(maxsize=1024)
def refuse_writes(cypher: str) -> None:
    """Raise WriteRefused, naming the word and its line, unless the statement only reads the graph.

    Neo4j resolves `\\uXXXX` before it reads the words, other engines do not: both readings must only read.
    """
    _check(cypher)
    resolved = UNICODE_ESCAPE.sub(lambda match: chr(int(match[1], 16)), cypher)
    if resolved != cypher:
        _check(resolved)


def _check(cypher: str) -> None:
    words = list(tokens(cypher))
    if words and words[-1].text == ";":
        words.pop()
    if not words or words[0].text.upper() not in FIRST:
        first = words[0].text if words else "nothing"
        raise WriteRefused(f"a reading statement begins with MATCH, WITH, UNWIND, CALL or RETURN, not with {first!r}")
    for index, token in enumerate(words):
        if token.text == ";":
            raise _refusal(cypher, token, "ends one statement and begins another; expected one")
        if token.kind == "word" and not (index and words[index - 1].text in (".", ":")):
            _check_word(cypher, words, index)


def _check_word(cypher: str, words: list[Token], index: int) -> None:
    word = words[index].text.upper()
    if word in WRITES:
        raise _refusal(cypher, words[index], "writes to the graph; expected a statement that only reads")
    if word in OUTSIDE:
        raise _refusal(cypher, words[index], "reaches beyond a read of this graph")
    if word == "CALL":
        called = _called(words, index + 1)
        if called not in SUBQUERY and called.lower() not in PROCEDURES:
            raise _refusal(cypher, words[index], f"runs {called!r}; allowed is db.index.fulltext.queryNodes(")


def _called(words: list[Token], start: int) -> str:
    """What follows CALL up to its first bracket: a procedure's name as it would be without quotes, then the bracket."""
    called = ""
    for token in words[start:]:
        called += token.text.strip("`") if token.kind == "quoted" else token.text
        if token.text in ("(", "{"):
            break
    return called


def tokens(cypher: str) -> Iterator[Token]:
    """The pieces of a statement in order. Raises WriteRefused at what is no part of Cypher."""
    position = 0
    while position < len(cypher):
        match = TOKEN.match(cypher, position)
        if match is None or (match.group() == "/" and cypher.startswith("/*", position)):
            raise _refusal(cypher, Token("mark", cypher[position], position), "is not closed, or no part of Cypher")
        if match.lastgroup and match.lastgroup != "space":
            yield Token(match.lastgroup, match.group(), position)
        position = match.end()


def _refusal(cypher: str, token: Token, why: str) -> WriteRefused:
    line = cypher.count("\n", 0, token.at) + 1
    column = token.at - (cypher.rfind("\n", 0, token.at) + 1) + 1
    return WriteRefused(f"line {line}, column {column}: {token.text!r} {why}")
