"""Which of overlapping mentions are kept."""

import pytest

from loaders.recognise.choose import choose
from loaders.records import Mention

TEXT = "《甲市市场监管局关于绿色食品生产基地的意见》"


def mention(label: str, name: str, score: float = 1.0, extractor: str = "names") -> Mention:
    start = TEXT.index(name)
    return Mention(start, start + len(name), label, name, extractor, score=score)


PLAN = mention("Plan", TEXT[1:-1])
AGENCY = mention("Agency", "甲市市场监管局")
REGION = mention("Region", "甲市")
BASE = mention("Platform", "绿色食品生产基地", 0.9)
LABEL = mention("Brand", "绿色食品", extractor="national")


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        ([AGENCY, REGION], [REGION, AGENCY]),
        ([AGENCY, PLAN], [PLAN, AGENCY]),
        ([BASE, LABEL], [BASE]),
        ([mention("Platform", "绿色食品生产基地", 0.5), LABEL], [LABEL]),
        ([mention("Award", "食品生产", 0.6), BASE], [BASE]),
        ([mention("Region", "绿色"), BASE], [BASE]),
        ([REGION, mention("Organization", "甲市市场监管局", 0.5)], [mention("Organization", "甲市市场监管局", 0.5)]),
    ],
)
def test_choose(given: list[Mention], kept: list[Mention]) -> None:
    assert list(choose(given)) == sorted(kept)
