"""Whom a source told where the encoder marks nobody, or but a part: "told a rally in Elm", "told a farmers' fair".

So are those of "In a memo to staff, Renn said" and "Speaking to lawmakers on Tuesday, Renn said".
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from reportedly.reading.attribution import Attribution, Mention
from reportedly.reading.cast.nouns import noun
from reportedly.reading.cast.unmarked import find_press
from reportedly.reading.chains.lookup import Spans
from reportedly.records.article import Article, Span

_TELLS = re.compile(
    r"\b(?:t(?:ells?|old|elling)|inform\w*|assur\w*|brief\w*|promis\w*|remind\w*|warn\w*|address\w*)\Z", re.IGNORECASE
)
_SENT = r"(?:e-?mails?|letter|memo|memorandum|message|note)"
_IN_WRITING = re.compile(rf",? (?:on \w+day )?in an? (?:[\w-]+ )?{_SENT} to(?= )")
_LEADING = re.compile(  # at the head of a sentence; who gives the speech says what comes next
    rf"\W*(?:[Ii]n (?:an?|the|his|her|its|their) (?:[\w-]+ ){{0,2}}"
    rf"(?:{_SENT}|address|remarks|speech|statement|testimony)|"
    r"(?:Speaking|Talking|Writing)(?: [\w-]+)??|In (?:remarks|comments|testimony)) to(?= )|"
    r"\W*(?:Addressing|(?:Appearing|Giving evidence|Speaking|Testifying)(?: [\w-]+)? before)(?= )"
)
_ADDRESSING = re.compile(r", (?:addressing|(?:appearing|speaking|testifying) (?:before|to)|talking to)(?= )")
_ENDS = ("\n", ". ", "? ", "” ", '" ', "- ", "– ", "— ")  # of what stands before a sentence
_PASSIVE = re.compile(r"\b(?:been|was|were|is|are)\b")
_SHORT = 120  # characters of a sentence before its source or cue in which such words stand
_WORDS = re.compile(r" (?:(?:an?|the|his|her|its|their|our) )?(?P<first>[a-z][\w’'-]*)(?: [a-z][\w’'-]*){0,3}")
_OF_A_PLACE = re.compile(  # "the Elm court", which is told though only Elm is marked
    r" (?:an?|the) (?:[a-z]+ )?[A-Z][\w’'-]+ "
    r"(?:court|courtroom|hearing|inquest|inquiry|jury|tribunal|parliament|senate)\b"
)
_WORD = re.compile(r"[\w’'-]+")
_PLACE = re.compile(r" in (?:the )?[A-Z]\w+(?: [A-Z]\w+){0,2}")
_BEHIND_IT = (  # no verb: "said before parliament voted" is said to nobody there
    r"(?=[.,;:?!)”\"]|\Z|[’'](?!s\b)| [—–-]| (?:that|on|in|at|to|for|of|and|but|as|when|while|with|about|this|last|"
    r"earlier|later|yesterday|today|it|he|she|they|we|the|an?|his|her|its|their|there|no|nobody|all)\b)"
)
_FORUM = re.compile(  # "declared before the senate on Tuesday", "said at a hearing of the budget committee"
    r"[”\"’']?,?(?: [\w-]+){0,2}? (?:(?:before|in)(?= (?P<forum>(?:(?:the|his|her|its|their|our) )?"
    r"(?:[A-Z][\w-]+(?:['’]s?)? )?(?:[Pp]arliament|[Ss]enate|House of (?:Commons|Lords|Representatives)|Commons|"
    r"Lords|Bundestag|Bundesrat|Knesset|Duma|(?:Verkhovna )?Rada|Sejm|Seimas|Saeima|Riigikogu|Riksdag|Folketing|Dáil|"
    r"Seanad|Senedd|Lok Sabha|Rajya Sabha|Majlis|(?:[Nn]ational |[Gg]eneral )?[Aa]ssembly|"
    rf"[Ss]ecurity [Cc]ouncil|[Ll]egislature)\b){_BEHIND_IT})|"
    r"before(?= (?P<bench>(?:an?|the|his|her|their) (?:(?!(?:the|an?|his|her|their) )[\w-]+ ){0,3}?"
    rf"(?:commi(?:ttee|ssion)|court|inquest|inquiry|jury|panel|tribunal)\b){_BEHIND_IT})|"
    r"at an? (?:[\w-]+ ){0,2}?(?:briefing|hearing|session|meeting) (?:for|of|with|before)"
    r"(?= (?P<those>(?:[a-z][\w’'-]*\b ?){1,4}))|"
    r"at(?= (?P<crowd>(?:a|his|her|their|the) (?:[\w-]+ ){0,2}?"
    r"(?:rally|briefing(?! (?:by|for|of|on (?!\w+day)|to|with)))\b)))"
)
_COMMITTEE_AHEAD = re.compile(
    r"\W*(?:Addressing|(?:Appearing|Giving evidence|Speaking|Testifying)(?: [\w-]+)? (?:before|to))"
    r"(?= (?P<body>(?:the |an? )?(?:[A-Z][\w’'-]*,? (?:(?:and|of|on|for) )?){1,5}(?:[a-z-]+ ){0,2}?"
    r"(?:[Cc]ommi(?:ttee|ssion)|[Ss]ubcommittee|[Cc]ouncil|[Pp]anel|[Cc]ourt|[Ii]nquiry)\b))"
)
_DECLARES = re.compile(
    r"\b(?:said|says|declar\w+|announc\w+|insist\w+|warn\w+|claim\w+|complain\w+|admit\w+|den(?:ied|ies)|stat(?:ed|es)|"
    r"roar\w*|repeat\w*|explain\w*|promis\w*|vow\w*|defend\w*|acknowledg\w+|confirm\w*|argu\w+|urg\w+|testif\w+)\Z"
)
_GATHERING = re.compile(
    r"audience|cameras|chamber|conference|congregation|country|court|courtroom|debate|dinner|fair|forum|gathering|hall|"
    r"hearing|inquest|inquiry|jury|lunch|meeting|nation|pack|rally|reception|room|scrum|seminar|session|summit|symposium|"
    r"tribunal|vigil"
)
_NOT_TOLD = re.compile(
    r"that|what|why|how|when|where|whether|of|in|on|at|by|to|it|them|him|her|us|me|so|he|she|they", re.IGNORECASE
)
_WHOSE = re.compile(r"his|her|its|their|our|my", re.IGNORECASE)
_OUTLET = 40  # characters in which the name of an outlet begins before that of its programme
_PROGRAMME = re.compile(r"['’]s? [“\"‘]?")
_CUT = re.compile(r"(?:['’]s?)? [a-z]")


def with_audiences(
    article: Article, attributions: Iterable[Attribution], mentions: Sequence[Mention]
) -> list[Attribution]:
    """The attributions, each with those whom the words behind its cue name as told, in full."""
    press = [article.span(*place) for place in find_press(article.text)]
    named = Spans(mention.span for mention in mentions)
    outlets = Spans(mention.span for mention in mentions if mention.kind == "outlet")
    return [_told(article, attribution, named, press, outlets) for attribution in attributions]


def _told(
    article: Article, attribution: Attribution, named: Spans, press: Iterable[Span], outlets: Spans
) -> Attribution:
    told = tuple(_on_air(article, _whole(article, span, press), outlets) for span in attribution.addressees)
    if not told and (span := _audience(article, attribution, named) or _forum(article, attribution)) is not None:
        told = (span,)
    return attribution if told == attribution.addressees else replace(attribution, addressees=told)


def _whole(article: Article, told: Span, press: Iterable[Span]) -> Span:
    """The words for whoever is told, which may have been cut: "a news", of a news conference."""
    for span in press:
        if span.start <= told.start and told.end <= span.end:
            return span
    if _CUT.match(article.text, told.end) is not None:
        end = _end_of_gathering(article.text, told.end)
        return told if end is None else article.span(told.start, end)
    return told


def _on_air(article: Article, told: Span, outlets: Spans) -> Span:
    """The outlet of whose programme somebody is told: Channel Four, of "Channel Four's “Daybreak”"."""
    if told not in outlets.all:
        return told
    before = outlets.from_to(told.start - _OUTLET, told.start)
    return next((o for o in before if _PROGRAMME.fullmatch(article.text, o.end, told.start)), told)


def _end_of_gathering(text: str, at: int) -> int | None:
    """Where a gathering ends of which only those who gather were seen: "a farmers", of a farmers' fair."""
    word = _WORD.match(text, at + len("' ") if text[at] in "'’" else at + 1)
    return word.end() if word is not None and _GATHERING.fullmatch(word[0]) else None


def _audience(article: Article, attribution: Attribution, named: Spans) -> Span | None:
    """The people or the gathering that the words directly behind a cue of telling name, with their place."""
    cue = attribution.cue
    if cue is None:
        return None
    written = _IN_WRITING.match(article.text, cue.end) or _leading(article.text, attribution)
    if written is None and attribution.source is not None:
        written = _ADDRESSING.match(article.text, attribution.source.end)
    if written is None and _TELLS.search(cue.text) is None:
        return None
    at = cue.end if written is None else written.end()
    if written is None and (court := _OF_A_PLACE.match(article.text, at)):
        return article.span(at + 1, court.end())
    words = _WORDS.match(article.text, at)
    if words is None or _NOT_TOLD.fullmatch(words["first"]):
        return None
    if any(not _WHOSE.fullmatch(span.text) for span in named.from_to(at, at + len(" the ") + 1)):
        return None  # marked, and told where the words say so
    end = None
    for word in _WORD.finditer(article.text, words.start("first"), words.end()):
        if _NOT_TOLD.fullmatch(word[0]):
            break
        if _GATHERING.fullmatch(word[0]) or _is_people(word[0]):
            end = word.end()
        elif noun(word[0]) is not None:
            return None  # "told council leader Ada Renn"
        elif end is not None:
            break
    if end is None or any(span.start < end for span in attribution.content if span.start >= at):
        return None
    place = _PLACE.match(article.text, end)
    return article.span(at + 1, end if place is None else place.end())


def _forum(article: Article, attribution: Attribution) -> Span | None:
    """The parliament, the committee, the people or the rally to which something was declared."""
    source, cue = attribution.source, attribution.cue
    if cue is None or source is None or not _DECLARES.search(cue.text):
        return None
    ahead = _ahead(_COMMITTEE_AHEAD, article.text, attribution)
    if ahead is not None:
        return article.span(*ahead.span("body"))
    found = _FORUM.match(article.text, max(cue.end, source.end))
    if found is None:
        return None
    start, end = found.span(next(name for name in ("forum", "bench", "those", "crowd") if found[name]))
    if found["those"]:
        heads = (word.end() for word in _WORD.finditer(article.text, start, end) if _is_people(word[0]))
        end = next(heads, start)
    is_said = any(part.start <= start < part.end for part in attribution.content)
    return None if is_said or end == start else article.span(start, end)


def _leading(text: str, attribution: Attribution) -> re.Match[str] | None:
    """The words at the head of a sentence that lead up to whom its source speaks or writes."""
    led = _ahead(_LEADING, text, attribution)
    return led if led is not None and "," in text[led.end() : _first(attribution)] else None


def _ahead(pattern: re.Pattern[str], text: str, attribution: Attribution) -> re.Match[str] | None:
    """Such words at the head of the sentence of an active cue, before it and its source."""
    if attribution.cue is None or _PASSIVE.search(attribution.cue.text):
        return None
    first = _first(attribution)
    low = max(0, first - _SHORT)
    ends = (text.rfind(end, low, first) + len(end) for end in _ENDS if end in text[low:first])
    return pattern.match(text, max(ends, default=low), first)


def _first(attribution: Attribution) -> int:
    return min(part.start for part in (attribution.source, attribution.cue) if part is not None)


def _is_people(word: str) -> bool:
    found = noun(word)
    return found is not None and (found.plural or found.kind in ("organisation", "group"))
