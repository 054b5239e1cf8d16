"""Statements that follow from the declarations."""

import pytest

from graph_schema.base import RELATIONSHIP_TYPES
from graph_schema.derive import label_of, lookups, match_relationship, merge_relationships
from graph_schema.errors import SchemaError


def test_a_relationship_is_looked_for_from_the_end_where_fewer_meet() -> None:
    assert "MERGE (b)<-[r:MEASURED_BY]-(a)" in merge_relationships("MEASURED_BY", "Goal", "Indicator")
    assert "MERGE (a)-[r:APPLIES_TO]->(b)" in merge_relationships("APPLIES_TO", "Measure", "Region")
    assert match_relationship("LEADS", "Agency", "Plan") == (
        "MATCH (b:Plan {id: pair.end})<-[r:LEADS]-(a:Agency {id: pair.start})"
    )


@pytest.mark.parametrize("kind", list(RELATIONSHIP_TYPES))
def test_what_belongs_to_one_document_is_the_end_to_look_from(kind: str) -> None:
    own = {"Passage", "Statement", "Measure", "Target", "Result"}
    for start, end in RELATIONSHIP_TYPES[kind].ends:
        if (start.label in own) != (end.label in own):
            assert RELATIONSHIP_TYPES[kind].sparse == ("start" if start.label in own else "end")


def test_keys_tell_relationships_of_one_type_apart() -> None:
    statement = merge_relationships("MENTIONS", "Passage", "Region")
    assert "MERGE (a)-[r:MENTIONS {start: row.properties.start, end: row.properties.end}]->(b)" in statement


def test_documents_are_found_by_text_and_other_sources() -> None:
    assert [(key.label, key.property) for key in lookups()] == [("Document", "sha256"), ("Document", "also_at")]


def test_the_label_of_an_id() -> None:
    assert label_of("goal:food-safety") == "Goal"
    with pytest.raises(SchemaError, match="nonesuch"):
        label_of("nonesuch:1")
