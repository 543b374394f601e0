"""Which of the actors that a sentence names take part by themselves, and which only say more of another."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from reportedly.reading.cast.nouns import noun
from reportedly.reading.chains.lookup import Lookup
from reportedly.reading.contacts.actor_signs import BODIES
from reportedly.records.actor import PRONOUNS
from reportedly.records.article import Span

_TO = re.compile(r" (?:to|of|for|from) (?:the )?")
_AND = re.compile(r",? and (?:the )?|, (?:the )?")
_WHOSE = re.compile(r"(?:[’']s?)? ")
_TITLE = re.compile(r"(?:[’']s?)?(?: [A-Z][\w-]+){0,2} (?P<last>[A-Z][\w-]+) ")  # "Sarn Foreign Minister Ada Renn"
_WHO_LEADS = re.compile(
    r",? who (?:now )?(?:heads|leads|chairs|runs|represents|speaks for|works for|acts for|presides over) (?:the )?"
)
_APPOSED = re.compile(r", (?=(?:his|her|its|their|our|my) )")
_GOES_ON = re.compile(r",? (?:and|or|as well as) ")
_DEAD = r"(?:funeral|burial|requiem|memorial|grave|tomb|coffin|death|memory)\b"
_IS_DEAD = re.compile(rf"(?:['’]s?)? {_DEAD}|['’]s? behalf\b")  # nor does whoever is spoken for
_DEATH_OF = re.compile(rf"\b{_DEAD} (?:service )?(?:of|for) (?:the )?(?:late )?\Z")
_FAR = 40  # characters before somebody in which their funeral is told of, or whom they belong to
_SENT = re.compile(r"\b(?:envoys|delegations|negotiators|teams|ministries|representatives|sides)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Named:
    """One mention of an actor."""

    span: Span
    actor: str


@dataclass(frozen=True, slots=True)
class Phrases:
    """The text of an article and who is who in it."""

    text: str
    lookup: Lookup

    def by_themselves(self, named: Sequence[Named]) -> list[Named]:
        """The mentions that do more than say whose somebody else is: not Trump of "aides to Trump", "Trump's envoy".

        Nor is whoever is buried: Ada of "at Ada's funeral".
        """
        kept: list[Named] = []
        completes: Named | None = None  # the last mention that did
        starts = [one.span.start for one in named]
        around, before = list[Named](), list[Named]()  # in which it may lie; of which it may say more
        for one in named:
            around = [other for other in around if other.span.end > one.span.start]
            before = [other for other in before if other.span.end >= one.span.start - _FAR]
            behind = named[bisect_right(starts, one.span.end) : bisect_right(starts, one.span.end + _FAR)]
            inside = any(_is_in(one, other) for other in around)
            follows = completes is not None and self._is_joined(completes, one)
            around.append(one)
            if self._is_dead(one.span) or any(self._leads(one, other) for other in behind):
                continue
            if inside or follows or self._says_more(one, before, behind):
                completes = one
            else:
                kept.append(one)
                before.append(one)
        return kept

    def _says_more(self, one: Named, before: Iterable[Named], behind: Iterable[Named]) -> bool:
        """Whether a mention only says more of one before it, or whose the next one is."""
        return any(self._completes(one, other) or self._is_apposed(one, other) for other in before) or any(
            self._owns(one, other) for other in behind
        )

    def _is_dead(self, span: Span) -> bool:
        before = self.text[max(0, span.start - _FAR) : span.start]
        return _IS_DEAD.match(self.text, span.end) is not None or _DEATH_OF.search(before) is not None

    def _is_joined(self, before: Named, one: Named) -> bool:
        """Whether two of a kind stand side by side: "Trump and Vance", but not "of Sarn and Ada Renn"."""
        are_people = {self.lookup.kind(named.actor) == "person" for named in (before, one)}
        return len(are_people) == 1 and _AND.fullmatch(self.text, before.span.end, one.span.start) is not None

    def _leads(self, one: Named, other: Named) -> bool:
        """Whether a mention begins the noun phrase that the next one ends: "the crisis", of its "staff"."""
        beside = self.text[one.span.end : other.span.start] == " " and one.span.end < other.span.start
        no_names = one.span.text.rpartition(" ")[2].islower() and other.span.text.islower()
        return beside and no_names and not {one.span.text.lower(), other.span.text} & PRONOUNS

    def _completes(self, one: Named, other: Named) -> bool:
        """Whether a mention says whose or whence somebody is: Trump in "aides to Trump", Sarn in "Ada Renn of Sarn"."""
        between = self.text[other.span.end : one.span.start]
        if between in (" of ", " of the ") and self._is_body(one) and other.actor != one.actor:
            return self._is_person(other) or _SENT.search(other.span.text) is None
        if self._is_person(other) and not self._is_person(one) and _WHO_LEADS.fullmatch(between):
            return True  # "Ada Renn, who runs the Grain Office"
        if other.actor == one.actor or not other.span.text.rpartition(" ")[2].islower():
            return False
        if _SENT.search(other.span.text):
            return False  # those who send delegations meet through them
        return _TO.fullmatch(between) is not None

    def _owns(self, one: Named, other: Named) -> bool:
        """Whether a mention says whose the person is that comes next: Sarn in "Sarn's Ada Renn"."""
        if not self._is_body(one) or not self._is_person(other) or not one.span.end < other.span.start:
            return False
        if not other.span.text.rpartition(" ")[2][:1].isupper():
            return False
        if _WHOSE.fullmatch(self.text, one.span.end, other.span.start):
            return True
        title = _TITLE.fullmatch(self.text, one.span.end, other.span.start)
        office = None if title is None else noun(title["last"])
        return office is not None and "title" in office.marks and not office.plural

    def _is_apposed(self, one: Named, other: Named) -> bool:
        """Whether a mention says again who the one before it is: "Ada Renn, their envoy, on Monday"."""
        if not (self._is_person(one) and self._is_person(other)) or not one.span.text.rpartition(" ")[2].islower():
            return False
        apposed = _APPOSED.match(self.text, other.span.end)
        begins = apposed is not None and apposed.end() in (one.span.start, one.span.start - len("its "))
        return begins and _GOES_ON.match(self.text, one.span.end) is None

    def _is_body(self, named: Named) -> bool:
        return self.lookup.kind(named.actor) in BODIES

    def _is_person(self, named: Named) -> bool:
        return self.lookup.kind(named.actor) == "person"


def _is_in(one: Named, other: Named) -> bool:
    """Whether a mention lies in one of somebody else that begins no later."""
    return one.span.end <= other.span.end and one.span != other.span and one.actor != other.actor
