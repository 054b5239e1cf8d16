"""What the words of a Cypher text show: parameters, labels, types, properties, columns and order.

No parser: brackets and the words around them tell enough of a text that only reads.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Literal

from stores.readonly import Token, tokens

Bracket = Literal["node", "relationship", "list", "map", "subquery"]
Kind = Literal["label", "type"]

SUBQUERIES = frozenset({"CALL", "EXISTS", "COUNT", "COLLECT"})
PAGING = frozenset({"SKIP", "LIMIT", "OFFSET"})
FOREIGN = frozenset({"SHORTEST", "APOC", "DBMS"})
CLOSING = {"(": ")", "[": "]", "{": "}"}


@dataclass(frozen=True, slots=True)
class Named:
    """A label or relationship type where it is used."""

    kind: Kind
    name: str
    at: int


@dataclass(frozen=True, slots=True)
class Property:
    """A property where it is read, with the labels or types that the text gives its owner; none where it gives none."""

    name: str
    owners: tuple[Named, ...]
    at: int


@dataclass(slots=True)
class Facts:
    """Everything found; `at` counts code points from the start of the text."""

    parameters: dict[str, int] = field(default_factory=dict)
    """Each with its first use."""
    named: list[Named] = field(default_factory=list)
    properties: list[Property] = field(default_factory=list)
    columns: list[str] = field(default_factory=list)
    """Of the last RETURN; empty for a column without a name."""
    order: list[str] = field(default_factory=list)
    """The terms of its ORDER BY, words in upper case where they are keywords: `issued IS NULL`, `issued DESC`."""
    return_at: int = 0
    paging: list[Token] = field(default_factory=list)
    """SKIP, LIMIT and the like after the last RETURN."""
    unions: list[Token] = field(default_factory=list)
    """UNION outside every bracket."""
    indexed: list[Token] = field(default_factory=list)
    """Properties read off an indexed list: `collect(x)[0].p`."""
    foreign: list[Token] = field(default_factory=list)
    """Words that not both engines understand."""


@dataclass(slots=True)
class _Open:
    """A bracket not yet closed, with what it names so far."""

    kind: Bracket
    variable: str | None = None
    named: list[Named] = field(default_factory=list)


def read(cypher: str) -> Facts:
    """Find the facts of a text. Raises WriteRefused where it is not even words."""
    words = list(tokens(cypher))
    facts = Facts()
    owners: dict[str, list[Named]] = {}
    reads: list[tuple[str | None, Token]] = []
    stack: list[_Open] = []
    for index, token in enumerate(words):
        if token.kind == "parameter":
            facts.parameters.setdefault(token.text[1:].strip("`"), token.at)
        elif token.text in CLOSING:
            stack.append(_Open(_bracket(words, index), _variable(words, index)))
        elif token.text in CLOSING.values() and stack:
            _close(stack, owners)
        elif token.text == ":":
            _colon(words, index, stack, facts)
        elif token.text == "." and _is_name(words, index + 1) and not _is_call(words, index + 2):
            _dot(words, index, facts, reads)
        elif token.text == ";" or _keyword(words, index) in FOREIGN:
            facts.foreign.append(token)
    for variable, token in reads:
        facts.properties.append(Property(_name(token), tuple(owners.get(variable or "", ())), token.at))
    _answer(words, facts)
    return facts


def _bracket(words: Sequence[Token], index: int) -> Bracket:
    before = words[index - 1].text.upper() if index else ""
    match words[index].text:
        case "(":
            return "node"
        case "[":
            return "relationship" if before == "-" else "list"
        case _:
            return "subquery" if before in SUBQUERIES or _scope_clause(words, index) else "map"


def _scope_clause(words: Sequence[Token], index: int) -> bool:
    """Whether a brace follows the `(x, y)` of `CALL (x, y) {`."""
    if words[index - 1].text != ")":
        return False
    start = index - 1
    while start and words[start].text != "(":
        start -= 1
    return words[start - 1].text.upper() == "CALL"


def _variable(words: Sequence[Token], index: int) -> str | None:
    return _name(words[index + 1]) if _is_name(words, index + 1) else None


def _close(stack: list[_Open], owners: dict[str, list[Named]]) -> None:
    closed = stack.pop()
    if closed.variable and closed.kind in ("node", "relationship"):
        owners.setdefault(closed.variable, []).extend(closed.named)


def _colon(words: Sequence[Token], index: int, stack: list[_Open], facts: Facts) -> None:
    """A colon stands before labels or types, or after a key of a map."""
    inside = stack[-1] if stack else _Open("subquery")
    if inside.kind == "map" and words[index - 2].text in ("{", ","):
        if len(stack) > 1 and stack[-2].named:
            key = words[index - 1]
            facts.properties.append(Property(_name(key), tuple(stack[-2].named), key.at))
        return
    kind: Kind = "type" if inside.kind == "relationship" else "label"
    found = [Named(kind, _name(word), word.at) for word in _alternatives(words, index + 1)]
    # In `[x IN xs WHERE x:Plan | x.id]` the bar ends the condition.
    found = found[:1] if inside.kind == "list" else found
    facts.named += found
    if index and words[index - 1].text in ("(", "[", "|", inside.variable):
        inside.named += found


def _alternatives(words: Sequence[Token], index: int) -> Iterator[Token]:
    """The names of `A|B|C` from an index on; in `A|:B` the second colon begins anew."""
    while _is_name(words, index):
        yield words[index]
        index += 1
        if index >= len(words) or words[index].text not in ("|", "&"):
            return
        index += 1


def _dot(words: Sequence[Token], index: int, facts: Facts, reads: list[tuple[str | None, Token]]) -> None:
    before = words[index - 1]
    if before.text == "]":
        facts.indexed.append(words[index])
    is_variable = before.kind in ("word", "quoted") and words[index - 2].text != "."
    reads.append((_name(before) if is_variable else None, words[index + 1]))


def _answer(words: Sequence[Token], facts: Facts) -> None:
    """The columns and the order of the last RETURN outside every bracket."""
    outside = list(_outside(words))
    facts.unions += [words[index] for index in outside if _keyword(words, index) == "UNION"]
    returns = [index for index in outside if _keyword(words, index) == "RETURN"]
    if not returns:
        return
    facts.return_at = words[returns[-1]].at
    clauses: dict[str, list[int]] = {"RETURN": []}
    current = "RETURN"
    for index in outside[outside.index(returns[-1]) + 1 :]:
        keyword = _keyword(words, index)
        if keyword in ("ORDER", *PAGING):
            current = keyword
            facts.paging += [words[index]] if keyword in PAGING else []
            clauses[current] = []
        else:
            clauses[current].append(index)
    facts.columns = [_column([words[index] for index in item]) for item in _items(words, clauses["RETURN"])]
    terms = _items(words, clauses["ORDER"][1:]) if "ORDER" in clauses else []
    facts.order = [_term([words[index] for index in item]) for item in terms]


def _outside(words: Sequence[Token]) -> Iterator[int]:
    """The places of the words outside every bracket, and of the brackets themselves."""
    depth = 0
    for index, token in enumerate(words):
        depth -= token.text in CLOSING.values()
        if depth == 0:
            yield index
        depth += token.text in CLOSING


def _items(words: Sequence[Token], places: Sequence[int]) -> list[list[int]]:
    items: list[list[int]] = [[]]
    for index in places:
        if words[index].text == ",":
            items.append([])
        elif not (_keyword(words, index) == "DISTINCT" and items == [[]]):
            items[-1].append(index)
    return items


def _column(item: Sequence[Token]) -> str:
    if len(item) >= 2 and item[-2].text.upper() == "AS":
        return _name(item[-1])
    return _name(item[0]) if len(item) == 1 else ""


def _term(item: Sequence[Token]) -> str:
    keywords = {"IS", "NOT", "NULL", "DESC", "DESCENDING", "ASC", "ASCENDING"}
    words = [token.text.upper() if token.text.upper() in keywords else _name(token) for token in item]
    short = {"DESCENDING": "DESC", "ASCENDING": "ASC"}
    return " ".join(short.get(word, word) for word in words).removesuffix(" ASC")


def _keyword(words: Sequence[Token], index: int) -> str:
    """The word in upper case; empty for a name (`passage.order`, `:Order`) and for what is no word."""
    is_name = index > 0 and words[index - 1].text in (".", ":")
    return words[index].text.upper() if words[index].kind == "word" and not is_name else ""


def _is_name(words: Sequence[Token], index: int) -> bool:
    return index < len(words) and words[index].kind in ("word", "quoted")


def _is_call(words: Sequence[Token], index: int) -> bool:
    return index < len(words) and words[index].text == "("


def _name(token: Token) -> str:
    return token.text.strip("`")
