"""Places that receive somebody: in "visited Temeshk and Olden" the words for the places are parties too."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from reportedly.reading.cast.nouns import country
from reportedly.reading.contacts.kinds import kind_of
from reportedly.reading.contacts.place_words import whole_words
from reportedly.reading.encounter import Encounter
from reportedly.records.article import Article, Span

_NAME = re.compile(r"[A-Z][\w’'-]*(?: [A-Z][\w’'-]*)*")
_NO_PLACE = re.compile(r"(?:the )?(?:sidelines|margins|fringes|edge)", re.IGNORECASE)
_JOINED = re.compile(r"(?:,? and|,) (?:the )?")
_WORD = r"(?:(?:[A-Z]\.)+|[A-Z][\w’-]*)"
_PLACE = re.compile(rf"{_WORD}(?: (?:of )?{_WORD})*")
_WITH_AND = re.compile(rf"{_WORD}(?: {_WORD})* and {_WORD}")
_WAY = re.compile(  # from the word for a visit to the place: "a visit by the envoy to the island of Sarn"
    r"(?: (?:back|home|again|officially|briefly))?(?: (?:of|by) [^,;:.]{1,60}?(?= (?:to|in) ))?"
    r"(?P<to> (?:to|in|at|for|into))?(?: the)?(?:(?: [a-z-]+){0,2} (?:town|city|village|capital|province|region|island|"
    r"state|country|kingdom|republic|port)s?(?: of)?| (?:neighbou?ring|nearby|war-torn|occupied))?(?: the)? ?"
)
_STRAIGHT_TO = re.compile(r"(?:visit|tour)(?:s|ed|ing)?", re.IGNORECASE)
_NO_HOST = re.compile(  # what is no town or country, or whose visit is no contact
    r"\b(?:Square|Street|Road|Avenue|Lane|Park|Airport|Hospital|Clinic|University|College|School|Church|Cathedral|Mosque|"
    r"Temple|Synagogue|Palace|House|Stadium|Hall|Museum|Gallery|Cent(?:er|re)|Prison|Jail|Camp|Base|Hotel|Station|"
    r"Building|Tower|Bridge|Mall|Plaza|Gardens?|Castle|Kremlin|Office|Court|Club|Theat(?:er|re)|Library|Factory|Plant|"
    r"Mount|River|Lake|Valley|Wall|Fair|Games|Cup|Festival|Assembly|Congress|Parliament|Council|Ministry|"
    r"(?:To|In|At|For|With|By|From|On)(?= )|"  # "Visit To Sarn Brings Anger"
    r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|January|February|March|April|June|July|August|September|October|"
    r"November|December|Christmas|Easter|Ramadan)\b"
)
_GOES_ON = re.compile(  # the name only says more of a thing: "visited La Perla prison"
    r"[’']s?(?!\w)|-|/|(?:and|of) [a-z]+s\b| (?:\w+ )?(?:dam|prison|jail|summit|headquarters|conference|forum|fair|"
    r"airport|base|camp|hospital|clinic|school|university|plant|factory|mine|embassy|talks|festival|border|front|harbou?r|"
    r"museum|offices?|bureau|studios?|stadium|church|mosque|cathedral|palace|castle|bridge|square|district|suburb|games|line)\b"
)
_DUE = re.compile(
    r"due|expected|awaited|arriv\w+|land\w*|is|was|be|stop\w*|stay\w*|leav\w+|left|depart\w*|head\w*|pack\w*",
    re.IGNORECASE,
)


def hosts_of(article: Article, encounter: Encounter) -> Sequence[Span]:
    """The places that are parties of an encounter, in reading order.

    They are named as its place by a party and those joined to it, or as where a visit goes.
    """
    hosts: list[Span] = []
    for party in sorted(encounter.parties, key=lambda span: span.start):
        joined = hosts and _JOINED.fullmatch(article.text[hosts[-1].end : party.start])
        if _NAME.fullmatch(party.text) and (joined or (not hosts and party == encounter.place)):
            hosts.append(party)
    return hosts or visited(article, encounter)


def visited(article: Article, encounter: Encounter) -> Sequence[Span]:
    """The places with names that a visit goes to, the last of which is its place for the encoder, or a country."""
    text, at = article.text, _goal(article, encounter)
    if at is None:
        return []
    names = [article.span(*name.span()) for name in _names(text, at)]
    while names and not (_is_at(encounter.place, names[-1]) or country(names[-1].text)):
        names.pop()
    torn = any(_is_at(party, name) and party != name for party in encounter.parties for name in names)
    return [] if torn else names


def goes_to_a_place(article: Article, encounter: Encounter) -> bool:
    """Whether what is visited is the place: nobody is, of whom the sentence does not tell."""
    at = _goal(article, encounter)
    return at is not None and encounter.place is not None and encounter.place.start <= at < encounter.place.end


def _goal(article: Article, encounter: Encounter) -> int | None:
    """Where the words begin that name what a visit is to."""
    text, trigger = article.text, encounter.trigger
    kind = kind_of(trigger.text, text[trigger.end : trigger.end + 40])
    way = _WAY.match(text, trigger.end)
    if way is None or (kind or encounter.kind) != "visit":
        return None
    if kind is None and way["to"] != " to" and not _DUE.match(trigger.text):
        return None  # "called a march in Sarn"
    return way.end() if way["to"] or _STRAIGHT_TO.fullmatch(trigger.text) else None


def _names(text: str, at: int) -> Iterator[re.Match[str]]:
    """The names of places that stand in one list from a place on."""
    while (name := _name(text, at)) is not None and not _NO_HOST.search(name[0]):
        if _GOES_ON.match(text, name.end()):
            return
        yield name
        joint = _JOINED.match(text, name.end())
        if joint is None:
            return
        at = joint.end()


def _name(text: str, at: int) -> re.Match[str] | None:
    """A name, of two joined ones only where they are one country ("Bosnia and Herzegovina")."""
    joined = _WITH_AND.match(text, at)
    return joined if joined is not None and country(joined[0]) else _PLACE.match(text, at)


def _is_at(one: Span | None, other: Span) -> bool:
    return one is not None and one.start < other.end and other.start < one.end


def whole_place(article: Article, encounter: Encounter) -> Span | None:
    """The words for the place of an encounter, with every place that is joined to it."""
    if encounter.place is not None and _NO_PLACE.fullmatch(encounter.place.text):
        return None
    hosts = hosts_of(article, encounter)
    return article.span(hosts[0].start, hosts[-1].end) if hosts else whole_words(article, encounter.place)
