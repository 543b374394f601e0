"""Quotations that are a statement of their own, though the encoder gives them to the cue before.

In 'The bid was dead, she said. “I count 71.”' she says two things: of 32 such quotations of whole sentences behind
words without marks, 25 are statements of their own in the annotated articles; behind a writer's question all are.
Behind words of which some are quoted PolNeAR takes both for one.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from reportedly.reading.attribution import Attribution
from reportedly.records.article import Article, Span

_BEGINS = re.compile(r"[^\n]*(?P<end>[.?!])[”\"’']?\s[“\"„«‘']\s?\Z")
_AFTER_COLON = re.compile(
    r"[^\n]*[.?!][”\"’']? [A-Z][^\n.?!:]*:\s[“\"„«‘']\s?"
)  # "…,” says one. Another thinks so: “…”"
_MARK = re.compile(r"[“\"„«`]|(?<!\w)‘")
_FAR = 3  # characters before a piece in which its opening mark stands


def with_quotations_apart(article: Article, attributions: Sequence[Attribution]) -> list[Attribution]:
    """The attributions, of which quotations of whole sentences behind other words float, with the same source."""
    kept, more = list(attributions), list[Attribution]()
    inside = defaultdict[int | None, list[int]](list)
    for number, one in enumerate(attributions):
        inside[one.within].append(number)
    for number, one in enumerate(attributions):
        first = _first_apart(article.text, one) if one.within is None and one.cue is not None else None
        if first is None:
            continue
        rest = one.content[first:]
        kept[number] = replace(one, content=one.content[:first], form="direct" if one.form == "direct" else "indirect")
        more.append(replace(one, cue=None, content=rest, form="direct", act="say", status="made"))
        own = len(attributions) + len(more) - 1
        for child in inside[number]:
            inner = attributions[child]
            if (inner.cue or inner.content[0]).start >= rest[0].start:
                kept[child] = replace(inner, within=own)
    return [*kept, *more]


def _first_apart(text: str, attribution: Attribution) -> int | None:
    """The position of the first piece that begins a statement of its own."""
    content = attribution.content
    for position in range(1, len(content)):
        before, piece = content[position - 1], content[position]
        if piece.text[:1].isupper() and _AFTER_COLON.fullmatch(text, before.end, piece.start):
            return position
        begins = _BEGINS.match(text, before.end, piece.start)
        if begins is None or not piece.text[:1].isupper():
            continue
        if begins["end"] == "?" or not any(_has_marks(text, span) for span in content[:position]):
            return position
    return None


def _has_marks(text: str, piece: Span) -> bool:
    """Whether a piece stands in quotation marks, or some of its words do."""
    return _MARK.search(text, max(0, piece.start - _FAR), piece.end) is not None
