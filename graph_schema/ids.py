"""Deterministic identifiers: same input, same id, on every machine.

An id is the lower-case label, a colon, and either a code that people know (`goal:food-safety`, `region:220000`) or 16
hexadecimal digits of the SHA-256 of the key. Sixteen digits keep a hundred million ids apart with a chance of a
collision under one in three thousand.
"""

import hashlib

SEPARATOR = "\x1f"  # a unit separator never occurs in a clean name, so parts cannot run into each other


def hashed(label: str, *parts: str) -> str:
    """The id of a node whose key is `parts`, in this order."""
    digest = hashlib.sha256(SEPARATOR.join(parts).encode()).hexdigest()[:16]
    return f"{label.lower()}:{digest}"


def coded(label: str, code: str) -> str:
    """The id of a node that a table gives a code: `coded("Goal", "food-safety")` is `goal:food-safety`."""
    return f"{label.lower()}:{code}"


def text_hash(text: str) -> str:
    """The SHA-256 of a text as read, in UTF-8: for a plain UTF-8 file without BOM, that of its bytes."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def document_id(source: str) -> str:
    """The id of the document that one source holds."""
    return hashed("Document", source)


def passage_id(document: str, clean: str, ordinal: int) -> str:
    """The id of a passage: its document, its clean words, and which of the equal ones it is, from 0."""
    return hashed("Passage", document, clean, str(ordinal))


def claim_id(label: str, passage: str, *parts: str) -> str:
    """The id of a Statement, Measure, Target or Result: where it is said, and what tells it from its neighbours."""
    return hashed(label, passage, *parts)


def entity_id(label: str, core_name: str, scope: str) -> str:
    """The id of an entity by its identity: core name and scope (empty where the name carries its owner)."""
    return hashed(label, core_name, scope)


def bare(label: str, reference: str) -> str:
    """The full id that a reference stands for: `food-safety` and `goal:food-safety` both give `goal:food-safety`."""
    prefix = f"{label.lower()}:"
    return reference if reference.startswith(prefix) else prefix + reference
