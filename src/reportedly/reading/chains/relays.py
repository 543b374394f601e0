"""Who passed the words on, as the sentence of an attribution says it: "…, Peskov said, according to state media".

The encoder proposes relays; the patterns here find those it leaves out, among the outlets that the sentence mentions.
"""

from __future__ import annotations

import bisect
import re
from collections.abc import Iterator, Sequence
from itertools import permutations
from operator import attrgetter

from reportedly.reading.attribution import Attribution, Relay
from reportedly.reading.cast.phrases import parse
from reportedly.reading.cast.unmarked import is_press
from reportedly.reading.chains.channels import is_channel
from reportedly.reading.chains.citing import UNKNOWN_OUTLETS, cites
from reportedly.reading.chains.lookup import Lookup, Sentences, Spans
from reportedly.reading.chains.nearness import HEARD_FROM, LISTENER, QUOTED_BY, REPORTER, TOLD, WRITES, nearness
from reportedly.reading.overlaps import Overlaps
from reportedly.records.article import Article, Span

_WHATEVER = re.compile(r"\bwhat(?:ever)? (?:(?:the|an?|several|some|other) )?\Z", re.IGNORECASE)
_BEFORE = 60  # characters before a mention that are looked at
_DETERMINER = re.compile(r"\A(?:the|an?) ", re.IGNORECASE)
_DEFINITE = re.compile(r"(?:the|this|that|its|their|his|her|our) ", re.IGNORECASE)
_CUT = re.compile(
    r";|,? (?:although|though|while|whereas|but|after)\b|, with\b| [—–] |"
    r", (?:an?|the) (?:claim|report|allegation|assertion|charge|accusation|account|figure|suggestion|rumou?r|version)\b"
)

_BY_THE_NEXT = re.compile(
    r",? (?:as )?(?:quoted|cited|carried|reported|relayed|published|seen|obtained|reviewed|viewed|read) by (?:the )?"
)
_CITING_THE_NEXT = re.compile(
    r"[^.;:\n]{0,40}?\b(?:citing|quoting|relying on|(?:with (?:a )?reference|referring) to) (?:the )?(?:[\w-]+ ){0,3}"
)
_SORT = re.compile(r"(?:an?|the) [a-z]")
_SORTS = (" agency ", " channel ", " portal ", " site ", " website ")
_JOINT = re.compile(r",? (?:and|or) (?:also )?(?:the )?")


def find_relays(
    article: Article, attributions: Sequence[Attribution], mentions: Spans, lookup: Lookup, sentences: Sentences
) -> tuple[tuple[Relay, ...], ...]:
    """For each attribution all relays that its own sentence names, outermost first, those it came with among them.

    What shares all its content with an attribution before it shares that one's relays: "citing a draft and two
    officials".
    """
    finder = _Finder(article, attributions, mentions, lookup, sentences)
    found: list[tuple[Relay, ...]] = []
    first: dict[tuple[Span, ...], int] = {}
    for number, attribution in enumerate(attributions):
        relays = finder.relays_of(attribution)
        shared = found[first[attribution.content]] if attribution.cue is None and attribution.content in first else ()
        found.append(relays or shared)
        first.setdefault(attribution.content, number)
    return tuple(found)


class _Finder:
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
        self._cues = sorted(a.cue.start for a in attributions if a.cue)
        self._by_source = {a.source: a for a in attributions if a.source}
        self._sources = Spans(self._by_source)
        self._of_content = [content for a in attributions for content in a.content]
        self._contents = Overlaps((content.start, content.end) for content in self._of_content)

    def relays_of(self, attribution: Attribution) -> tuple[Relay, ...]:
        """The relays of one attribution; none of what the publishing outlet says itself."""
        source = self._lookup.of(attribution.source)
        if source == self._lookup.outlet:
            return ()
        taken = {self._lookup.outlet, source, None}
        ranked: list[tuple[int, tuple[int, int], Relay]] = []
        ends = max((content.end for content in attribution.content), default=0)
        for rank, relay in self._candidates(attribution):
            actor = self._lookup.of(relay.mention)
            if actor in taken:
                continue
            taken.add(actor)
            beside = next((item for item in ranked if self._is_one(item[2].mention, relay.mention)), None)
            if beside is not None and (
                beside[2].mention.end >= relay.mention.end or self._is_what(beside[2].mention, relay.mention)
            ):
                continue
            if beside is not None:
                ranked.remove(beside)
            start = relay.mention.start
            # "…, A reports, …, writes B": what is told last behind the words was told of the others
            behind = rank == REPORTER and start >= ends
            order = (0, -start) if behind or rank == QUOTED_BY else (1, start)
            ranked.append((rank, order, relay))
        return self._quoted_last([relay for _, _, relay in sorted(ranked, key=lambda item: item[:2])])

    def _quoted_last(self, relays: Sequence[Relay]) -> tuple[Relay, ...]:
        """The relays, whoever is quoted by another of them behind that one: "Valley Radio, quoted by the Courier"."""
        ordered = list(relays)
        for one, other in permutations(relays, 2):
            between = self._text[one.mention.end : other.mention.start]
            if self._has_seen(one.mention, other.mention) and ordered.index(one) < ordered.index(other):
                ordered.remove(other)
                ordered.insert(ordered.index(one), other)
            if _CITING_THE_NEXT.fullmatch(between) and ordered.index(one) > ordered.index(other):
                ordered.remove(one)
                ordered.insert(ordered.index(other), one)
            if _BY_THE_NEXT.fullmatch(between) and ordered.index(one) < ordered.index(other):
                ordered.remove(other)
                ordered.insert(ordered.index(one), other)
        return tuple(ordered)

    def _is_one(self, one: Span, other: Span) -> bool:
        """Whether two mentions name one outlet: one in the other, or right behind it ("the news site The Spin")."""
        first, last = sorted((one, other), key=attrgetter("start"))
        if self._has_seen(first, last):
            return False
        between = self._text[first.end : last.start]
        named = not between.strip() or between in _SORTS
        return (named and "\n" not in between) or self._is_what(first, last)

    def _has_seen(self, document: Span, outlet: Span) -> bool:
        """Whether the words for a document name the outlet that had it: "minutes seen by the Courier"."""
        inside = document.start < outlet.start and outlet.end <= document.end
        had = inside and self._lookup.other_outlet(outlet) is not None
        return had and self._lookup.kind(self._lookup.of(document)) == "document"

    def _is_what(self, name: Span, other: Span) -> bool:
        """Whether a mention only says what the one before it is: "the Monitor, a trade paper, reported"."""
        apart = self._text[name.end : other.start] == ", " and self._text.startswith(",", other.end)
        return apart and _SORT.match(other.text) is not None

    def _candidates(self, attribution: Attribution) -> Iterator[tuple[int, Relay]]:
        for span in attribution.addressees:
            if self._lookup.other_outlet(span) and not is_press(span.text) and not self._is_in_passing(span):
                yield LISTENER, Relay(mention=span)
        anchor = attribution.cue or attribution.source
        if anchor is None:
            yield from ((REPORTER, relay) for relay in attribution.relays)
            return
        clause = self._clause(attribution, anchor)
        for relay in attribution.relays:
            if self._may_relay(attribution, relay.mention):
                yield nearness(self._text, attribution, clause, relay.mention) or REPORTER, relay
        ranked = [
            (rank, Relay(mention=span))
            for span in self._mentions.from_to(*clause)
            if (self._lookup.other_outlet(span) or self._cites_others(attribution, span))
            and not self._is_in_passing(span)
            and self._is_beside(attribution, span)
            if (rank := self._nearness(attribution, clause, span)) is not None
        ]
        yield from ranked
        source = attribution.source
        if source and not ranked and not attribution.relays and cites(self._text, attribution):
            yield from ((REPORTER, Relay(mention=span)) for span in self._source_before(attribution, source, clause[0]))

    def _cites_others(self, attribution: Attribution, span: Span) -> bool:
        """Whether a body reports what others are cited with, as outlets do: "Sky Business reported, citing …"."""
        reports = WRITES.match(self._text, span.end) is not None
        unknown = self._lookup.kind(self._lookup.of(span)) in UNKNOWN_OUTLETS
        return reports and unknown and cites(self._text, attribution)

    def _may_relay(self, attribution: Attribution, span: Span) -> bool:
        """Whether what the encoder proposes can pass words on: no place does, no part of the source or the words."""
        parts = (*attribution.content, *([attribution.source] if attribution.source else ()))
        inside = any(part.start <= span.start < part.end for part in parts)
        kind = self._lookup.kind(self._lookup.of(span))
        is_one = kind == "document" if span.text == "it" else kind != "place"  # "In it, she wrote …", of a letter
        return is_one and not inside and not self._is_in_passing(span)

    def _is_in_passing(self, span: Span) -> bool:
        """Whether an outlet passes nothing on: "told a news conference", "via Zoom", "whatever papers say"."""
        if is_channel(span.text):
            return True
        if self._lookup.other_outlet(span) is None:
            return False
        before = max(0, span.start - _BEFORE)
        whatever = _WHATEVER.search(self._text, before, span.start) and not HEARD_FROM.match(self._text, span.end)
        if whatever or self._text.startswith(" conference", span.end):
            return True
        bare = _DETERMINER.sub("", span.text)
        certain = bare != bare.lower() or (_DEFINITE.match(span.text) is not None and not parse(span.text).plural)
        return not certain and TOLD.search(self._text, before, span.start) is not None

    def _source_before(self, attribution: Attribution, source: Span, low: int) -> Sequence[Span]:
        """The last source before a cited one, of words beside it: "Acker quoted her guest as saying".

        Who shares the cue cites with it: "Renn and Vale cited the figure".
        """
        before = [
            span
            for span in self._sources.from_to(low, source.start)
            if span.end <= source.start and self._by_source[span].within == attribution.within
        ]
        return [span for span in before[-1:] if self._by_source[span].cue != attribution.cue]

    def _clause(self, attribution: Attribution, anchor: Span) -> tuple[int, int]:
        """The part of the sentence that the anchor stands in, between semicolons, inside the parent's content.

        At a dash, "while", "although" or "after" a part begins only where it has a cue of its own.
        """
        low, high = self._sentences.around(anchor.start)
        if attribution.within is not None:
            for content in self._attributions[attribution.within].content:
                if content.start <= anchor.start < content.end:
                    low, high = max(low, content.start), min(high, content.end)
        for cut in _CUT.finditer(self._text, low, high):
            at = cut.start()
            if any(content.start <= at < content.end for content in attribution.content):
                continue
            if at < anchor.start:
                low = cut.end() if cut[0] == ";" or self._cue_between(low, at) else low
            elif cut[0] == ";" or self._cue_between(at, high):
                return low, at
        return low, high

    def _cue_between(self, low: int, high: int) -> bool:
        at = bisect.bisect_left(self._cues, low)
        return at < len(self._cues) and self._cues[at] < high

    def _is_beside(self, attribution: Attribution, span: Span) -> bool:
        """Whether a mention stands in no content, shares no cue with this and is not the source of some other words.

        Who says something of this source is beside it: "Renn, the Courier notes, fears …".
        """
        source = attribution.source
        if source is not None and _JOINT.fullmatch(
            self._text[min(source.end, span.end) : max(source.start, span.start)]
        ):
            return False
        if any(content.start <= span.start < content.end for content in attribution.content):
            return False
        if self._is_told_by_others(attribution, span):
            return False
        other = self._by_source.get(span)
        mine = attribution.content if source is None else (source, *attribution.content)
        return other is None or any(
            one.start < their.end and their.start < one.end for one in mine for their in other.content
        )

    def _is_told_by_others(self, attribution: Attribution, span: Span) -> bool:
        """Whether a mention stands in what another attribution tells, which does not tell of this one as well."""
        at = (attribution.cue or attribution.source or attribution.content[0]).start
        around = (self._of_content[number] for number in self._contents.at(span.start, span.end))
        return any(whole.end <= at or at < whole.start for whole in around)

    def _nearness(self, attribution: Attribution, clause: tuple[int, int], span: Span) -> int | None:
        """How near to the speaker a mention passes the words on; None where it does not.

        Of outlets that speak it is none that only tells their sort ("the site Poolside"), or where they speak.
        """
        source, found = attribution.source, nearness(self._text, attribution, clause, span)
        if source is None or self._lookup.kind(self._lookup.of(source)) != "outlet":
            return found
        return None if found == LISTENER or self._is_one(source, span) else found
