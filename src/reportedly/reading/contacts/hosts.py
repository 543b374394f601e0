"""Places that receive somebody: in "visited Temeshk and Olden" the words for the place are parties too."""

from __future__ import annotations

import re
from collections.abc import Sequence

from reportedly.reading.encounter import Encounter
from reportedly.records.article import Article, Span

_NAME = re.compile(r"[A-Z][\w’'-]*(?: [A-Z][\w’'-]*)*")
_JOINED = re.compile(r",? and |, ")


def hosts_of(article: Article, encounter: Encounter) -> Sequence[Span]:
    """The parties that are named as the place of an encounter, and those that are joined to it, in reading order."""
    hosts: list[Span] = []
    for party in sorted(encounter.parties, key=lambda span: span.start):
        joined = hosts and _JOINED.fullmatch(article.text[hosts[-1].end : party.start])
        if _NAME.fullmatch(party.text) and (joined or (not hosts and party == encounter.place)):
            hosts.append(party)
    return hosts


def whole_place(article: Article, encounter: Encounter) -> Span | None:
    """The words for the place of an encounter, with every place that is joined to it."""
    hosts = hosts_of(article, encounter)
    return article.span(hosts[0].start, hosts[-1].end) if hosts else encounter.place
