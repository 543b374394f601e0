"""Two people in one run of words: what "Reps. Ada Renn (Vale) and Otto Brandt" say, each of them says.

So it is with two in a list that were taken for one and what he is: "Secretary Ada Renn, Mayor Tom Vale".
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from reportedly.reading.attribution import Attribution, Mention
from reportedly.reading.cast.nouns import gender_of, honorific, noun
from reportedly.reading.cast.phrases import Phrase, parse
from reportedly.reading.chains.conjoined import with_sources
from reportedly.reading.encounter import Encounter
from reportedly.records.article import Article, Span

_WORD = r"[A-Z][\w’'-]+\.?|[A-Z]\."
_NAME = rf"(?:(?:{_WORD}) )+(?:{_WORD})(?: \([^()\n]{{1,24}}\))?"
_PAIR = re.compile(rf"(?P<title>(?:(?:[\w-]+\.?) )*?)(?P<one>{_NAME}),? and (?P<other>{_NAME})")


def with_pairs(
    article: Article, attributions: Sequence[Attribution], mentions: Sequence[Mention]
) -> tuple[list[Attribution], list[Mention]]:
    """The attributions and mentions, in which a run of words for two people is two."""
    found = {m.span: pair for m in mentions if (pair := _pair(article, m.span))}
    found |= {a.source: pair for a in attributions if a.source is not None and (pair := _pair(article, a.source))}
    if not found:
        return list(attributions), list(mentions)
    sources = [() if a.source is None else found.get(a.source, ()) for a in attributions]
    known = {m.span for m in mentions}
    apart = [replace(m, span=one) for m in mentions for one in found.get(m.span, (m.span,))]
    apart += [Mention(span=one, kind="person") for whole, pair in found.items() if whole not in known for one in pair]
    every = {m.span: m for m in reversed(apart)}
    return list(with_sources(attributions, sources)), sorted(every.values(), key=lambda m: m.span.start)


def parties_apart(article: Article, encounters: Iterable[Encounter]) -> list[Encounter]:
    """The encounters, in which words for two parties are two that are as likely."""
    return [_apart(article, encounter) for encounter in encounters]


def _apart(article: Article, encounter: Encounter) -> Encounter:
    each = [(_pair(article, span) or (span,), chance) for span, chance in encounter.chances()]
    if all(len(spans) == 1 for spans, _ in each):
        return encounter
    parties, likely = zip(*((span, chance) for spans, chance in each for span in spans), strict=True)
    return replace(encounter, parties=parties, likely=likely)


def _pair(article: Article, span: Span) -> tuple[Span, ...]:
    """The two names, the first without a title that both share; empty where the words are no two people."""
    if listed := _listed(article, span):
        return listed
    match = _PAIR.fullmatch(span.text) if " and " in span.text else None
    if match is None:
        return ()
    begin = match.start("one")
    for word in match["one"].split():
        if (title := noun(word)) is None or title.kind != "person" or not title.plural:
            break
        begin += len(word) + 1
    names = span.text[begin : match.end("one")], match["other"]
    if not any(_is_person(name) for name in names):
        return ()
    start = span.start
    return article.span(start + begin, start + match.end("one")), article.span(start + match.start("other"), span.end)


def _listed(article: Article, span: Span) -> tuple[Span, ...]:
    """The two of a list, each with his own title."""
    one, comma, other = span.text.partition(", ")
    if not comma or "," in other or not all(_is_titled(parse(words), words) for words in (one, other)):
        return ()
    start = span.start + len(one) + len(comma)
    return article.span(span.start, span.start + len(one)), article.span(start, span.end)


def _is_titled(phrase: Phrase, words: str) -> bool:
    """Whether words are a person's name behind a title of some words: "Secretary of State Ada Renn"."""
    if phrase.name is None or phrase.title is None or phrase.head is None or phrase.head.kind != "person":
        return False
    return " " in words[slice(*phrase.name)] and phrase.role is None and phrase.tail is None


def _is_person(name: str) -> bool:
    """Whether a name begins with a first name, behind titles, and goes on."""
    words = name.split()
    while len(words) > 2 and _is_title(words[0]):
        words.pop(0)
    return len(words) > 1 and gender_of(words[0]) is not None


def _is_title(word: str) -> bool:
    title = noun(word)
    return honorific(word) is not None or (title is not None and title.kind == "person")
