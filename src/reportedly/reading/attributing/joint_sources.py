"""Sources named side by side: what "residents and a local official said", residents said and an official said.

So is it with two in one run of words, where the second has an article or a number of its own: "two aides and a
diplomat", but not "a friend and adviser".
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence

from reportedly.reading.attributing.whole_subjects import VERBS
from reportedly.reading.attribution import Attribution, Mention
from reportedly.reading.cast.leads import DEFINITE, NUMBERS, OWNING
from reportedly.reading.cast.phrases import Phrase, parse
from reportedly.reading.chains.conjoined import with_sources
from reportedly.records import ActorKind
from reportedly.records.actor import PRONOUNS
from reportedly.records.article import Article, Span

_AND = re.compile(r",? (?:and|as well as|nor) (?:also )?")
_OPENING = re.compile(r"(?:both )?", re.IGNORECASE)
_BEGINS = re.compile(
    r"(?:\A|[.!?:;,”\"’\n—–]\s*|\s-\s|"
    r"\b(?:according to|citing|quoting|both|neither|but|while|though|although|as|that)\s)\Z",
    re.IGNORECASE,
)
_ENDS = re.compile(r"\s*(?:[.,;:”\"\n—–]|\Z)")
_MEANWHILE = re.compile(rf" {VERBS}")
_INFINITIVE = re.compile(r"to\b", re.IGNORECASE)  # whoever meets "Marl and Vale to ask" for something asks
_BEFORE = 14  # characters that are looked at before words
_LEADS = DEFINITE | OWNING | NUMBERS.keys() | {"a", "an", "another", "some", "many", "several", "others"}
_SPEAKING = ("person", "group", "organisation", "government", "document")
_PEOPLE = ("person", "group")


def with_joint_sources(
    article: Article, attributions: Sequence[Attribution], mentions: Sequence[Mention]
) -> tuple[list[Attribution], list[Mention]]:
    """The attributions, each once for each of those named side by side as its source, and the mentions of all."""
    speaking = [m.span for m in mentions if m.kind in _SPEAKING and m.span.text.lower() not in PRONOUNS]
    ends = {span.end: span for span in speaking}
    starts = {span.start: span for span in reversed(speaking)}
    sources = {a.source for a in attributions if a.source is not None}
    apart = {source: found for source in sources if (found := _apart(article, source))}
    told = {(a.source, a.content) for a in attributions}
    parts = [_parts(article, a, apart, ends, starts, told) for a in attributions]
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
    told: Collection[tuple[Span | None, tuple[Span, ...]]],
) -> Sequence[Span]:
    """Those who say the words of one attribution; none where it is but one."""
    source, cue = attribution.source, attribution.cue
    if source is None or cue is None:
        return ()
    if source in apart:
        return [span for span, _ in apart[source]]
    beside = _before(article, source, cue, ends) or _behind(article, source, cue, starts)
    if (
        beside is None
        or (beside, attribution.content) in told
        or any(_meet(beside, part) for part in (cue, *attribution.content))
    ):
        return ()
    return sorted((source, beside), key=lambda span: span.start)


def _meet(one: Span, other: Span) -> bool:
    return one.start < other.end and other.start < one.end


def _before(article: Article, source: Span, cue: Span, ends: Mapping[int, Span]) -> Span | None:
    """Who stands before a source, with "and" between them and nothing else in the clause: "Marl and | Vale said"."""
    low = max(0, source.start - _BEFORE)
    joint = next((m for m in _AND.finditer(article.text, low, source.start) if m.end() == source.start), None)
    found = None if joint is None else ends.get(joint.start())
    if found is None or not (_is_led(source.text) or _is_subject(article, source, cue)):
        return None
    return found if _begins(article, found) else None


def _behind(article: Article, source: Span, cue: Span, starts: Mapping[int, Span]) -> Span | None:
    """Who stands behind a source: "Marl | and Vale said", "according to a paper | and two who had read it"."""
    joint = _AND.match(article.text, source.end)
    found = None if joint is None else starts.get(joint.end())
    if found is None:
        return None
    if cue.start >= source.end:
        return found if _is_subject(article, found, cue) and _begins(article, source) else None
    return found if _is_led(found.text) and _ENDS.match(article.text, found.end) else None


def _begins(article: Article, first: Span) -> bool:
    """Whether a clause begins with the first of two."""
    return _BEGINS.search(article.text[max(0, first.start - _BEFORE) : first.start]) is not None


def _is_subject(article: Article, source: Span, cue: Span) -> bool:
    """Whether nothing but auxiliaries and adverbs stands between whoever is named and a cue."""
    if _INFINITIVE.match(cue.text):
        return False
    return source.end < cue.start and _MEANWHILE.fullmatch(article.text, source.end, cue.start) is not None


def _is_led(text: str) -> bool:
    """Whether words begin with an article or a number of their own."""
    first = text.split()[0]
    return first.lower() in _LEADS or first.isdigit()


def _apart(article: Article, source: Span) -> Sequence[tuple[Span, ActorKind]]:
    """The two that a run of words names, each with its kind; empty where it is one, or of one kind of people."""
    opening = _OPENING.match(source.text)
    start = opening.end() if opening else 0
    joint = _AND.search(source.text, start)
    if joint is None:
        return ()
    one, other = source.text[start : joint.start()], source.text[joint.end() :]
    kinds = _kind(parse(one), one, last=False), _kind(parse(other), other, last=True)
    if kinds[0] is None or kinds[1] is None or not _is_led(other):
        return ()
    first = article.span(source.start + start, source.start + joint.start())
    return [(first, kinds[0]), (article.span(source.start + joint.end(), source.end), kinds[1])]


def _kind(phrase: Phrase, text: str, *, last: bool) -> ActorKind | None:
    """What words name: people, a body or a document; None where they name nobody or go on ("aides to Renn and …")."""
    head = phrase.head
    if "," in text or (not last and (phrase.tail is not None or phrase.of is not None)):
        return None
    if head is None or head.kind not in _SPEAKING:
        return None
    return "group" if phrase.plural and head.kind in _PEOPLE else head.kind
