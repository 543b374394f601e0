"""Sources named side by side: what "residents and a local official said", residents said and an official said.

So is it with two in one run of words, where the second has an article or a number of its own: "two aides and a
diplomat", but not "a friend and adviser".
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from reportedly.reading.attribution import Attribution, Mention
from reportedly.reading.cast.leads import DEFINITE, NUMBERS, OWNING
from reportedly.reading.cast.phrases import Phrase, parse
from reportedly.reading.chains.conjoined import with_sources
from reportedly.records import ActorKind
from reportedly.records.article import Article, Span

_AND = re.compile(r",? (?:and|as well as) (?:also )?")
_OPENING = re.compile(r"(?:both )?", re.IGNORECASE)
_BEGINS = re.compile(
    r"(?:\A|[.!?:;,”\"’\n—–]\s*|\b(?:according to|citing|quoting|both|but|while|though|although|as|that)\s)\Z",
    re.IGNORECASE,
)
_ENDS = re.compile(r"\s*(?:[.,;:”\"\n—–]|\Z)")
_BEFORE = 14  # characters that are looked at before words
_LEADS = DEFINITE | OWNING | NUMBERS.keys() | {"a", "an", "another", "some", "many", "several", "others"}
_SPEAKING = ("person", "group", "organisation", "government", "document")
_PEOPLE = ("person", "group")


def with_joint_sources(
    article: Article, attributions: Sequence[Attribution], mentions: Sequence[Mention]
) -> tuple[list[Attribution], list[Mention]]:
    """The attributions, each once for each of those named side by side as its source, and the mentions of all."""
    ends = {m.span.end: m.span for m in mentions if m.kind in _SPEAKING}
    starts = {m.span.start: m.span for m in reversed(mentions) if m.kind in _SPEAKING}
    sources = {a.source for a in attributions if a.source is not None}
    apart = {source: found for source in sources if (found := _apart(article, source))}
    parts = [_parts(article, a, apart, ends, starts, sources) for a in attributions]
    if not any(parts):
        return list(attributions), list(mentions)
    whole = {one: kind for each in apart.values() for one, kind in each}
    kept = [m for m in mentions if m.span not in apart and m.span not in whole]
    kept += [Mention(span=span, kind=kind) for span, kind in whole.items()]
    return list(with_sources(attributions, parts)), sorted(kept, key=lambda m: (m.span.start, -m.span.end))


_Apart = Mapping[Span, Sequence[tuple[Span, ActorKind]]]


def _parts(
    article: Article,
    attribution: Attribution,
    apart: _Apart,
    ends: Mapping[int, Span],
    starts: Mapping[int, Span],
    sources: set[Span],
) -> Sequence[Span]:
    """Those who say the words of one attribution; none where it is but one."""
    source, cue = attribution.source, attribution.cue
    if source is None or cue is None:
        return ()
    if source in apart:
        return [span for span, _ in apart[source]]
    if cue.start >= source.end or cue.end <= source.start:
        beside = _before(article, source, ends) or (cue.end <= source.start and _behind(article, source, starts))
        if beside and beside not in sources and not any(_meet(beside, part) for part in (cue, *attribution.content)):
            return sorted((source, beside), key=lambda span: span.start)
    return ()


def _meet(one: Span, other: Span) -> bool:
    return one.start < other.end and other.start < one.end


def _before(article: Article, source: Span, ends: Mapping[int, Span]) -> Span | None:
    """Who stands before a source, with "and" between them and nothing else in the clause."""
    low = max(0, source.start - _BEFORE)
    joint = next((m for m in _AND.finditer(article.text, low, source.start) if m.end() == source.start), None)
    found = None if joint is None else ends.get(joint.start())
    if found is None or not _is_led(source.text):
        return None
    return found if _BEGINS.search(article.text[max(0, found.start - _BEFORE) : found.start]) else None


def _behind(article: Article, source: Span, starts: Mapping[int, Span]) -> Span | None:
    """Who stands behind a source whose cue came before: "according to a cabinet paper and two who had read it"."""
    joint = _AND.match(article.text, source.end)
    found = None if joint is None else starts.get(joint.end())
    return found if found is not None and _is_led(found.text) and _ENDS.match(article.text, found.end) else None


def _is_led(text: str) -> bool:
    """Whether words begin with an article or a number of their own, or with a name."""
    first = text.split()[0]
    return first.lower() in _LEADS or first.isdigit()


def _apart(article: Article, source: Span) -> Sequence[tuple[Span, ActorKind]]:
    """The two that a run of words names, each with its kind; empty where it is one, or of one kind of people."""
    opening = _OPENING.match(source.text)
    start = opening.end() if opening else 0
    for joint in _AND.finditer(source.text, start):
        one, other = source.text[start : joint.start()], source.text[joint.end() :]
        kinds = _kind(parse(one), one, last=False), _kind(parse(other), other, last=True)
        if kinds[0] is None or kinds[1] is None or not _is_led(other):
            return ()
        first = article.span(source.start + start, source.start + joint.start())
        return [(first, kinds[0]), (article.span(source.start + joint.end(), source.end), kinds[1])]
    return ()


def _kind(phrase: Phrase, text: str, *, last: bool) -> ActorKind | None:
    """What words name: people, a body or a document; None where they name nobody or go on ("aides to Renn and …")."""
    head = phrase.head
    if "," in text or (not last and (phrase.tail is not None or phrase.of is not None)):
        return None
    if head is None or head.kind not in _SPEAKING:
        return None
    return "group" if phrase.plural and head.kind in _PEOPLE else head.kind
