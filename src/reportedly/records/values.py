"""Plain values that several records hold: ids from content, days, counts, scores.

A checked value is an `Annotated` type that carries its check, so that a record says in its annotation
what the codec holds it to. A check returns what is wrong, or None.
"""

from __future__ import annotations

import hashlib
import json
import re
from datetime import date, datetime
from typing import Annotated

ID_BYTES = 8  # two different articles among ten million share an id once in 370,000 such stores


def content_id(prefix: str, *parts: str | None) -> str:
    """An id that is the same wherever the same content is read: `prefix`, a hyphen, 16 hex digits.

    Parts are kept apart and None is not the empty string, so no two rows of parts run together.
    """
    content = json.dumps(parts).encode("ascii")  # ASCII escapes: any string has bytes, lone surrogates too
    return f"{prefix}-{hashlib.blake2b(content, digest_size=ID_BYTES).hexdigest()}"


def wrong_day(value: str) -> str | None:
    """What keeps `value` from being a day of the calendar, YYYY-MM-DD."""
    if re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", value):
        try:
            date.fromisoformat(value)
        except ValueError:
            pass
        else:
            return None
    return f"{value!r} is not a day, YYYY-MM-DD"


def wrong_moment(value: str) -> str | None:
    """What keeps `value` from being an ISO 8601 day or date-time that begins with YYYY-MM-DD."""
    day, clock = value[:10], value[10:]
    if wrong_day(day) is None:
        if not clock:
            return None
        if re.fullmatch(r"[T ][0-9:.,]+ ?(?:Z|[+-][0-9:]+)?", clock):
            try:
                datetime.fromisoformat(value)
            except ValueError:
                pass
            else:
                return None
    return f"{value!r} is not an ISO 8601 date or date-time, such as 2025-04-24 or 2025-04-24T18:30:00Z"


def wrong_score(value: float) -> str | None:
    """What keeps `value` from being a probability."""
    return None if 0 <= value <= 1 else f"{value!r} is not between 0 and 1"


def wrong_count(value: int) -> str | None:
    """What keeps `value` from being a number of people or times."""
    return None if value >= 1 else f"{value!r} is not 1 or more"


Day = Annotated[str, wrong_day]
Moment = Annotated[str, wrong_moment]
Score = Annotated[float, wrong_score]
Count = Annotated[int, wrong_count]
