"""The cues of an article in reading order, each with what is said and by whom; and what lies in what is said."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from reportedly.reading.overlaps import Overlaps
from reportedly.records.article import Span
from reportedly.records.statement import Link, Statement


@dataclass(frozen=True, slots=True)
class Saying:
    """A link of a statement and the place where the text tells of it: its cue, or words between quotation marks."""

    link: Link
    place: Span
    statement: Statement

    @property
    def key(self) -> tuple[str, Span]:
        """The same for each statement that this saying is a link of."""
        return self.link.actor, self.place

    @property
    def is_speakers(self) -> bool:
        """Whether the words come from whoever speaks here."""
        return self.link is self.statement.chain.speaker


def sayings_of(statement: Statement) -> Iterator[Saying]:
    """The links of a statement whose place is known, the reader's side first.

    A principal says nothing that the spokesperson does not.
    """
    before: Link | None = None
    for link in statement.chain:
        spoken_for = before is not None and before.cue is not None and link.mention is None
        if link.cue is not None:
            yield Saying(link, link.cue, statement)
        elif link is statement.chain.speaker and statement.form == "direct" and not spoken_for:
            yield Saying(link, statement.content[0], statement)
        before = link


class Contents:
    """What is said in an article, which may lie in each other, to ask what lies around a place."""

    def __init__(self, spans: Iterable[Span]) -> None:
        self._spans = list(spans)
        self._overlaps = Overlaps((span.start, span.end) for span in self._spans)

    def around(self, place: Span) -> frozenset[Span]:
        """Those in which a place begins."""
        return frozenset(self._spans[number] for number in self._overlaps.at(place.start, place.start + 1))
