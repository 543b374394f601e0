"""When a contact is: "the Dec. 28 meeting was scheduled two weeks ago" is on December 28."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date, timedelta

from reportedly.reading.encounter import Encounter
from reportedly.records.article import Article, Span, Timex
from reportedly.records.contact import ContactStatus

When = Callable[[Span], Timex | None]  # the expression of time that some words stand under

_BEFORE = re.compile(
    r"(?:[’']s?|\b(?:a|an|the|his|her|their|its|our|my|this))\s+((?:[\w.,’'-]+\s+){1,4})$", re.IGNORECASE
)
_SET_FOR = re.compile(
    r"[^.;:]{0,60}\b(?:slated|scheduled|set|planned|due|pencilled in|penciled in|arranged)\s+for\s+(.{3,24})",
    re.IGNORECASE,
)
_SAID = re.compile(
    r"\b(?:said|says|told(?:\s+\S+){1,4}|announced|tweeted|added|stated|confirmed|reported|wrote)\s+"
    r"(?:(?:late|early|on)\s+)*$",
    re.IGNORECASE,
)
_UPON_IT = re.compile(  # "he said on Friday after meeting Brask": on the day of what is said of it
    r"\s+(?:(?:shortly|just|soon|minutes|hours)\s+)?(?:after|following|during|when\s+(?!asked\b))\b", re.IGNORECASE
)
_BEHIND_A_COMMA = re.compile(r",(?:\s+[^\s,;:.]+){1,8}\s+$")  # "they met, a spokesman said on Friday"

_OF_ANOTHER = re.compile(  # what is prepared, not where one meets: "a visit for preparations of the summit in June"
    r"\b(?:for|before|ahead of|after|about|since|until)\s+(?:[\w’'-]+\s+){0,5}?"
    r"(?:summit|conference|elections?|vote|congress|referendum|ceremony|hearing|deadline|session)"
    r"\s+(?:(?:in|on|for|of)\s+)?$",
    re.IGNORECASE,
)

_AND_WILL = re.compile(  # what is to be besides: "had a call with Vale and will visit Sarn in April"
    r"\band\s+(?:(?:he|she|they|that|also|then|later|both)\s+)*"
    r"(?:(?:will|would)(?!\s+be\b)|(?:is|are|was|were)\s+(?:due|set|expected|scheduled|going)?\s*to|(?:plan|hope|intend|want|agree)\w*\s+to)\b"
)
_MADE = re.compile(  # of a thing that was made then: "talks on a plan presented by the envoy last week"
    r"\b(?:an?|the|his|her|their|its)\s+(?:[\w’'-]+\s+){0,4}?(?:plans?|proposals?|deals?|agreements?|accords?|drafts?|"
    r"offers?|documents?|reports?|bills?|laws?|letters?|ceasefires?|truces?|decisions?|statements?|sanctions|"
    r"tariffs)\s+(?:(?:which|that)\s+(?:was|were|had been)\s+)?"
    r"(?:\w+ly\s+)?(?:presented|drawn up|drafted|proposed|published|announced|signed|agreed|unveiled|adopted|approved|"
    r"passed|released|made|reached|leaked|sent|circulated|struck|imposed|brokered|submitted|tabled)\b[^.;:]*\Z"
)

_DATELINE = re.compile(r"[A-Z]{3}[^;:]{0,60} [-–—]{1,2} ")
_DAY = re.compile(r"\b(?:\w+day|tomorrow|week|month)\b")
_FIRST_SINCE = re.compile(  # the day of the one before: "the first meeting since the flood of last July"
    r"\b(?:first|second|third|(?:four|fif|six|seven|eigh|nin|ten)th|only)\b[^.;:\n]{0,60}\bsince\b(?:\s+[\w’'-]+){0,5}"
    r"\s+(?<!\bon\s)$",
    re.IGNORECASE,
)
_COUNTED = re.compile(  # before what is counted in a stretch of time: "their second meeting this year"
    r"\b(?:first|second|third|(?:four|fif|six|seven|eigh|nin|ten)th|\d+(?:st|nd|rd|th))(?:\s+[\w-]+){0,2}\s*\Z",
    re.IGNORECASE,
)
_STRETCH = re.compile(r"this (?:year|month|week|spring|summer|autumn|fall|winter)", re.IGNORECASE)
# what stands before a day that is only the first, or the last, on which one may meet
_FROM_ITS_FIRST = re.compile(r"\b(?:not before|(?:no|not) (?:earlier|sooner) than)\s+(?:the\s+)?$", re.IGNORECASE)
_FROM_ITS_LAST = re.compile(r"\b(?:after|following)\s+(?:the\s+)?$", re.IGNORECASE)
_UP_TO_ITS_FIRST = re.compile(r"\b(?:before|ahead of|prior to|in advance of)\s+(?:the\s+)?$", re.IGNORECASE)
_UP_TO_ITS_LAST = re.compile(r"\b(?:by|(?:no|not) later than)\s+(?:the\s+)?$", re.IGNORECASE)
_UNTIL_NOW = re.compile(r"\bsince\s+(?:the\s+|early\s+|late\s+)?$", re.IGNORECASE)
_HOUR = re.compile(
    r"(?:midnight|noon|midday|dawn|dusk|sunrise|sunset|daybreak)\b|\d{1,2}(?:[:.]\d\d)? ?(?:[ap]\.?m\b|o[’']clock)",
    re.IGNORECASE,
)
_LONGEST = 24  # characters of these
_WEEKDAY = re.compile(
    r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day(?: (?:morning|afternoon|evening|night))?", re.IGNORECASE
)
_NOT_NEXT = re.compile(r"\b(?:last|past|previous|since|until|from)\s+$", re.IGNORECASE)
_OWNED = re.compile(r"['’]s?\s")
_WEEK = timedelta(days=7)


def day_of(article: Article, sentence: tuple[int, int], encounter: Encounter, when: When) -> Timex | None:
    """The expression of time that belongs to a contact; None where the text gives only the time of something else."""
    for place in _own_words(article, sentence, encounter.trigger):
        timex = when(place)
        if timex is not None and _touches(timex, place):
            return timex
    told_below = encounter.when is not None and encounter.when.start >= sentence[1]
    found = _behind_dateline(article, sentence, encounter, when) or when(
        encounter.trigger if encounter.when is None or told_below else encounter.when
    )
    if found is None or found.span is None:
        return found
    if found.span.start >= encounter.trigger.start:
        behind = encounter.trigger.end, max(found.span.start, encounter.trigger.end)
        said = _SAID.search(article.text, *behind) and _BEHIND_A_COMMA.search(article.text, *behind)
        since = _FIRST_SINCE.search(article.text, sentence[0], behind[1])
        counted = _STRETCH.fullmatch(found.span.text) and _COUNTED.search(
            article.text, sentence[0], encounter.trigger.start
        )
        another = _OF_ANOTHER.search(article.text, *behind) or _AND_WILL.search(article.text, *behind)
        if (made := _MADE.search(article.text, *behind)) is not None:
            nearer = when(encounter.trigger)
            return nearer if nearer and nearer.span and nearer.span.end <= made.start() else None
        return None if said or since or counted or another else found
    upon_it = _UPON_IT.match(article.text, found.span.end, encounter.trigger.start)
    return None if _SAID.search(article.text, sentence[0], found.span.start) and upon_it is None else found


def _behind_dateline(article: Article, sentence: tuple[int, int], encounter: Encounter, when: When) -> Timex | None:
    """The first day that is told behind a contact of which the encoder gives none, in a sentence with a dateline."""
    if encounter.when is not None or not _DATELINE.match(article.text, sentence[0], encounter.trigger.start):
        return None
    for word in _DAY.finditer(article.text, encounter.trigger.end, sentence[1]):
        place = article.span(*word.span())
        timex = when(place)
        if timex is not None and _touches(timex, place):
            return timex
    return None


def _own_words(article: Article, sentence: tuple[int, int], trigger: Span) -> Iterator[Span]:
    """Words that tell the time of a contact and of nothing else: before its name, and what it is set for."""
    if before := _BEFORE.search(article.text, sentence[0], trigger.start):
        yield article.span(*before.span(1))
    if after := _SET_FOR.match(article.text, trigger.end, sentence[1]):
        yield article.span(*after.span(1))


def _touches(timex: Timex, place: Span) -> bool:
    return timex.span is not None and timex.span.start < place.end and place.start < timex.span.end


def still_to_come(article: Article, timex: Timex | None, trigger: Span) -> Timex | None:
    """The days of what is planned: a weekday behind it that was taken for the last one is the next."""
    if article.published is None or timex is None or timex.span is None or timex.to is None or timex.from_ != timex.to:
        return timex
    before = article.text[max(0, timex.span.start - _LONGEST) : timex.span.start]
    if timex.span.start < trigger.end or not _WEEKDAY.fullmatch(timex.span.text) or _NOT_NEXT.search(before):
        return timex
    today, day = date.fromisoformat(article.published[:10]), date.fromisoformat(timex.to)
    if not timedelta(0) < today - day < _WEEK:
        return timex
    next_one = (day + _WEEK).isoformat()
    return replace(timex, from_=next_one, to=next_one)


def _is_its_own(text: str, day: Span, trigger: Span) -> bool:
    """Whether a contact is named right behind its day: "Monday’s supper", "Friday’s working lunch"."""
    owned = _OWNED.match(text, day.end)
    return owned is not None and day.start <= trigger.start and len(text[owned.end() : trigger.start].split()) < 2


def as_bound(article: Article, timex: Timex | None, status: ContactStatus, trigger: Span) -> Timex | None:
    """The days of a contact, open to one side where it is "before 10 May" or "after Monday's vote".

    What was "twice since March" was until today, and what will be "before Friday" will be from today on.
    """
    if timex is None or timex.span is None or timex.from_ is None or timex.to is None:
        return timex
    start, today = timex.span.start, None if article.published is None else article.published[:10]
    before = article.text[max(0, start - _LONGEST) : start]
    if _UNTIL_NOW.search(before):
        return replace(timex, to=max(timex.to, today)) if today and status == "held" else timex
    if _HOUR.match(article.text, start) or _is_its_own(article.text, timex.span, trigger):
        return timex  # "shortly before midnight on Monday" is on Monday, and "after Monday’s supper" tells of one then
    if _FROM_ITS_FIRST.search(before):
        return replace(timex, to=None)
    if _FROM_ITS_LAST.search(before):
        return replace(timex, from_=timex.to, to=None)
    last = timex.from_ if _UP_TO_ITS_FIRST.search(before) else timex.to if _UP_TO_ITS_LAST.search(before) else None
    if last is None:
        return timex
    is_to_be = today is not None and status in ("planned", "possible") and today <= last
    return replace(timex, from_=today if is_to_be else None, to=last)
