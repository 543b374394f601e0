"""Finds things of one article by place: who is mentioned where, which mentions and which sentence are there."""

from __future__ import annotations

import bisect
from collections.abc import Iterable, Sequence

from reportedly.reading.cast.actors import Cast
from reportedly.reading.cast.nouns import outlet_word
from reportedly.reading.layout.agencies import abbreviates
from reportedly.reading.overlaps import Overlaps
from reportedly.records.actor import Actor, ActorKind
from reportedly.records.article import Span
from reportedly.records.statement import Statement

_ADDED = frozenset(("news", "magazine", "daily", "online", "radio", "tv", "newsletter", "newspaper", "website", "live"))


class Lookup:
    """A cast, to ask by place and by id. The outlet under a longer name ("Lantern News") is the outlet."""

    def __init__(self, cast: Cast) -> None:
        self._cast = cast
        self._actors = {actor.id: actor for actor in cast.actors}
        self.outlet = cast.outlet
        own = self._actors[cast.outlet].name
        self._own = {a.id for a in cast.actors if own and a.kind == "outlet" and _is_short_for(a, own)}

    def of(self, span: Span | None) -> str | None:
        """The id of the actor that these words refer to; None for none."""
        id = None if span is None else self._cast.of(span)
        return self.outlet if id in self._own else id

    @property
    def actors(self) -> Sequence[Actor]:
        """Every actor of the cast."""
        return self._cast.actors

    def actor(self, id: str) -> Actor:
        """The actor with this id."""
        return self._actors[id]

    def kind(self, id: str | None) -> ActorKind | None:
        """The kind of an actor; None for no actor."""
        return None if id is None else self._actors[id].kind

    def other_outlet(self, span: Span | None) -> str | None:
        """The id of the outlet that these words refer to, when it is not the one that published the article."""
        id = self.of(span)
        return id if id != self.outlet and self.kind(id) == "outlet" else None

    def wire(self, name: str) -> str | None:
        """The id of an agency that `article.wires` has by this name, when it is not the publishing outlet."""
        id = self._cast.wires.get(name)
        return None if id == self.outlet or id in self._own else id

    def is_spokesperson(self, id: str) -> bool:
        """Whether an actor is there to speak for somebody else."""
        return self._cast.sourcings.get(id) == "spokesperson"

    def group(self, id: str) -> str:
        """The id of the group that an actor such as "one of them" belongs to; else its own."""
        return self._cast.groups.get(id, id)

    def those(self, id: str) -> Sequence[str]:
        """The ids of the members of a group that are known one by one; else its own."""
        return self._cast.members.get(id, (id,))

    def joint(self, span: Span) -> Sequence[str]:
        """The ids of the people of whom some words are a part: Sarn in "the ministers of Sarn and Olden"."""
        found = (ids for (start, end), ids in self._cast.joint.items() if start <= span.start and span.end <= end)
        return next(found, ())

    def principals(self, id: str) -> Sequence[str]:
        """The ids of those whose words an actor passes on: a spokesperson's principal, a document's author."""
        return self._cast.principals.get(id, ())


class Spans:
    """Spans of an article in reading order, the longer first where two begin together."""

    def __init__(self, spans: Iterable[Span]) -> None:
        found = {(span.start, -span.end): span for span in spans}
        places = sorted(found)
        self._spans = [found[place] for place in places]
        self._starts = [start for start, _ in places]

    @property
    def all(self) -> Sequence[Span]:
        """Every one of them."""
        return self._spans

    def from_to(self, start: int, end: int) -> Sequence[Span]:
        """The spans that begin between two places."""
        return self._spans[bisect.bisect_left(self._starts, start) : bisect.bisect_left(self._starts, end)]

    def inside(self, whole: Span) -> Sequence[Span]:
        """The spans that lie in another; that one too, when it is among them."""
        return [span for span in self.from_to(whole.start, whole.end) if span.end <= whole.end]


class Said:
    """The statements of an article, to find those whose words have a place in common with others."""

    def __init__(self, statements: Sequence[Statement]) -> None:
        self._statements = statements
        pieces = [(c.start, c.end, n) for n, statement in enumerate(statements) for c in statement.content]
        self._of_piece = [number for _, _, number in pieces]
        self._overlaps = Overlaps((start, end) for start, end, _ in pieces)

    def at(self, place: Span) -> list[Statement]:
        """The statements that share characters with a place, in their order."""
        found = {self._of_piece[piece] for piece in self._overlaps.at(place.start, place.end)}
        return [self._statements[number] for number in sorted(found)]


class Sentences:
    """The sentences of an article, to find the one that a place stands in."""

    REACH = 800  # characters to each side; what calls itself a sentence and goes on beyond is none

    def __init__(self, sentences: Sequence[Span]) -> None:
        self._spans = sentences
        self._starts = [span.start for span in sentences]

    def number(self, at: int) -> int:
        """The position of the sentence that a character stands in; of the one before it, between two."""
        return max(bisect.bisect_right(self._starts, at) - 1, 0)

    def start(self, number: int) -> int:
        """Where the sentence with this number starts."""
        return self._starts[number]

    def around(self, at: int) -> tuple[int, int]:
        """Start and end of the sentence that a character stands in, as far as it is in reach."""
        sentence = self._spans[self.number(at)]
        return max(sentence.start, at - self.REACH), min(sentence.end, at + self.REACH)


def _is_short_for(actor: Actor, outlet: str) -> bool:
    """Whether an outlet that the text speaks of is the publishing one, by its name or what it is called for short."""
    called = [span.text for span in actor.mentions]
    # what another paper is called for short may be short for this one too: "the Post"
    return _is_short(actor.name or "".join(called[:1]), outlet) or any(
        _is_short(words, outlet) for words in called if " " in _bare(words)
    )


def _is_short(name: str, outlet: str) -> bool:
    bare = name.removeprefix("The ").removeprefix("the ")
    if not bare:
        return False
    whole, part = outlet.removeprefix("The ").casefold(), bare.casefold()
    begins = whole.startswith(part) and outlet_word(whole.removeprefix(part))  # "Blast" for Blastpost
    return begins or _bare(name) == _bare(outlet) or abbreviates(bare, outlet)


def _bare(name: str) -> str:
    """An outlet's name without article and added words: "breitbart" for "Breitbart News Daily"."""
    words = name.casefold().removeprefix("the ").split()
    while len(words) > 1 and words[-1] in _ADDED:
        words.pop()
    return " ".join(words)
