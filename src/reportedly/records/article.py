"""An article, and what points into it: spans of its text and expressions of time."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Self

from reportedly.errors import BadInput, BadOffsets
from reportedly.records.values import Day, Moment, content_id, wrong_moment

UNDETERMINED = "und"  # BCP 47 for a language that nobody has looked at yet


@dataclass(frozen=True, slots=True)
class Span:
    """Characters of an article, with their place: `text == article.text[start:end]`.

    Made by `Article.span` and nowhere else. Offsets count Unicode code points; `end` is exclusive.
    """

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Timex:
    """An expression of time and the days it covers, both ends included; None where they are not known."""

    span: Span | None = None
    from_: Day | None = None
    to: Day | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """One published copy of a text. The text is never altered: every span counts in it.

    `wires` are the agencies credited for the copy. Steps that find furniture make a new article with
    `dataclasses.replace`, which leaves id and text as they are.
    """

    id: str
    outlet: str | None = None
    url: str | None = None
    title: str | None = None
    byline: tuple[str, ...] = ()
    dateline: Span | None = None
    wires: tuple[str, ...] = ()
    published: Moment | None = None
    language: str = UNDETERMINED
    text: str

    @classmethod
    def of(
        cls,
        text: str,
        *,
        id: str | None = None,
        outlet: str | None = None,
        url: str | None = None,
        title: str | None = None,
        byline: Iterable[str] = (),
        published: str | date | None = None,
        language: str = UNDETERMINED,
    ) -> Self:
        """An article from what is known of it; without an `id`, it gets one from its content.

        BadInput when it was `published` on no day or moment as ISO 8601 writes them.
        Blank strings become None. Surrogates become U+FFFD, one for one: half a character cannot be
        written to a file, and a pair of halves would become one character there and shift all offsets.
        """
        text = whole_characters(text)
        outlet, url, title, when = (_known(value) for value in (outlet, url, title, _moment(published)))
        return cls(
            id=_known(id) or content_id("a", outlet, url, when, title, text),
            outlet=outlet,
            url=url,
            title=title,
            byline=tuple(name for name in map(_known, byline) if name is not None),
            published=when,
            language=_known(language) or UNDETERMINED,
            text=text,
        )

    def span(self, start: int, end: int) -> Span:
        """The characters from `start` to `end`, with their place; the only way to make a Span."""
        if not 0 <= start < end <= len(self.text):
            raise BadOffsets(f"{start}:{end} is outside article {self.id}, which has {len(self.text)} characters")
        return Span(start, end, self.text[start:end])


def whole_characters(text: str) -> str:
    """The text with each surrogate replaced by U+FFFD, so that it can be written as UTF-8; same length."""
    return re.sub("[\ud800-\udfff]", "\ufffd", text)


def _moment(published: str | date | None) -> str | None:
    """When an article was published, as a record has it."""
    if isinstance(published, date):
        return published.isoformat()
    if published is not None and published.strip() and (wrong := wrong_moment(published.strip())) is not None:
        raise BadInput(wrong, where="published", do="give it so, or a date of Python, or leave it out")
    return published


def _known(value: str | None) -> str | None:
    """The value without white space around it; None when nothing is left."""
    return whole_characters(value).strip() or None if value is not None else None
