"""The committed OpenAPI document is the one that is served."""

from pathlib import Path
from typing import Any

import orjson

from app.cli.types import openapi_document
from app.queries import catalogue

FILE = Path(__file__).parents[2] / "openapi.json"


def differing(one: Any, other: Any, place: str = "") -> list[str]:
    """Where two documents differ."""
    if isinstance(one, dict) and isinstance(other, dict):
        return [
            found
            for key in sorted(one.keys() | other.keys())
            for found in differing(one.get(key), other.get(key), f"{place}/{key}")
        ]
    return [] if one == other else [place]


def test_a_change_of_the_api_is_looked_at() -> None:
    served = orjson.loads(openapi_document(catalogue.load()))
    found = differing(orjson.loads(FILE.read_bytes()), served)
    assert found == [], f"the API changed; look at it, then: make openapi; first at {found[:5]}"
