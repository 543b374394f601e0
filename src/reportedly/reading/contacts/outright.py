"""Contacts that a sentence tells in so many words: somebody, a verb of meeting, somebody else.

"The minister has spoken with Vale" tells of one however unsure the encoder is, which knows real news less well.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from operator import attrgetter

from reportedly.reading.attribution import Mention
from reportedly.reading.encounter import Encounter
from reportedly.records.article import Article, Span
from reportedly.records.contact import ContactKind

SURE = 0.6  # score of what is told outright: of fifty such places in news that had lower ones, forty told of a contact
PARTY = 0.9  # how likely those are parties who stand on both sides of it
_REACH = 90  # characters between the word for a contact and who takes part
_ACT = ("person", "group", "organisation", "government")
_THEIRS = frozenset(("his", "its", "their", "our", "my", "your"))
_ADVERB = (
    r"(?:(?:also|then|later|recently|already|again|ever|since|just|now|first|last|once|twice|early|late|earlier|\w+ly|"
    r"in (?:person|private|public)|face to face|behind closed doors|one-on-one|at length|several times|yesterday|today|"
    r"(?:by|over the|on the) (?:tele)?phone|(?:on )?(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|"
    r"(?:last|this) (?:week|month|year|morning|night))\s)*+"
)
_AUXILIARY = (
    r"(?:(?:has|have|had|will|would|is|are|was|were|be|been|to|due|set|going|scheduled|"
    r"expected|planning|plans|did)\s)*+"
)
_SUBJECT = re.compile(  # with what it says of somebody between: "Vale, who chaired the meeting, later met"
    rf"(?:,\s(?:who|the|an?|his|her)\s[^,.;:“”\"\n]{{3,70}},|,)?\s(?:(?:who|and)\s)?"
    rf"{_ADVERB}{_AUXILIARY}{_ADVERB}{_AUXILIARY}{_ADVERB}"
)
_NO_QUALITY = (
    r"(?:of|to|with|in|on|for|at|by|from|about|over|after|before|until|that|who|which|and|or|but|as|if|when|while|is|"
    r"are|was|were|be|has|have|had|will|would|not|no|whether|because|him|them|me|us)\b"
)
_QUALITIES = (
    r"(?:(?:the|an?|his|her|its|their|our|my|both|some|several)\s)?(?:a\s(?:couple|group|handful|host|mix|number|pair|range)\sof\s)?"
    rf"(?:(?!{_NO_QUALITY})[a-z][\w’'-]*\s){{0,3}}"
)
_TIME = (
    r"(?:\s(?:(?:on |early |late )*\w+day(?: (?:morning|afternoon|evening|night))?|(?:last|this) \w+|"
    r"earlier in the day|in [A-Z]\w+|(?:by|over) (?:the )?(?:tele)?phone|over \w+)){0,2}"
)
_TALK = (
    r"(?:talks|meetings?|discussions?|conversations?|consultations|(?:(?:tele)?phone |conference |video )?calls?|"
    r"breakfast|lunch|dinner|tea|coffee|supper|drinks|negotiations|session|audience)"
)
_LETTER = r"(?:e-?mails?|letters?|notes?|messages?|memos?)"
_INQUIRES = re.compile(  # who asks because they inquire, not for a paper
    r"\bF\.?B\.?I\b|\b(?:police|agents|investigators?|detectives|prosecutors?|committee|panel|commission|inspectors|officers|"
    r"auditors|inquiry|sheriff|counsel|bureau|agency|ombudsman|watchdog|inspector general|lawmakers|senators|MPs)\b",
    re.IGNORECASE,
)
_APPOSED = re.compile(  # from a person to what they lead: "Ada Renn of Sarn, chair of the Grain Office, met Vale"
    r"(?: of [^,.;:]{1,40})?, [^,.;:]{1,60}? (?:of|for|at) (?:the )?"
)
_BETWEEN = re.compile(rf"(?<!\b[Nn]o )\b(?P<tells>{_TALK}|summit|encounter)(?: [\w’'-]+){{0,5}}? between (?:the )?")
_AND = re.compile(r" and (?:the |its |his |her |their )?")
_ENDS = re.compile(  # behind what two do with each other: no third side, nothing that they meet
    r"[”\"’]?(?=[.,;]|\s(?:in|at|on|by|for|over|last|this|yesterday|today|tomorrow|again|privately|briefly|twice|late|early|"
    r"before|after|during|about|to discuss|face to face|until|when|as|under|outside|behind)\b)"
)
_OWNS = re.compile(r"['’]s?(?!\w)")
_HER_OWN = re.compile(  # "her" of something that is hers
    r"\s(?!(?:in|at|on|for|to|with|and|but|by|about|after|before|last|this|when|while|as|again|twice|yesterday|today|over|"
    r"during|there|here|outside|that|from|because|if|unless|or|where|until|first|once|late|early|privately|briefly)\b)\w"
)
_PEOPLE = re.compile(  # behind a side of whom only the name is a mention: "Vale aides"
    r"(?:['’]s)?(?: [a-z]+)? (?:aides|advisers|advisors|allies|officials|lawyers|staff(?:ers)?|associates|"
    r"representatives|lawmakers|leaders|envoys|negotiators|diplomats|campaign|team)\b"
)


@dataclass(frozen=True, slots=True)
class _Telling:
    """Words that tell of a contact (`tells`), what leads on to the other side, and which sides may stand there."""

    tells: re.Pattern[str]
    to: re.Pattern[str]
    kind: ContactKind = "meeting"
    named: bool = False  # whether only those count who are called by a name or a title
    inquires: str = ""  # the side that has to inquire
    is_mutual: bool = False  # whether two who do it together do it with each other

    def takes(self, one: Mention, other: Mention) -> bool:
        """Whether such words are a contact of these two."""
        if self.named and (other.kind == "group" or not other.span.text[:1].isupper()):
            return False
        asks = {"one": one, "other": other}.get(self.inquires)
        return asks is None or _INQUIRES.search(asks.span.text) is not None


def _telling(
    tells: str,
    to: str,
    kind: ContactKind = "meeting",
    *,
    named: bool = False,
    inquires: str = "",
    is_mutual: bool = False,
) -> _Telling:
    goes_on = re.compile(rf"{to}\s(?:that\s)?{_QUALITIES}" if to else rf"\s{_QUALITIES}")
    return _Telling(re.compile(tells), goes_on, kind, named, inquires, is_mutual)


_TELLINGS = (
    _telling(r"\b(?:meets?|met|meeting)\b", rf"(?:\s{_ADVERB}with|)", is_mutual=True),
    _telling(r"\bsp(?:eaks?|oke|eaking|oken)\b", rf"\s{_ADVERB}with", "call", is_mutual=True),
    _telling(r"\bsp(?:eaks?|oke|eaking|oken)\b", rf"\s{_ADVERB}to", "call", named=True),
    _telling(r"\btalk(?:s|ed|ing)?\b", rf"\s{_ADVERB}with", "talks", is_mutual=True),
    _telling(r"\btalk(?:s|ed|ing)?\b", rf"\s{_ADVERB}to", "talks", named=True),
    _telling(
        r"\b(?:huddl(?:es?|ed|ing)|confer(?:s|red|ring)?|din(?:es?|ed|ing)|lunch(?:es|ed)|breakfasted|chatt(?:ed|ing)|"
        r"(?:s[ai]ts?|sitting)(?: down| face to face)?)\b",
        rf"\s{_ADVERB}with",
    ),
    _telling(
        rf"\b(?:hold|have|ha[ds]|held|holding|having|holds|open(?:ed|s)?|beg[aiu]n|resumed?)\s(?:(?!no\b|not\b|to\b)[\w’'“\"-]+\s){{0,4}}?(?P<tells>{_TALK})\b",
        rf"[”\"’]?{_TIME}\swith",
        is_mutual=True,
    ),
    _telling(r"\breceiv(?:es?|ed|ing)\b", ""),
    _telling(
        r"\bdiscuss(?:ed|ing|es)?\b",
        rf"(?![^.,;:]*\b{_TALK}\b[^.,;:]*\swith)\s[^.,;:“”\"()\n]{{3,60}}?\swith",
        "talks",
    ),
    _telling(r"\b(?:interview(?:s|ed|ing)?|question(?:ed|ing)|grill(?:s|ed|ing)|quizzed)\b", "", inquires="one"),
    _telling(r"\b(?:interviewed|questioned|interrogated|grilled|quizzed)\b", rf"\s{_ADVERB}by", inquires="other"),
    _telling(r"\btestif(?:y|ies|ied|ying)\b", r"\s(?:\w+\s){0,3}?before"),
    _telling(r"\bappear(?:s|ed|ing)?\b", r"\s(?:\w+\s){0,2}?before", inquires="other"),
    _telling(r"\b(?:e-?mailed|texted|wr(?:ote|itten)(?=\sto\b))(?:\sto)?", "", "letter", named=True),
    _telling(
        rf"\b(?:sent|wrote|handed)\s(?:an?|the|two|another)\s(?:[\w-]+\s){{0,3}}?(?P<tells>{_LETTER})",
        r"\sto",
        "letter",
    ),
)  # fmt: skip


def told_outright(article: Article, encounters: Sequence[Encounter], mentions: Sequence[Mention]) -> list[Encounter]:
    """The encounters, those that are told in so many words surer, with who stands on both sides as their parties."""
    acting = sorted((m for m in mentions if _may_act(m)), key=lambda m: (m.span.start, -m.span.end))
    kept = [*encounters]
    for span, kind, sides in (*_outright(article, acting), *_between(article, acting)):
        over = [n for n, e in enumerate(kept) if e.trigger.start < span.end and span.start < e.trigger.end]
        if not over:
            kept.append(Encounter(trigger=span, kind=kind, parties=sides, likely=(PARTY,) * len(sides), score=SURE))
            continue
        surest = max(over, key=lambda n: kept[n].score)
        kept[surest] = _surer(kept[surest], sides)
    return sorted(kept, key=lambda e: (e.trigger.start, e.trigger.end))


def _surer(encounter: Encounter, sides: Sequence[Span]) -> Encounter:
    """An encounter that is told outright of two sides."""
    chances = dict(encounter.chances())
    chances |= {side: max(PARTY, chances.get(side, 0.0)) for side in sides}
    parties = sorted(chances, key=attrgetter("start", "end"))
    likely = tuple(chances[party] for party in parties)
    return replace(encounter, parties=tuple(parties), likely=likely, score=max(encounter.score, SURE))


def _outright(article: Article, acting: Sequence[Mention]) -> Iterator[tuple[Span, ContactKind, tuple[Span, Span]]]:
    """The words for contacts that stand between the two who take part, each with these."""
    starts = [m.span.start for m in acting]
    for telling in _TELLINGS:
        for found in telling.tells.finditer(article.text):
            ahead = acting[bisect_left(starts, found.start() - 2 * _REACH) : bisect_left(starts, found.start())]
            behind = acting[bisect_left(starts, found.end()) : bisect_left(starts, found.end() + _REACH)]
            sides = _sides(article, telling, found, ahead, behind)
            if sides is not None:
                named = "tells" if "tells" in telling.tells.groupindex else 0
                yield article.span(*found.span(named)), telling.kind, sides


def _between(article: Article, acting: Sequence[Mention]) -> Iterator[tuple[Span, ContactKind, tuple[Span, Span]]]:
    """The words for contacts of which it says between whom they are, each with these."""
    if " between " not in article.text:
        return
    starts = [m.span.start for m in acting]
    for found in _BETWEEN.finditer(article.text):
        behind = acting[bisect_left(starts, found.end()) : bisect_left(starts, found.end() + _REACH)]
        one = next((m for m in behind if m.span.start == found.end()), None)
        other = next((m for m in behind if one is not None and _are_joined(article.text, one, m)), None)
        if one is not None and other is not None:
            yield article.span(*found.span("tells")), "meeting", (one.span, other.span)


def _sides(
    article: Article, telling: _Telling, found: re.Match[str], ahead: Sequence[Mention], behind: Sequence[Mention]
) -> tuple[Span, Span] | None:
    """Who does what some words tell, and with whom; None where these do not stand on both sides of them."""
    text, end = article.text, found.end()
    one = _subject(text, ahead, found.start())
    other = next((m for m in behind if telling.to.fullmatch(text, end, m.span.start)), None)
    if one is None:
        return None
    if other is None:
        first = next((m for m in reversed(ahead) if _are_joined(text, m, one)), None)
        is_mutual = first is not None and telling.is_mutual and _ENDS.match(text, end)
        return (first.span, one.span) if first is not None and is_mutual else None
    if not telling.takes(one, other):
        return None
    people = _PEOPLE.match(text, other.span.end)
    owns = _HER_OWN if other.span.text == "her" else _OWNS
    if people is None and owns.match(text, other.span.end):
        return None  # "questioned Vale's motives", "received her degree"
    return one.span, other.span if people is None else article.span(other.span.start, people.end())


def _are_joined(text: str, one: Mention, other: Mention) -> bool:
    """Whether two of a kind do something together: "Sarn and Orlava", "the ministry and the union"."""
    people = {"person" if m.kind in ("person", "group") else "body" for m in (one, other)}
    return len(people) == 1 and _AND.fullmatch(text, one.span.end, other.span.start) is not None


def _may_act(mention: Mention) -> bool:
    """Whether a mention can be a side: no paper, nobody of whom it only says that something is theirs."""
    return mention.kind in _ACT and mention.span.text.lower() not in _THEIRS


def _subject(text: str, ahead: Sequence[Mention], verb: int) -> Mention | None:
    """Who does what a verb says: the last one before it, or the person of whom that only says more."""
    may_be = [m for m in ahead if verb <= m.span.end + _REACH and _SUBJECT.fullmatch(text, m.span.end, verb)]
    last = max(may_be, key=lambda m: (m.span.end, -m.span.start), default=None)
    if last is None or last.kind in ("person", "group") or text[last.span.end] != ",":
        return last
    people = (m for m in reversed(ahead) if m.kind == "person" and m.span.end <= last.span.start)
    return next((m for m in people if _APPOSED.fullmatch(text, m.span.end, last.span.start)), last)
