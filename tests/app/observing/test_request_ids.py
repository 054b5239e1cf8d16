"""Which id a request goes by."""

import pytest
from fastapi.testclient import TestClient


@pytest.mark.parametrize("given", ["7f3a-upstream_01.b", "x" * 64])
def test_the_id_of_a_proxy_is_kept(client: TestClient, given: str) -> None:
    assert client.get("/healthz", headers={"X-Request-Id": given}).headers["x-request-id"] == given


@pytest.mark.parametrize("given", ["", "a b", "<script>", "x" * 65, 'a","level":"error'])
def test_what_could_do_harm_in_a_log_is_replaced(client: TestClient, given: str) -> None:
    assert len(client.get("/healthz", headers={"X-Request-Id": given}).headers["x-request-id"]) == 32


def test_every_request_has_another(client: TestClient) -> None:
    ids = {client.get("/healthz").headers["x-request-id"] for _ in range(5)}
    assert len(ids) == 5
