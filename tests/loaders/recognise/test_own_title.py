import pytest

from loaders.normalise import normalise
from loaders.recognise import own_title
from loaders.records import RawDocument
from loaders.segment import segment


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("关于推进质量建设的实施方案\n\n为推进质量建设，制定本方案。\n一、要求\n", ["关于推进质量建设的实施方案"]),
        ("某县召开质量工作会议\n\n2022年，某县召开会议。\n", []),
        ("实施方案\n\n为推进工作，制定本方案。\n", []),
    ],
)
def test_the_title_of_a_policy_document_is_a_plan(text: str, found: list[str]) -> None:
    document = segment(RawDocument("s", "s", text, "", "text/plain"), normalise(text))
    assert [mention.text for mention in own_title.find(document)] == found
