"""The cues of an article in reading order, each with what is said and by whom; and what lies in what is said."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from reportedly.reading.overlaps import Overlaps
from reportedly.records.article import Article, Span
from reportedly.records.statement import Link, Statement

Key = tuple[str, Span]


@dataclass(frozen=True, slots=True)
class Saying:
    """A link of a statement and the place where the text tells of it: a cue, or words between quotation marks.

    `above` is the key of the saying that tells of this one, in the same chain.
    """

    link: Link
    place: Span
    statement: Statement
    has_cue: bool = True
    above: Key | None = None

    @property
    def key(self) -> Key:
        """The same for each statement that this saying is a link of."""
        return self.link.actor, self.place

    @property
    def is_speakers(self) -> bool:
        """Whether the words come from whoever speaks here."""
        return self.link is self.statement.chain.speaker


_TELLS = "reported|wrote|said|revealed|published|carried|disclosed|writes|reports|says|reveals"
_TOLD_BY = re.compile(
    rf"\b(?P<verb>{_TELLS}|quoted|cited|broadcast)\s(?:by|in|to|on)\s"
    r"(?:(?:the|a)\s(?:(?:daily|weekly|news)\s)?(?:newspaper|paper|agency|website|site|broadcaster|channel|magazine)\s)?\Z"
)
_TELLING = re.compile(rf"\s(?P<verb>(?:(?:has|had|also|first|then|earlier|since)\s){{0,2}}(?:{_TELLS}))\b")


def sayings_of(statement: Statement, article: Article) -> Iterator[Saying]:
    """The links of a statement whose place is known, the reader's side first.

    A principal says nothing that the spokesperson does not. Whoever only passed the words on may have a verb where the
    cue is that of another: "the Post reported on Monday, citing two trustees".
    """
    before: Link | None = None
    above: Key | None = None
    for link in statement.chain:
        spoken_for = before is not None and before.cue is not None and link.mention is None
        place, before = link.cue, link
        if place is None and link is statement.chain.speaker:
            if statement.form == "direct" and not spoken_for:
                yield Saying(link, statement.content[0], statement, has_cue=False, above=above)
        elif place is None and link.mention is not None:
            place = _verb_of(link.mention, article)
        if place is not None:
            yield Saying(link, place, statement, above=above)
            above = link.actor, place


def _verb_of(mention: Span, article: Article) -> Span | None:
    """The verb of telling right beside the mention of an outlet: "the Post reported", "as reported by the Post"."""
    found = _TELLING.match(article.text, mention.end) or _TOLD_BY.search(
        article.text, max(0, mention.start - 60), mention.start
    )
    return article.span(*found.span("verb")) if found else None


class Contents:
    """What is said in an article, which may lie in each other, to ask what lies around a place."""

    def __init__(self, spans: Iterable[Span]) -> None:
        self._spans = list(spans)
        self._overlaps = Overlaps((span.start, span.end) for span in self._spans)

    def around(self, place: Span) -> frozenset[Span]:
        """Those in which a place begins."""
        return frozenset(self._spans[number] for number in self._overlaps.at(place.start, place.start + 1))
