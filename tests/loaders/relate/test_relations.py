"""The relations between the names of a document."""

import pytest

from loaders.normalise import normalise
from loaders.records import MeasureEnd, Mention, MentionEnd, RawDocument, RegionEnd, Relation, Segmented
from loaders.relate.measures import find_measures
from loaders.relate.relations import find_relations
from loaders.relate.scene import set_scene
from loaders.relate.statements import is_sought
from loaders.segment import segment


def cut(text: str) -> Segmented:
    return segment(RawDocument("briefing", "briefing.txt", text, "", "text/plain"), normalise(text))


def named(document: Segmented, **names: str) -> list[Mention]:
    """The first place of each name, by label; labels end in digits where one occurs twice."""
    text = document.clean.text
    found = [(text.index(name), label.rstrip("0123456789"), name) for label, name in names.items()]
    return sorted(Mention(start, start + len(name), label, name, "test") for start, label, name in found)


def facts(text: str, **names: str) -> set[tuple[str, str, str]]:
    document = cut(text)
    mentions = named(document, **names)
    found = find_relations(document, mentions, find_measures(document))

    def shown(relation: Relation) -> tuple[str, str, str]:
        ends = []
        for end in (relation.subject, relation.object):
            match end:
                case MentionEnd(index):
                    ends.append(mentions[index].text)
                case RegionEnd():
                    ends.append("region")
                case MeasureEnd():
                    ends.append("measure")
                case _:
                    ends.append("goal")
        return relation.type, ends[0], ends[1]

    return {shown(relation) for relation in found}


@pytest.mark.parametrize(
    ("text", "names", "fact"),
    [
        (
            "近日，云川市市场监管局印发《云川市质量提升三年方案》。",
            {"Agency": "云川市市场监管局", "Plan": "云川市质量提升三年方案"},
            ("ISSUED_BY", "云川市质量提升三年方案", "云川市市场监管局"),
        ),
        (
            "云川市市场监管局局长林远山表示，将加大抽检力度。",
            {"Agency": "云川市市场监管局", "Person": "林远山"},
            ("HOLDS_POST", "林远山", "云川市市场监管局"),
        ),
        (
            "云川机电有限公司荣获云川市市长质量奖。",
            {"Organization": "云川机电有限公司", "Award": "云川市市长质量奖"},
            ("RECEIVED", "云川机电有限公司", "云川市市长质量奖"),
        ),
        (
            "川礼与邻市的湖品两个区域品牌实现互认。",
            {"Brand1": "川礼", "Brand2": "湖品"},
            ("RECOGNISES", "川礼", "湖品"),
        ),
        (
            "开展电梯安全专项检查，排查整治隐患。（市市场监管局牵头，市住建局配合）",
            {"Agency1": "市市场监管局", "Agency2": "市住建局"},
            ("LEADS", "市市场监管局", "measure"),
        ),
        (
            "开展电梯安全专项检查，排查整治隐患。（市市场监管局牵头，市住建局配合）",
            {"Agency1": "市市场监管局", "Agency2": "市住建局"},
            ("PARTICIPATES_IN", "市住建局", "measure"),
        ),
        (
            "依托云检通平台，加强食品抽检数据共享，推进智慧监管。",
            {"Platform": "云检通平台"},
            ("USES", "measure", "云检通平台"),
        ),
        (
            "贯彻落实《质量强国建设纲要》，加强质量基础设施建设。",
            {"Plan": "质量强国建设纲要"},
            ("IMPLEMENTS", "measure", "质量强国建设纲要"),
        ),
    ],
    ids=["issued", "post", "award", "recognition", "lead in a bracket", "partner in a bracket", "use", "follow"],
)
def test_a_relation_is_read(text: str, names: dict[str, str], fact: tuple[str, str, str]) -> None:
    assert fact in facts(text, **names)


def test_no_names_give_no_relations() -> None:
    assert facts("加强食品安全监管。") == set()


def test_the_title_of_a_post_stands_with_it() -> None:
    document = cut("云川市市场监管局党组书记、局长林远山出席会议。")
    mentions = named(document, Agency="云川市市场监管局", Person="林远山")
    (post,) = [found for found in find_relations(document, mentions, []) if found.type == "HOLDS_POST"]
    assert post.title == "党组书记、局长"


@pytest.mark.parametrize(
    ("words", "sought"), [("荣获", False), ("积极争创", True), ("成功创建", False), ("申报", True)]
)
def test_an_award_applied_for_is_told_from_one_held(words: str, sought: bool) -> None:
    document = cut(f"云川市{words}国家食品安全示范城市。")
    scene = set_scene(document, named(document, Award="国家食品安全示范城市"))
    assert is_sought(scene, scene.actors[0].places[0]) is sought


def test_every_relation_lies_in_its_passage() -> None:
    document = cut("云川市市场监管局印发《云川市质量提升三年方案》。\n该局组织实施云川质量月活动。")
    mentions = named(document, Agency="云川市市场监管局", Plan="云川市质量提升三年方案", Campaign="云川质量月活动")
    for relation in find_relations(document, mentions, find_measures(document)):
        passage = document.passages[relation.passage]
        assert (relation.start, relation.end) == (passage.text_start, passage.text_end)
