"""The outlet that asked: where a source answers its questions, or speaks to whoever reports by telephone or e-mail."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from reportedly.reading.attribution import Attribution
from reportedly.reading.chains.addressed import THIS_OUTLET
from reportedly.reading.chains.lookup import Lookup, Sentences, Spans
from reportedly.records.article import Span

_VERBS = (
    r"(?:[Aa]sked|[Cc]ontacted|cornered|phoned|[Pp]ressed|questioned|quizzed|approached|rang|[Rr]eached|telephoned)"
)
_QUESTIONS = r"(?:calls?|e-?mails?|enquir\w+|inquir\w+|messages?|questions?|queries|requests?)"
_ASKED_BY = re.compile(
    rf"\b(?:{_VERBS}(?: [\w-]+){{0,3}} by|{_QUESTIONS}(?: for (?:a )?\w+)? (?:of|from|by)) (?:the )?\Z"
)
_WHEN = re.compile(r"\b(?:when|as|after|if|where|until) (?:the )?\Z")
_ASKED = re.compile(rf" (?:{_VERBS}|called on|caught up with) (?:him|her|them|it|about|whether)\b")
_THEIR_QUESTIONS = re.compile(rf"['’]s? (?:[\w-]+ )?{_QUESTIONS}\b")
_OUR_QUESTIONS = re.compile(rf"our (?:\w+ )?{_QUESTIONS}\b")
_US = rf"(?:us|me|{THIS_OUTLET}|our (?:colleagues?|correspondents?|reporters?))"
_OUR_PLACE = r"(?:our|this) (?:air|cameras?|channel|microphones?|programme?|show|station|studios?)"
_WE_ASKED = re.compile(
    rf"\b(?:our {_QUESTIONS}|"
    r"questions? (?:of|from|by) our (?:agency|channel|correspondent|newspaper|paper|reporter|station)|"
    rf"when we {_VERBS}|(?:{_VERBS}|{_QUESTIONS} from) (?:by )?(?:us|{THIS_OUTLET})|"
    rf"(?:before|calls|called|in|into|on|rang) {_OUR_PLACE}|"
    r"(?:approached|ask(?:s|ed)|begged|buttonholed|gave|gives|met|phoned|rang|"
    rf"(?:sp[eo]\w+|talk\w*|whisper\w+|wr[io]t\w+) (?:\w+ )?(?:to|with)) {_US}|with whom we spoke|"
    r"(?:[Ww]e|I) (?:met|(?:(?:had|have|just) )?(?:asked(?!,)|buttonholed|called|caught|cornered|heard? from|"
    r"interviewed|phoned|rang|reached|(?:sp[eo]ken?|talk(?:ed)?) (?:to|with)|telephoned|treated|visited)))\b"
)
_WITH_US = re.compile(
    rf"\b(?:(?:was|is|came|sat|appeared|arrived|stood) (?:here )?(?:in|on|into|at|before) {_OUR_PLACE}|"
    rf"(?:joins|joined|receiv\w+|welcom\w+|visited|visits|met|meets) {_US}\b|our guest\b|with whom we spoke|"
    rf"(?:sat|sits) down with {_US}|(?P<whom>(?:[Ww]e|I) (?:met|meet|interviewed|visited|reached|sat down with)))\b"
)
_WHOM = 30  # characters behind "we met" in which whoever was met begins
_TALKED = re.compile(
    r"\b(?:[Ii]n an? (?:(?:brief|exclusive|long|phone|rare|recent|short|telephone|video|written) )*"
    r"(?:answer|e-?mail|interview|(?:text|voice) message)|(?:[Bb]y|[Oo]ver the|[Oo]n the) (?:tele)?phone|"
    r"[Bb]y (?:e-?mail|text|video link)|[Rr]eached (?:by|in|at|on|via|late|early|\w+day))\b"
    r"(?!(?: [\w-]+){0,3} (?:to|with|for|from|by|of|call)\b)"
)
_REACHED = re.compile(  # "Renn, reached at home"; no "verdict that was reached on Monday", nobody "reached by rescuers"
    r"(?:Reached|(?:(?<=, )|(?<=\()|(?<=[Ww]hen )|(?<=[Ii]f ))reached) (?!by (?!(?:tele)?phone|e-?mail|text|video))"
)
_UNANSWERED = re.compile(  # by whoever writes that nobody answered, unless the words tell whose questions these are
    r"(?:\b(?:not|never|no|without)|n['’]t)\b[^.;:“\"]{0,30}?\b(?:answer\w*|repl\w+|respon\w+|return\w*) (?:to )?"
    r"(?:(?:an?|any|our|my|several|repeated|numerous|multiple|two|three|four|five|six|ten|immediate|written|e-?mailed|"
    r"text|phone|detailed|list of|this \w+['’]s) ){0,3}(?:requests?|e-?mails?|calls?|messages?|texts?|questions)\b"
    r"(?! (?:\w+ )?(?:from|of|by|in|put|that) )",
    re.IGNORECASE,
)
_ANONYMOUS = re.compile(
    r"\b(?:on (?:the )?condition (?:of anonymity|that (?:he|she|they|his|her|their|it|we|the))|"
    r"(?:asked|asking|begged|preferred|requested|wished) (?:not to be|to remain (?:anonymous|nameless|unnamed)|"
    r"that (?:he|she|they|neither|his|her|their)|for anonymity)|"
    r"(?:granted|promised|request(?:ed|ing)|insist(?:ed|ing) on|under|sp[eo]\w+ (?:with|in)) (?:strict )?anonymity|"
    r"(?:(?:declin|refus)(?:ed|ing) to|would (?:not|neither)|wouldn['’]t|did(?: not|n['’]t) (?:want|wish) to) "
    r"(?:be named|give (?:his|her|their|a) names?)|sp[eo]\w+ anonymously)\b"
)
_THEY_ALL = re.compile(r"\W*(?:All|Both|Each|Neither|None)\b")  # at the head of a sentence: those who spoke before it
_TO_EACH_OTHER = re.compile(r"\b(?:sp[eo]\w*|talk\w*|conferr\w*|convers\w*|discuss\w*)(?: [\w-]+){0,5} \Z")


class Asking:
    """Says of an attribution which outlet its source answered, by the words of its sentence that nobody says."""

    REACH = 800  # characters before a sentence in which what covers it begins

    def __init__(
        self, text: str, attributions: Sequence[Attribution], mentions: Spans, lookup: Lookup, sentences: Sentences
    ) -> None:
        self._text = text
        self._lookup = lookup
        self._sentences = sentences
        self._mentions = mentions
        self._outlets = Spans(span for span in mentions.all if lookup.kind(lookup.of(span)) == "outlet")
        self._contents = Spans(span for a in attributions for span in a.content)
        parts = (part for a in attributions for part in (a.source, a.cue))
        self._parts = Spans(part for part in parts if part is not None)
        self._asked = cache(self._who_asked)
        self._said = cache(self._without_contents)
        self.met = self._who_was_met()
        self.unnamed = self._who_is_unnamed([a for a in attributions if a.within is None])

    def of(self, attribution: Attribution, source: str | None, reporter: str | None) -> tuple[str, ...]:
        """The id of that outlet; `reporter` is that of the one whose report the words are from, if that is known."""
        teller = attribution.cue or attribution.source
        if teller is None or attribution.within is not None:
            return ()
        if any(_OUR_QUESTIONS.match(content.text) for content in attribution.content):
            return (self._lookup.outlet,)
        low, high = self._sentences.around(teller.start)
        is_declined = attribution.status == "declined"
        for at, asker in self._asked(low, high, is_declined):
            outlet = asker or reporter
            if outlet is not None and outlet != source and self._is_near(attribution, teller, low + at):
                return (outlet,)
        if is_declined and reporter is not None and reporter != source and self._lookup.kind(source) != "document":
            unanswered = _UNANSWERED.search(self._text, max(low, teller.start - 20), high)
            if unanswered is not None and unanswered.start() <= teller.end:
                return (reporter,)
        if reporter is not None and source is not None and self._lookup.actor(source).unnamed:
            for match in _ANONYMOUS.finditer(self._said(low, high)):  # which is asked of whoever reports
                if self._is_near(attribution, teller, low + match.start()):
                    return (reporter,)
        met = None if source is None else self._who_met(source, low, reporter)
        return () if met is None or met == source else (met,)

    def _who_met(self, source: str, start: int, reporter: str | None) -> str | None:
        """The outlet of which the sentence before tells that it asked a source: "I rang Renn at home. She said no"."""
        low, high = self._sentences.around(max(start - 1, 0))
        if high > start or any(self._parts.from_to(low, high)):
            return None
        asked = self._asked(low, high, False)
        askers = [a for at, a in asked if a == self._lookup.outlet or _REACHED.match(self._text, low + at)]
        there = any(self._lookup.of(span) == source for span in self._mentions.from_to(low, high))
        return (askers[0] or reporter) if askers and there else None

    def _who_was_met(self) -> frozenset[str]:
        """The ids of those of whom the text tells that they were with the outlet: "she was in our studio"."""
        found = set[str]()
        for match in _WITH_US.finditer(self._text):
            low, high = self._sentences.around(match.start())
            said = self._said(low, high)
            if said[match.start() - low : match.end() - low] != match[0] or _is_quoted(said, match.start() - low):
                continue
            if match["whom"] is not None:
                there = self._mentions.from_to(match.end(), match.end() + _WHOM)[:1]
            else:
                there = self._mentions.from_to(low, match.start())[:1]
            found.update(id for span in there if (id := self._lookup.of(span)) is not None)
        people = ("person", "group", None)
        return frozenset(id for id in found if id != self._lookup.outlet and self._lookup.kind(id) in people)

    def _who_is_unnamed(self, attributions: Sequence[Attribution]) -> frozenset[str]:
        """The ids of the unnamed sources of whom the text says that whoever reports promised to leave them so."""
        sources = Spans(a.source for a in attributions if a.source is not None)
        found = set[str]()
        for match in _ANONYMOUS.finditer(self._text):
            low, _ = self._sentences.around(match.start())
            if _is_quoted(self._text[low : match.start()], match.start() - low) or self._is_told(match):
                continue
            own = sources.from_to(low, match.end())
            if not own and _THEY_ALL.match(self._text, low):
                own = sources.from_to(low - self.REACH // 2, low)
            ids = (id for span in reversed(own) if (id := self._lookup.of(span)) is not None)
            if (id := next(ids, None)) is not None and self._lookup.actor(id).unnamed:
                found.add(self._lookup.group(id))
        return frozenset(found)

    def _is_told(self, match: re.Match[str]) -> bool:
        """Whether words are only part of what somebody says: "Officials said the boy would not be named"."""
        around = self._contents.from_to(match.start() - self.REACH, match.start() + 1)
        return any(match.end() <= content.end for content in around)

    def _who_asked(self, low: int, high: int, is_declined: bool) -> list[tuple[int, str | None]]:
        """Where in a sentence some outlet asks, and which; None for whoever reports. What is declined is not said."""
        said, found = self._said(low, high), list[tuple[int, str | None]]()
        whole = self._text[low:high] if is_declined else said
        for span in self._outlets.from_to(low, high):
            start, end = span.start - low, span.end - low
            if whole[start:end] == span.text:
                asks = _WHEN.search(whole, 0, start) and _ASKED.match(whole, end)
                if asks or _ASKED_BY.search(whole, 0, start) or _THEIR_QUESTIONS.match(whole, end):
                    found.append((start, self._lookup.of(span)))
        ours = (match.start() for match in _WE_ASKED.finditer(said))
        found += ((at, self._lookup.outlet) for at in ours if not _is_quoted(said, at))
        talked = (match.start() for match in _TALKED.finditer(said))
        found += ((at, None) for at in talked if _TO_EACH_OTHER.search(said, 0, at) is None)
        return found

    def _is_near(self, attribution: Attribution, teller: Span, at: int) -> bool:
        """Whether no source or cue of another attribution stands between words and a cue, whose they may be."""
        own = (teller, attribution.source)
        between = self._parts.from_to(min(at + 1, teller.start), max(at, teller.start))
        return all(span in own for span in between)

    def _without_contents(self, low: int, high: int) -> str:
        """A sentence in which what anybody says is blank."""
        said = self._text[low:high]
        for span in self._contents.from_to(low - self.REACH, high):
            start, end = max(span.start - low, 0), min(span.end - low, high - low)
            if start < end:
                said = said[:start] + " " * (end - start) + said[end:]
        return said


def _is_quoted(said: str, at: int) -> bool:
    """Whether a place stands between quotation marks that nobody was found to say."""
    before = said[:at]
    return before.count("“") > before.count("”") or before.count('"') % 2 == 1
