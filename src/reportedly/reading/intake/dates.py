"""Which of the dates that come with an article is its date of publication, and which cannot be trusted.

Dates of feeds and pages go wrong in known ways: a program without a clock writes 1970, a calendar of events writes the
day of the event, a site moves and dates all its pages anew. So every date is kept, with what is thought of it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from contextlib import suppress
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime

from reportedly.records.given import DateKind, KnownDate
from reportedly.records.values import wrong_moment

EARLIEST = 1990  # the web's first news pages are of 1993; what is earlier is a clock that was never set
AHEAD = timedelta(days=1)  # somewhere it is tomorrow already
IN_ORDER: tuple[DateKind, ...] = ("published", "feed", "modified")

Found = tuple[DateKind, str]

_PUBLISHED = re.compile(
    r"""(?: "datePublished"\s*:\s*["'] | (?:published_time|datePublished)["'][^>]{0,80}?content\s*=\s*["'] )
    ([^"'<>]{4,40})["']""",
    re.VERBOSE,
)
_MODIFIED = re.compile(
    r"""(?: "dateModified"\s*:\s*["'] | (?:modified_time|dateModified|updated_time)["'][^>]{0,80}?content\s*=\s*["'] )
    ([^"'<>]{4,40})["']""",
    re.VERBOSE,
)


def stated_dates(html: str) -> list[Found]:
    """The dates of publication and of change that a page states in its head, as it writes them."""
    found: list[Found] = [("published", match[1].strip()) for match in _PUBLISHED.finditer(html)]
    return list(dict.fromkeys([*found, *(("modified", match[1].strip()) for match in _MODIFIED.finditer(html))]))


def settle(
    found: Iterable[Found], *, stated: str | None = None, crawl: str | None = None, now: datetime | None = None
) -> tuple[str | None, tuple[KnownDate, ...]]:
    """The date of publication, and every date with what is thought of it.

    `stated` is what the input or the user says, and is taken as it is. Else it is the first one that can be trusted, by
    kind: of publication, of the feed, of the last change. `crawl`, the moment at which a page was fetched, is never
    taken for it, but nothing that came later is trusted.
    """
    latest = (_moment(crawl) if crawl else None) or now or datetime.now(UTC)
    dates = [_judged(kind, value, latest) for kind, value in dict.fromkeys(found)]
    if stated is not None:
        judged = _judged("published", stated, latest)
        why = "as stated" if judged.trusted else f"as stated, though {judged.why}"
        rest = [date for date in dates if (date.kind, date.value) != ("published", stated)]
        used: KnownDate | None = replace(judged, used=True, why=why)
        dates = [replace(judged, used=True, why=why), *rest]
    else:
        trusted = [date for date in dates if date.trusted]
        used = next((date for kind in IN_ORDER for date in trusted if date.kind == kind), None)
        dates = [replace(date, used=True, why=_reason(date, dates)) if date is used else date for date in dates]
    if crawl:
        dates.append(KnownDate(kind="crawl", value=crawl, why="tells when the page was fetched only"))
    return (used.value if used else None), tuple(dates)


def iso_of(moment: Sequence[int] | None) -> str | None:
    """The moment of a struct_time in UTC as ISO 8601; None when there is none."""
    if moment is None:
        return None
    year, month, day, hour, minute, second = moment[:6]
    return f"{year:04}-{month:02}-{day:02}T{hour:02}:{minute:02}:{second:02}Z"


def as_written(moment: str | None, universal: str | None) -> str | None:
    """A moment as a feed writes it, in ISO 8601 with its own offset, when it is the one that was found in UTC.

    The outlet's "today" is the day where it writes, which in UTC may be over.
    """
    if moment is None or universal is None:
        return universal or moment
    for read in (datetime.fromisoformat, parsedate_to_datetime):
        with suppress(ValueError, OverflowError):
            own = read(moment)
            if own.utcoffset() and own == datetime.fromisoformat(universal):
                return own.isoformat()
    return universal


def _judged(kind: DateKind, value: str, latest: datetime) -> KnownDate:
    moment = _moment(value)
    why = None
    if moment is None:
        why = "not a date that can be read"
    elif moment.year < EARLIEST:
        why = f"before {EARLIEST}"
    elif moment > latest + AHEAD:
        why = "in the future"
    return KnownDate(kind=kind, value=value, trusted=why is None, why=why)


def _reason(used: KnownDate, dates: Sequence[KnownDate]) -> str:
    if used.kind == "published":
        return "the date of publication"
    before = IN_ORDER[: IN_ORDER.index(used.kind)]
    distrusted = [date for date in dates if date.kind in before]
    what = "of the feed" if used.kind == "feed" else "of the last change"
    return f"the date {what}; {'no earlier one is trusted' if distrusted else 'no other is given'}"


def _moment(value: str) -> datetime | None:
    if wrong_moment(value) is not None:
        return None
    moment = datetime.fromisoformat(value)
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)
