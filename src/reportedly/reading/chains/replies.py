"""Whom a reply is to that names nobody: whoever spoke last before it, if that was just now ("Vale asked why. Renn
replied that …")."""

from __future__ import annotations

import re
from collections.abc import Sequence

from reportedly.reading.attribution import Attribution
from reportedly.reading.chains.lookup import Lookup, Sentences

NEAR = 1  # sentences between what was said and a reply to it

_REPLIED = re.compile(r"\b(?:answered|replied|retorted|(?:shot|fired) back)\b", re.IGNORECASE)
_TO_WHAT = re.compile(r" (?:to|with|\w+(?: \w+)? questions?)\b", re.IGNORECASE)
_HEARSAY = re.compile(r"\b(?:said|reported|believed) to have\b")
_ASKED = re.compile(r"\b(?:asked|pressed|questioned|heckled|question|questions)\b", re.IGNORECASE)


class Replies:
    """Says of an attribution whose words its source replies to."""

    def __init__(self, text: str, attributions: Sequence[Attribution], lookup: Lookup, sentences: Sentences) -> None:
        self._text = text
        self._attributions = attributions
        self._lookup = lookup
        self._sentences = sentences
        self._order = sorted(range(len(attributions)), key=lambda number: _start(attributions[number]))
        self._places = {number: place for place, number in enumerate(self._order)}

    def to(self, number: int, source: str) -> str | None:
        """The id of whoever spoke last before a reply; None for what is no reply, or one to whoever asked."""
        attribution = self._attributions[number]
        cue = attribution.cue
        if cue is None or attribution.status != "made" or _HEARSAY.search(self._text, cue.start - 16, cue.end):
            return None
        replied = _REPLIED.search(cue.text)
        if replied is None or _TO_WHAT.match(self._text, cue.start + replied.end()):
            return None
        around = set(self._around(number))
        at = self._sentences.number(cue.start)
        for other in reversed(self._order[: self._places[number]]):
            before = self._attributions[other]
            if at - self._sentences.number(_start(before)) > NEAR:
                return None
            if other in around or (before.within is None) is not (attribution.within is None):
                continue
            spoke = self._lookup.of(before.source)
            if spoke is not None and self._lookup.actor(spoke).unnamed and attribution.within is None:
                spoke = self._quoted(other)  # "a lawyer who was there", who only tells of it
                if spoke is None:
                    continue
            if spoke == source:
                continue
            between = self._text[_end(before) : _start(attribution)]
            if spoke is None or _ASKED.search(between) or self._lookup.kind(spoke) in ("document", "outlet", "place"):
                return None
            return spoke
        return None

    def _quoted(self, number: int) -> str | None:
        """The id of whoever speaks last in what an attribution says."""
        inside = [a for a in self._attributions if a.within == number]
        return self._lookup.of(inside[-1].source) if inside else None

    def _around(self, number: int) -> list[int]:
        found, above = [], self._attributions[number].within
        while above is not None:
            found.append(above)
            above = self._attributions[above].within
        return found


def _start(attribution: Attribution) -> int:
    """Where it is said who says it, or what, whichever comes first."""
    return min(part.start for part in (attribution.source, attribution.cue, *attribution.content) if part is not None)


def _end(attribution: Attribution) -> int:
    return max(part.end for part in (attribution.source, attribution.cue, *attribution.content) if part is not None)
