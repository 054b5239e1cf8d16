import pytest

from loaders.declared import declared_counts
from loaders.normalise import normalise
from loaders.records import MeasureClaim, Mention, RawDocument
from loaders.segment import segment


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("方案提出29项举措。", [("29项举措", 29, 1)]),
        ("实施五大行动。", [("五大行动", 5, 1)]),
        ("推进九大标准化工程。", [("九大标准化工程", 9, 0)]),
        ("第29项措施已经落实。", []),
        ("没有自述的数目。", []),
    ],
)
def test_declared_counts_beside_what_was_found(text: str, found: list[tuple[str, int, int]]) -> None:
    document = segment(RawDocument("s", "s", text, "", "text/plain"), normalise(text))
    mentions = (Mention(0, 4, "Campaign", "护航行动", "test"),)
    measures = (MeasureClaim(0, ("standards",), "done"),)
    rows = [(each.words, each.stated, each.found) for each in declared_counts(document, mentions, measures)]
    assert rows == found
