"""Requests drawn from the OpenAPI document, over the example corpus: no 5xx, no status that it does not name."""

from collections import Counter
from typing import Any

import pytest
import schemathesis
from fastapi.testclient import TestClient
from hypothesis import HealthCheck, Phase, given, settings
from schemathesis import Case
from schemathesis.checks import not_a_server_error
from schemathesis.core.result import Ok
from schemathesis.schemas import APIOperation
from schemathesis.specs.openapi.checks import response_schema_conformance, status_code_conformance

from tests.figures import Tell

SMALL, FULL = 500, 5_000  # requests in all
PATIENCE = 120.0  # seconds
_SHARE = 1.5  # an address without parameters has few cases to draw; the others make up for it
CHECKS = [not_a_server_error, status_code_conformance, response_schema_conformance]


def requested(client: TestClient, cases: int) -> str:
    """Send so many requests, spread over all operations, and hold every answer against the document; what was sent."""
    schema = schemathesis.openapi.from_asgi("/openapi.json", client.app)
    operations = [found.ok() for found in schema.get_all_operations() if isinstance(found, Ok)]
    statuses: Counter[int] = Counter()
    for operation in operations:
        _hold(client, operation, round(_SHARE * cases / len(operations)) + 1, statuses)
    assert statuses.total() >= cases
    assert statuses[200] > cases / 10  # what is refused alone would show little
    return f"{statuses.total()} requests over {len(operations)} operations: {dict(sorted(statuses.items()))}"


def _hold(client: TestClient, operation: APIOperation[Any, Any, Any, Any], cases: int, statuses: Counter[int]) -> None:
    @settings(
        max_examples=cases,
        deadline=None,
        derandomize=True,
        database=None,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    @given(operation.as_strategy())
    def answers_as_documented(case: Case[Any]) -> None:
        # A TestClient serves as a session. Ten seconds, the default, can pass on a machine that has much else to do.
        answer = case.call(session=client, timeout=PATIENCE)  # type: ignore[arg-type]
        statuses[answer.status_code] += 1
        case.validate_response(answer, checks=CHECKS)

    answers_as_documented()


def test_answers_are_as_documented(examples_client: TestClient, tell: Tell) -> None:
    tell(f"schemathesis: {requested(examples_client, SMALL)}")


@pytest.mark.full
def test_many_answers_are_as_documented(examples_client: TestClient, tell: Tell) -> None:
    tell(f"schemathesis: {requested(examples_client, FULL)}")
