import pytest

from loaders.segment.region import find_region


@pytest.mark.parametrize(
    ("title", "region"),
    [
        ("三地对照：吉林省、青岛市、湛江市", None),
        ("山东省青岛市召开质量工作会议", "青岛市"),
        ("吉林省质量工作简报", "吉林省"),
    ],
)
def test_a_title_that_sets_divisions_side_by_side_is_about_no_single_one(title: str, region: str | None) -> None:
    assert find_region(f"{title}\n质量工作稳步推进。\n", title) == region
