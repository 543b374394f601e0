"""Contents in one piece where nothing stands between two, as "better | lighting on the towpath"."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from reportedly.reading.attribution import Attribution
from reportedly.reading.cast.nouns import honorific
from reportedly.records.article import Article, Span

_ARTICLES = frozenset(("The", "the", "A", "a", "An", "an"))
_PREPOSITIONS = frozenset(("for", "to", "on", "of", "with", "about", "that"))  # they belong to the cue before them


def with_whole_contents(article: Article, attributions: Iterable[Attribution]) -> list[Attribution]:
    """The attributions, of which no content has two pieces side by side in one paragraph.

    What only leads over to the content goes: "for" of "called for better lighting", and who was asked.
    """
    return [_whole(article, attribution) for attribution in attributions]


def _whole(article: Article, attribution: Attribution) -> Attribution:
    pieces: list[Span] = []
    for piece in _without_told(attribution):
        before = pieces[-1] if pieces else None
        if before is None or article.text[before.end : piece.start] != " ":
            pieces.append(piece)
        elif before.text in _PREPOSITIONS or (
            piece.text.startswith(("to ", "not to ")) and _are_told(attribution, before)
        ):
            pieces[-1] = piece
        else:
            pieces[-1] = article.span(before.start, piece.end)
    return attribution if tuple(pieces) == attribution.content else replace(attribution, content=tuple(pieces))


def _without_told(attribution: Attribution) -> Sequence[Span]:
    """The pieces without those that are but a part of whoever is told: "Ms" of "called on Ms Renn to resign"."""
    rest = [piece for piece in attribution.content if not _is_part(piece, attribution.addressees)]
    return rest if rest and rest[0].text.startswith(("to ", "not to ")) else attribution.content


def _is_part(piece: Span, told: Sequence[Span]) -> bool:
    bare = honorific(piece.text) is not None or piece.text in _ARTICLES
    return bare or any(s.start <= piece.start and piece.end <= s.end for s in told)


def _are_told(attribution: Attribution, piece: Span) -> bool:
    """Whether a piece names but those whom the source asks for something."""
    return any(piece.start <= span.start and span.end <= piece.end for span in attribution.addressees)
