"""The style of Neo4j Browser (GraSS): every label in a colour of its own, every node captioned by its name.

Browser reads this format simply: no comments, one value a property, quotation marks around captions.
"""

from collections.abc import Iterator, Mapping

from graph_schema.base import NODE_TYPES

# K. L. Kelly, "Twenty-two colors of maximum contrast" (1965), without white, black and grey.
PALETTE = (
    "#be0032",
    "#f3c300",
    "#875692",
    "#f38400",
    "#a1caf1",
    "#c2b280",
    "#008856",
    "#e68fac",
    "#0067a5",
    "#f99379",
    "#604e97",
    "#f6a600",
    "#b3446c",
    "#dcd300",
    "#882d17",
    "#8db600",
    "#654522",
    "#e25822",
    "#2b3d26",
)
GREY = "#c4c7cc"
# What stands behind the things that people look for: small and grey.
BEHIND = frozenset({"Passage", "Statement", "Graph", "Judgement"})
BRIGHT = 0.179  # relative luminance from which black stands out more than white


def style() -> str:
    """The style sheet: how a node and a relationship look, then each label."""
    rules = {
        "node": {"diameter": "50px", "color": GREY, "border-width": "2px", "font-size": "10px", "caption": '"{name}"'},
        "relationship": {
            "color": "#a5abb6",
            "shaft-width": "1px",
            "font-size": "8px",
            "padding": "3px",
            "text-color-external": "#000000",
            "text-color-internal": "#ffffff",
            "caption": '"<type>"',
        },
        **{f"node.{label}": look for label, look in _looks()},
    }
    return "\n".join(map(_rule, rules, rules.values()))


def colours() -> dict[str, str]:
    """The colour of every label, as `#rrggbb`."""
    shown = [label for label in NODE_TYPES if label not in BEHIND]
    return dict.fromkeys(NODE_TYPES, GREY) | dict(zip(shown, PALETTE, strict=False))


def _looks() -> Iterator[tuple[str, Mapping[str, str]]]:
    for label, colour in colours().items():
        yield (
            label,
            {
                "color": colour,
                "border-color": _darker(colour),
                "text-color-internal": "#000000" if luminance(colour) > BRIGHT else "#ffffff",
                "diameter": "35px" if label in BEHIND else "60px",
                "caption": '"{name}"',
            },
        )


def luminance(colour: str) -> float:
    """Relative luminance of `#rrggbb` from 0 to 1, as WCAG 2 defines it."""
    red, green, blue = (_linear(part / 255) for part in _parts(colour))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(part: float) -> float:
    return part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4


def _darker(colour: str) -> str:
    return "#" + "".join(f"{part * 4 // 5:02x}" for part in _parts(colour))


def _parts(colour: str) -> tuple[int, int, int]:
    red, green, blue = bytes.fromhex(colour.removeprefix("#"))
    return red, green, blue


def _rule(selector: str, properties: Mapping[str, str]) -> str:
    return "\n".join((f"{selector} {{", *(f"  {name}: {value};" for name, value in properties.items()), "}", ""))
