"""One form of each mark and width, character for character."""

import re

CHINESE = r"\u3400-\u9fff\u3000-\u303f\uff00-\uffef“”‘’…—"
FULL = {",": "，", ";": "；", ":": "：", "?": "？", "!": "！", "(": "（", ")": "）"}
# A mark beside Chinese: "质量,安全", "95%,比"; not "3,940", "16:57", "http://"
MARK = re.compile(rf"(?<=[{CHINESE}])[,;:?!]|[,;:?!](?=[{CHINESE}])")
# A pair that holds or touches Chinese: "(试行)", "电视(TV)"; not "f(x)"
BRACKETS = re.compile(
    rf"\((?=[^()\n]{{0,80}}[{CHINESE}][^()\n]{{0,80}}\)|[^()\n]{{0,80}}\)[{CHINESE}])"
    rf"|(?<=[{CHINESE}])\((?=[^()\n]{{0,80}}\))"
)
# A bracket whose partner is wide: "（2020-2022)"; not "(2020-2022)"
CLOSING = re.compile(r"(（[^()（）\n]{0,160})\)")
# Straight quotation marks around Chinese: '"质量月"'; not '5"', 'size="3"'
STRAIGHT = re.compile(rf'"(?=[^"\n]{{0,60}}[{CHINESE}])([^"\n]{{1,80}})"')
WIDE = {
    **{code: code - 0xFEE0 for code in (*range(0xFF10, 0xFF1A), *range(0xFF21, 0xFF3B), *range(0xFF41, 0xFF5B))},
    ord("％"): "%", ord("．"): ".", ord("「"): "“", ord("」"): "”", ord("『"): "‘", ord("』"): "’",
    ord("\x0b"): "\n", ord("\x0c"): "\n", ord("\x85"): "\n", ord("\u2028"): "\n", ord("\u2029"): "\n",
}  # fmt: skip
WIDE_TRACE = re.compile(f"[{''.join(map(chr, WIDE))}]")


def unify(text: str) -> str:
    """The text, as long as before: digits and letters narrow, marks and brackets beside Chinese wide."""
    if WIDE_TRACE.search(text):
        text = text.translate(WIDE)
    if '"' in text:
        text = STRAIGHT.sub(r"“\1”", text)
    if "(" in text:
        text = BRACKETS.sub("（", text)
    if ")" in text:
        text = CLOSING.sub(r"\1）", text)
    return MARK.sub(lambda match: FULL[match.group()], text)
