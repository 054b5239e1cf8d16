import pytest

from training.derive_regions import Division, short_names, stem


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("吉林省", "吉林"),
        ("浦东新区", "浦东"),
        ("清新区", "清新"),
        ("赵县", "赵县"),
        ("井陉矿区", "井陉"),
        ("那曲地区", "那曲"),
    ],
)
def test_stem_keeps_two_characters(name: str, expected: str) -> None:
    assert stem(name) == expected


def test_autonomous_divisions_have_two_short_names() -> None:
    row = Division("222400", "延边朝鲜族自治州", "prefecture", "220000")
    assert short_names(row, "延边") == ["延边", "延边州"]


def test_single_character_is_no_short_name() -> None:
    assert short_names(Division("130133", "赵县", "county", "130100"), "赵") == []
