"""Who the guest of an interview is, and whom the guest told: as title and introduction say."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from reportedly.reading.attribution import Mention
from reportedly.reading.cast.phrases import parse
from reportedly.records.article import Article, Span

LONGEST_INTRODUCTION = 2500  # characters before the first question
NEAR = 100  # characters behind "an interview with" in which the guest is named

_WITH = re.compile(
    r"\b(?:[Ii]nterview(?:s|ed|ing)?(?: with)?|[Cc]onversation with|Q ?& ?A with|"
    r"(?:spoke|speaks|talked|talks|sat down|caught up|chatted|met) (?:with|to)|(?:asked|met))\b"
)
_BY = re.compile(
    r"\b(?:(?:spoke|speaks|talked|talks|sat down|told|tells|answer(?:s|ed)?|explain(?:s|ed)?|discuss(?:es|ed)?|"
    r"recalls?|receive[sd]|welcome[sd])\b|(?:gave|gives|granted) (?:\w+ ){0,3}interview)"
)
_TALK = re.compile(
    r"\b(?:interview(?:s|ed|ing)?|(?:spoke|speaks|talked|talks|sat down) (?:with|to)|conversation|answer(?:s|ed) "
    r"(?:\w+ ){0,4}questions|(?:tells|told) (?:us|the)|received us|we (?:met|asked)|q ?& ?a|questions and answers)\b",
    re.IGNORECASE,
)
_APART = re.compile(
    r"\b(?:about|on|over|after|before|since|(?:writ|report|present)ers?|correspondents?|journalists?|anchors?)\b|[.!?\n]"
)
_COLUMN = re.compile(  # which readers ask, and writers or experts of the outlet answer
    r"\A\s*ask \w+:|\b(?:your (?:questions|letters) answered|everything you (?:asked|need|wanted)|"
    r"what you need to know|answered by our|about your (?:letters|problems)|"
    r"our (?:\w+ )?(?:reporter|correspondent|expert|editor|columnist)s? (?:answers?|explains?|repl(?:y|ies)))\b",
    re.IGNORECASE,
)
_NAME = re.compile(r"[^\W\d_][\w’'-]*")


@dataclass(frozen=True, slots=True)
class Guest:
    """Who answers: where the introduction names them, their surname, and the outlet that it names as told, if any."""

    mention: Span
    surname: str
    told: Span | None
    is_interviewed: bool


def find_guest(article: Article, mentions: Sequence[Mention], end: int) -> Guest | None:
    """The guest of the interview whose first question begins at `end`; None where readers ask, or nobody is introduced.

    Nobody is also who cannot be told from another.
    """
    if end > LONGEST_INTRODUCTION:
        return None
    if _COLUMN.search(article.title or "") or _COLUMN.search(article.text, 0, end):
        return None
    before = [mention for mention in mentions if mention.span.end <= end]
    people = [(m.span, name) for m in before if m.kind == "person" and (name := surname_of(m.span)) is not None]
    own = {word.lower() for author in article.byline for word in author.split()[-1:]}
    people = [(span, name) for span, name in people if name.lower() not in own]
    outlets = [mention.span for mention in before if mention.kind == "outlet"]
    found = _chosen(article, people, outlets, end)
    if found is None:
        return None
    mention, surname = found
    head = f"{article.title or ''}\n{article.text[:end]}"
    return Guest(mention, surname, _told(article, outlets, end), _TALK.search(head) is not None)


def surname_of(span: Span) -> str | None:
    """The last word of the name in a mention; None where it has none."""
    place = parse(span.text).name
    words = _NAME.findall(span.text[slice(*place)]) if place is not None else []
    return words[-1] if words and words[-1][0].isupper() else None


def _chosen(
    article: Article, people: Sequence[tuple[Span, str]], outlets: Sequence[Span], end: int
) -> tuple[Span, str] | None:
    """The person interviewed, else who speaks, whom the title has, or who alone is named; at the first full mention."""
    for talk in _WITH.finditer(article.text, 0, end):
        for span, name in people:
            if talk.end() <= span.start <= talk.end() + NEAR and not _is_apart(article, talk.end(), span, outlets):
                return _first(people, name)
    for talk in _BY.finditer(article.text, 0, end):
        line = article.text.rfind("\n", 0, talk.start()) + 1
        spoke = [name for span, name in people if line <= span.start and span.end <= talk.start()]
        if spoke:
            return _first(people, spoke[0])
    titled = set(_NAME.findall(article.title or ""))
    for names in ({name for _, name in people if name in titled}, {name for _, name in people}):
        if len(names) == 1:
            return _first(people, *names)
    counted = Counter(name for _, name in people).most_common(2)
    if len(counted) == 2 and counted[0][1] > counted[1][1]:
        return _first(people, counted[0][0])
    return None


def _is_apart(article: Article, start: int, person: Span, outlets: Sequence[Span]) -> bool:
    """Whether a person is only talked about, or another is talked to: "spoke to the Courier about Renn"."""
    between = _APART.search(article.text, start, person.start) is not None
    return between or any(start <= outlet.start < person.start for outlet in outlets)


def _first(people: Sequence[tuple[Span, str]], surname: str) -> tuple[Span, str]:
    """The first mention with a surname, rather one in full."""
    same = [span for span, name in people if name == surname]
    return next((span for span in same if " " in span.text), same[0]), surname


def _told(article: Article, outlets: Sequence[Span], end: int) -> Span | None:
    """The outlet that the sentence about the talk names."""
    for talk in _TALK.finditer(article.text, 0, end):
        line, close = article.text.rfind("\n", 0, talk.start()) + 1, article.text.find("\n", talk.end())
        for outlet in outlets:
            if line <= outlet.start < (close if close >= 0 else end):
                return outlet
    return None
