"""Articles of the corpora read as a user would read them, once, for all who measure on the readings."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Protocol

from evaluation.corpora import Row, dev_stories, first_article, lines_of, polnear_dev, story_of
from reportedly.reading.shipped import BEST, EncoderName
from reportedly.records import Article, Failure, Reading
from reportedly.records.codec import decode_article, encode


class ReadsAll(Protocol):
    """What is measured: `reportedly.Reader`, or a stand-in for it in tests."""

    def read_all(self, articles: Iterable[Article | Failure]) -> Iterator[Reading | Failure]:
        """A Reading or a Failure for each, in order."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Readings:
    """The readings of some articles as plain dicts by article id, and what could not be read."""

    by_id: Mapping[str, Row]
    failures: tuple[Failure, ...] = ()

    @property
    def remarks(self) -> tuple[str, ...]:
        """A line for each article that could not be read; these count as read without a statement."""
        return tuple(f"not read: {failure.id or failure.source}: {failure.reason}" for failure in self.failures)


def read(reader: ReadsAll, rows: Iterable[Row]) -> Readings:
    """The readings of input rows."""
    found, failures = {}, []
    for record in reader.read_all(decode_article(row) for row in rows):
        if isinstance(record, Failure):
            failures.append(record)
        else:
            found[record.article.id] = encode(record)
    return Readings(by_id=found, failures=tuple(failures))


def polnear_rows() -> list[Row]:
    """PolNeAR's development articles as input: without anything that its annotators or editors added."""
    return [
        {"id": a["id"], "outlet": a["publisher"], "published": a["date"], "title": a["title"], "text": a["text"]}
        for a in lines_of(polnear_dev())
    ]


def story_rows(stories: Iterable[Row]) -> list[Row]:
    """The articles of gold stories as input."""
    given = ("id", "outlet", "url", "published", "title", "byline", "text")
    return [{key: article.get(key) for key in given} for story in stories for article in story["articles"]]


@cache
def reader(encoder: EncoderName = BEST) -> ReadsAll:
    """The shipped Reader on one thread, loaded once."""
    from reportedly import Reader

    return Reader.load(encoder=encoder, threads=1)


@cache
def of_polnear(encoder: EncoderName = BEST) -> Readings:
    """The shipped Reader's readings of PolNeAR's development articles."""
    return read(reader(encoder), polnear_rows())


@cache
def of_stories(encoder: EncoderName = BEST) -> Readings:
    """The shipped Reader's readings of the development stories."""
    return read(reader(encoder), story_rows(map(story_of, dev_stories())))


@cache
def of_first_article() -> Readings:
    """The shipped Reader's reading of the first article."""
    return read(reader(), story_rows([story_of(first_article())]))
