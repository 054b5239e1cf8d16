"""How much room words take, and words made to fit: nobody measures the reader's fonts, so widths are estimates."""

import unicodedata

_WIDE, _CAPITAL, _NARROW, _OTHER = 1.0, 0.72, 0.32, 0.57  # of the font size
_NARROW_SIGNS = frozenset(" .,;:'|!iljtf()[]-")
ELLIPSIS = "…"
_NOT_FIRST = frozenset("，。；：、！？）》”’%,.;:!?)")  # no line begins with one


def width(text: str, size: float) -> float:
    """About how wide a text is at a font size, in the size's unit."""
    return size * sum(map(_em, text))


def shortened(text: str, room: float, size: float) -> str:
    """The text, or as much of its beginning as fits with an ellipsis behind it."""
    if width(text, size) <= room:
        return text
    kept = ""
    for sign in text:
        if width(kept + sign + ELLIPSIS, size) > room:
            break
        kept += sign
    return kept.rstrip() + ELLIPSIS


def wrapped(text: str, room: float, size: float, lines: int) -> list[str]:
    """The text on at most so many lines, the last one shortened; English is broken between words."""
    found: list[str] = []
    left = text
    while left and len(found) < lines - 1 and width(left, size) > room:
        cut = _break(left, room, size)
        found.append(left[:cut].rstrip())
        left = left[cut:].lstrip()
    return [*found, shortened(left, room, size)] if left else found


def _break(text: str, room: float, size: float) -> int:
    """How many signs of a text too long go on one line: at least one."""
    count, used = 0, 0.0
    for sign in text:
        used += size * _em(sign)
        if used > room:
            break
        count += 1
    if count > 1 and text[count : count + 1] and text[count] in _NOT_FIRST:
        count -= 1
    space = text.rfind(" ", 1, count + 1)
    splits_word = 0 < count < len(text) and text[count - 1].isascii() and text[count].isascii()
    return max(1, space if splits_word and space > 0 else count)


def _em(sign: str) -> float:
    if unicodedata.combining(sign):
        return 0.0
    if unicodedata.east_asian_width(sign) in "WFA":
        return _WIDE
    if sign in _NARROW_SIGNS:
        return _NARROW
    return _CAPITAL if sign.isupper() else _OTHER
