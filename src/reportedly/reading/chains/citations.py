"""Citations that cover more than their own sentence: a wire credit, "told Reuters" for all that the same people add.

Four kinds, each for exactly the statements that it covers:

- A wire's credit covers what stands above it, but not what the outlet says for itself or was told itself, nor what the
  same people say beside that and further on.
- Whoever spoke to another outlet when the article first brought them in still speaks to it when they come again: for
  unnamed people always ("the two would not say …"), for others in the same sentence ("…, he added") and the next, where
  they only go on.
- A sentence that says no more than who reports it ("This is reported by the Courier.") covers the sentence before it.
- Unnamed groups between the citations of one outlet that opens the article and is cited again and again are its.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from reportedly.reading.attribution import Attribution, Relay
from reportedly.reading.chains.lookup import Lookup, Sentences, Spans
from reportedly.reading.layout.agencies import full_name, names_of_byline
from reportedly.reading.layout.credits import agencies_of_byline
from reportedly.reading.layout.furniture import Furniture
from reportedly.records.article import Span
from reportedly.records.statement import Link

OPENING = 2  # sentences in which a citation opens the article
RETOLD = 3  # sentences that cite an outlet, when the article as a whole retells what that outlet wrote

_PRONOUNS = frozenset(("he", "she", "they", "it", "who", "him", "his", "her", "their", "them"))
_OURS = re.compile(r"\b(?:our|us)\b", re.IGNORECASE)
_NEGATED = re.compile(r"\b(?:not|never|no|declin\w+|refus\w+)\b|n[’']t\b", re.IGNORECASE)
_GOES_ON = re.compile(
    r"(?:(?:has|then|further) )*(?:said|says|add(?:ed|s)|went on|goes on|continue[ds]|note[ds]|stresse[ds]|"
    r"underline[ds]|underscore[ds]|emphasi[sz]e[ds]|pointed out|points out|recall(?:ed|s)|recount(?:ed|s)|relate[ds]|"
    r"explain(?:ed|s)|argue[ds]|claim(?:ed|s)|maintain(?:ed|s)|insist(?:ed|s)|state[ds]|specifie[ds]|clarifie[ds]|"
    r"conclude[ds]|remark(?:ed|s)|joke[ds]|warn(?:ed|s)|complain(?:ed|s)|according to|in the words of)",
    re.IGNORECASE,
)
_AGAIN = re.compile(  # when it was said, where not in the breath before
    r"\b(?:later|earlier|previously|meanwhile|separately|also|once|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|yesterday|"
    r"today|tonight|statement|conference|briefing|tweet|post(?:ed)?|speech|letter|parliament|court)\b"
)
_HELPED = re.compile(r"\W*(?:with )?(?:additional|further|extra|some) |\W*with (?:reporting|files) ", re.IGNORECASE)
_CONTRIBUTED = re.compile(r"\bcontributed\b(?! the main)", re.IGNORECASE)
_SOURCE_LINE = re.compile(r"source: (?:the )?", re.IGNORECASE)
_CITES = re.compile(r"[.\s]*(?:\n|\Z)|,? (?:citing|quoting|with reference to|except)\b")
_ENDS_LINE = re.compile(r"[.\s]*(?:\n|\Z)")
_CLOSES = re.compile(r"\)[.\s]*(?:\n|\Z)")
_BACKGROUND = re.compile(
    r"^(?:background|what preceded|we remind|reminder|as reported|earlier)\b", re.IGNORECASE | re.MULTILINE
)
_SAID = r"(?:reported|written|stated|transmitted|informed|announced|published|noted|described|told)"
_THIS_BY = re.compile(
    rf"\W*(?:All )?(?:this|it|that) (?:is|was|has been) {_SAID} (?:by|in) (?:(?!\w+ing\b)[\w’'-]+ ){{0,5}}|"
    r"\W*So (?:writes|reports|says|wrote|reported) (?:the )?(?:\w+ ){0,2}",
    re.IGNORECASE,
)
_NAMED = re.compile(r"\W*(?:the |an? )?(?:[\w-]+ ){0,2}", re.IGNORECASE)
_SAYS_THIS = re.compile(r" (?:writes|reports|informs|transmits|wrote|reported) (?:about |of )?(?:all )?(?:this|it)\W*")
_WITH = re.compile(r"\W*with ", re.IGNORECASE)
_BUT_THE_LAST = re.compile(r"\blast paragraph\b", re.IGNORECASE)
_OWN_PART = re.compile(r"\b(?:staff|our own|own reporting|the (?:desk|newsroom))\b", re.IGNORECASE)


@dataclass(slots=True)
class Coverage:
    """Says of each attribution that stands in no other who else's citation covers it; asked in reading order."""

    furniture: Furniture
    attributions: Sequence[Attribution]
    relays: Sequence[tuple[Relay, ...]]
    mentions: Spans
    lookup: Lookup
    sentences: Sentences
    _wires: tuple[tuple[str, int, int], ...] = ()
    _lead: tuple[str, int, int] | None = None
    _taken_up: dict[int, str] = field(default_factory=dict)
    _first: dict[str, tuple[str, ...]] = field(default_factory=dict)
    _last: dict[str, tuple[int, tuple[str, ...], bool]] = field(default_factory=dict)
    _told_us: dict[str, int] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self._wires = tuple(self._find_wires())
        self._lead = self._find_lead()
        self._taken_up = dict(self._find_taken_up())
        if self._wires:
            self._told_us = dict(self._find_who_told_us())

    def of(self, number: int) -> tuple[str, ...]:
        """The actors whose citation elsewhere covers this attribution, outermost first."""
        attribution = self.attributions[number]
        source, own = self.lookup.of(attribution.source), self.lookup.outlet
        if source == own or any(self.lookup.of(span) == own for span in attribution.addressees):
            return ()
        place = _anchor(attribution).start
        supplied = source is None or place < self._told_us.get(source, place + 1)
        wires = tuple(wire for wire, start, end in self._wires if supplied and start <= place < end and wire != source)
        if source is None or any(self.lookup.other_outlet(relay.mention) for relay in self.relays[number]):
            return wires
        after = self._taken_up.get(self.sentences.number(place) + 1)
        outlets = self._outlets(attribution, source) or ((after,) if after is not None and after != source else ())
        return wires + tuple(outlet for outlet in outlets if outlet not in wires)

    def remember(self, number: int, chain: Sequence[Link]) -> None:
        """Notes through which outlets the source of an attribution spoke."""
        attribution = self.attributions[number]
        source = self.lookup.of(attribution.source)
        above = [link.actor for link in chain[1:]]
        if source is None or source not in above:
            return
        wires = {wire for wire, _, _ in self._wires}
        passed = above[: above.index(source)]
        outlets = tuple(id for id in passed if id not in wires and self.lookup.kind(id) == "outlet")
        self._first.setdefault(self.lookup.group(source), outlets)
        retold = attribution.within is not None
        self._last[source] = (self.sentences.number(_anchor(attribution).start), outlets, retold)

    def _outlets(self, attribution: Attribution, source: str) -> tuple[str, ...]:
        """The outlets through which the source spoke before, or whose unnamed people they are."""
        assert attribution.source is not None
        at = self.sentences.number(_anchor(attribution).start)
        if self.lookup.actor(source).unnamed and not _OURS.search(attribution.source.text):
            known = self._first.get(self.lookup.group(source))
            if known is not None or self._lead is None or self.lookup.kind(source) != "group":
                return known or ()
            return (self._lead[0],) if self._lead[1] < at < self._lead[2] else ()
        before, outlets, retold = self._last.get(source, (0, (), False))
        taken_up = attribution.source.text.lower() in _PRONOUNS
        if at == before + 1:
            return outlets if (taken_up or not retold) and self._only_goes_on(attribution) else ()
        goes_on = attribution.cue is None or (taken_up and not _NEGATED.search(attribution.cue.text))
        return outlets if goes_on and at == before else ()

    def _only_goes_on(self, attribution: Attribution) -> bool:
        """Whether somebody goes on with what they were saying, and says nothing elsewhere, later or to others."""
        cue = attribution.cue
        if cue is None or attribution.addressees or _GOES_ON.fullmatch(cue.text) is None:
            return False
        low, high = self.sentences.around(cue.start)
        text, said = self.furniture.article.text, attribution.content
        again = (place.start() for place in _AGAIN.finditer(text, low, high))
        return all(any(part.start <= at < part.end for part in said) for at in again)

    def _find_who_told_us(self) -> Iterator[tuple[str, int]]:
        """Who spoke to the publishing outlet itself, each with where the paragraph begins in which they first did."""
        text = self.furniture.article.text
        for attribution in reversed(self.attributions):
            source = self.lookup.of(attribution.source)
            ours = attribution.source is not None and _OURS.search(attribution.source.text) is not None
            if source is not None and (
                ours or any(self.lookup.of(span) == self.lookup.outlet for span in attribution.addressees)
            ):
                yield source, text.rfind("\n", 0, _anchor(attribution).start) + 1

    def _find_lead(self) -> tuple[str, int, int] | None:
        """The outlet whose report the article retells, and the first and last sentence that cite it; None without."""
        cited = [
            (self.sentences.number(span.start), outlet)
            for attribution, relays in zip(self.attributions, self.relays, strict=True)
            for span in (attribution.source, *(relay.mention for relay in relays))
            if span is not None and (outlet := self.lookup.other_outlet(span))
        ]
        opening = {outlet for sentence, outlet in cited if sentence < OPENING}
        if len(opening) != 1:
            return None
        (lead,) = opening
        places = {sentence for sentence, outlet in cited if outlet == lead}
        return (lead, min(places), max(places)) if len(places) >= RETOLD else None

    def _find_taken_up(self) -> Iterator[tuple[int, str]]:
        """The numbers of sentences that only say who reports what stands before them, each with the outlet."""
        text, contents = self.furniture.article.text, Spans(c for a in self.attributions for c in a.content)
        for span in self.mentions.all:
            outlet = self.lookup.other_outlet(span)
            if outlet is None:
                continue
            low, high = self.sentences.around(span.start)
            by = _THIS_BY.fullmatch(text, low, span.start) and not text[span.end : high].strip(" .\n")
            says = _NAMED.fullmatch(text, low, span.start) and _SAYS_THIS.fullmatch(text, span.end, high)
            if (by or says) and not contents.from_to(low, high):
                yield self.sentences.number(span.start), outlet

    def _find_wires(self) -> Iterator[tuple[str, int, int]]:
        """The agencies and outlets credited for the copy, each with where what it supplied begins and where it ends."""
        contents = Spans(content for attribution in self.attributions for content in attribution.content)
        first = min((content.start for a in self.attributions for content in a.content), default=0)
        found: dict[str, tuple[int, int]] = {}
        for name in self.furniture.article.wires:
            if (id := self.lookup.wire(name)) is not None:
                ends = list(self._ends_of_wire(name, contents, first))
                # whoever supplied the copy does so no less for having helped as well
                found[id] = 0, min(filter(None, ends), default=0)
        for span in self.mentions.all:
            id = self.lookup.other_outlet(span)
            if id is not None and id not in found and (end := self._end_by_place(span)):
                found[id] = self._start_by_place(span), end
        for id, (start, end) in found.items():
            if end:
                yield id, start, end

    def _start_by_place(self, span: Span) -> int:
        """Where the part of an outlet begins that is credited in brackets: at its paragraph, where others follow."""
        text = self.furniture.article.text
        alone = text[span.start - 1 : span.start] == "(" and text[span.end + 1 :].strip(" .\n")
        return text.rfind("\n", 0, span.start) + 1 if alone else 0

    def _ends_of_wire(self, agency: str, contents: Spans, first: int) -> Iterator[int]:
        """Where the part of an agency ends by each of its credits; 0 by one that does not say what its part is.

        Of agencies that share a credit nobody can tell which supplied what, nor what one did that signs with others
        ("Ada Renn and PNW"), unless a credit of its own says so.
        """
        article = self.furniture.article
        named = [name for byline in article.byline for name in names_of_byline(byline)]
        signed = agency in {name for byline in article.byline for name in agencies_of_byline(byline, article)}
        shared = len(named) > 1 and any(full_name(name, article) == agency for name in named)
        if signed and not shared:
            yield len(article.text)
        for piece in self.furniture.pieces:
            if agency in piece.agencies:
                beside = piece.kind == "dateline" or _WITH.match(piece.span.text)
                if len(piece.agencies) > 1 or (shared and beside):
                    yield 0
                elif piece.kind == "credit" and not contents.inside(piece.span):
                    yield self._end_of_wire(piece.span, first)
                else:
                    yield len(article.text)

    def _end_by_place(self, span: Span) -> int:
        """Where the part of an outlet ends that is credited by where its name stands; 0 where that credits nobody.

        In brackets at the end of a paragraph, in a paragraph of its own, or after "Source:" at the beginning of one.
        """
        text = self.furniture.article.text
        before = text[text.rfind("\n", 0, span.start) + 1 : span.start]
        if text[span.start - 1 : span.start] == "(" and _CLOSES.match(text, span.end):
            return span.end
        if not before.strip() and span.start and _ENDS_LINE.match(text, span.end):
            return span.start
        if _SOURCE_LINE.fullmatch(before) and _CITES.match(text, span.end):
            if _BUT_THE_LAST.search(text[span.end : text.find("\n", span.end) % (len(text) + 1)]):
                return self._start_of_last_paragraph(span.start)
            background = _BACKGROUND.search(text, span.end)
            return background.start() if background else len(text)
        return 0

    def _end_of_wire(self, credit: Span, first: int) -> int:
        """Where the part of a credited agency ends: at its credit, at the end of the text, 0 where it only helped."""
        if _HELPED.match(credit.text) or _CONTRIBUTED.search(credit.text):
            return 0
        if _BUT_THE_LAST.search(credit.text):
            return self._start_of_last_paragraph(credit.start)
        if _OWN_PART.search(credit.text):
            headings = (piece.span.start for piece in self.furniture.pieces if piece.kind == "heading")
            return next((start for start in headings if start > first), len(self.furniture.article.text))
        if first < credit.start and not _SOURCE_LINE.match(credit.text):
            return credit.start
        return len(self.furniture.article.text)

    def _start_of_last_paragraph(self, end: int) -> int:
        """Where the last paragraph above a place begins."""
        text = self.furniture.article.text
        above = text[: text.rfind("\n", 0, end) + 1].rstrip()
        return above.rfind("\n") + 1


def _anchor(attribution: Attribution) -> Span:
    return attribution.cue or attribution.source or attribution.content[0]
