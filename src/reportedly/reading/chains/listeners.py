"""Whom a source told: those that the encoder gives, whom the words behind the cue name, or to whom it spoke before.

"One of them told the Courier …" is to the Courier, and so is what the same people say further down.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from reportedly.reading.attribution import Attribution
from reportedly.reading.chains.lookup import Lookup, Sentences, Spans
from reportedly.records.article import Article, Span

REACH = 40  # characters behind the cue in which whoever is told stands
NEXT = 1  # sentences on which a named speaker still speaks to the same listener

_TELLS = re.compile(
    r"\b(?:t(?:ell|old)|inform|assur|remind|warn|promis|advis|brief|urg|order|instruct|implor|beg|ask|thank|reassur|"
    r"notif|convinc|persuad|accus|invit|press|challeng|call\w* (?:up)?on|appeal\w* to|plead\w* with|wr[io]t\w* to|"
    r"sa(?:id|y\w*) to|complain\w* to|confid\w* (?:in|to)|explain\w* to|admitt?\w* to)[a-z]*\Z",
    re.IGNORECASE,
)
_ASKS = re.compile(  # whom these name they ask, though it stands in what is asked: "demanded that Pellew apologise"
    r"\b(?:ask|urg|order|instruct|implor|beg|invit|press|challeng|demand|recommend|call\w* (?:up)?on|appeal\w* to|"
    r"warn|plead\w* with)[a-z]*(?: that)?\Z",
    re.IGNORECASE,
)
_BETWEEN_ASKED = re.compile(r" (?:that )?(?:the |all )?")
_BETWEEN = re.compile(r" (?:the |a |an )?(?:newspaper |agency |broadcaster |website |daily |radio station )?")
_BETWEEN_TO = re.compile(r" (?:by \w+ )?(?:to|with) (?:the )?")
_SPEAKS = re.compile(
    r"\b(?:sa(?:id|ys?)|sp[eo]\w*|talk\w*|wr[io]t\w*|reveal\w*|confid\w*|confirm\w*|admit\w*|explain\w*|complain\w*|"
    r"quip\w*|report\w*|add\w*|appeal\w*|promis\w*|stated?|repeat\w*|described?)\Z",
    re.IGNORECASE,
)
_US = re.compile(
    r" (?:to )?(?:us|this (?:newspaper|paper|correspondent|reporter|website|site|magazine|agency|journal)|"
    r"our (?:correspondent|reporter|newspaper|agency|studio|desk))\b"
)


class Listeners:
    """Says of each attribution whom its source told; asked in reading order."""

    def __init__(
        self,
        article: Article,
        attributions: Sequence[Attribution],
        mentions: Spans,
        lookup: Lookup,
        sentences: Sentences,
    ) -> None:
        self._text = article.text
        self._attributions = attributions
        self._mentions = mentions
        self._lookup = lookup
        self._sentences = sentences
        talking = (lookup.of(a.source) for a in attributions if self._opens_line(a))
        self._talking = [*dict.fromkeys(id for id in talking if id is not None)]
        self._first: dict[str, tuple[str, ...]] = {}
        self._last: dict[str, tuple[int, tuple[str, ...]]] = {}

    def of(self, number: int) -> tuple[str, ...]:
        """The ids of the addressees of an attribution."""
        attribution = self._attributions[number]
        source = self._lookup.of(attribution.source)
        told = (
            self._given(attribution, source)
            or self._behind_cue(attribution, source)
            or self._partner(attribution, source)
        )
        if source is None or attribution.within is not None:
            return told
        at = self._sentences.number((attribution.cue or attribution.content[0]).start)
        told = told or self._before(source, at)
        if told:
            self._last[source] = at, told
            if all(self._lookup.kind(id) == "outlet" for id in told):
                self._first.setdefault(self._lookup.group(source), told)
        return told

    def _given(self, attribution: Attribution, source: str | None) -> tuple[str, ...]:
        found = (self._lookup.of(span) for span in attribution.addressees)
        return tuple(id for id in found if id is not None and id != source)

    def _behind_cue(self, attribution: Attribution, source: str | None) -> tuple[str, ...]:
        cue = attribution.cue
        if cue is None:
            return ()
        tells, speaks, asks = (verb.search(cue.text) for verb in (_TELLS, _SPEAKS, _ASKS))
        if attribution.within is None and (tells or speaks) and _US.match(self._text, cue.end):
            return (self._lookup.outlet,) if source != self._lookup.outlet else ()
        for span in self._mentions.from_to(cue.end, cue.end + REACH):
            between = self._text[cue.end : span.start]
            asked = asks is not None and _BETWEEN_ASKED.fullmatch(between) is not None
            if asked or (tells and _BETWEEN.fullmatch(between)) or (speaks and _BETWEEN_TO.fullmatch(between)):
                id = self._lookup.of(span)
                if id is None or id == source or self._lookup.kind(id) in ("place", "document"):
                    return ()
                return (id,) if asked or not _inside(attribution, span) else ()
        return ()

    def _partner(self, attribution: Attribution, source: str | None) -> tuple[str, ...]:
        """The other of the two who talk in a transcript ("AASGAARD: Is that a threat?")."""
        if source not in self._talking or not self._opens_line(attribution):
            return ()
        return tuple(id for id in self._talking if id != source) if len(self._talking) == 2 else ()

    def _opens_line(self, attribution: Attribution) -> bool:
        source = attribution.source
        if source is None or attribution.cue is not None:
            return False
        return self._text[source.end : source.end + 1] == ":" and self._text[source.start - 1 : source.start] in (
            "",
            "\n",
        )

    def _before(self, source: str, at: int) -> tuple[str, ...]:
        """Those to whom the source spoke before: unnamed people to the outlet that found them, others just before."""
        if self._lookup.actor(source).unnamed:
            return self._first.get(self._lookup.group(source), ())
        before, told = self._last.get(source, (0, ()))
        return told if at - before <= NEXT else ()


def _inside(attribution: Attribution, span: Span) -> bool:
    return any(content.start <= span.start < content.end for content in attribution.content)
