from pathlib import Path

from app.queries.catalogue import Catalogue
from app.queries.check_header import RESERVED
from app.queries.header import Column, Header, Parameter
from app.queries.listing import query_table, tag_table

DOCS = (Path(__file__).parents[3] / "docs" / "queries.md").read_text(encoding="utf-8")


def test_every_query_is_listed(queries: Catalogue) -> None:
    assert query_table(queries) in DOCS, "python -m app.queries.listing prints the list"


def test_every_tag_is_listed_and_used(queries: Catalogue) -> None:
    assert tag_table(queries) in DOCS, "python -m app.queries.listing prints the list"
    assert [tag for tag in queries.tags if not queries.tagged(tag)] == []


def test_every_field_is_explained() -> None:
    fields = {*Header.model_fields, *Parameter.model_fields, *Column.model_fields, *RESERVED}
    assert sorted(field for field in fields if f"`{field}`" not in DOCS) == []
