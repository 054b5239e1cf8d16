"""Which passages state a measure, and how far from done it is."""

import pytest

from loaders.normalise import normalise
from loaders.records import Modality, RawDocument, Segmented
from loaders.relate.measures import find_measures
from loaders.relate.modality import modality_of
from loaders.segment import segment

REPORT = """云川市质量提升工作要点
一、总体目标
到2025年，全市质量总体水平明显提高。
二、主要任务
开展食品生产企业监督检查，严厉打击制售假冒伪劣食品行为；
加强特种设备安全监察，组织电梯隐患排查整治。
云川市市场监督管理局
2023年3月1日
"""


def cut(text: str) -> Segmented:
    return segment(RawDocument("briefing", "briefing.txt", text, "", "text/plain"), normalise(text))


def test_sentences_that_state_an_action_are_measures() -> None:
    document = cut(REPORT)
    found = {document.passages[claim.passage].text for claim in find_measures(document)}
    assert found == {
        "开展食品生产企业监督检查，严厉打击制售假冒伪劣食品行为",
        "加强特种设备安全监察，组织电梯隐患排查整治",
    }


def test_a_text_without_words_states_nothing() -> None:
    assert find_measures(cut("\n")) == []


def test_the_same_document_gives_the_same_claims() -> None:
    assert find_measures(cut(REPORT)) == find_measures(cut(REPORT))


@pytest.mark.parametrize(
    ("text", "done", "expected"),
    [
        ("去年已建成检测中心", 0.9, "done"),
        ("各地要加强抽检", 0.2, "required"),
        ("企业应当建立追溯制度", 0.1, "required"),
        ("鼓励企业参与标准制定", 0.1, "encouraged"),
        ("大力支持企业申请认证", 0.1, "encouraged"),
        ("推进重点实验室建设", 0.1, "planned"),
        ("落实主要任务", 0.1, "planned"),
        ("在专家支持下制定方案", 0.1, "planned"),
    ],
)
def test_modality_is_read_off_the_words_of_what_is_not_done(text: str, done: float, expected: Modality) -> None:
    assert modality_of(text, done) == expected
