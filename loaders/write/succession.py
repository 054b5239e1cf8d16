"""What reforms made of agencies, from the table of departments."""

from collections.abc import Iterator, Sequence

from loaders.records import Entity
from loaders.resolve.departments import departments
from loaders.resolve.entities import agency_entity


def successions(entities: Sequence[Entity]) -> Iterator[tuple[Entity, str]]:
    """The successor of each agency that a reform ended, with the id of the one it succeeds."""
    for entity in entities:
        successor = _successor(entity) if entity.label == "Agency" else None
        if successor is not None:
            yield successor, entity.id


def _successor(entity: Entity) -> Entity | None:
    name = entity.core_name
    for old, new in departments().successors.items():
        if name == old or name.endswith((f"{old}局", f"{old}厅")):
            return agency_entity(name.replace(old, new), None)
    return None
