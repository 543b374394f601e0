"""Articles that retell another outlet's: what stands between the lead that names it and "So writes the Gazette".

Of seven such closings in the annotated stories all stand for the whole paragraphs since that lead, and whatever is told
in these is told inside.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace

from reportedly.reading.attributing.unsaid import without
from reportedly.reading.attribution import Attribution
from reportedly.reading.layout.segment import find_paragraphs
from reportedly.records.article import Article, Span

_WHO = r"(?P<source>[^,;:.!?“”\"\n]{2,60}?)"
_ALL = r"(?:All (?:of )?(?:this|that|the above|these details)|The above|These details)"
_ITS = r"(?:(?:an?|the|its) (?:\w+ )?(?:article|report|story|piece|material|publication|text)(?: (?:by|of|in|from))? )?"
_STATED = (
    r"(?:set out|stated|taken|reported|told|described|written|recounted|laid out|published|related|contained|given)"
)
_TELLS = r"(?:presents|describes|tells|sees|recounts|portrays|explains|relates)"
_MATTER = r"(?:the matter|it|this|the story|the affair|events|things)"
_ACCOUNT = r"(?P<cue>account|version|story|report|picture)"
_CLOSINGS = tuple(
    re.compile(rf"(?:(?<=\A)|(?<=[.!?”\"»] )){closing}\.\Z")
    for closing in (
        rf"(?:So|Thus) (?P<cue>writes|reports|says|tells|describes|recounts|informs) {_WHO}",
        rf"{_ALL} (?:is|was|are|were|ha[sv]e? been) (?P<cue>{_STATED}(?: (?:in|by|from|on))?) {_ITS}{_WHO}",
        rf"{_WHO} (?P<cue>reports|writes|tells|describes)(?: (?:about|of))? all (?:of )?(?:this|that|the above)",
        rf"(?:This|That) is how {_WHO} (?P<cue>{_TELLS}) {_MATTER}",
        rf"Such is (?:the )?{_ACCOUNT} (?:of|in|given by|told by) {_WHO}",
    )
)
_MAY_CLOSE = re.compile(r"\b(?:So|Thus|The above|These details|Th(?:is|at) is|Such is|[Aa]ll) ")  # one of these does
_OF_IT = re.compile(  # as what is retold is spoken of on the way
    r"\b(?:publication|newspaper|paper|article|material|journalists?|interlocutors?|agency|newsletter|sources?)\b"
)
_MOST = 8  # paragraphs that are retold
_LONGEST = 140  # characters of a closing
_NAME = re.compile(r"[A-Z][\w’'-]+")
_NO_NAMES = frozenset(("The", "A", "An", "His", "Her", "Its", "Their"))


def with_retold(article: Article, attributions: Sequence[Attribution]) -> list[Attribution]:
    """The attributions, with one of whoever a closing names, around all that is told since the lead that names it.

    What the closing itself was read as goes.
    """
    paragraphs = find_paragraphs(article)
    retold, closings = list[Attribution](), list[Span]()
    for at, paragraph in enumerate(paragraphs):
        closing = _closing_of(paragraph.text)
        lead = None if closing is None else _lead(paragraphs, at, closing["source"])
        if closing is None or lead is None:
            continue
        start = paragraph.start
        pieces = [article.span(p.start, p.end) for p in paragraphs[lead + 1 : at]]
        if said := paragraph.text[: closing.start()].rstrip():
            pieces.append(article.span(start, start + len(said)))
        if pieces and any(_OF_IT.search(piece.text) for piece in pieces):
            source = article.span(start + closing.start("source"), start + closing.end("source"))
            cue = article.span(start + closing.start("cue"), start + closing.end("cue"))
            told = Attribution(source=source, cue=cue, content=tuple(pieces), form="indirect", sourcing="outlet")
            retold.append(told)
            closings.append(article.span(start + closing.start(), paragraph.end))
    return _around(attributions, retold, closings) if retold else list(attributions)


def _closing_of(paragraph: str) -> re.Match[str] | None:
    """The closing with which a paragraph ends."""
    first = max(0, len(paragraph) - _LONGEST)
    if not paragraph.endswith(".") or _MAY_CLOSE.search(paragraph, first) is None:
        return None
    for closing in _CLOSINGS:
        found = closing.search(paragraph, first)
        if found is not None and _names(found["source"]):
            return found
    return None


def _names(words: str) -> set[str]:
    return set(_NAME.findall(words)) - _NO_NAMES


def _lead(paragraphs: Sequence[Span], at: int, source: str) -> int | None:
    """The first paragraph with a name of the source, of those not too far before a closing."""
    names = _names(source)
    return next((n for n in range(max(0, at - _MOST), at) if names & _names(paragraphs[n].text)), None)


def _around(
    attributions: Sequence[Attribution], retold: Sequence[Attribution], closings: Sequence[Span]
) -> list[Attribution]:
    """The attributions, those in what is retold within it, without those of the closings; all that is retold behind."""
    pieces = sorted((piece.start, piece.end, number) for number, a in enumerate(retold) for piece in a.content)
    starts, ends = [start for start, _, _ in pieces], [closing.start for closing in closings]
    gone = {
        number
        for number, a in enumerate(attributions)
        if a.cue is not None and (at := bisect_right(ends, a.cue.start) - 1) >= 0 and a.cue.start < closings[at].end
    }
    kept = list(attributions)
    for number, a in enumerate(attributions):
        begin = (a.cue or a.content[0]).start
        at = bisect_right(starts, begin) - 1
        if number not in gone and (a.within is None or a.within in gone) and at >= 0 and begin < pieces[at][1]:
            kept[number] = replace(a, within=len(attributions) + pieces[at][2])
    return without([*kept, *retold], gone)
