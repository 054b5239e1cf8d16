"""Short forms of names within one document: defined in brackets, or part of exactly one longer name."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from graph_schema.regions import RegionRow
from loaders.records import Mention
from loaders.resolve.agencies import RELATIVE, parse_agency, relative_region
from loaders.resolve.core_names import core_name
from loaders.resolve.definitions import defined_forms
from loaders.resolve.entities import form_of

# The fewest characters by which a short form may stand for the end of a longer name of its label.
SHORTEST = {"Plan": 2, "Campaign": 3, "Award": 3, "Platform": 4, "Organization": 4, "Agency": 3, "Person": 2}


def long_names(
    text: str, mentions: Sequence[Mention], within: RegionRow | None, publisher: str | None = None
) -> list[str]:
    """The name that each mention stands for: its own, the one it was defined for, or the longer one it is part of."""
    defined = defined_forms(text, mentions)
    own = [mention.full or form_of(mention.text) for mention in mentions]
    by_label: defaultdict[str, dict[str, str]] = defaultdict(dict)
    for mention, name in zip(mentions, own, strict=True):
        by_label[mention.label].setdefault(core_name(mention.label, name), name)
    if publisher is not None:
        by_label["Organization"].setdefault(core_name("Organization", publisher), publisher)
    longer = {label: _longer_names(label, names, within) for label, names in by_label.items()}
    return [
        own[defined[mention.label, name]] if (mention.label, name) in defined else longer[mention.label].get(name, name)
        for mention, name in zip(mentions, own, strict=True)
    ]


def _longer_names(label: str, names: Mapping[str, str], within: RegionRow | None) -> Mapping[str, str]:
    """For each name that is a part of exactly one longer one, that longer one."""
    found = {}
    for core, name in names.items():
        bureau = _only_bureau(name, names.values(), within) if label == "Agency" and name.endswith("局") else None
        if bureau is not None:
            found[name] = bureau
            continue
        if label == "Agency" and parse_agency(name, within).known:
            continue
        holder = _only_holder(label, core, names)
        if holder is not None:
            found[name] = names[holder]
    return found


def _only_bureau(name: str, names: Iterable[str], within: RegionRow | None) -> str | None:
    """The one bureau of the document that 总局, 省局 or 市局 means; None where there are none or several."""
    level = name.removesuffix("局")
    if level == "总":
        found = {parse_agency(other, within).full: other for other in names if other.endswith("总局") and other != name}
    elif level in RELATIVE:
        region = relative_region(level, within)
        parsed = {other: parse_agency(other, within) for other in names if other != name}
        found = {
            each.full: other
            for other, each in parsed.items()
            if region is not None and each.region == region and each.known and other.endswith(("局", "厅"))
        }
    else:
        return None
    return next(iter(found.values())) if len(found) == 1 else None


def _only_holder(label: str, core: str, names: Mapping[str, str]) -> str | None:
    """The longest name that `core` is short for, where all others that it may be short for are short for that too."""
    if label == "Person":  # 史密斯 of 约翰·史密斯; 建国 is not short for 王建国
        names = {other: name for other, name in names.items() if "·" in name}
    holders = [other for other in names if len(other) > len(core) and _is_short(label, core, other)]
    longest = max(holders, key=len, default=None)
    if longest is None or any(other != longest and not _is_short(label, other, longest) for other in holders):
        return None
    return longest


def _is_short(label: str, core: str, long: str) -> bool:
    if label == "Organization" and long.startswith(core):
        return True
    if label == "Plan" and long.startswith(core + "("):
        return True
    return len(core) >= SHORTEST.get(label, len(long)) and long.endswith(core)
