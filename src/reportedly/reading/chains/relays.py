"""Who passed the words on, as the sentence of an attribution says it: "…, Peskov said, according to state media".

The encoder proposes relays; the patterns here find those it leaves out, among the outlets that the sentence mentions.
"""

from __future__ import annotations

import bisect
import re
from collections.abc import Iterator, Sequence
from itertools import permutations

from reportedly.reading.attribution import Attribution, Relay
from reportedly.reading.cast.nouns import noun
from reportedly.reading.cast.phrases import parse
from reportedly.reading.cast.unmarked import is_press
from reportedly.reading.chains.citing import UNKNOWN_OUTLETS, cites
from reportedly.reading.chains.lookup import Lookup, Sentences, Spans
from reportedly.records.article import Article, Span

# what an outlet does that reports the words of others
_REPORTS = (
    r"(?:reports?|reported|reporting|writes?|wrote|written|notes?|noted|says?|said|adds?|added|claims?|claimed|"
    r"reveals?|revealed|quotes?|quoted|cites?|cited|learns?|learned|learnt|found out|informs?|informed|puts?|"
    r"publishes|published|carries|carried|understands?|broadcasts?|credits?|attributes?|translated|relays?|relayed|"
    r"conveys?|conveyed|"
    r"ascribes?|transmits?|mentions?|mentioned|has it|had it|has at its disposal|obtained|has seen|had seen|saw)"
)
_LEAD_IN = r"(?:(?:the|a|an|its|their|our) )?(?:[\w’'-]+ ){0,3}?"  # "the radio station", before a name
_ADVERBS = r"(?:(?:has|have|had|also|first|earlier|later|then|now|further|newsletter|newspaper) ){0,3}"
_WRITES = re.compile(rf"(?:, for (?:its|his|her|their) part)?,? ?(?:which |who )?{_ADVERBS}{_REPORTS}\b", re.IGNORECASE)
_FIRST = re.compile(r",? ?(?:was|were|had been) (?:the )?(?:first|only)\b", re.IGNORECASE)
_WRITTEN_BY = re.compile(rf"(?:\A|[,.–—”’\"'] ?|\bas )(?:so )?{_ADVERBS}{_REPORTS} {_LEAD_IN}\Z", re.IGNORECASE)
_BY = re.compile(
    rf"(?:\baccording to|\bvia|\bper|\bin the words of|\bsources?:|\bquoting|\bciting|\bwith reference to|"
    rf"\b(?:quot|cit|report|publish|print|relay|carri|releas|pick|tak|interview|broadcast|air|obtain|see|hear|"
    rf"transcrib|translat|transmit|attribut|communicat)\w* (?:\w+ )?by) {_LEAD_IN}\Z",
    re.IGNORECASE,
)
_TOLD = re.compile(
    rf"\b(?:t(?:ell|old)\w*|inform\w*|assur\w*|brief\w*) {_LEAD_IN}\Z|"
    rf"\b(?:sp[eo]\w*|talk\w*|say\w*|said|reveal\w*|confid\w*|confirm\w*|admit\w*|remark\w*|comment\w*|statements?|"
    rf"describ\w*|suggest\w*|complain\w*|whisper\w*|explain\w*|interviews?|wr[io]t\w*|letter|e-?mail\w*|"
    rf"conversation|appear\w*|claim\w*|account|given?|gave|add\w*) "
    rf"(?:[\w’'-]+ ){{0,4}}?(?:to|with|by|on|for|in) {_LEAD_IN}\Z|"
    rf"(?:\A\W*to|\b(?:in|on)) {_LEAD_IN}\Z",
    re.IGNORECASE,
)
_LET = re.compile(rf"\blets? {_LEAD_IN}\Z", re.IGNORECASE)
_NOT_TOLD = re.compile(r"(?:\b(?:not|never|none|nobody|nor|declin\w+|refus\w+)\b|n[’']t\b)[^,;]{0,40}\Z", re.IGNORECASE)
_REPORT_IN = re.compile(
    r"\b(?:reports?|articles?|stor(?:y|ies)|allegations?|rumou?rs|pieces?|headlines?|accounts?) (?:in|by|from|of|on) "
    rf"{_LEAD_IN}\Z|\bcall\w* (?:up)?on {_LEAD_IN}\Z",
    re.IGNORECASE,
)
_OWN_REPORT = re.compile(
    r"[’']s? (?:\w+ )?(?:reports?|articles?|stor(?:y|ies)|claims?|numbers?|accounts?)\b|"
    r" (?:report|story)\b(?= (?!that\b)[a-z])",
    re.IGNORECASE,
)
_PASSED_ON_BY = re.compile(rf"(?<![\w-])([\w-]+),? (?:(?:first|also|partly|earlier|later) )?\w+ed by {_LEAD_IN}\Z")
_IN_THE = re.compile(r"\b(?:in|from|through|via|per|to|citing|quoting) (?:[\w’'-]+ ){0,4}\Z", re.IGNORECASE)
_WHATEVER = re.compile(r"\bwhat(?:ever)? (?:(?:the|an?|several|some|other) )?\Z", re.IGNORECASE)
_BEFORE = 60  # characters before a mention that are looked at
_DETERMINER = re.compile(r"\A(?:the|an?) ", re.IGNORECASE)
_DEFINITE = re.compile(r"(?:the|this|that|its|their|his|her|our) ", re.IGNORECASE)
_POSSESSIVE = re.compile(r"[’']s? ")
_OF = re.compile(r"\bof (?:the )?\Z", re.IGNORECASE)
_CUT = re.compile(r";|,? (?:although|though|while|whereas|but|after)\b|, with\b| [—–] ")

_BY_THE_NEXT = re.compile(r",? (?:as )?(?:quoted|cited|carried|reported|relayed|published) by (?:the )?")
_CITING_THE_NEXT = re.compile(
    r"[^.;:\n]{0,40}?\b(?:citing|quoting|relying on|(?:with (?:a )?reference|referring) to) (?:the )?(?:[\w-]+ ){0,3}"
)
_JOINT = re.compile(r",? (?:and|or) (?:also )?(?:the )?")

_REPORTER, _QUOTED_BY, _LISTENER = range(3)  # how near to the speaker: "told A, B reported" is B > A > the speaker


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

    def relays_of(self, attribution: Attribution) -> tuple[Relay, ...]:
        """The relays of one attribution."""
        taken = {self._lookup.outlet, self._lookup.of(attribution.source), None}
        ranked: list[tuple[int, tuple[int, int], Relay]] = []
        ends = max((content.end for content in attribution.content), default=0)
        for rank, relay in self._candidates(attribution):
            actor = self._lookup.of(relay.mention)
            if actor in taken:
                continue
            taken.add(actor)
            beside = next((item for item in ranked if self._is_one(item[2].mention, relay.mention)), None)
            if beside is not None and beside[2].mention.end >= relay.mention.end:
                continue
            if beside is not None:
                ranked.remove(beside)
            start = relay.mention.start
            # "…, A reports, …, writes B": what is told last behind the words was told of the others
            behind = rank == _REPORTER and start >= ends
            order = (0, -start) if behind or rank == _QUOTED_BY else (1, start)
            ranked.append((rank, order, relay))
        return self._quoted_last([relay for _, _, relay in sorted(ranked, key=lambda item: item[:2])])

    def _quoted_last(self, relays: Sequence[Relay]) -> tuple[Relay, ...]:
        """The relays, whoever is quoted by another of them behind that one: "Valley Radio, quoted by the Courier"."""
        ordered = list(relays)
        for one, other in permutations(relays, 2):
            between = self._text[one.mention.end : other.mention.start]
            if _CITING_THE_NEXT.fullmatch(between) and ordered.index(one) > ordered.index(other):
                ordered.remove(one)
                ordered.insert(ordered.index(other), one)
            if _BY_THE_NEXT.fullmatch(between) and ordered.index(one) < ordered.index(other):
                ordered.remove(other)
                ordered.insert(ordered.index(one), other)
        return tuple(ordered)

    def _is_one(self, one: Span, other: Span) -> bool:
        """Whether two mentions name one outlet: one in the other, or right behind it ("the news site The Spin")."""
        between = self._text[min(one.end, other.end) : max(one.start, other.start)]
        return not between.strip() and "\n" not in between

    def _candidates(self, attribution: Attribution) -> Iterator[tuple[int, Relay]]:
        for span in attribution.addressees:
            if self._lookup.other_outlet(span) and not is_press(span.text):
                yield _LISTENER, Relay(mention=span)
        anchor = attribution.cue or attribution.source
        if anchor is None:
            yield from ((_REPORTER, relay) for relay in attribution.relays)
            return
        clause = self._clause(attribution, anchor)
        for relay in attribution.relays:
            if self._may_relay(attribution, relay.mention):
                yield self._rank(attribution, clause, relay.mention) or _REPORTER, relay
        ranked = [
            (rank, Relay(mention=span))
            for span in self._mentions.from_to(*clause)
            if (self._lookup.other_outlet(span) or self._cites_others(attribution, span))
            and not self._is_in_passing(span)
            and self._is_beside(attribution, span)
            if (rank := self._rank(attribution, clause, span)) is not None
        ]
        yield from ranked
        source = attribution.source
        if source and not ranked and not attribution.relays and cites(self._text, attribution):
            yield from (
                (_REPORTER, Relay(mention=span)) for span in self._source_before(attribution, source, clause[0])
            )

    def _cites_others(self, attribution: Attribution, span: Span) -> bool:
        """Whether a body reports what others are cited with, as outlets do: "Sky Business reported, citing …"."""
        reports = _WRITES.match(self._text, span.end) is not None
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
        """Whether an outlet passes nothing on: "told a news conference", "told local radio", "whatever papers say"."""
        if self._lookup.other_outlet(span) is None:
            return False
        before = max(0, span.start - _BEFORE)
        if self._text.startswith(" conference", span.end) or _WHATEVER.search(self._text, before, span.start):
            return True
        bare = _DETERMINER.sub("", span.text)
        certain = bare != bare.lower() or (_DEFINITE.match(span.text) is not None and not parse(span.text).plural)
        return not certain and _TOLD.search(self._text, before, span.start) is not None

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
        """Whether a mention stands in no content, is not the source of some other words and shares no cue with this."""
        source = attribution.source
        if source is not None and _JOINT.fullmatch(
            self._text[min(source.end, span.end) : max(source.start, span.start)]
        ):
            return False
        if any(content.start <= span.start < content.end for content in attribution.content):
            return False
        other = self._by_source.get(span)
        return other is None or any(
            mine.start < their.end and their.start < mine.end for mine in attribution.content for their in other.content
        )

    def _rank(self, attribution: Attribution, clause: tuple[int, int], span: Span) -> int | None:
        """How near to the speaker this mention passes the words on; None where it does not."""
        left, right = self._text[clause[0] : span.start], self._text[span.end : clause[1]]
        source = attribution.source
        if source and source.start - 3 <= span.end <= source.end:
            named = span.start != source.start or span.text[0].isupper()  # "Fox News analyst …", not "federal data"
            passes = _OF.search(left) or _BY.search(left)
            return _REPORTER if _POSSESSIVE.match(right) or (named and passes) else None
        if _REPORT_IN.search(left) or _OWN_REPORT.match(right) or self._is_of_thing(left, clause[0], source):
            return None
        if _TOLD.search(left) or (_LET.search(left) and right.startswith(" know")):
            return None if _NOT_TOLD.search(left) or is_press(span.text) else _LISTENER
        if _BY.search(left):
            return _QUOTED_BY
        if _WRITES.match(right) or _FIRST.match(right) or _WRITTEN_BY.search(left):
            return _REPORTER
        return _REPORTER if cites(self._text, attribution) else None

    def _is_of_thing(self, left: str, low: int, source: Span | None) -> bool:
        """Whether words before an outlet say who passed on a thing spoken of: "a memo quoted by the Courier"."""
        passed = _PASSED_ON_BY.search(left)
        thing = noun(passed[1]) if passed else None
        if passed is None or thing is None or thing.kind != "document" or _IN_THE.search(left, 0, passed.start()):
            return False
        at = low + passed.start()
        return source is None or not source.start <= at < source.end
