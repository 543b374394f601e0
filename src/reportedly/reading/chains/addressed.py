"""Whom the words around a cue name as told: "told Vale", "in an interview with the Courier", "asked by the Courier"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from reportedly.reading.attribution import Attribution
from reportedly.reading.chains.apart import named_apart
from reportedly.reading.chains.lookup import Lookup, Sentences, Spans
from reportedly.reading.chains.other_ends import OUTLET_NOUN, SENT, other_ends
from reportedly.records.article import Article, Span

REACH = 40  # characters behind the cue in which whoever is told stands

_TELLS = re.compile(
    r"\b(?:t(?:ell|old)|inform|assur|remind|warn|promis|advis|brief|urg|order|instruct|implor|beg|ask|thank|reassur|"
    r"notif|convinc|persuad|accus|invit|press|challeng|congratulat|radio(?=ed)|call\w* (?:up)?on|appeal\w* to|"
    r"plead\w* with|wr[io]t\w* to|sa(?:id|y\w*) to|complain\w* to|confid\w* (?:in|to)|explain\w* to|admitt?\w* to|"
    r"sp[eo]\w* (?:to|with)|talk\w* (?:to|with))[a-z]*\Z",
    re.IGNORECASE,
)
_TELLS_SOMEBODY = re.compile(r"\b(?:t(?:ell|old)|assur|inform|remind|reassur|notif)[a-z]*\Z", re.IGNORECASE)
_ASKS = re.compile(  # whom these name they ask, though it stands in what is asked: "urged Pellew to apologise"
    r"\b(?:ask|urg|order|instruct|implor|beg|invit|press|challeng|recommend|call\w* (?:up)?on|appeal\w* to|warn|"
    r"plead\w* with)[a-z]*(?: that)?\Z",
    re.IGNORECASE,
)
_GIVES = re.compile(r"\b(?:offer|promis|thank|congratulat)[a-z]*\Z", re.IGNORECASE)  # so do these: "offered her a seat"
_THANKS = re.compile(r"\b(?:thank|congratulat)[a-z]*\Z", re.IGNORECASE)
_WARNS = re.compile(r"\bwarn[a-z]*\Z", re.IGNORECASE)
_BETWEEN_ASKED = re.compile(r" (?:that )?(?:the |all )?")
_BETWEEN = re.compile(rf" (?:the |a |an )?(?:{OUTLET_NOUN} )?")
_BETWEEN_TO = re.compile(rf" (?:so |it |this |as much )?(?:by \w+ )?(?:to|with) (?:the )?(?:{OUTLET_NOUN} )?")
_CUT = re.compile(
    r"\b(?:will|would|may|might|can|could|should|once|also|now|then|(?:is|are) (?:said|reported))\Z", re.IGNORECASE
)
_VERB_BEHIND = re.compile(r" (?:(?:to )?have )?[a-z]+\b(?<! to)(?<! be)")
_CALLS = re.compile(r"\bcall(?:s|ed|ing)?\Z", re.IGNORECASE)
_ON = re.compile(r" (?:up)?on(?= )")
_ASKED_ME = re.compile(r"\b(?:ask(?:ed|s)?|want(?:ed|s) to know|wondered|enquired|inquired)\Z")
_OF_ME = re.compile(r" (?:if|whether|why|how|what|when|where) (?:I|we)\b")  # in a quotation: "she asked if I was well"
_TO_DO = re.compile(r" (?:not )?to [a-z]")
_TO_IN_CUE = re.compile(r" (?:to|with)\Z")  # "related to", tagged as one
_LETS = re.compile(r"\blets?\Z", re.IGNORECASE)
_KNOW = re.compile(r" (?:all )?know\b")
_SPEAKS = re.compile(
    r"\b(?:sa(?:id|ys?)|sp[eo]\w*|talk\w*|wr[io]t\w*|reveal\w*|confid\w*|confirm\w*|admit\w*|explain\w*|complain\w*|"
    r"quip\w*|report\w*|add\w*|appeal\w*|promis\w*|stated?|repeat\w*|described?|apologi[sz]\w*|propos\w*|"
    r"acknowledg\w+|admitted|announc\w+|communicat\w+|conced\w+|convey\w*|declar\w+|den(?:y|ied|ies)|disclos\w+|hint\w*|"
    r"insist\w*|lament\w*|mention\w*|recount\w*|relat\w+|remark\w*|stress\w*|suggest\w*|sw(?:ear|ore)\w*|vow\w*|"
    r"whisper\w*)\Z",
    re.IGNORECASE,
)
_TELLS_NOBODY = re.compile(  # what follows "to" is no listener, be it an outlet
    r"\b(?:accord|answer|attribut|belong|compar|credit|due|link|listen|look|object|point|react|refer|respond|subscrib)"
    r"[a-z]*\Z",
    re.IGNORECASE,
)
_SENT_TO = re.compile(
    rf"\b({SENT})(?:(?: [^,.;]{{0,30}})? to|,? addressed to|"
    r" (?:that|which) (?:(?:has |had )?reached|[^,.;]{1,60}? (?:addressed|sent|wrote) to)) (?:the )?",
    re.IGNORECASE,
)
_WROTE_TO = re.compile(r"\b(?:writing|written|wrote|writes) (?:again |back |\w+ly )?to (?:the )?")  # in a letter
_TO_BEHIND = re.compile(  # behind a source that follows its cue: ", skipper of the ferry, to the agency …"
    r"(?:, [^,.;\n]{1,60},|,)? to (?:the |a )?(?:[\w-]+ )?(?:newspaper |agency |broadcaster |website |daily )?"
)
_HOST = re.compile(  # who speaks for an outlet: "Channel Nine presenter Renn", "CNN's Vale"
    r"(?: (?:[\w-]+ )?(?:anchor|columnist|commentator|correspondent|editor|host|journalist|presenter|reporter)|['’]s?) "
    r"(?=[A-Z])"
)
_TO = re.compile(r"\b(?:to|with) (?:the )?\Z")
_ME = re.compile(r"me|i", re.IGNORECASE)
_ME_BEHIND = re.compile(r" (?:to )?me\b")
THIS_OUTLET = (
    r"this (?:newspaper|paper|correspondent|reporter|website|site|magazine|agency|journal|medium|outlet|portal|station|"
    r"broadcaster|newsroom|writer|daily|newsletter)"
)
_US = re.compile(
    rf" (?:to )?(?:us|me|{THIS_OUTLET}|"
    r"our (?:correspondent|reporter|newspaper|agency|studio|desk))\b"
)


class Addressed:
    """Says of each attribution whom the sentence of its cue names as told, or who got the document that speaks."""

    def __init__(
        self,
        article: Article,
        attributions: Sequence[Attribution],
        mentions: Spans,
        press: Spans,
        lookup: Lookup,
        sentences: Sentences,
    ) -> None:
        self._article = article
        self._text = article.text
        self._attributions = attributions
        self._mentions = mentions
        self._press = press
        self._lookup = lookup
        self._sentences = sentences
        self._sent = [(match[1].lower(), match.end()) for match in _SENT_TO.finditer(article.text)]
        self._sent += [("letter", match.end()) for match in _WROTE_TO.finditer(article.text)]

    def by(self, attribution: Attribution, source: str | None) -> tuple[str, ...]:
        """The ids of those whom the words around an attribution give as told by its source."""
        return self._behind_cue(attribution, source) or self._in_sentence(attribution, source)

    def asked(self, attribution: Attribution, source: str | None) -> tuple[str, ...]:
        """The id of whoever stands behind a cue of asking and is to do something, where others are marked as told."""
        if attribution.cue is None or not attribution.addressees:
            return ()
        cue = self._whole(attribution.cue)
        for span in self._mentions.from_to(cue.end, cue.end + REACH):
            if self._is_asked(cue, self._text[cue.end : span.start]) and _TO_DO.match(self._text, span.end):
                is_known = any(told.start < span.end and span.start < told.end for told in attribution.addressees)
                return () if is_known else self._told(span, source)
        return ()

    def _behind_cue(self, attribution: Attribution, source: str | None) -> tuple[str, ...]:
        if attribution.cue is None:
            return ()
        cue = self._whole(attribution.cue)
        tells, speaks = _TELLS.search(cue.text), _SPEAKS.search(cue.text)
        us = _US.match(self._text, cue.end) if attribution.within is None else None
        if us is not None and (tells or speaks or us[0].startswith(" to ")):
            return (self._lookup.outlet,) if source != self._lookup.outlet else ()
        if ((tells or speaks) and _ME_BEHIND.match(self._text, cue.end)) or (
            _ASKED_ME.search(cue.text) and _OF_ME.match(self._text, cue.end)
        ):
            me = self._around(attribution)
            return (me,) if me is not None and me != source else ()
        heard = [
            span
            for span in self._mentions.from_to(cue.end, cue.end + REACH)
            for between in (self._text[cue.end : span.start],)
            if ((tells or self._lets_know(cue, span)) and _BETWEEN.fullmatch(between))
            or ((speaks or self._may_hear(cue, span)) and _BETWEEN_TO.fullmatch(between))
            or self._is_asked(cue, between)
        ]
        if heard:
            span = heard[-1]  # "the newspaper", and behind it the newspaper's name
            asked = self._is_asked(cue, self._text[cue.end : span.start])
            is_said = any(c.start >= cue.end and c.start <= span.start < c.end for c in attribution.content)
            return self._told(span, source) if asked or not is_said else ()
        return self._behind_source(attribution, cue, source) if speaks else ()

    def _whole(self, cue: Span) -> Span:
        """A cue with the verb behind an auxiliary that was tagged alone, and with what belongs to "called on".

        What leads to whoever is told is none of it.
        """
        end = cue.end
        if _CUT.search(cue.text) and (verb := _VERB_BEHIND.match(self._text, end)):
            end = verb.end()
        if (on := _ON.match(self._text, end)) and _CALLS.search(self._text, cue.start, end):
            end = on.end()
        whole = self._article.span(cue.start, end)
        to = _TO_IN_CUE.search(whole.text)
        return (
            whole if to is None or _TELLS.search(whole.text) else self._article.span(cue.start, cue.start + to.start())
        )

    def _is_asked(self, cue: Span, between: str) -> bool:
        """Whether those behind a cue are asked or offered something, which is what is said too."""
        if between == " " and _GIVES.search(cue.text):
            return True
        if _WARNS.search(cue.text) and "that" in between:
            return False  # "warned that the bridge will fall"
        return _ASKS.search(cue.text) is not None and _BETWEEN_ASKED.fullmatch(between) is not None

    def _lets_know(self, cue: Span, span: Span) -> bool:
        """Whether a cue and what stands behind whom it names is telling: "let Vale know"."""
        return _LETS.search(cue.text) is not None and _KNOW.match(self._text, span.end) is not None

    def whom(self, attribution: Attribution, span: Span) -> str | None:
        """The id of whoever some words around a cue mean; "me" is who says what the attribution stands in."""
        me = self._around(attribution) if _ME.fullmatch(span.text) else None
        return me or self._lookup.of(self._named_outlet(span) or span)

    def _named_outlet(self, span: Span) -> Span | None:
        """The name of an outlet of which words are the beginning, or that stands behind them: "the weekly Elm"."""
        for whole in self._mentions.from_to(span.start, span.end + 2):
            is_more = whole.start == span.start or self._text[span.end : whole.start] == " "
            if whole.end > span.end and is_more and whole.text[-1:].isalnum() and self._is_outlet(whole):
                return whole
        return None

    def _around(self, attribution: Attribution) -> str | None:
        """The id of who says what an attribution stands in, in words of their own."""
        if attribution.within is None:
            return None
        around = self._attributions[attribution.within]
        return None if around.form == "indirect" else self._lookup.of(around.source)

    def _may_hear(self, cue: Span, span: Span) -> bool:
        """Whether what is done "to" these is telling whatever the verb: "whispered to the Courier"."""
        return self._is_outlet(span) and _TELLS_NOBODY.search(cue.text) is None

    def _is_outlet(self, span: Span) -> bool:
        return self._lookup.kind(self._lookup.of(span)) == "outlet"

    def _behind_source(self, attribution: Attribution, cue: Span, source: str | None) -> tuple[str, ...]:
        """Whom the words behind a source name that follows its cue ("said Kell, the captain, to the agency …")."""
        teller = attribution.source
        if teller is None or not 0 <= teller.start - cue.end <= 1:
            return ()
        for span in self._mentions.from_to(teller.end, teller.end + REACH + REACH):
            if _TO_BEHIND.fullmatch(self._text, teller.end, span.start):
                return self._told(span, source)
        return ()

    def _in_sentence(self, attribution: Attribution, source: str | None) -> tuple[str, ...]:
        """The press, or whoever is at the other end of a letter or talk, where the sentence of the cue speaks of it."""
        cue = attribution.cue
        if cue is None:
            return ()
        low, high = self._sentences.around(cue.start)
        for span in self._press.from_to(low, high):
            id = self._lookup.of(span)
            if self._is_told_another(span, attribution.source, low):
                continue
            if id is not None and id != source and self._is_beside(attribution, span):
                return (id,)
        where = (self._text, attribution, low, high, self._mentions, self._is_outlet)
        for span in (*other_ends(*where), *named_apart(*where)):
            if self._is_beside(attribution, span):
                return self._told(span, source)
        return ()

    def _is_told_another(self, press: Span, source: Span | None, low: int) -> bool:
        """Whether another speaks to the press before a source comes up ("Renn spoke to reporters after Vale said")."""
        if source is None or source.start < press.end:
            return False
        before = self._text[max(0, press.start - 9) : press.start]
        others = (span for span in self._mentions.from_to(low, press.start) if span.end <= press.start)
        return _TO.search(before) is not None and any(others)

    def of_document(self, source: str | None) -> tuple[str, ...]:
        """Whom a document that speaks was sent to, wherever the text says so ("a letter to the president")."""
        if source is None or self._lookup.kind(source) != "document":
            return ()
        words = " ".join(span.text for span in self._lookup.actor(source).mentions).lower()
        for sent, end in self._sent:
            if sent in words:
                for span in self._mentions.from_to(end - 4, end + 1):
                    if told := self._told(span, source):
                        return told
        return ()

    def _told(self, span: Span, source: str | None) -> tuple[str, ...]:
        """Whoever words refer to, as told by a source; nobody for themselves, a place or a document."""
        host = _HOST.match(self._text, span.end) if self._is_outlet(span) else None
        hosts = () if host is None else self._mentions.from_to(host.end(), host.end() + 1)
        id = self._lookup.of(next(iter(hosts), span))
        if id is None or id == source or self._lookup.kind(id) in ("place", "document"):
            return ()
        return (id,)

    def _is_beside(self, attribution: Attribution, span: Span) -> bool:
        """Whether words stand in the content that an attribution stands in, and in that of no other; else in none."""
        within = attribution.within
        if within is not None and not _inside(self._attributions[within], span):
            return False  # who is told the whole: "“She had explained it,” Renn told reporters"
        return not any(_inside(other, span) for number, other in enumerate(self._attributions) if number != within)


def asks(attribution: Attribution) -> bool:
    """Whether somebody is asked to do something, who need not be there: "has asked the army for boats"."""
    return attribution.cue is not None and _ASKS.search(attribution.cue.text) is not None


def thanks(attribution: Attribution) -> bool:
    """Whether somebody is thanked, who need not be there: "thanked Dray for his work"."""
    return attribution.cue is not None and _THANKS.search(attribution.cue.text) is not None


def tells(attribution: Attribution) -> bool:
    """Whether a cue has an object that is told, whoever it is: "told", "assured"."""
    return attribution.cue is not None and _TELLS_SOMEBODY.search(attribution.cue.text) is not None


def _inside(attribution: Attribution, span: Span) -> bool:
    return any(content.start <= span.start < content.end for content in attribution.content)
