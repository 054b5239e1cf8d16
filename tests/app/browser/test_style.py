"""The style sheet: Browser's reader takes it, and every label can be told and read."""

import re

import pytest

from app.browser.style import BEHIND, colours, luminance, style
from graph_schema.base import NODE_TYPES

# "node.Brand {\n  color: #be0032;\n}"; not a rule inside a rule
RULE = re.compile(r"(?P<selector>[\w.]+) \{(?P<properties>(?:\"[^\"]*\"|[^{}\"])*)\}")


def rules() -> dict[str, dict[str, str]]:
    return {
        rule["selector"]: dict(line.strip().split(": ", 1) for line in rule["properties"].split(";") if line.strip())
        for rule in RULE.finditer(style())
    }


def test_nothing_stands_outside_the_rules() -> None:
    assert RULE.sub("", style()).strip() == ""


@pytest.mark.parametrize("label", NODE_TYPES)
def test_a_node_shows_its_name_in_a_colour_that_it_can_be_read_on(label: str) -> None:
    look = rules()[f"node.{label}"]
    assert look["caption"] == '"{name}"'
    light, dark = sorted((luminance(look["color"]), luminance(look["text-color-internal"])), reverse=True)
    assert (light + 0.05) / (dark + 0.05) >= 4.5  # WCAG 2, level AA


def test_relationships_show_their_type() -> None:
    assert rules()["relationship"]["caption"] == '"<type>"'


def test_every_label_that_people_look_for_has_a_colour_of_its_own() -> None:
    shown = [colour for label, colour in colours().items() if label not in BEHIND]
    assert len(set(shown)) == len(shown)
    assert not {colours()[label] for label in BEHIND} & set(shown)
