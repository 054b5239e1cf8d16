import pytest

from loaders.normalise import normalise
from loaders.records import Mention, MentionEnd, RawDocument
from loaders.relate.lineage import lineage
from loaders.relate.scene import set_scene
from loaders.segment import segment


def pairs(text: str, *plans: str) -> set[tuple[str, str]]:
    document = segment(RawDocument("s", "s", text, "", "text/plain"), normalise(text))
    starts = [(document.clean.text.index(plan), plan) for plan in plans]
    mentions = [Mention(start, start + len(plan), "Plan", plan, "test") for start, plan in sorted(starts)]
    found = set()
    for relation in lineage(set_scene(document, mentions)):
        assert isinstance(relation.subject, MentionEnd)
        assert isinstance(relation.object, MentionEnd)
        found.add((mentions[relation.subject.index].text, mentions[relation.object.index].text))
    return found


def test_the_plan_whose_text_a_document_is_carries_out_what_its_sentences_follow() -> None:
    text = "甲省质量提升方案\n一、要求。严格执行《乙责任制规定》。\n二、其他。修订《丙办法》。\n"
    found = pairs(text, "甲省质量提升方案", "乙责任制规定", "丙办法")
    assert found == {("甲省质量提升方案", "乙责任制规定")}


@pytest.mark.parametrize(
    ("text", "plans", "expected"),
    [
        (
            "《甲方案》落实乙战略和丙战略。",
            ("甲方案", "乙战略", "丙战略"),
            {("甲方案", "乙战略"), ("甲方案", "丙战略")},
        ),
        ("某局制定《甲意见》，贯彻落实《乙纲要》。", ("甲意见", "乙纲要"), {("甲意见", "乙纲要")}),
        ("为贯彻落实《乙纲要》，省政府印发《甲意见》。", ("甲意见", "乙纲要"), {("甲意见", "乙纲要")}),
        ("《甲方案》和《乙办法》同时施行。", ("甲方案", "乙办法"), set()),
        ("印发《甲方案》《乙办法》等文件。", ("甲方案", "乙办法"), set()),
    ],
)
def test_which_plan_carries_out_which(text: str, plans: tuple[str, ...], expected: set[tuple[str, str]]) -> None:
    assert pairs(text, *plans) == expected
