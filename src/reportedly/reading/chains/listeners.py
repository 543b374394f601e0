"""Whom a source told: those that the encoder gives, whom the words around the cue name, or to whom it speaks elsewhere.

"One of them told the Courier …" is to the Courier, and so is what the same unnamed people say further down; who speaks
at a news conference speaks to the press.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from reportedly.reading.attribution import Attribution
from reportedly.reading.cast.unmarked import find_press, is_press_talk
from reportedly.reading.chains.addressed import Addressed, asks, tells, thanks
from reportedly.reading.chains.asking import Asking
from reportedly.reading.chains.lookup import Lookup, Sentences, Spans
from reportedly.reading.chains.replies import Replies
from reportedly.records.actor import PRONOUNS
from reportedly.records.article import Article

NEXT = 1  # sentences on which a named speaker still speaks to the same listener
_ANSWERS = re.compile(r"\b(?:answer|counter|repl[iy]|retort)[a-z]*\Z", re.IGNORECASE)
_SAYS_BACK = re.compile(  # in a quotation, where somebody tells of a talk
    r"\b(?:agree|answer|ask|counter|nod|promis|refus|repl[iy]|retort|sa(?:id|ys?))[a-z]*\Z", re.IGNORECASE
)
_SPEECH = re.compile(
    r"\b(?:t(?:old|ells?|elling)|sa(?:id|ys?)|inform(?:ed|s)|declare[ds]|announce[ds]|state[ds]|remind\w*|insist\w*|"
    r"testif\w+|assur\w+|sw[eo]re?|admit\w*|explain\w*|promis\w+)\Z"
)
_OF_MANY = re.compile(r"^(?:JOURNALIST|PRESS|Q|QUESTION|REPORTER)S? ?:", re.MULTILINE)  # lines of whoever asks at large
_LATER = re.compile(r"\b(?:afterwards?|later|separately|since)\b", re.IGNORECASE)
_THEN = (
    r"(?:last (?:week|month|year|spring|summer|autumn|fall|winter)|(?:in )?(?:19|20)\d\d|(?:years?|months?|weeks?) ago|"
    r"earlier this (?:week|month|year)|in (?:the past|recent (?:weeks|months|years)))\b"
)
_ANOTHER_TIME = re.compile(rf"[,”\"]? (?:[\w-]+ ){{0,2}}{_THEN}", re.IGNORECASE)
_ANOTHER_TIME_AHEAD = re.compile(rf"(?:(?:back|early|late) )?(?:in |(?:[\w-]+ ){{1,2}})?{_THEN}", re.IGNORECASE)
_AT_TIMES = re.compile(r"\b(?:often|frequently|long|once|previously|repeatedly over|in the past)\b", re.IGNORECASE)
CROWDS = ("group", "organisation")  # who hears a whole speech
ANSWERS = 3  # lines under one name, and no other, that make an interview
LEAD = 40  # characters before a source in which a sentence tells of another time


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
        self._lookup = lookup
        self._sentences = sentences
        talking = [lookup.of(a.source) for a in attributions if self._opens_line(a)]
        self._talking = Counter(id for id in talking if id is not None)
        self._is_asked_at_large = _OF_MANY.search(article.text) is not None
        self._press = Spans(article.span(*place) for place in find_press(article.text))
        self._addressed = Addressed(article, attributions, mentions, self._press, lookup, sentences)
        self._asking = Asking(article.text, attributions, mentions, lookup, sentences)
        self._replies = Replies(article.text, attributions, lookup, sentences)
        briefings = (span for a in attributions for span in a.addressees if is_press_talk(span.text))
        self._many = {lookup.of(span) for span in (*self._press.all, *briefings)} | {lookup.outlet}  # for many more
        self._named = [self._by_words(attribution) for attribution in attributions]
        self._interviewers = self._other_outlets()
        self._public = self._told_in_public()
        self._last: dict[str, tuple[int, tuple[str, ...]]] = {}
        self._speaks: dict[str, bool] = {}  # whether what a source told those was a speech, and no appeal or letter
        self._heard: dict[tuple[int | None, str], tuple[int, str]] = {}  # when somebody was last told, and by whom

    def of(self, number: int, reporter: str) -> tuple[str, ...]:
        """The ids of the addressees of an attribution, as the text gives them; `reporter` is whose report it is."""
        attribution = self._attributions[number]
        source, told = self._lookup.of(attribution.source), self._said_to(number, reporter)
        if source is None:
            return told
        at, end = self._place(attribution)
        for id in told:
            self._heard[attribution.within, id] = end, source
        answered = () if told else self._answered(attribution, source, at)
        if answered or attribution.within is not None:
            return told or answered or self._replied(number, source)
        carried = told or self._replied(number, source) or self._before(attribution, source, at, reporter)
        if carried and not asks(attribution) and not thanks(attribution):
            self._last[source] = end, carried
            if told:
                self._speaks[source] = _is_speech(attribution)
        return carried

    def _place(self, attribution: Attribution) -> tuple[int, int]:
        """The sentences in which an attribution begins and ends, with all that is said in it."""
        parts = [part for part in (attribution.source, attribution.cue, *attribution.content) if part is not None]
        last = max(part.end for part in parts) - 1
        return self._sentences.number(min(part.start for part in parts)), self._sentences.number(last)

    def _said_to(self, number: int, reporter: str | None = None) -> tuple[str, ...]:
        """Those whom the sentence of an attribution gives as told."""
        attribution, told = self._attributions[number], self._named[number]
        if told or tells(attribution):
            return told
        source = self._lookup.of(attribution.source)
        asked = reporter == self._lookup.outlet and attribution.status != "declined"
        other = self._interviewers.get(source or "") if asked else None
        return self._asking.of(attribution, source, other or reporter)

    def _other_outlets(self) -> dict[str, str]:
        """For each source that tells another outlet, and one only: that one, whose "an interview" is."""
        told: dict[str, set[str]] = {}
        for attribution, ids in zip(self._attributions, self._named, strict=True):
            source = self._lookup.of(attribution.source)
            if source is not None and attribution.within is None:
                told.setdefault(source, set()).update(id for id in ids if self._lookup.kind(id) == "outlet")
        return {id: next(iter(to)) for id, to in told.items() if len(to) == 1 and self._lookup.outlet not in to}

    def _by_words(self, attribution: Attribution) -> tuple[str, ...]:
        """Those whom the encoder or the words around an attribution name, but for an outlet that only asked."""
        source = self._lookup.of(attribution.source)
        return (
            self._addressed.asked(attribution, source)
            or self._given(attribution, source)
            or self._addressed.by(attribution, source)
            or self._partner(attribution, source)
            or self._addressed.of_document(source)
            or self._in_document(attribution)
        )

    def _in_document(self, attribution: Attribution) -> tuple[str, ...]:
        """Whoever got the document in which a source says something: "in the letter, she writes"."""
        told = (self._addressed.of_document(self._lookup.of(relay.mention)) for relay in attribution.relays)
        return next((ids for ids in told if ids), ())

    def _told_in_public(self) -> dict[str, tuple[str, ...]]:
        """For each source that says to this outlet or the press what it says, those; for unnamed ones, to any outlet.

        Who is known by name speaks to many: what a minister told one paper he does not tell it all day. Who declined
        has told nobody.
        """
        found: dict[str, tuple[str, ...]] = {self._lookup.group(id): (self._lookup.outlet,) for id in self._asking.met}
        for number, attribution in enumerate(self._attributions):
            source = self._lookup.of(attribution.source)
            if source is None or attribution.within is not None or attribution.status == "declined":
                continue
            told, is_unnamed = self._said_to(number), self._lookup.actor(source).unnamed
            if told and all(id in self._many or (is_unnamed and self._lookup.kind(id) == "outlet") for id in told):
                found.setdefault(self._lookup.group(source), told)
        return found

    def _given(self, attribution: Attribution, source: str | None) -> tuple[str, ...]:
        if attribution.to_outlet:
            return (self._lookup.outlet,)
        found = (self._addressed.whom(attribution, span) for span in attribution.addressees)
        return tuple(id for id in found if id is not None and id != source)

    def _answered(self, attribution: Attribution, source: str, at: int) -> tuple[str, ...]:
        """Who just told a source something that it now answers ("I asked her. She said no")."""
        before, teller = self._heard.get((attribution.within, source), (at, source))
        cue = attribution.cue
        if teller == source or cue is None or at - before > NEXT or self._lookup.kind(teller) == "document":
            return ()
        answers = _ANSWERS if attribution.within is None else _SAYS_BACK
        return () if answers.search(cue.text) is None else (teller,)

    def _replied(self, number: int, source: str) -> tuple[str, ...]:
        """Whoever spoke last before what is a reply, or replies to it, or talks with a source in turn."""
        other = self._replies.to(number, source) or self._replies.by(number)
        return () if other is None or other == source else (other,)

    def _partner(self, attribution: Attribution, source: str | None) -> tuple[str, ...]:
        """The other of the two who talk in a transcript ("VALE: Will you go?"); the outlet, where one does."""
        if source is None or source not in self._talking or not self._opens_line(attribution):
            return ()
        if len(self._talking) == 1 and self._talking[source] >= ANSWERS and not self._is_asked_at_large:
            return (self._lookup.outlet,) if source != self._lookup.outlet else ()
        return tuple(id for id in self._talking if id != source) if len(self._talking) == 2 else ()

    def _opens_line(self, attribution: Attribution) -> bool:
        source = attribution.source
        if source is None or attribution.cue is not None:
            return False
        before = self._text[max(0, source.start - 1) : source.start]
        return self._text[source.end : source.end + 1] == ":" and before in ("", "\n", '"', "“")

    def _before(self, attribution: Attribution, source: str, at: int, reporter: str) -> tuple[str, ...]:
        """Those to whom the source spoke just before, or speaks elsewhere in the article, when that is in public.

        Who is named anew may speak to others: "Renn told Vale … Renn said …". Who is left unnamed spoke to whoever
        reports it.
        """
        before, told = self._last.get(source, (at - NEXT - 1, ()))
        goes_on = attribution.source is not None and attribution.source.text.lower() in PRONOUNS
        is_crowd = all(self._lookup.kind(id) in CROWDS for id in told)
        is_speech = is_crowd and self._speaks.get(source, False) and not self._is_later(attribution)
        reach = NEXT if goes_on or is_speech or self._many.issuperset(told) else 0
        if at - before <= reach:
            return told
        if self._is_of_another_time(attribution):
            return ()
        group = self._lookup.group(source)
        return self._public.get(group) or ((reporter,) if group in self._asking.unnamed else ())

    def _is_later(self, attribution: Attribution) -> bool:
        """Whether the words of a cue tell that something was said when the rest was over: "later said"."""
        cue, source = attribution.cue, attribution.source
        if cue is None or source is None:
            return False
        start, end = min(cue.start, source.start), max(cue.end, source.end)
        return _LATER.search(self._text, max(0, start - LEAD), end + LEAD // 2) is not None

    def _is_of_another_time(self, attribution: Attribution) -> bool:
        """Whether the words beside a cue tell that something was said on another occasion: "said last month"."""
        cue, source = attribution.cue, attribution.source
        if cue is None or source is None:
            return False
        low, high = self._sentences.around(cue.start)
        first, last = min(cue.start, source.start), max(cue.end, source.end)
        lead = self._text[low:first]
        return bool(
            _AT_TIMES.search(self._text, first, last)
            or _ANOTHER_TIME.match(self._text, last, high)
            or (len(lead) < LEAD and _ANOTHER_TIME_AHEAD.match(lead))
        )


def _is_speech(attribution: Attribution) -> bool:
    """Whether somebody tells those who are told something, and not what to do."""
    is_order = attribution.content[0].text.startswith(("to ", "not to "))
    return not is_order and attribution.cue is not None and _SPEECH.search(attribution.cue.text) is not None
