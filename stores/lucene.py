"""The user's words as a full-text query: both engines read it as Lucene syntax, which nobody typed."""

import re

# "+", "(", "\\"; not "质", "a"
SPECIAL = re.compile(r'([+\-&|!(){}\[\]^"~*?:\\/<>=#@])')
OPERATORS = frozenset({"AND", "OR", "NOT", "TO"})


def full_text_query(text: str) -> str:
    """Words joined so that any of them may match; empty where there is nothing to search for.

    A single Chinese character is searched as a prefix: the analyzer indexes pairs, so by itself it would match nothing.
    Letters and digits are searched whole and as a prefix: `spa` is the beginning of a name's initials.
    """
    return " ".join(_term(word) for word in text.split())


def _term(word: str) -> str:
    if word in OPERATORS:
        return word.lower()
    escaped = SPECIAL.sub(r"\\\1", word)
    if len(word) == 1:
        return f"{escaped}*" if ord(word) >= 0x3400 else escaped
    # The analyzer does not see prefixes, so they must be in lower case as it leaves the words it indexes.
    return f"{word} {word.lower()}*" if word.isascii() and word.isalnum() else escaped
