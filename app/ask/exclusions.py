"""Leaves out of a question what it says that it does not want, and reads how many of a kind it wants at most."""

import re

_OTHER = r"[^|,，。;；、?？!！]"
# "不看牵头", "不含申报中的"; not "不看" before a name, which stands as "|"
_not_zh = re.compile(rf"(?:不看|不算|不含|不包括|不要|不列|不用列){_OTHER}+")
# "还在申报的不算", "没写单位的不用列"; not "哪些不算"
_zh_not = re.compile(rf"{_OTHER}+的(?:都|就|也)?(?:不算|不要|不看|不列|不用列|不计|除外)")
# "not only the most telling ones", "rather than applied for"; not "not"
_not_en = re.compile(r"\b(?:not (?:only|just|merely)|rather than|instead of|excluding|leaving out)\b[^|,.;?!]+")
_FIGURES = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
# "at most five of each kind of relationship", "up to 10 each"; not "up to 2022"
_at_most_en = re.compile(
    rf"\b(?:at most|no more than|up to|a maximum of)\s+(?P<number>[0-9]{{1,3}}|{'|'.join(_FIGURES)})\b"
    r"(?:\s+(?:of each|each|per)(?:\s+(?:kind|type)(?:\s+of\s+(?:relationship|relation|link))?)?)?"
)
# "每种关系至多5条", "最多10个"; not "最多的"
_at_most_zh = re.compile(r"(?:每[种类](?:关系)?)?(?:至多|最多|不超过)(?P<number>[0-9]{1,3})[条个项]?")


def without_exclusions(plain: str) -> str:
    """A folded text, its names as `|`, without what it takes out of what it asks for."""
    for form in (_zh_not, _not_zh, _not_en):
        plain = form.sub("|", plain)
    return plain


def at_most(plain: str) -> tuple[int | None, str]:
    """The number that a folded text wants at most, and the text without saying so."""
    for form in (_at_most_en, _at_most_zh):
        if match := form.search(plain):
            number = match["number"]
            figure = int(number) if number.isdigit() else _FIGURES.index(number) + 1
            return figure, f"{plain[: match.start()]}|{plain[match.end() :]}"
    return None, plain
