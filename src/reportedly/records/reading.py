"""What one article says, or why it could not be read."""

from __future__ import annotations

from dataclasses import dataclass

from reportedly.records.actor import Actor
from reportedly.records.article import Article, Timex
from reportedly.records.contact import Contact
from reportedly.records.position import Position
from reportedly.records.statement import Statement


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """All that one article says. Records refer to each other by ids, which are unique within a reading.

    `notes` tell the reader what was left open, such as dates that could not be resolved.
    """

    article: Article
    actors: tuple[Actor, ...] = ()
    statements: tuple[Statement, ...] = ()
    contacts: tuple[Contact, ...] = ()
    positions: tuple[Position, ...] = ()
    timexes: tuple[Timex, ...] = ()
    notes: tuple[str, ...] = ()

    def actor(self, id: str) -> Actor:
        """The actor with this id; KeyError when there is none."""
        for actor in self.actors:
            if actor.id == id:
                return actor
        raise KeyError(f"no actor {id} in the reading of article {self.article.id}")

    def statement(self, id: str) -> Statement:
        """The statement with this id; KeyError when there is none."""
        for statement in self.statements:
            if statement.id == id:
                return statement
        raise KeyError(f"no statement {id} in the reading of article {self.article.id}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Failure:
    """Says that an article could not be read, and why; stands in its place in a stream.

    `id` is the article's, None when it was not made; `source` says where it came from: a file, a line of
    a file, an address.
    """

    id: str | None
    source: str | None
    reason: str
