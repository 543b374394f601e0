"""A saying whose day is asked for, and what is known of it before any expression of time is looked at."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from reportedly.reading.saying.placed import step_of
from reportedly.reading.saying.presence import Presence
from reportedly.reading.saying.sayings import Saying
from reportedly.reading.times.verbs import tense_of
from reportedly.records.article import Span, Timex

Dates = tuple[str | None, str | None]

_OFTEN = 3  # sayings beyond which they are not told apart

_PRONOUNS = frozenset(["he", "she", "they", "it"])
_HAS = re.compile(r"(?:has|have|[’']ve)\b")
_THEN = re.compile(  # what ties a saying to something told before, or sets it apart
    r"\b(then|later|earlier|previously|already|once|also|again|meanwhile|afterwards|still|now|at the (?:time|meeting|"
    r"dinner|summit|hearing|session|conference|briefing|press conference|talks)|on the phone|by (?:tele)?phone|"
    r"in an? (?:interview|statement|letter))\b",
    re.IGNORECASE,
)
_JOINED = re.compile(r"(?:,|\b(?:and|but|then|or))\s+(?:\w+ly\s+|also\s+|then\s+)?\Z")


@dataclass(frozen=True, slots=True)
class Last:
    """Where something was said last, and when, as far as that is known."""

    end: int
    on: Timex | None

    def how(self, days: Dates) -> str:
        """Whether these days were its own."""
        return "none" if self.on is None else "same" if (self.on.from_, self.on.to) == days else "other"

    def sign(self, whose: str, days: Dates, place: Span, steps: Sequence[int]) -> str:
        """Whether these days were its own, and how far off it was said."""
        return f"{whose} {self.how(days)} {step_of(place.start - self.end, steps)}"


@dataclass(frozen=True, slots=True)
class Before:
    """What was said before: by the same actor, by anybody, and by whoever told of this saying.

    `told` says of how many sayings before these were the days.
    """

    own: Last | None = None
    other: Last | None = None
    above: Last | None = None
    told: Mapping[Dates, int] = field(default_factory=dict)

    def often(self, days: Dates) -> str:
        """Of how many sayings before these were the days, and other days of how many."""
        here = self.told.get(days, 0)
        return f"often {min(here, _OFTEN)} of {min(sum(self.told.values()) - here, _OFTEN)}"

    def of_all(self) -> str:
        """Of how many sayings before the days are known, and how many days they are."""
        return f"often {min(sum(self.told.values()), _OFTEN)} of {min(len(self.told), _OFTEN)}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """A saying whose day is asked for, with what is the same of it beside every expression of time.

    `cue` and `by` are the kinds of its cue and mention, `within` what is said around it, `beside` the expression that
    its cue stands under; `manner` are signs of how it is told.
    """

    saying: Saying
    cue: str
    by: str
    within: frozenset[Span]
    sentence: int
    paragraph: int
    beside: Span | None
    before: Before
    manner: tuple[str, ...]

    @property
    def nested(self) -> str:
        """Whether it is told in what somebody else said."""
        return "nested" if self.within else "top"

    @property
    def role(self) -> str:
        """Whether the words are its actor's own, or only passed on."""
        return "speaker" if self.saying.is_speakers else "relay"


def manner_of(saying: Saying, text: str, sentence: int, presence: Presence) -> tuple[str, ...]:
    """The signs of how something is told: with "then" or "also", joined to what stands before, to reporters."""
    place = saying.place
    then = _THEN.search(text, max(sentence, place.start - 60), place.end + 25)
    joined = saying.has_cue and _JOINED.search(text, max(0, place.start - 24), place.start)
    told = saying.link.addressees
    hearer = "nobody" if not told else "press" if any(map(presence.is_press, told)) else "somebody"
    return f"then {then[1].lower() if then else 'no'}", f"joined {'yes' if joined else 'no'}", f"told {hearer}"


def signs_of_none(asked: Asked, near: int, told_of: int) -> Iterator[str]:
    """The signs that none of so many expressions tells the day of a saying whose actor `told_of` sentences told of."""
    saying, statement, before = asked.saying, asked.saying.statement, asked.before
    word = saying.place.text.lower().split()[-1] if saying.has_cue else ""
    yield from (
        "none",
        f"none {asked.cue}",
        f"none {statement.sourcing}",
        f"none {asked.nested}",
        f"none {asked.cue} {asked.nested}",
        f"none {statement.form}",
        f"none {asked.role}",
        f"none {asked.by}",
        f"none word {word}",
        f"none {'' if asked.beside is not None else 'not '}beside",
        f"none of {step_of(near, (1, 2, 4, 8))}",
        f"none act {statement.act}",
        f"none told of {told_of}",
        f"none {before.of_all()}",
    )
    yield from (f"none {sign}" for sign in asked.manner)
    for whose, last in (("own last", before.own), ("above", before.above)):
        if last is not None:
            yield f"none {whose} {'none' if last.on is None else 'some'}"
    if before.other is not None:
        known = "none" if before.other.on is None else "some"
        yield f"none last {known} {asked.cue}"
        yield f"none last {known} {asked.manner[1]}"


def kind_of_cue(saying: Saying) -> str:
    """The status and tense that a cue tells of."""
    if not saying.has_cue:
        return "no cue"
    if saying.statement.status != "made":
        return saying.statement.status
    words = saying.place.text.lower()
    if words.startswith("had "):
        return "had"
    if _HAS.match(words):
        return "has"
    return "according" if "according" in words else tense_of(saying.place.text) or "no tense"


def kind_of_mention(saying: Saying) -> str:
    """Whether whoever said it is named there, is meant by a pronoun, or is nobody."""
    if saying.link.mention is None:
        return "by nobody"
    return "by pronoun" if saying.link.mention.text.lower() in _PRONOUNS else "by name"
