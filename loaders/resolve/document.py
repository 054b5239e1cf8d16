"""Resolve the mentions of one document: short forms first, then identity, then one entity for all its forms."""

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace

from graph_schema.regions import RegionRow
from loaders.records import Entity, Issue, Mention, MentionEnd, Relation, Resolution, Segmented
from loaders.resolve.agencies import parse_agency
from loaders.resolve.departments import departments
from loaders.resolve.entities import agency_entity, form_of, identify, is_plan_title, named_entity
from loaders.resolve.regions import region_entity, region_of_document
from loaders.resolve.short_forms import long_names

# What a public body's name ends with: "某市市场监管局"; not "某某日报社", "某某在线"
AGENCY_TAIL = re.compile(
    r"(?:政府|[局厅委办署]|总队|支队|大队|委员会|办公[厅室]|管委会|法院|检察院|国务院|海关|部|领导小组)$"
)


def resolve(document: Segmented, mentions: Sequence[Mention], relations: Sequence[Relation] = ()) -> Resolution:
    """The entity of every mention, and of the document's region, plan and publisher.

    A short form that the document defines, or that is part of exactly one longer name of its label, is that name. A
    person is who holds that post, so two people of one name in two bodies stay apart.
    """
    within = region_of_document(document)
    names = long_names(document.clean.text, mentions, within, document.metadata.publisher)
    scopes = _scopes(names, mentions, relations, within)
    found = [
        identify(mention.label, names[i], scopes.get(i), within) if mention.label != "Person" else None
        for i, mention in enumerate(mentions)
    ]
    for i, mention in enumerate(mentions):
        if mention.label == "Person":
            found[i] = named_entity("Person", form_of(names[i]), scopes.get(i, within.key if within else ""), within)
    merged = _one_for_all_forms(found, mentions)
    issues = tuple(
        _unresolved(document, mention) for mention, entity in zip(mentions, merged, strict=True) if entity is None
    )
    return Resolution(
        of=tuple(merged),
        form=tuple(_lasting(mention, within) for mention in mentions),
        region=region_entity(within, within.name) if within else None,
        plan=_own_plan(document, within),
        publisher=_publisher(document, within),
        issues=issues,
    )


def _scopes(
    names: Sequence[str], mentions: Sequence[Mention], relations: Sequence[Relation], within: RegionRow | None
) -> Mapping[int, str]:
    """The body of a person's post, for every mention of that person: the first that the document gives."""
    body_of: dict[str, str] = {}
    for relation in relations:
        match relation:
            case Relation(type="HOLDS_POST", subject=MentionEnd(person), object=MentionEnd(body)):
                entity = identify(mentions[body].label, names[body], None, within)
                if entity is not None:
                    body_of.setdefault(names[person], entity.id)
            case _:
                pass
    return {i: body_of[names[i]] for i, m in enumerate(mentions) if m.label == "Person" and names[i] in body_of}


def _one_for_all_forms(found: Sequence[Entity | None], mentions: Sequence[Mention]) -> list[Entity | None]:
    """The same entities, each with every form that the document prints of it, and one name for all of them."""
    forms: defaultdict[str, set[str]] = defaultdict(set)
    names: dict[str, str] = {}
    for entity, mention in zip(found, mentions, strict=True):
        if entity is not None:
            forms[entity.id] |= entity.forms | {form_of(mention.text)}
            names[entity.id] = min(names.get(entity.id, entity.name), entity.name, key=preferred)
    return [
        replace(entity, name=names[entity.id], forms=frozenset(forms[entity.id])) if entity else None
        for entity in found
    ]


def preferred(name: str) -> tuple[int, str]:
    """Sort key of the forms that one core name is printed in: the most fully marked one first."""
    return (-len(name), name)


def _lasting(mention: Mention, within: RegionRow | None) -> str:
    """The form of a mention that means the same outside its document."""
    form = form_of(mention.text)
    if mention.label == "Agency":
        return parse_agency(form, within).expanded or form
    return form


def _own_plan(document: Segmented, within: RegionRow | None) -> Entity | None:
    title = document.metadata.title
    if title is None or document.metadata.genre != "policy" or not is_plan_title(form_of(title)):
        return None
    return named_entity("Plan", form_of(title), None, within)


def _publisher(document: Segmented, within: RegionRow | None) -> Entity | None:
    name = document.metadata.publisher
    if name is None:
        return None
    if name in departments().national or AGENCY_TAIL.search(name):
        return agency_entity(name, within)
    return named_entity("Organization", name, None, within)


def _unresolved(document: Segmented, mention: Mention) -> Issue:
    start, end = document.clean.raw_span(mention.start, mention.end)
    return Issue(
        "unresolved-name",
        f"{document.raw.path}: {mention.label} {mention.text!r}: 所指不明 / nothing or several fit, expected one",
        "info",
        start,
        end,
    )
