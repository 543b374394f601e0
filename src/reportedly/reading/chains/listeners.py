"""Whom a source told: those that the encoder gives, whom the words around the cue name, or to whom it speaks elsewhere.

"One of them told the Courier …" is to the Courier, and so is what the same unnamed people say further down; who speaks
at a news conference speaks to the press.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from reportedly.reading.attribution import Attribution
from reportedly.reading.cast.unmarked import find_press
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
_SENT = r"letters?|notes?|messages?|e-?mails?|memos?|cables?|telegrams?|appeals?|petitions?"
_TALK = r"calls?|conversations?|talks?|meetings?|chats?|exchanges?"
_IN_TALK = re.compile(  # "In a letter of 2 November to the mayor, she …"
    rf"(?:\A\W*|[,;:] |\b(?:said|wrote|warned) )(?:in|during|at|on|over|by|after) [^,.;]{{0,40}}\b(?:{_SENT}|{_TALK})"
    rf"(?: [^,.;]{{0,30}})? (?:to|with) (?:the )?\Z",
    re.IGNORECASE,
)
_SENT_TO = re.compile(rf"\b({_SENT})(?: [^,.;]{{0,30}})? to (?:the )?", re.IGNORECASE)
_TO_BEHIND = re.compile(  # behind a source that follows its cue: ", captain of the cutter, to the agency …"
    r"(?:, [^,.;\n]{1,60},|,)? to (?:the |a )?(?:[\w-]+ )?(?:newspaper |agency |broadcaster |website |daily )?"
)
_TO = re.compile(r"\b(?:to|with) (?:the )?\Z")
_US = re.compile(
    r" (?:to )?(?:us|this (?:newspaper|paper|correspondent|reporter|website|site|magazine|agency|journal|medium|outlet|"
    r"portal|station|broadcaster|newsroom)|"
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
        self._sent = [(match[1].lower(), match.end()) for match in _SENT_TO.finditer(article.text)]
        self._press = Spans(article.span(*place) for place in find_press(article.text))
        self._public = self._told_in_public()
        self._last: dict[str, tuple[int, tuple[str, ...]]] = {}

    def of(self, number: int) -> tuple[str, ...]:
        """The ids of the addressees of an attribution, as the text gives them."""
        attribution = self._attributions[number]
        source, told = self._lookup.of(attribution.source), self._said_to(attribution)
        if source is None or attribution.within is not None:
            return told
        at = self._sentences.number((attribution.cue or attribution.content[0]).start)
        carried = told or self._before(source, at)
        if carried and not self._asks(attribution):
            self._last[source] = at, carried
        return carried

    def _asks(self, attribution: Attribution) -> bool:
        """Whether somebody is asked to do something, who need not be there: "has asked the army for boats"."""
        return attribution.cue is not None and _ASKS.search(attribution.cue.text) is not None

    def _said_to(self, attribution: Attribution) -> tuple[str, ...]:
        """Those whom the sentence of an attribution gives as told."""
        source = self._lookup.of(attribution.source)
        return (
            self._given(attribution, source)
            or self._behind_cue(attribution, source)
            or self._in_sentence(attribution, source)
            or self._partner(attribution, source)
            or self._sent_to(attribution, source)
        )

    def _told_in_public(self) -> dict[str, tuple[str, ...]]:
        """For each source that says to this outlet or the press what it says, those; for unnamed ones, to any outlet.

        Who is known by name speaks to many: what a minister told one paper he does not tell it all day.
        """
        press = {self._lookup.of(span) for span in self._press.all} | {self._lookup.outlet}
        found: dict[str, tuple[str, ...]] = {}
        for attribution in self._attributions:
            source = self._lookup.of(attribution.source)
            if source is None or attribution.within is not None:
                continue
            told, is_unnamed = self._said_to(attribution), self._lookup.actor(source).unnamed
            if told and all(id in press or (is_unnamed and self._lookup.kind(id) == "outlet") for id in told):
                found.setdefault(self._lookup.group(source), told)
        return found

    def _given(self, attribution: Attribution, source: str | None) -> tuple[str, ...]:
        if attribution.to_outlet:
            return (self._lookup.outlet,)
        found = (self._lookup.of(span) for span in attribution.addressees)
        return tuple(id for id in found if id is not None and id != source)

    def _behind_cue(self, attribution: Attribution, source: str | None) -> tuple[str, ...]:
        cue = attribution.cue
        if cue is None:
            return ()
        tells, speaks, asks = (verb.search(cue.text) for verb in (_TELLS, _SPEAKS, _ASKS))
        us = _US.match(self._text, cue.end) if attribution.within is None else None
        if us is not None and (tells or speaks or us[0].startswith(" to ")):
            return (self._lookup.outlet,) if source != self._lookup.outlet else ()
        for span in self._mentions.from_to(cue.end, cue.end + REACH):
            between = self._text[cue.end : span.start]
            asked = asks is not None and _BETWEEN_ASKED.fullmatch(between) is not None
            if asked or (tells and _BETWEEN.fullmatch(between)) or (speaks and _BETWEEN_TO.fullmatch(between)):
                id = self._lookup.of(span)
                if id is None or id == source or self._lookup.kind(id) in ("place", "document"):
                    return ()
                return (id,) if asked or not _inside(attribution, span) else ()
        return self._behind_source(attribution, cue, source) if speaks else ()

    def _behind_source(self, attribution: Attribution, cue: Span, source: str | None) -> tuple[str, ...]:
        """Whom the words behind a source name that follows its cue ("said Kell, the captain, to the agency …")."""
        teller = attribution.source
        if teller is None or not 0 <= teller.start - cue.end <= 1:
            return ()
        for span in self._mentions.from_to(teller.end, teller.end + REACH + REACH):
            if _TO_BEHIND.fullmatch(self._text, teller.end, span.start):
                id = self._lookup.of(span)
                return (id,) if id is not None and self._may_be_told(id, source) else ()
        return ()

    def _in_sentence(self, attribution: Attribution, source: str | None) -> tuple[str, ...]:
        """The press, or whoever is at the other end of a letter or call, where the sentence of the cue speaks of it."""
        cue = attribution.cue
        if cue is None:
            return ()
        low, high = self._sentences.around(cue.start)
        for span in self._press.from_to(low, high):
            id = self._lookup.of(span)
            if self._is_told_another(span, attribution.source, low):
                continue
            if id is not None and id != source and not self._in_any_content(span, attribution.within):
                return (id,)
        for span in self._mentions.from_to(low, cue.start):
            if span.end <= cue.start and _IN_TALK.search(self._text, low, span.start):
                id = self._lookup.of(span)
                if self._may_be_told(id, source) and not self._in_any_content(span, attribution.within):
                    return (id,) if id is not None else ()
        return ()

    def _is_told_another(self, press: Span, source: Span | None, low: int) -> bool:
        """Whether another speaks to the press before a source comes up ("Renn spoke to reporters after Vale said")."""
        if source is None or source.start < press.end:
            return False
        before = self._text[max(0, press.start - 9) : press.start]
        others = (span for span in self._mentions.from_to(low, press.start) if span.end <= press.start)
        return _TO.search(before) is not None and any(others)

    def _sent_to(self, attribution: Attribution, source: str | None) -> tuple[str, ...]:
        """Whom a document that speaks was sent to, wherever the text says so ("a letter to the president")."""
        if source is None or self._lookup.kind(source) != "document":
            return ()
        words = " ".join(span.text for span in self._lookup.actor(source).mentions).lower()
        for sent, end in self._sent:
            if sent in words:
                for span in self._mentions.from_to(end - 4, end + 1):
                    id = self._lookup.of(span)
                    if self._may_be_told(id, source):
                        return (id,) if id is not None else ()
        return ()

    def _may_be_told(self, id: str | None, source: str | None) -> bool:
        return id is not None and id != source and self._lookup.kind(id) not in ("place", "document")

    def _in_any_content(self, span: Span, within: int | None) -> bool:
        """Whether words stand in what somebody says, but for the statement around them."""
        return any(
            _inside(attribution, span) for number, attribution in enumerate(self._attributions) if number != within
        )

    def _partner(self, attribution: Attribution, source: str | None) -> tuple[str, ...]:
        """The other of the two who talk in a transcript ("AASGAARD: Is that a threat?")."""
        if source not in self._talking or not self._opens_line(attribution):
            return ()
        return tuple(id for id in self._talking if id != source) if len(self._talking) == 2 else ()

    def _opens_line(self, attribution: Attribution) -> bool:
        source = attribution.source
        if source is None or attribution.cue is not None:
            return False
        before = self._text[: source.start][-1:]
        return self._text[source.end : source.end + 1] == ":" and before in ("", "\n", '"', "“")

    def _before(self, source: str, at: int) -> tuple[str, ...]:
        """Those to whom the source spoke just before, or speaks elsewhere in the article, when that is in public."""
        before, told = self._last.get(source, (0, ()))
        return (told if at - before <= NEXT else ()) or self._public.get(self._lookup.group(source), ())


def _inside(attribution: Attribution, span: Span) -> bool:
    return any(content.start <= span.start < content.end for content in attribution.content)
