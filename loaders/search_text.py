"""What the full-text index holds of a named thing."""

from collections.abc import Iterable, Iterator

from loaders.spelling import spelling


def search_text(names: Iterable[str]) -> str:
    """The names, then how the Chinese ones are spelled: pinyin in one word and its initials, each once."""
    listed = list(names)
    return " ".join(dict.fromkeys((*listed, *_spelled(listed))))


def _spelled(names: Iterable[str]) -> Iterator[str]:
    for name in names:
        if not name.isascii():
            yield spelling(name).full
            yield spelling(name).initials
