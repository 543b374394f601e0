"""Whoever was cut before "of" in full: "the head" of "the head of the Harbour Board", with a name that stands behind.

So is a name that was taken together with the body before it: "Sarn, Ada Renn" of "the president of Sarn, Ada Renn", and
"Dravon Ada Renn" of "President of Dravon Ada Renn"; and "Halcyon" of Halcyon Press Works.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from reportedly.reading.attribution import Attribution, Mention
from reportedly.reading.cast.nouns import country, honorific, is_first_name, noun, qualifies
from reportedly.reading.cast.phrases import parse
from reportedly.reading.encounter import Encounter, Stand
from reportedly.records import ActorKind
from reportedly.records.article import Article, Span

_OF = re.compile(r" of (?:the )?(?=[A-Z])")
_SEVERAL = re.compile(r",? (?:and|or) |, (?:the )?[A-Z]")
_NAMED = re.compile(r"(?P<body>[^,]+), [A-Z][^,]+")  # the body and whose name stands behind it, and no more
_BODY_AND_NAME = re.compile(r"[A-Z][\w’'-]+(?: (?:and )?[A-Z][\w’'-]+){2,5}")
_GOES_ON = re.compile(r",? (?:and|or|nor) ")
_BEHIND = re.compile(r"(?: [A-Z][\w’'-]*){0,2} (?P<last>[A-Z][a-z]+)\b(?! [A-Z])| (?P<noun>[a-z]+)\b")
_ONE_WORD = re.compile(r"(?:[Tt]he )?[A-Z][a-z][\w-]*")
_REST_OF_NAME = re.compile(r"(?: [A-Z][a-z][\w-]+){1,2}(?=[ ,.;:)](?! ?[A-Z])|['’]s? (?![A-Z]))")
_KINDS = ("person", "organisation")

Wholes = Mapping[Span, Span]


def complements_of(article: Article, mentions: Iterable[Mention]) -> Wholes:
    """The whole words for each mention that was cut before "of", and for each that is but a piece of such words."""
    by_start = {m.span.start: m for m in sorted(mentions, key=lambda m: m.span.end)}
    known = {m.span for m in by_start.values()}
    wholes: dict[Span, Span] = {}
    for mention in sorted(by_start.values(), key=lambda m: m.span.start):
        span = mention.span
        of = _OF.match(article.text, span.end)
        if of is None or not _may_be_cut(span.text):
            continue
        body = by_start.get(of.end()) or by_start.get(of.start() + len(" of "))
        if body is None or (_is_several(span.text) and _SEVERAL.match(article.text, body.span.end)):
            continue
        if "," not in body.span.text:
            wholes[span] = article.span(span.start, _end_of_name(article, _end_of_body(article, body.span), by_start))
            if wholes[span].end == body.span.end and _begins_with_body(body) and _is_office(span.text):
                wholes[body.span] = wholes[span]
        elif _NAMED.fullmatch(body.span.text) is not None and _kind(span.text) == "person":
            wholes[body.span] = wholes[span] = article.span(span.start, body.span.end)
    people = {m.span.text.split()[-1] for m in by_start.values() if m.kind == "person"}
    for mention in by_start.values():
        span, end = mention.span, _end_of_cut_name(article.text, mention)
        if span in wholes or end is None or any(start in by_start for start in range(span.end, end)):
            continue
        if article.text[span.end : end].split()[-1] not in people:
            wholes[span] = article.span(span.start, end)
    return {piece: whole for piece, whole in wholes.items() if whole not in known}


def with_complements(
    wholes: Wholes, attributions: Sequence[Attribution], mentions: Iterable[Mention]
) -> tuple[list[Attribution], list[Mention]]:
    """The attributions and mentions, in which each piece is the whole."""
    told = [
        replace(
            a,
            source=None if a.source is None else wholes.get(a.source, a.source),
            addressees=tuple(wholes.get(span, span) for span in a.addressees),
            relays=tuple(replace(r, mention=wholes.get(r.mention, r.mention)) for r in a.relays),
        )
        for a in attributions
    ]
    every = {(span := wholes.get(m.span, m.span)): replace(m, span=span) for m in reversed([*mentions])}
    return told, sorted(every.values(), key=lambda m: m.span.start)


def parties_whole(wholes: Wholes, encounters: Iterable[Encounter]) -> list[Encounter]:
    """The encounters, in which pieces of words for a party are the whole, once, with the most that makes it likely."""
    return [_whole_parties(wholes, e) if any(span in wholes for span in e.parties) else e for e in encounters]


def holders_whole(wholes: Wholes, stands: Iterable[Stand]) -> list[Stand]:
    """The stands, in which each piece of words for a holder is the whole."""
    return [s if s.holder is None else replace(s, holder=wholes.get(s.holder, s.holder)) for s in stands]


def _whole_parties(wholes: Wholes, encounter: Encounter) -> Encounter:
    chances: dict[Span, float] = {}
    for span, chance in encounter.chances():
        whole = wholes.get(span, span)
        chances[whole] = max(chance, chances.get(whole, 0.0))
    return replace(encounter, parties=tuple(chances), likely=tuple(chances.values()))


def _may_be_cut(words: str) -> bool:
    """Whether words are a noun for people or a body, with nothing behind it: "the head", "a delegation"."""
    phrase = parse(words)
    return phrase.core is not None and phrase.core[1] == len(words) and phrase.title is None and _kind(words) in _KINDS


def _kind(words: str) -> ActorKind | None:
    head = parse(words).head
    return None if head is None else head.kind


def _is_several(words: str) -> bool:
    return parse(words).plural


def _is_office(words: str) -> bool:
    head = parse(words).head
    return head is not None and "title" in head.marks and not head.plural


def _begins_with_body(mention: Mention) -> bool:
    """Whether a name of a person begins with what that person heads: "Dravon Ada Renn"."""
    if mention.kind != "person" or _BODY_AND_NAME.fullmatch(mention.span.text) is None:
        return False
    word = mention.span.text.split()[0]
    first = noun(word)
    return not is_first_name(word) and honorific(word) is None and (first is None or first.kind != "person")


def _end_of_cut_name(text: str, mention: Mention) -> int | None:
    """Where the name of a body ends of which only the first word was seen: "Halcyon", of Halcyon Press Works."""
    span = mention.span
    if mention.kind not in ("organisation", "government", "outlet") or _ONE_WORD.fullmatch(span.text) is None:
        return None
    rest = _REST_OF_NAME.match(text, span.end)
    if rest is None or country(span.text.removeprefix("the ").removeprefix("The ")) is not None:
        return None
    words = rest[0].split()
    if any(qualifies(word) or word.endswith("day") or f" {word.lower()} " in text for word in words):
        return None  # in capitals are the words of headlines too, and days
    title = noun(words[0])
    return rest.end() if title is None or title.kind != "person" else None


def _end_of_body(article: Article, body: Span) -> int:
    """Where the name of a body ends that may be cut: "the Sarn", of "the Sarn delegation"."""
    behind = _BEHIND.match(article.text, body.end)
    if behind is None:
        return body.start + len(body.text.rstrip(" [("))
    rest = noun(behind["last"] or behind["noun"])
    return behind.end() if rest is not None and rest.kind == "organisation" and not rest.plural else body.end


def _end_of_name(article: Article, end: int, by_start: Mapping[int, Mention]) -> int:
    """Where the name ends that stands behind a comma, as a mention of its own; else where the body's does."""
    named = by_start.get(end + 2) if article.text.startswith(", ", end) else None
    if named is None or named.kind != "person" or _GOES_ON.match(article.text, named.span.end):
        return end
    first, *rest = named.span.text.split()
    return named.span.end if rest and is_first_name(first) else end
