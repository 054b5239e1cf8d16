"""The goals that passages serve."""

import numpy as np
import pytest

from loaders.normalise import normalise
from loaders.records import RawDocument, Segmented
from loaders.relate.clauses import score_clauses
from loaders.relate.goals import best_goals, chosen
from loaders.relate.measures import find_measures
from loaders.segment import segment

GOALS = ("food-safety", "product-quality", "standards", "brand", "credit")


def cut(text: str) -> Segmented:
    return segment(RawDocument("briefing", "briefing.txt", text, "", "text/plain"), normalise(text))


@pytest.mark.parametrize(
    ("chances", "expected"),
    [
        ([0.1, 0.1, 0.2, 0.1, 0.1], ("standards",)),
        ([0.1, 0.1, 0.9, 0.5, 0.1], ("standards", "brand")),
        ([0.1, 0.6, 0.9, 0.7, 0.8], ("standards", "credit", "brand")),
        ([0.9, 0.8, 0.1, 0.7, 0.1], ("food-safety", "brand")),
    ],
    ids=["best one below the threshold", "above the threshold", "at most three", "not with the goal above it"],
)
def test_goals_are_chosen_by_chance(chances: list[float], expected: tuple[str, ...]) -> None:
    assert chosen(np.array(chances, np.float32), GOALS, 0.3) == expected


@pytest.mark.parametrize(
    ("text", "goal"),
    [
        ("开展校园食堂食品安全专项检查。", "food-safety"),
        ("加强电梯、锅炉等特种设备隐患排查。", "special-equipment"),
        ("完善企业信用风险分类，强化失信惩戒。", "credit"),
        ("加强专利、商标保护，培育高价值专利。", "intellectual-property"),
    ],
)
def test_a_measure_serves_the_goal_of_its_words(text: str, goal: str) -> None:
    (claim,) = find_measures(cut(text))
    assert claim.goals[0] == goal


def test_every_passage_has_a_best_goal() -> None:
    document = cut("全市食品抽检合格率达到98.6%。\n返回首页")
    assert best_goals(document)[0] == "food-safety"
    assert len(best_goals(document)) == len(document.passages)


def test_scores_are_chances() -> None:
    scores = score_clauses(cut("推进商标品牌建设。完善计量体系；提高检测能力。"))
    for table in (scores.measure, scores.done, scores.goals):
        assert table.shape[0] == 3
        assert table.min() >= 0
        assert table.max() <= 1
