"""A property over two engines, tried a number of times: each round is a question to a server."""

from hypothesis import HealthCheck, Phase, given, settings

from app.queries.catalogue import Query
from app.queries.parameters import Given
from app.queries.running import Page
from tests.parity.both import Both
from tests.parity.drawn import Vocabulary, pages, parameters

# Shrinking would ask for minutes, and a set of parameters that differs is short as it is.
PHASES = (Phase.explicit, Phase.generate)


def ask_alike(both: Both, query: Query, words: Vocabulary, number: int) -> None:
    """Ask both engines a query with so many sets of parameters drawn from the graph; fails at the first difference."""

    @settings(max_examples=number, deadline=None, database=None, phases=PHASES, suppress_health_check=list(HealthCheck))
    @given(parameters(query.header, words), pages(1000))
    def alike(asked: dict[str, Given], page: Page) -> None:
        both.answer(query, asked, page)

    alike()
