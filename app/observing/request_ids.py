"""The id of the request that is being answered: in its answer, in every line logged meanwhile."""

import re
import uuid
from contextvars import ContextVar

HEADER = "X-Request-Id"
current: ContextVar[str | None] = ContextVar("request_id", default=None)

# "7f3a-upstream_01.b"; not "a b", not "<script>", nothing of 65 characters: it is repeated in logs and answers.
_ACCEPTABLE = re.compile(r"[A-Za-z0-9._-]{1,64}")


def taken(given: str | None) -> str:
    """The id that a proxy in front of us has given the request, if it is one; else a new one."""
    return given if given is not None and _ACCEPTABLE.fullmatch(given) else uuid.uuid4().hex
