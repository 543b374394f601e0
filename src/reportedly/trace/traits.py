"""What articles are compared by, made once for each article: its words, sentences, names and dates."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cached_property
from itertools import pairwise

from reportedly.records import Article, Reading, Span
from reportedly.trace.alignment import Words
from reportedly.trace.outlets import capitalised, names_of
from reportedly.trace.stems import stem_of

_SENTENCE_END = re.compile(r"[.!?][\"”’»)]*\s+|\n+")
_LEAST = 3  # content words of a sentence that is compared


@dataclass(frozen=True, slots=True)
class Sentence:
    """The stems of one sentence, and where it stands."""

    start: int
    end: int
    stems: frozenset[str]


@dataclass(frozen=True)
class Traits:
    """One article as it is compared with others; nothing here depends on these."""

    reading: Reading
    words: Words
    when: datetime | None
    by_day: bool  # the date has no time of day
    stems: tuple[str | None, ...]  # of each word; None where it carries no meaning
    sentences: tuple[Sentence, ...]
    names: Mapping[str, float]  # of its outlet
    capitalised: Mapping[str, tuple[Span, ...]]
    outlets: tuple[Span, ...]  # mentions of outlets

    @classmethod
    def of(cls, reading: Reading) -> Traits:
        """The traits of an article."""
        article = reading.article
        words = Words.of(article)
        stems = tuple(stem_of(form) for form in words.forms)
        return cls(
            reading=reading,
            words=words,
            when=moment(article),
            by_day=article.published is not None and len(article.published) == 10,
            stems=stems,
            sentences=tuple(_sentences(words, stems)),
            names=names_of(reading),
            capitalised=capitalised(reading),
            outlets=tuple(span for actor in reading.actors if actor.kind == "outlet" for span in actor.mentions),
        )

    @property
    def id(self) -> str:
        """The id of the article."""
        return self.reading.article.id

    @property
    def outlet(self) -> str | None:
        """Who published the article."""
        return self.reading.article.outlet

    @cached_property
    def vocabulary(self) -> frozenset[str]:
        """The stems that occur."""
        return frozenset(stem for stem in self.stems if stem)

    @cached_property
    def figures(self) -> frozenset[str]:
        """The numbers in digits that occur."""
        return frozenset(stem for stem in self.vocabulary if stem[0].isdigit())

    @cached_property
    def pairs(self) -> frozenset[tuple[str, str]]:
        """Stems that follow each other, directly or with one between: wording that survives a light rewrite."""
        row = [stem for stem in self.stems if stem]
        return frozenset([*pairwise(row), *zip(row, row[2:], strict=False)])

    def before(self, other: Traits) -> bool | None:
        """Whether this article is the earlier one; None where the dates do not tell."""
        if self.when is None or other.when is None:
            return None
        mine, others = self.when, other.when
        if self.by_day or other.by_day:
            return None if mine.date() == others.date() else mine.date() < others.date()
        return None if mine == others else mine < others


def moment(article: Article) -> datetime | None:
    """When the article was published, in UTC; None when it does not say."""
    if article.published is None:
        return None
    when = datetime.fromisoformat(article.published)
    try:
        return when.replace(tzinfo=UTC) if when.tzinfo is None else when.astimezone(UTC)
    except OverflowError:  # 0001-01-01T00:00:00+01:00, the empty date of some programs, is before all years in UTC
        return when.replace(tzinfo=UTC)


def _sentences(words: Words, stems: Sequence[str | None]) -> list[Sentence]:
    text = words.article.text
    ends = [*(match.end() for match in _SENTENCE_END.finditer(text)), len(text)]
    found, at, start = [], 0, 0
    for end in ends:
        own = set[str]()
        while at < len(stems) and words.places[at][0] < end:
            stem = stems[at]
            if stem:
                own.add(stem)
            at += 1
        if len(own) >= _LEAST:
            found.append(Sentence(start, end, frozenset(own)))
        start = end
    return found
