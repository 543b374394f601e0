"""Contents in one piece where nothing, a mark or a word or two stand between two, as "better | lighting here"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from reportedly.reading.attribution import Attribution
from reportedly.reading.cast.nouns import honorific
from reportedly.records.article import Article, Span

_ARTICLES = frozenset(("The", "the", "A", "a", "An", "an"))
_PREPOSITIONS = frozenset(("for", "to", "on", "of", "with", "about", "that"))  # they belong to the cue before them
_TOLD = re.compile(  # what belongs to the cue: "expressed the hope that"; "the report that" is what somebody denies
    r"(?:the|an?|his|her|its|their|our|my) (?:[\w-]+ )?(?:assertion|belief|confidence|conviction|demand|expectation|"
    r"fear|hope|opinion|regret|view|wish)|as saying"
)
_OPENS = re.compile(r",? [\"“‘«]")  # between what is called something and what it is called: 'the plan | “a joke”'
_CLOSES = {'"': '"', "“": "”", "‘": "’", "«": "»"}
_LITTLE = re.compile(r" (?:[\w’'-]+ ){1,2}")  # between two pieces that are clauses: of 70 such 50 are one
_CLAUSE = 3  # words
_SUBJECT = re.compile(r"(?:it|he|she|they|we|I)", re.IGNORECASE)
_VERB = re.compile(
    r" (?!known\b|clear\b|to\b)(?:[\w’'-]+ ){1,4}"
)  # "it | could not comment | on single cases", of which another was made


def with_whole_contents(article: Article, attributions: Iterable[Attribution]) -> list[Attribution]:
    """The attributions, of which no content has two pieces side by side in one paragraph.

    What only leads over to the content goes: "for" of "called for better lighting", who was asked, "the hope that".
    """
    return [_whole(article, attribution) for attribution in attributions]


def _whole(article: Article, attribution: Attribution) -> Attribution:
    pieces: list[Span] = []
    for piece in _without_told(attribution):
        before = pieces[-1] if pieces else None
        between = "" if before is None else article.text[before.end : piece.start]
        if before is None or not (
            between in (" ", " that ") or _OPENS.fullmatch(between) or _is_little(article, before, piece, attribution)
        ):
            pieces.append(piece)
        elif _only_leads_over(before, piece, attribution):
            pieces[-1] = piece
        else:
            closing = _CLOSES.get(between[-1:])
            pieces[-1] = article.span(before.start, piece.end + (article.text[piece.end : piece.end + 1] == closing))
    return attribution if tuple(pieces) == attribution.content else replace(attribution, content=tuple(pieces))


def _is_little(article: Article, before: Span, piece: Span, attribution: Attribution) -> bool:
    """Whether between two clauses stand but a word or two of theirs, and not who said it or that it was said."""
    own = (span for span in (attribution.source, attribution.cue) if span is not None)
    clauses = min(len(before.text.split()), len(piece.text.split())) >= _CLAUSE
    little = _LITTLE if clauses else _VERB if _SUBJECT.fullmatch(before.text) else None
    return (
        little is not None
        and little.fullmatch(article.text, before.end, piece.start) is not None
        and not any(span.start < piece.start and before.end < span.end for span in own)
    )


def _only_leads_over(before: Span, piece: Span, attribution: Attribution) -> bool:
    """Whether a piece of content only leads over from the cue to the next."""
    if before.text in _PREPOSITIONS or _TOLD.fullmatch(before.text) is not None:
        return True
    source = attribution.source
    if before.text.endswith(" as saying") and source is not None and source.start == before.start:
        return True
    return piece.text.startswith(("to ", "not to ")) and _are_told(attribution, before)


def _without_told(attribution: Attribution) -> Sequence[Span]:
    """The pieces without those that are but a part of whoever is told: "Ms" of "called on Ms Renn to resign"."""
    first, *more = attribution.content
    if more and first.text in _ARTICLES and more[0].start > first.end + 1:
        attribution = replace(attribution, content=tuple(more))
    rest = [piece for piece in attribution.content if not _is_part(piece, attribution.addressees)]
    return rest if rest and rest[0].text.startswith(("to ", "not to ")) else attribution.content


def _is_part(piece: Span, told: Sequence[Span]) -> bool:
    bare = honorific(piece.text) is not None or piece.text in _ARTICLES
    return bare or any(s.start <= piece.start and piece.end <= s.end for s in told)


def _are_told(attribution: Attribution, piece: Span) -> bool:
    """Whether a piece names but those whom the source asks for something."""
    return any(piece.start <= span.start and span.end <= piece.end for span in attribution.addressees)
