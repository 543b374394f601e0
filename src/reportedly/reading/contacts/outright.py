"""Contacts that a sentence tells in so many words: somebody, a verb of meeting, somebody else.

"The minister has spoken with Vale" tells of one however unsure the encoder is, which knows real news less well.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import replace
from operator import attrgetter

from reportedly.reading.attribution import Mention
from reportedly.reading.cast.nouns import country, qualifies
from reportedly.reading.contacts import outright_words as words
from reportedly.reading.encounter import Encounter
from reportedly.records.article import Article, Span
from reportedly.records.contact import ContactKind

SURE = 0.6  # score of what is told outright: of fifty such places in news that had lower ones, forty told of a contact
PARTY = 0.9  # how likely those are parties who stand on both sides of it
_REACH = 90  # characters between the word for a contact and who takes part
_ACT = ("person", "group", "organisation", "government")
_THEIRS = frozenset(("his", "its", "their", "our", "my", "your"))


def told_outright(article: Article, encounters: Sequence[Encounter], mentions: Sequence[Mention]) -> list[Encounter]:
    """The encounters, those that are told in so many words surer, with who stands on both sides as their parties."""
    may_act = [m for m in mentions if _may_act(m)]
    acting = sorted([*may_act, *_joined_countries(article, may_act)], key=lambda m: (m.span.start, -m.span.end))
    kept = [*encounters]
    owners = [m for m in mentions if m.kind in _ACT]
    for span, kind, sides in (
        *_outright(article, acting),
        *_between(article, acting),
        *_of_owners(article, owners, acting),
    ):
        over = [n for n, e in enumerate(kept) if e.trigger.start < span.end and span.start < e.trigger.end]
        if not over:
            place, likely = _place_behind(article, span, sides), (PARTY,) * len(sides)
            kept.append(Encounter(trigger=span, kind=kind, parties=sides, likely=likely, place=place, score=SURE))
            continue
        surest = max(over, key=lambda n: kept[n].score)
        kept[surest] = _surer(article, kept[surest], span, sides)
    return sorted(kept, key=lambda e: (e.trigger.start, e.trigger.end))


def _surer(article: Article, encounter: Encounter, span: Span, sides: Sequence[Span]) -> Encounter:
    """An encounter that is told outright of two sides, in the words that both have for it."""
    trigger = encounter.trigger
    whole = article.span(min(trigger.start, span.start), max(trigger.end, span.end))
    chances = dict(encounter.chances())
    chances |= {side: max(PARTY, chances.get(side, 0.0)) for side in sides}
    parties = sorted(chances, key=attrgetter("start", "end"))
    likely = tuple(chances[party] for party in parties)
    return replace(encounter, trigger=whole, parties=tuple(parties), likely=likely, score=max(encounter.score, SURE))


def _place_behind(article: Article, trigger: Span, sides: Sequence[Span]) -> Span | None:
    """The place that is named behind what is told and whoever takes part: "met Vale in Sarn"."""
    found = words.IN_PLACE.match(article.text, max(trigger.end, sides[-1].end))
    return None if found is None or qualifies(found["place"]) else article.span(*found.span("place"))


def _outright(article: Article, acting: Sequence[Mention]) -> Iterator[tuple[Span, ContactKind, tuple[Span, ...]]]:
    """The words for contacts that stand between the two who take part, each with these."""
    starts = [m.span.start for m in acting]
    for telling in words.TELLINGS:
        for found in telling.tells.finditer(article.text):
            ahead = acting[bisect_left(starts, found.start() - 2 * _REACH) : bisect_left(starts, found.start())]
            behind = acting[bisect_left(starts, found.end()) : bisect_left(starts, found.end() + _REACH)]
            sides = _sides(article, telling, found, ahead, behind)
            if sides is not None:
                named = "tells" if "tells" in telling.tells.groupindex else 0
                yield article.span(*found.span(named)), telling.kind, sides


def _between(article: Article, acting: Sequence[Mention]) -> Iterator[tuple[Span, ContactKind, tuple[Span, ...]]]:
    """The words for contacts of which it says between whom they are, each with these."""
    if " between " not in article.text:
        return
    starts = [m.span.start for m in acting]
    for found in words.BETWEEN.finditer(article.text):
        behind = acting[bisect_left(starts, found.end()) : bisect_left(starts, found.end() + _REACH)]
        one = next((m for m in behind if m.span.start == found.end()), None)
        other = next((m for m in behind if one is not None and _are_joined(article.text, one, m)), None)
        if one is None:
            continue
        if other is not None:
            yield article.span(*found.span("tells")), "meeting", (one.span, other.span)
        elif (others := words.AND_OTHERS.match(article.text, one.span.end)) is not None:
            yield article.span(*found.span("tells")), "meeting", (one.span, article.span(*others.span("others")))


def _of_owners(
    article: Article, owners: Sequence[Mention], acting: Sequence[Mention]
) -> Iterator[tuple[Span, ContactKind, tuple[Span, ...]]]:
    """The contacts that are told as somebody's own, each with whose and with whom: "after Vale's talks with Brask"."""
    ends = {m.span.end: m for m in owners}
    starts = {m.span.start: m for m in acting}
    for found in words.OWN_TALKS.finditer(article.text):
        one = ends.get(found.start("whose") if found["whose"][0] in "’'" else found.end("whose"))
        other = starts.get(found.end())
        if one is None or not words.BEFORE_OWN.search(article.text, max(0, one.span.start - _REACH), one.span.start):
            continue
        if other is not None and not words.OWNS.match(article.text, other.span.end):
            yield article.span(*found.span("tells")), "meeting", (one.span, other.span)


def _sides(
    article: Article, telling: words.Telling, found: re.Match[str], ahead: Sequence[Mention], behind: Sequence[Mention]
) -> tuple[Span, ...] | None:
    """Who does what some words tell, and with whom; None where these do not stand on both sides of them."""
    text, end = article.text, found.end()
    one = _subject(text, ahead, found.start())
    other = next((m for m in behind if telling.to.fullmatch(text, end, m.span.start)), None)
    if one is None:
        return None
    if other is None and (named := _country_behind(article, telling, end)) is not None and one.kind != "person":
        return one.span, named
    if other is None:
        first = next((m for m in reversed(ahead) if _are_joined(text, m, one)), None)
        if first is None or not telling.is_mutual or not words.ENDS.match(text, end):
            return None
        return *_listed_before(text, ahead, first), first.span, one.span
    if not telling.takes(one, other):
        return None
    people = words.PEOPLE.match(text, other.span.end)
    owns = words.HER_OWN if other.span.text == "her" else words.OWNS
    if people is None and owns.match(text, other.span.end):
        return None  # "questioned Vale's motives", "received her degree"
    return one.span, other.span if people is None else article.span(other.span.start, people.end())


def _country_behind(article: Article, telling: words.Telling, end: int) -> Span | None:
    """The country with which something is done that was not marked: "has ruled out talks with Brazil"."""
    named = words.WITH_NAME.match(article.text, end)
    if named is None or not country(named["name"]) or not telling.to.fullmatch(article.text, end, named.start("name")):
        return None
    return article.span(*named.span("name"))


def _listed_before(text: str, ahead: Sequence[Mention], first: Mention) -> list[Span]:
    """Those who stand in one list before two of its kind: "Sarn, Olden and Ulm"."""
    found: list[Span] = []
    at = first.span.start
    for mention in sorted(ahead, key=lambda m: -m.span.end):
        if mention.kind == first.kind and text[mention.span.end : at] == ", ":
            found.insert(0, mention.span)
            at = mention.span.start
    return found


def _joined_countries(article: Article, mentions: Sequence[Mention]) -> Iterator[Mention]:
    """The countries that are joined to others by "and" and were not marked with these."""
    starts = {m.span.start for m in mentions}
    for mention in mentions:
        joined = words.AND_NAME.match(article.text, mention.span.end) if mention.kind == "government" else None
        if joined is not None and joined.start("name") not in starts and country(joined["name"]):
            yield Mention(span=article.span(*joined.span("name")), kind="government")


def _are_joined(text: str, one: Mention, other: Mention) -> bool:
    """Whether two of a kind do something together: "Sarn and Orlava", "the ministry and the union"."""
    people = {"person" if m.kind in ("person", "group") else "body" for m in (one, other)}
    return len(people) == 1 and words.AND.fullmatch(text, one.span.end, other.span.start) is not None


def _may_act(mention: Mention) -> bool:
    """Whether a mention can be a side: no paper, nobody of whom it only says that something is theirs."""
    return mention.kind in _ACT and mention.span.text.lower() not in _THEIRS


def _subject(text: str, ahead: Sequence[Mention], verb: int) -> Mention | None:
    """Who does what a verb says: the last one before it, or the person of whom that only says more."""
    may_be = [m for m in ahead if verb <= m.span.end + _REACH and words.SUBJECT.fullmatch(text, m.span.end, verb)]
    may_be = may_be or _who_does_too(text, ahead, verb)
    last = max(may_be, key=lambda m: (m.span.end, -m.span.start), default=None)
    if last is None or last.kind in ("person", "group") or text[last.span.end] != ",":
        return last
    people = (m for m in reversed(ahead) if m.kind == "person" and m.span.end <= last.span.start)
    return next((m for m in people if words.APPOSED.fullmatch(text, m.span.end, last.span.start)), last)


def _who_does_too(text: str, ahead: Sequence[Mention], verb: int) -> list[Mention]:
    """Of whom a clause first says something else: "he opposes the levy and wrote to Vale"."""
    people = (m for m in ahead if m.kind == "person")
    return [m for m in people if words.DOES_TOO.fullmatch(text, m.span.end, verb)]
