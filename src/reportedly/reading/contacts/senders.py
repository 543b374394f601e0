"""Who only sent a letter to a meeting, and was not there: "met Vale and handed him a letter from the queen"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from reportedly.reading.encounter import Encounter
from reportedly.records.article import Article, Span

_MEETS = re.compile(
    r"(?:me(?:e?t|ets|eting)|sees?|saw|visit(?:s|ed)?|received?|receives|hand(?:s|ed)|greet(?:s|ed))(?: with)?",
    re.IGNORECASE,
)
_SENT_BY = re.compile(
    r"\b(?:letters?|notes?|messages?|greetings|gifts?|invitations?)(?: of [\w-]+)? from (?:the )?\Z", re.IGNORECASE
)
_REACH = 40  # characters


def without_senders(article: Article, encounters: Iterable[Encounter]) -> list[Encounter]:
    """The encounters, of which no meeting has a party that sent but what was handed over."""
    return [_without(article, e) if _MEETS.fullmatch(e.trigger.text) is not None else e for e in encounters]


def _without(article: Article, encounter: Encounter) -> Encounter:
    senders = {*_senders(article.text, encounter)}
    if not senders:
        return encounter
    kept = [(party, chance) for party, chance in encounter.chances() if party not in senders]
    return replace(encounter, parties=tuple(p for p, _ in kept), likely=tuple(chance for _, chance in kept))


def _senders(text: str, encounter: Encounter) -> Iterator[Span]:
    """The parties behind such words, with a name behind the comma."""
    end = len(text)
    for party in sorted(encounter.parties, key=lambda span: span.start):
        if party.start < encounter.trigger.end:
            continue
        sent = _SENT_BY.search(text, max(0, party.start - _REACH), party.start)
        if sent is not None or text[end : party.start] == ", ":
            end = party.end
            yield party
