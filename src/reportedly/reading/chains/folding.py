"""Whoever is only named as the way by which another's words came: "…, Peskov said, according to state media"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from reportedly.reading.attribution import Attribution, Relay
from reportedly.records.article import Article, Span

_VIA = re.compile(
    r"(?:as )?(?:according to|per|via|by way of|(?:quoted|cited|reported|carried|relayed|published) by)", re.IGNORECASE
)
_SAID = re.compile(r"(?:has |have |had |also )*(?:said|says|told|tells|wrote|writes|added|adds|stated)", re.IGNORECASE)
_WORD = re.compile(r"\w+")
_THAT = frozenset(("that",))


def fold_relays(article: Article, attributions: Sequence[Attribution]) -> list[Attribution]:
    """The attributions, those that are only hops turned into relays of what they hold.

    An attribution by "according to" is a hop when its content is what one other said, with its source and cue, and no
    word more. Where that other did more than say it ("According to Valley Radio, Marsh promised to resign"), that it
    did so is told by the first, and both stay.
    """
    folded: dict[int, int] = {}
    for number, outer in enumerate(attributions):
        if outer.source is None or outer.cue is None or not _VIA.fullmatch(outer.cue.text):
            continue
        inner = [child for child, a in enumerate(attributions) if a.within == number]
        if len(inner) == 1 and _is_all(article.text, outer, attributions[inner[0]]):
            folded[number] = inner[0]
    if not folded:
        return list(attributions)
    order = {old: new for new, old in enumerate(n for n in range(len(attributions)) if n not in folded)}
    holders = {inner: outer for outer, inner in folded.items()}
    kept = []
    for number in order:
        attribution, above = attributions[number], attributions[number].within
        relays = attribution.relays
        while above is not None and above in folded:
            hop = attributions[above]
            if holders.get(number) == above and hop.source is not None:
                relays = (*hop.relays, Relay(mention=hop.source, cue=hop.cue), *relays)
            above = hop.within
        kept.append(replace(attribution, relays=relays, within=None if above is None else order[above]))
    return kept


def _is_all(text: str, outer: Attribution, inner: Attribution) -> bool:
    """Whether the content of one attribution has no word beside the parts of another, which has a cue and a source."""
    if inner.source is None or inner.cue is None or not _SAID.fullmatch(inner.cue.text):
        return False
    parts: list[Span] = [inner.source, inner.cue, *inner.content]
    words = (match for span in outer.content for match in _WORD.finditer(text, span.start, span.end))
    left = {
        match[0].lower()
        for match in words
        if not any(part.start <= match.start() and match.end() <= part.end for part in parts)
    }
    return left <= _THAT
