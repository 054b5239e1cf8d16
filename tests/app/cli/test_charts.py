"""Charts on the command line."""

import pytest

from tests.app.charts.parsed import parse
from tests.app.cli.conftest import Zhitu


@pytest.mark.usefixtures("small")
def test_a_chart_is_written_as_it_is_served(zhitu: Zhitu) -> None:
    drawing = parse(zhitu("query", "compare_regions", "goal=food-safety", "--format", "svg", "--lang", "en").out)
    assert drawing.one("title") == "Regions compared"
