"""The log of a watch: a JSON object a line for programs, a short line for people."""

from __future__ import annotations

import json
import logging
from datetime import UTC, datetime

_OWN = frozenset(vars(logging.makeLogRecord({}))) | {"message", "asctime"}


class JsonLines(logging.Formatter):
    """Each event as one JSON object: when (UTC), level, event, and what is known of it."""

    def format(self, record: logging.LogRecord) -> str:
        """The event as a line."""
        when = datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds")
        row = {"when": when, "level": record.levelname.lower(), "event": record.getMessage(), **_known(record)}
        if record.exc_info:
            row["trouble"] = self.formatException(record.exc_info)
        return json.dumps(row, ensure_ascii=False, default=str)


class ShortLines(logging.Formatter):
    """Each event as a line for people: the time of day, the event, and what is known of it."""

    def format(self, record: logging.LogRecord) -> str:
        """The event as a line, in which nothing can drive the terminal."""
        when = datetime.fromtimestamp(record.created).strftime("%H:%M:%S")
        line = " · ".join(
            [f"{when} {record.getMessage()}", *(f"{name} {value}" for name, value in _known(record).items())]
        )
        return "".join(character if character.isprintable() else "\ufffd" for character in line)


def _known(record: logging.LogRecord) -> dict[str, object]:
    return {name: value for name, value in vars(record).items() if name not in _OWN and not name.startswith("_")}
