import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.queries.types import KINDS, LABELS, ValueType, parse


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("string", ValueType("string")),
        ("year", ValueType("year")),
        ("ref", ValueType("ref")),
        ("ref(Goal)", ValueType("ref", ("Goal",))),
        ("ref(Plan|Campaign)", ValueType("ref", ("Plan", "Campaign"))),
        ("list(int)", ValueType("int", many=True)),
        ("list(ref(Statement))", ValueType("ref", ("Statement",), many=True)),
        ("path", ValueType("path")),
    ],
)
def test_type_is_read(text: str, expected: ValueType) -> None:
    assert parse(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "",
        "text",
        "String",
        "ref()",
        "ref(Goal",
        "ref(Goal|)",
        "int(3)",
        "list",
        "list()",
        "list(list(int))",
        "list(path)",
    ],
)
def test_what_is_no_type_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="type"):
        parse(text)


def test_a_label_that_the_schema_lacks_is_refused() -> None:
    with pytest.raises(ValueError, match="no label 'Town'"):
        parse("ref(Goal|Town)")


@given(
    kind=st.sampled_from([kind for kind in KINDS if kind not in ("ref", "path")]),
    labels=st.lists(st.sampled_from(sorted(LABELS)), max_size=3, unique=True),
    many=st.booleans(),
)
def test_a_type_reads_back_from_its_words(kind: str, labels: list[str], many: bool) -> None:
    for made in (parse(kind), ValueType("ref", tuple(labels))):
        made = ValueType(made.kind, made.labels, many)
        assert parse(str(made)) == made
