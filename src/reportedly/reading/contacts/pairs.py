"""Who "the two" are that meet: in "Renn rang Vale. The two spoke for an hour" the last sentence names nobody."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Iterable, Sequence

from reportedly.reading.cast.nouns import noun
from reportedly.reading.chains.lookup import Lookup, Sentences
from reportedly.reading.contacts.actor_signs import BODIES
from reportedly.reading.contacts.phrases import Named
from reportedly.records.article import Span
from reportedly.records.statement import Link, Statement

_PEOPLE = (
    r"(?:(?:prime|foreign|defen[cs]e|interior|finance) )?(?:leaders|ministers|presidents|premiers|chiefs|men|women)"
)
_SIDES = r"(?:sides|parties|governments|countries|capitals|states|nations|companies|neighbou?rs)"
_BEGINS = (
    r"(?:\A|[.;:,—–“\"«‘\n(-]\s*|"
    r"\b(?:and|that|but|when|after|before|as|where|until|if|whether|while|since|said|says)\s+)"
)
_SEVERAL = re.compile(  # the subject of a clause that is, or is part of, what tells of a contact
    rf"{_BEGINS}(?P<who>they|both(?: (?:of them|{_PEOPLE}|{_SIDES}))?|"
    rf"the (?:two|pair|duo)(?: of them)?(?: {_PEOPLE}| {_SIDES})?|the (?:{_PEOPLE}|{_SIDES}))\s",
    re.IGNORECASE,
)
_THEIRS = re.compile(r"\btheir\s+(?:[a-z-]+\s+){0,3}\Z", re.IGNORECASE)
_ELSEWHERE = re.compile(  # between that subject and what tells of it, if it is the subject of another verb
    r"\b(?:that|who|which|when|where|because|if|whether|while|after|before|says?|said)\b|[;:—–()“”\"]"
)
_WITH_ANOTHER = re.compile(  # behind it, another side: "they met with Renn"
    r"\s+(?:[a-z]+\s+){0,3}?(?:with|to|by|between|from|against|on|of)\s+"
    r"(?!each other|one another|(?:a |the )?(?:tele)?(?:phone|video)|\w*day\b|\d)(?:the |an? |his |her |their |its )?\w"
)
_WITH_SOMEBODY = re.compile(
    r"(?:\s+(?:privately|briefly|separately|by (?:tele)?phone))?\s+with\s+(?!each other|one another)(?:the |an? )?\w"
)
_SAYS = re.compile(
    r"\b(?:sa(?:y|ys|id)|according|told|add(?:s|ed)|not(?:es|ed)|report\w*|wr(?:ites|ote)|claim\w*)\b", re.IGNORECASE
)
_OFFICE = re.compile(r"\b(minister|president|premier|chief)s\Z", re.IGNORECASE)
_WORD = re.compile(r"[a-z]+")
_TWO = re.compile(r"\b(?:two|both|pair|duo|their)\b", re.IGNORECASE)
_OF_SIDES = re.compile(rf"\b{_SIDES}\Z", re.IGNORECASE)
_OF_PEOPLE = re.compile(rf"\b{_PEOPLE}\Z", re.IGNORECASE)
_THAT, _THEIR = " that ", "their"
_BACK = 2  # sentences before it in which the two are named
_FAR = 100  # characters between them and what tells of the contact


class Pairs:
    """What is known of an article before its contacts are: who is named where, who spoke to whom, who met.

    `named` gives the mentions between two places that take part by themselves; `told` are its contacts, each with where
    it is told and those whom the encoder plainly takes for its parties.
    """

    def __init__(
        self,
        text: str,
        lookup: Lookup,
        sentences: Sentences,
        statements: Sequence[Statement],
        told: Sequence[tuple[int, Sequence[str]]],
        named: Callable[[int, int], Sequence[Named]],
    ) -> None:
        self._text = text
        self._lookup = lookup
        self._sentences = sentences
        self._told = told
        self._named = named
        links = [link for statement in statements for link in statement.chain if link.mention and link.cue]
        self._quoted = {_place(link) for link in links if link.cue and _SAYS.search(link.cue.text)}
        own = [s.chain.speaker for s in statements]
        self._heard = sorted((_place(o), o.actor, o.addressees[0]) for o in own if o.cue and len(o.addressees) == 1)

    def of(self, trigger: Span) -> tuple[str, ...] | None:
        """Those who are only called "the two" or "the leaders" where their contact is told; None for other contacts."""
        start, end = self._sentences.around(trigger.start)
        subject = self._subject(start, trigger.start)
        if subject is None:
            return None
        if _WITH_ANOTHER.match(self._text, trigger.end, end) and (subject[1] == _THEIR or not self.is_with(trigger)):
            return None
        at, called = subject
        if called == _THEIR and len(self._people(trigger.end, end)) > 1:
            return None  # "During their call, Renn and Vale agreed"
        is_sides = _OF_SIDES.search(called) is not None
        number = self._sentences.number(start)
        earlier = range(number - 1, max(number - 1 - _BACK, -1), -1)
        places = [(self._sentences.start(back), self._sentences.start(back + 1)) for back in earlier]
        if not self._is_told(start, at):
            places.insert(0, (start, at))
        for low, high in places:
            pair = self._met(low, high, called) or self._pair(low, high)
            if pair is not None or (self._people(low, high) and not is_sides):
                return self._as_called(pair, called)
        low = places[-1][0] if places else start
        bodies = self._those(low, at, BODIES) if is_sides else []
        return (bodies[0], bodies[1]) if len(bodies) == 2 else None

    def is_with(self, trigger: Span) -> bool:
        """Whether those whom several meet are named behind it: "they met with Renn"."""
        return _WITH_SOMEBODY.match(self._text, trigger.end, self._sentences.around(trigger.start)[1]) is not None

    def others(self, trigger: Span, actors: Iterable[str]) -> frozenset[str]:
        """Those of some actors whom the words for several do not mean: ministers, where "the two presidents" meet.

        Whoever has no office is not meant either, as long as one of them holds another one: "the minister and his
        counterpart".
        """
        subject = self._subject(self._sentences.around(trigger.start)[0], trigger.start)
        office = None if subject is None else _OFFICE.search(subject[1])
        if office is None:
            return frozenset()
        known = {actor: self._known(actor) for actor in actors if self._lookup.kind(actor) == "person"}
        without = frozenset(actor for actor, words in known.items() if office[1].lower() not in words)
        return without if any(_has_office(known[actor]) for actor in without) else frozenset()

    def _known(self, id: str) -> str:
        """All that is said of an actor by name, role and mention."""
        actor = self._lookup.actor(id)
        return " ".join((*actor.roles, *(m.text for m in actor.mentions))).lower()

    def _is_told(self, start: int, at: int) -> bool:
        """Whether somebody is told of these several, who is none of them: "told Renn that the two would meet"."""
        that = at - len(_THAT)
        return self._text[that:at] == _THAT and any(one.span.end == that for one in self._named(start, at))

    def _as_called(self, pair: tuple[str, ...] | None, called: str) -> tuple[str, ...] | None:
        """The pair, where all hold the office that the words for them name: "the ministers"."""
        office = _OFFICE.search(called)
        if pair is None or office is None:
            return pair
        return pair if all(office[1].lower() in self._known(one) for one in pair) else None

    def _subject(self, start: int, end: int) -> tuple[int, str] | None:
        """Where words for several begin that are the subject of what ends here, and these words."""
        low = max(start, end - _FAR)
        before = self._text[low:end]
        found = list(_SEVERAL.finditer(before))
        if found:
            last = found[-1]
            ends = low + last.end("who")
            if not _ELSEWHERE.search(self._text, ends, end) and not self._people(ends, end):
                return low + last.start("who"), last["who"]
        theirs = _THEIRS.search(before)
        return None if theirs is None else (low + theirs.start(), _THEIR)

    def _met(self, low: int, high: int, called: str) -> tuple[str, ...] | None:
        """The parties of the last contact that is told between two places, such as the words for them allow."""
        most = 2 if _TWO.search(called) else len(self._lookup.actors)
        told = [actors for start, actors in self._told if low <= start < high and len(actors) <= most]
        if _OF_PEOPLE.search(called):
            told = [actors for actors in told if {*map(self._lookup.kind, actors)}.isdisjoint(BODIES)]
        return tuple(told[-1]) if told else None

    def _pair(self, low: int, high: int) -> tuple[str, str] | None:
        """Who spoke to whom between two places, or the only two people that are named there and are not quoted."""
        heard = self._heard[bisect_left(self._heard, ((low, low),)) : bisect_left(self._heard, ((high, high),))]
        for _, *two in heard:
            if {*map(self._lookup.kind, two)} == {"person"}:
                return two[0], two[1]
        found = self._people(low, high)
        return (found[0], found[1]) if len(found) == 2 else None

    def _people(self, low: int, high: int) -> list[str]:
        return self._those(low, high, ("person",))

    def _those(self, low: int, high: int, kinds: Sequence[str]) -> list[str]:
        """Those of some kinds who are named between two places but for those of whom it only says that they say it."""
        of = (one for one in self._named(low, high) if (one.span.start, one.span.end) not in self._quoted)
        return [*dict.fromkeys(one.actor for one in of if self._lookup.kind(one.actor) in kinds)]


def _has_office(known: str) -> bool:
    """Whether what is said of somebody names an office, other than that of a "leader" or an "official"."""
    found = [noun(word) for word in _WORD.findall(known)]
    return any(one is not None and "title" in one.marks and "vague" not in one.marks for one in found)


def _place(link: Link) -> tuple[int, int]:
    """Where a link is named; before all where it is not."""
    return (-1, -1) if link.mention is None else (link.mention.start, link.mention.end)
