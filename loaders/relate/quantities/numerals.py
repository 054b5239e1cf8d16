"""The value of a numeral as printed: Arabic or Chinese digits, scaled by 万 and 亿."""

from decimal import Decimal

DIGITS = {
    char: value
    for value, chars in enumerate(["〇零", "一", "二两", "三", "四", "五", "六", "七", "八", "九"])
    for char in chars
}
TENS = {"十": 10, "百": 100, "千": 1000}
MYRIADS = {"万": 10**4, "亿": 10**8}


def arabic(text: str) -> Decimal:
    """The value of Arabic digits with or without thousands separators: `1,034.8` is 1034.8."""
    return Decimal(text.replace(",", ""))


def chinese(text: str) -> Decimal:
    """The value of Chinese digits: `二十一` is 21, `两千三百` 2300, `三点五` 3.5, `二〇二二` 2022.

    Raises KeyError for a character that is no digit.
    """
    whole, _, decimals = text.partition("点")
    value = Decimal(_positional(whole) if not set(whole) & (TENS.keys() | MYRIADS.keys()) else _additive(whole))
    for place, char in enumerate(decimals, start=1):
        value += Decimal(DIGITS[char]).scaleb(-place)
    return value


def _positional(text: str) -> int:
    value = 0
    for char in text:
        value = value * 10 + DIGITS[char]
    return value


def _additive(text: str) -> int:
    total, section, digit = 0, 0, 0
    for char in text:
        if char in TENS:
            section += (digit or 1) * TENS[char]
            digit = 0
        elif char in MYRIADS:
            total = (total + section + digit or 1) * MYRIADS[char]
            section, digit = 0, 0
        else:
            digit = DIGITS[char]
    return total + section + digit


def scale(text: str) -> int:
    """The factor that a scale word stands for: `万` is 10000, `千亿` 10**11, the empty string 1."""
    factor = 1
    for char in text:
        factor *= TENS.get(char) or MYRIADS[char]
    return factor
