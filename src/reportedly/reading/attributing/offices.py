"""Holders of one office in several bodies, apart: "the foreign ministers of Talvera, Ostermark and Brisk"."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import replace

from reportedly.reading.attribution import Mention
from reportedly.reading.cast.joint_offices import holders
from reportedly.records.article import Article, Span

_HOLDERS = re.compile(r"(?:[\w’'-]+ )*?(?P<head>[A-Za-z][a-z]+s(?:-general)?) (?:of|from) (?=(?:the )?[A-Z])")
_BODY = re.compile(r"(?:the )?[A-Z][\w.’-]*(?: [A-Z][\w.’-]*)*")
_BODIES = re.compile(rf"{_BODY.pattern}(?:, {_BODY.pattern})*,? and {_BODY.pattern}")
_SAYS_MORE = re.compile(
    r"(?:\b(?:the|both) )?(?:prime|foreign|defen[cs]e|finance|interior|chief|deputy) \Z", re.IGNORECASE
)  # what of the holders' own words can stand before those that the encoder saw


def offices_apart(article: Article, mentions: Sequence[Mention], kept: Collection[Span | None]) -> Sequence[Mention]:
    """The mentions, in which holders of an office in several bodies are one mention and each body is one.

    What is in `kept` stays whole; what only begins the holders ("The prime") is none.
    """
    apart = {m.span: pieces for m in mentions if m.span not in kept and (pieces := office(article, m.span))}
    begun = [pieces[0] for pieces in apart.values()]
    found: dict[Span, Mention] = {}
    for mention in mentions:
        if mention.span in apart:
            who, *bodies = apart[mention.span]
            found.setdefault(who, replace(mention, span=who, kind="group"))
            for body in bodies:
                found.setdefault(body, Mention(span=body, kind=None))
        elif not any(who.start <= mention.span.start and mention.span.end < who.end for who in begun):
            found[mention.span] = mention
    return sorted(found.values(), key=lambda m: m.span.start)


def office(article: Article, span: Span) -> tuple[Span, ...]:
    """The holders of an office and the bodies that words name; empty where it is not that of several bodies."""
    match = _HOLDERS.match(span.text)
    if match is None or holders(match["head"]) is None:
        return ()
    listed = _BODIES.match(article.text, span.start + match.end())
    if listed is None:
        return ()
    before = _SAYS_MORE.search(article.text, max(0, span.start - 40), span.start)
    who = article.span(span.start if before is None else before.start(), span.start + match.end("head"))
    names = _BODY.finditer(article.text, span.start + match.end(), min(span.end, listed.end()))
    return who, *(article.span(*name.span()) for name in names)
