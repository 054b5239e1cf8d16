from collections.abc import Sequence
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.queries.catalogue import Catalogue
from app.queries.errors import (
    AmbiguousReference,
    IllTypedParameter,
    MissingParameter,
    Proposal,
    UnknownParameter,
    UnknownReference,
)
from app.queries.header import Parameter
from app.queries.parameters import Given, as_given, coerce, value_of
from app.queries.references import StoreResolver
from stores.store import Store


class NoNodes:
    """A graph that holds nothing."""

    def find(self, _labels: Sequence[str], _given: str, /) -> list[Proposal]:
        return []

    def nearest(self, _labels: Sequence[str], _given: str, /) -> list[Proposal]:
        return []


def parameter(kind: str, **fields: object) -> Parameter:
    return Parameter.model_validate(
        {"type": kind, "example": "x", "description": {"zh": "参数", "en": "a parameter"}, **fields}
    )


@pytest.mark.parametrize(
    ("kind", "given", "expected"),
    [
        ("string", " 吉林 ", "吉林"),
        ("int", "-12", -12),
        ("float", "99.5", 99.5),
        ("float", "1e3", 1000.0),
        ("bool", "TRUE", True),
        ("bool", "0", False),
        ("date", "2022-01-20", "2022-01-20"),
        ("year", "2022", 2022),
        ("list(year)", ["2021", "2022", "2021"], [2021, 2022]),
        ("list(string)", "a", ["a"]),
        ("string", "", None),
        ("list(int)", [], None),
        ("int", ["7"], 7),
    ],
)
def test_a_value_is_read_as_its_type(kind: str, given: Given, expected: object) -> None:
    assert value_of("p", parameter(kind), given, NoNodes()) == expected


@pytest.mark.parametrize(
    ("kind", "given", "message"),
    [
        ("int", "1.5", "p: '1.5' is no int; expected a whole number"),
        ("int", "9223372036854775808", "p: '9223372036854775808' is no int"),
        ("int", "１２", "is no int"),
        ("float", "nan", "p: 'nan' is no float; expected a number"),
        ("float", "many", "is no float"),
        ("bool", "maybe", "p: 'maybe' is no bool; expected true or false"),
        ("date", "2022-1-20", "is no date; expected a date such as 2022-01-20"),
        ("date", "2022-02-30", "is no date"),
        ("year", "22", "is no year; expected a year from 1900 to 2100"),
        ("year", "3000", "is no year"),
        ("list(int)", ["1", "x"], "p: 'x' is no int"),
        ("int", ["1", "2"], "p: takes one value, not 2"),
    ],
)
def test_a_value_of_another_type_is_refused(kind: str, given: Given, message: str) -> None:
    with pytest.raises(IllTypedParameter, match=message.replace("(", r"\(")):
        value_of("p", parameter(kind), given, NoNodes())


@pytest.mark.parametrize(
    ("kind", "low", "high", "inside", "outside"),
    [
        ("int", 1, 9, "9", "10"),
        ("float", 0.5, None, "0.5", "0.4"),
        ("year", 2000, 2030, "2000", "1999"),
        ("date", "2020-01-01", None, "2020-01-01", "2019-12-31"),
    ],
)
def test_bounds_hold(kind: str, low: object, high: object, inside: str, outside: str) -> None:
    bounded = parameter(kind, min=low, max=high)
    assert value_of("p", bounded, inside, NoNodes()) is not None
    with pytest.raises(IllTypedParameter, match="is outside"):
        value_of("p", bounded, outside, NoNodes())


ENUM = {"done": {"zh": "已完成", "en": "done"}, "required": {"zh": "要求", "en": "must be"}}


@pytest.mark.parametrize("written", ["required", "要求", "Must be", "REQUIRED"])
def test_a_value_of_an_enum_is_known_by_itself_and_its_labels(written: str) -> None:
    assert value_of("p", parameter("string", enum=ENUM), written, NoNodes()) == "required"


def test_a_wrong_value_of_an_enum_proposes_the_nearest() -> None:
    with pytest.raises(IllTypedParameter) as refused:
        value_of("p", parameter("string", enum=ENUM), "requird", NoNodes())
    assert refused.value.nearest[0] == Proposal("required", "要求", "must be")


def test_a_default_stands_in_for_what_is_left_out() -> None:
    assert value_of("p", parameter("int", default=25), (), NoNodes()) == 25


def test_a_required_parameter_must_be_given() -> None:
    with pytest.raises(MissingParameter, match="p: is required"):
        value_of("p", parameter("int", required=True), "", NoNodes())


def test_an_unknown_parameter_proposes_names_alike(queries: Catalogue) -> None:
    with pytest.raises(UnknownParameter) as refused:
        coerce(queries["measures_for_goal"].header, {"gaol": "x"}, NoNodes())
    assert refused.value.nearest[0].value == "goal"


def test_what_is_left_out_restricts_nothing(queries: Catalogue, small_store: Store) -> None:
    values = coerce(queries["measures_for_goal"].header, {"goal": "food-safety"}, StoreResolver(small_store))
    assert values == {
        "goal": "goal:food-safety",
        "region": None,
        "modality": None,
        "year_from": None,
        "year_to": None,
    }


@pytest.mark.parametrize(
    ("label", "given", "expected"),
    [
        ("Goal", "goal:food-safety", "goal:food-safety"),
        ("Goal", "food-safety", "goal:food-safety"),
        ("Goal", "食品安全", "goal:food-safety"),
        ("Goal", "Food Safety", "goal:food-safety"),
        ("Region", "220000", "region:220000"),
        ("Region", "吉林省", "region:220000"),
        ("Region", "吉林", "region:220000"),
        ("Region", "吉林市", "region:220200"),
        ("Region", "jilin", "region:220000"),
        ("Region", "Jilin Shi", "region:220200"),
        ("Region", "Jilin City", "region:220200"),
        ("Region", "qingdao", "region:370200"),
        ("Goal", "shipin anquan", "goal:food-safety"),
        ("Agency", "省市场监管厅", "agency:amr"),
        ("Agency", "省市場監管廳", "agency:amr"),
        ("Campaign", "铁拳行动", "campaign:fist"),
        ("Plan", "《质量强国建设纲要》", "plan:outline"),
        ("Plan|Brand", "吉致吉品", "brand:jzjp"),
        ("Plan|Brand", "brand:jzjp", "brand:jzjp"),
    ],
)
def test_a_node_is_meant_by_id_or_name(small_store: Store, label: str, given: str, expected: str) -> None:
    assert value_of("p", parameter(f"ref({label})"), given, StoreResolver(small_store)) == expected


def test_a_wrong_name_proposes_names_alike(small_store: Store) -> None:
    with pytest.raises(UnknownReference) as refused:
        value_of("p", parameter("ref(Goal)"), "食品安金", StoreResolver(small_store))
    assert refused.value.nearest[0] == Proposal("goal:food-safety", "食品安全", "Food safety")


@pytest.mark.parametrize(
    ("label", "given", "nearest"),
    [
        ("Goal", "spaq", "goal:food-safety"),
        ("Goal", "fod safety", "goal:food-safety"),
        ("Goal", "食品安全工作", "goal:food-safety"),
        ("Region", "qingdoa", "region:370200"),
        ("Agency", "吉林省市场监管", "agency:amr"),
    ],
)
def test_a_wrong_name_proposes_what_is_spelled_alike(small_store: Store, label: str, given: str, nearest: str) -> None:
    with pytest.raises(UnknownReference) as refused:
        value_of("p", parameter(f"ref({label})"), given, StoreResolver(small_store))
    assert refused.value.nearest[0].value == nearest


def test_an_id_of_another_label_is_unknown(small_store: Store) -> None:
    with pytest.raises(UnknownReference, match="no Goal is 'region:220000'"):
        value_of("p", parameter("ref(Goal)"), "region:220000", StoreResolver(small_store))


def test_a_name_of_several_proposes_each(small_store: Store) -> None:
    document = "吉林省质量提升三年方案"
    with pytest.raises(AmbiguousReference) as refused:
        value_of("p", parameter("ref(Document|Plan)"), document, StoreResolver(small_store))
    assert [each.value for each in refused.value.nearest] == ["document:j", "plan:jilin"]


@given(st.one_of(st.integers(-(2**63), 2**63 - 1), st.booleans(), st.dates()))
def test_a_value_written_from_yaml_reads_back(value: int) -> None:
    kind = {"bool": "bool", "int": "int", "date": "date"}[type(value).__name__]
    assert str(value_of("p", parameter(kind), as_given(value), NoNodes())) == str(value)


@given(text=st.text(), kind=st.sampled_from(["string", "int", "float", "bool", "date", "year"]))
def test_any_text_is_a_value_or_refused(text: str, kind: str) -> None:
    with suppress(IllTypedParameter):
        value_of("p", parameter(kind), text, NoNodes())
