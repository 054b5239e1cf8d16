"""Logs on standard error: a JSON object a line for machines, a plain line for someone at a terminal.

Neither holds what callers ask for: routes stand as templates, and exceptions without their messages, which may quote
values. Those are shown at level debug alone.
"""

import json
import logging
import sys
import traceback
from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any

from app.observing.request_ids import current
from app.settings import AppSettings

Json = dict[str, Any]


class JsonLines(logging.Formatter):
    """One JSON object a line; `fields` of a record become members of it."""

    def __init__(self, *, messages: bool) -> None:
        super().__init__()
        self._messages = messages

    def format(self, record: logging.LogRecord) -> str:
        """The line for a record."""
        line: Json = {
            "time": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname.lower(),
            "logger": record.name,
            "message": record.getMessage(),
            "pid": record.process,
            "request_id": current.get(),
            **getattr(record, "fields", {}),
        }
        if record.exc_info and record.exc_info[1] is not None:
            line["exceptions"] = [_exception(each, self._messages) for each in _chain(record.exc_info[1])]
        return json.dumps(line, default=str)


class TextLines(logging.Formatter):
    """A line to be read by a person; below it where an exception came from."""

    def __init__(self, *, messages: bool) -> None:
        super().__init__()
        self._messages = messages

    def format(self, record: logging.LogRecord) -> str:
        """The lines for a record."""
        clock = datetime.fromtimestamp(record.created).astimezone().strftime("%H:%M:%S")
        fields: Json = getattr(record, "fields", {})
        words = [clock, f"{record.levelname.lower():7}", record.getMessage()]
        words += [f"{fields['ms']} ms"] if "ms" in fields else []
        words += [f"[{each}]"] if (each := current.get()) else []
        lines = [" ".join(words)]
        if record.exc_info and record.exc_info[1] is not None:
            for error in _chain(record.exc_info[1]):
                told = _exception(error, self._messages)
                lines += [f"  {told['type']}{': ' + told['text'] if 'text' in told else ''}"]
                lines += [f"    {place}" for place in told["stack"]]
        return "\n".join(lines)


def configuration(settings: AppSettings, *, server_level: str) -> Json:
    """What `logging.config.dictConfig` takes; `server_level` is that of the HTTP server's own messages."""
    as_json = settings.log_form == "json" or (settings.log_form == "auto" and not sys.stderr.isatty())
    form = JsonLines if as_json else TextLines
    ours = settings.log_level.upper()
    return {
        "version": 1,
        "disable_existing_loggers": False,
        "formatters": {"line": {"()": form, "messages": settings.log_level == "debug"}},
        "handlers": {"stderr": {"class": "logging.StreamHandler", "stream": "ext://sys.stderr", "formatter": "line"}},
        # The driver's debug messages quote parameters.
        "root": {"level": "WARNING", "handlers": ["stderr"]},
        "loggers": {"zhitu": {"level": ours}, "uvicorn": {"level": server_level.upper()}},
    }


def _chain(error: BaseException) -> Iterator[BaseException]:
    """An exception and what it came of, the first cause last."""
    found: BaseException | None = error
    while found is not None:
        yield found
        found = found.__cause__ or (None if found.__suppress_context__ else found.__context__)


def _exception(error: BaseException, messages: bool) -> Json:
    frames = traceback.extract_tb(error.__traceback__)
    told: Json = {
        "type": type(error).__qualname__,
        "stack": [f"{frame.filename}:{frame.lineno} {frame.name}" for frame in frames],
    }
    return {**told, "text": str(error)} if messages else told
