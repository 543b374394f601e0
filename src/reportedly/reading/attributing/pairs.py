"""Several people in one run of words: what "Reps. Ada Renn (Vale) and Otto Brandt" say, each of them says.

So it is with two in a list that were taken for one and what he is: "Secretary Ada Renn, Mayor Tom Vale".
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from reportedly.reading.attributing.offices import office, offices_apart
from reportedly.reading.attribution import Attribution, Mention
from reportedly.reading.cast.nouns import country, honorific, is_first_name, known_kind, noun, qualifies, small_words
from reportedly.reading.cast.phrases import Phrase, parse
from reportedly.reading.cast.proper import PARTICLES
from reportedly.reading.cast.tokens import Place, is_capital
from reportedly.reading.chains.conjoined import with_sources
from reportedly.reading.encounter import Encounter
from reportedly.records import ActorKind
from reportedly.records.article import Article, Span

_JOINT = re.compile(r",? (?:and|nor) |, ")
_OPENING = re.compile(r"(?:(?:both|either|neither) )?", re.IGNORECASE)
_IN_BRACKETS = re.compile(r" \([^()\n]{1,24}\)\Z")
_COMPANY = frozenset(small_words("company_name"))


def with_pairs(
    article: Article, attributions: Sequence[Attribution], mentions: Sequence[Mention]
) -> tuple[list[Attribution], list[Mention]]:
    """The attributions and mentions, in which a run of words for several people is several."""
    mentions = offices_apart(article, mentions, {a.source for a in attributions})
    kinds = {a.source: None for a in attributions if a.source is not None} | {m.span: m.kind for m in mentions}
    found = {span: each for span, kind in kinds.items() if (each := _each(article, span, kind))}
    if not found:
        return list(attributions), list(mentions)
    sources = [() if a.source is None else found.get(a.source, ()) for a in attributions]
    known = {m.span for m in mentions}
    apart = [replace(m, span=one) for m in mentions for one in found.get(m.span, (m.span,))]
    apart += [Mention(span=one, kind="person") for whole, each in found.items() if whole not in known for one in each]
    every = {m.span: m for m in reversed(apart)}
    return list(with_sources(attributions, sources)), sorted(every.values(), key=lambda m: m.span.start)


def parties_apart(article: Article, encounters: Iterable[Encounter]) -> list[Encounter]:
    """The encounters, in which words for two parties are two that are as likely."""
    return [_apart(article, encounter) for encounter in encounters]


def _apart(article: Article, encounter: Encounter) -> Encounter:
    each = [
        (office(article, span) or _each(article, span, None) or (span,), chance) for span, chance in encounter.chances()
    ]
    if all(len(spans) == 1 for spans, _ in each):
        return encounter
    parties, likely = zip(*((span, chance) for spans, chance in each for span in spans), strict=True)
    return replace(encounter, parties=parties, likely=likely)


def _each(article: Article, span: Span, kind: ActorKind | None) -> tuple[Span, ...]:
    """Those named one by one, the first without a title that all share; empty where the words are nobody or one."""
    places = [*_listed(span.text), *_joined(span.text, kind)]
    return tuple(article.span(span.start + start, span.start + end) for start, end in places)


def _joined(text: str, kind: ActorKind | None) -> list[Place]:
    """The places of people joined by "and", or of any two joined by "nor"."""
    joints = [*_JOINT.finditer(text)]
    if not joints or joints[-1][0] == ", " or text.split()[-1].lower() in _COMPANY:
        return []
    opening = _OPENING.match(text)
    begin = opening.end() if opening else 0
    starts, ends = [begin, *(joint.end() for joint in joints)], [*(joint.start() for joint in joints), len(text)]
    if len(joints) == 1 and joints[0][0] == " nor ":
        return [*zip(starts, ends, strict=True)]
    if shared := _shared_title(text[begin : ends[0]]):
        starts[0] += shared
        if not text[starts[0]].isupper():
            return []  # "lawyers for Ada Renn and Tom Vale"
    places = [*zip(starts, ends, strict=True)]
    names = [_IN_BRACKETS.sub("", text[start:end]) for start, end in places]
    if not all(_is_somebody(name) for name in names):
        return []
    sure = any(_is_person(name) for name in names)
    return places if sure or (kind == "person" and len(names) > 2) else []


def _shared_title(words: str) -> int:
    """How long the title in the plural is with which the words begin ("opposition senators "); 0 without one."""
    length = 0
    for word in words.split(" ")[:4]:
        length += len(word) + 1
        if length < len(words) and (title := noun(word)) is not None and title.kind == "person" and title.plural:
            return length
    return 0


def _listed(text: str) -> list[Place]:
    """The two of a list, each with his own title."""
    one, comma, other = text.partition(", ")
    if not comma or "," in other or not all(_is_titled(parse(words), words) for words in (one, other)):
        return []
    return [(0, len(one)), (len(one) + len(comma), len(text))]


def _is_titled(phrase: Phrase, words: str) -> bool:
    """Whether words are a person's name behind a title of some words: "Secretary of State Ada Renn"."""
    if phrase.name is None or phrase.title is None or phrase.head is None or phrase.head.kind != "person":
        return False
    return " " in words[slice(*phrase.name)] and phrase.role is None and phrase.tail is None


def _is_somebody(words: str) -> bool:
    """Whether words may name a person: with a title, in full, or with a surname that is nothing else."""
    phrase = parse(words)
    if phrase.name is None or phrase.role is not None or (phrase.head is not None and phrase.head.kind != "person"):
        return False
    name = words[slice(*phrase.name)]
    if not name.strip() or not all(is_capital(word) or word.lower() in PARTICLES for word in name.split()):
        return False
    if country(name) is not None or known_kind(name) is not None or noun(name.split()[-1]) is not None:
        return False
    return phrase.title is not None or " " in name or not qualifies(name)


def _is_person(words: str) -> bool:
    """Whether a name begins with a first name and goes on, or stands behind a title."""
    phrase = parse(words)
    if phrase.name is None:
        return False
    first, *rest = words[slice(*phrase.name)].split()
    titled = phrase.title is not None and (phrase.head is not None or honorific(words.split()[0]) is not None)
    return titled or (bool(rest) and is_first_name(first))
