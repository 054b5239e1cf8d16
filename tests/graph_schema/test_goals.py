from pathlib import Path

import pytest

from graph_schema.goals import GoalRow, GoalTable, goal_table, read_goals
from graph_schema.tables import TableError

HEADER = "id\tbroader\tzh\ten\tscope\tlabels_zh\tlabels_en\n"


def goal(goal_id: str, broader: str | None = None, zh: str | None = None) -> GoalRow:
    return GoalRow(goal_id, broader, zh or goal_id, f"{goal_id} (en)", "scope")


def test_taxonomy_has_one_top() -> None:
    assert [row.id for row in goal_table() if row.broader is None] == ["quality-development"]
    assert len(goal_table()) == 31


def test_ancestors_go_from_the_nearest_to_the_top() -> None:
    assert [row.id for row in goal_table().ancestors("food-safety")] == ["product-quality", "quality-development"]


def test_descendants_leave_out_the_goal_itself() -> None:
    assert [row.id for row in goal_table().descendants("governance")] == ["credit", "social-governance"]
    assert len(goal_table().descendants("quality-development")) == 30


@pytest.mark.parametrize("label", ["食品安全", "食安", "Food safety", "food SAFETY", "food quality"])
def test_goal_is_found_by_each_of_its_labels(label: str) -> None:
    assert goal_table().by_label(label) == goal_table().by_id("food-safety")


def test_unknown_label_is_no_goal() -> None:
    assert goal_table().by_label("粮食安全") is None


@pytest.mark.parametrize(
    ("rows", "message"),
    [
        ([goal("a", "b"), goal("b", "a")], "expected no circle, found a → b → a"),
        ([goal("a", "a")], "expected no circle, found a → a"),
        ([goal("a", "b")], "broader b: expected the id of a goal"),
        ([goal("a"), goal("a")], "expected one row for an id"),
        ([goal("a", zh="甲"), goal("b", zh="甲")], "b: 甲: expected a name that a does not bear"),
    ],
)
def test_contradicting_rows_are_refused(rows: list[GoalRow], message: str) -> None:
    with pytest.raises(TableError, match=message):
        GoalTable(rows)


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("Food safety\t\t食\tFood\ts\t\t", r"line 2: 'Food safety': expected an id"),
        ("food\t\t食\t\ts\t\t", r"line 2: '': expected a text in column en"),
        ("food\t\t食", r"expected 7 cells"),
    ],
)
def test_malformed_row_is_refused(tmp_path: Path, line: str, message: str) -> None:
    path = tmp_path / "goals.tsv"
    path.write_text(f"{HEADER}{line}\n", encoding="utf-8")
    with pytest.raises(TableError, match=message):
        list(read_goals(path))


def test_other_header_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "goals.tsv"
    path.write_text("id\tbroader\n", encoding="utf-8")
    with pytest.raises(TableError, match=r"goals.tsv, line 1: .* expected the columns id, broader, zh"):
        list(read_goals(path))
