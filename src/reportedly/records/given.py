"""How an article came in: from where, and with which dates."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, get_args

DateKind = Literal["published", "feed", "modified", "crawl"]
DATE_KINDS: tuple[DateKind, ...] = get_args(DateKind)


@dataclass(frozen=True, slots=True, kw_only=True)
class KnownDate:
    """One date of an article, as it was given: of publication, in a feed, of the last change, of the crawl.

    `used` marks the one that counts as its date of publication; `why` says why it is, or why it is not trusted.
    """

    kind: DateKind
    value: str
    trusted: bool = True
    used: bool = False
    why: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Given:
    """From where an article came, a file and line or an address, and every date that was given for it.

    `digest` is that of the bytes that it was made of, where they are at hand, so that they need not be looked at again.
    """

    source: str | None = None
    dates: tuple[KnownDate, ...] = ()
    digest: int | None = None
