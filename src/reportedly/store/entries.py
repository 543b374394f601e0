"""What is added to a store, what is known of an article in it, and what became of what was added."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from reportedly.records import Article, Failure, Reading
from reportedly.records.given import Given


class Entry(NamedTuple):
    """A record, the reader that read it, and how its article came in."""

    record: Reading | Failure
    read_by: str | None
    given: Given


class Held(NamedTuple):
    """An article in the store: its id, the reader that read it, and whether its date of publication is known."""

    id: str
    read_by: str | None
    dated: bool

    def lacks(self, article: Article) -> bool:
        """Whether this copy says when it was published, and what is held does not."""
        return article.published is not None and not self.dated


@dataclass(frozen=True, slots=True, kw_only=True)
class Added:
    """What became of the records that were added, counted."""

    new: int = 0
    replaced: int = 0
    held: int = 0
    failed: int = 0

    def __add__(self, other: Added) -> Added:
        return Added(
            new=self.new + other.new,
            replaced=self.replaced + other.replaced,
            held=self.held + other.held,
            failed=self.failed + other.failed,
        )
