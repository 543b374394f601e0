"""Capitalised words, marked as people, that name nobody: "Democratic presidential …", "Mourners say", "Ohioans"."""

from __future__ import annotations

import re

from reportedly.reading.attribution import Mention
from reportedly.reading.cast.leads import begins_style
from reportedly.reading.cast.nouns import Noun, agent_noun, country, gender_of, known_kind, noun, outlet_word, qualifies
from reportedly.reading.cast.phrases import Phrase, parse
from reportedly.records import ActorKind

NEAR = 100_000  # characters to each side in which an article is asked for a word; hardly one is longer
NOWHERE = frozenset(  # "There are still unknowns", "Absolutely hate this"
    (
        "There", "Here", "Also", "Not", "Absolutely", "Certainly", "Clearly", "Definitely", "Exactly", "Frankly",
        "Honestly", "Hopefully", "Naturally", "Obviously", "Perhaps", "Probably", "Really", "Sadly", "Seriously",
        "Simply", "Sorry", "Surely", "Thankfully", "Totally", "Truly", "Unfortunately", "Well", "Yes",
    )
)  # fmt: skip
_LIKENESS = ("-style", "-like", "-era")  # "a Kremlin-style summit"
_WORD = re.compile(r"[A-Z][a-z]+(?:-[A-Z][a-z]+)?")
_BEHIND = re.compile(r"(?:['’]s)?[ \xa0-][a-z]")
_BEGINS = re.compile(r"(?:\A|[\n.!?:“\"‘(—])\s*\Z")
_OF_TIME = re.compile(r"\b(?:an?|the|in|of|since|until|last|next|this|early|late|mid) \Z")
_PLURAL = re.compile(r"(?:[a-z]{2}s)\Z")
_SEATED = re.compile(r"[A-Z][\w. -]*-based")  # "Elswick-based Orvel Lines"
_JOINING = frozenset(("and", "as", "at", "by", "for", "from", "in", "of", "on", "or", "that", "to", "with"))
_TENS = frozenset(("Twenty", "Thirty", "Forty", "Fifty", "Sixty", "Seventy", "Eighty", "Ninety"))  # "Eighty-four"
_PREFIX = re.compile(r"[a-z]+")  # "anti" of "anti-Sarnish"
_OF_PARTY = re.compile(r"\(?[RDI]-[A-Z][\w.-]*\)?")  # "R-Fla.", behind a name
_COUNTERPARTS = re.compile(r"(?:, [A-Z]\w+){0,3},? and [A-Z]\w+ counterparts\b")
_HIS = re.compile(r"(?:[Hh]is|[Hh]er|[Ii]ts|[Tt]heir) [A-Z]")
_AT_COURT = re.compile(r"(?:Outside|Inside|In|At) (?:the )?court(?:room|house)?", re.IGNORECASE)
_DOES = frozenset(("leads", "heads", "hosts", "stars", "chairs", "backs", "coaches", "captains"))
_OBJECT = re.compile(r" (?:(?:an?|the|his|her|its|their)\b|[A-Z])")
_NEXT = re.compile(r" ([a-z][a-z-]+)\b(?! [A-Z])")
_TIME = re.compile(
    r"(?:the |last |this |next |every )?(?:(?:early |late )?(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day(?:s|['’]s)?"
    r"(?: (?:night|morning|afternoon|evening))?|(?:last|this|next) (?:week|month|year|night|spring|summer|autumn))",
    re.IGNORECASE,
)


def names_nobody(text: str, mention: Mention) -> bool:
    """Whether a mention is a piece of a longer phrase: an adjective, a month, or the first word of a sentence."""
    span = mention.span
    if begins_style(text, span.start, span.end) or text.startswith(_LIKENESS, span.end):
        return True
    if span.text in _JOINING or span.text in _TENS or (_PREFIX.fullmatch(span.text) and text.startswith("-", span.end)):
        return True
    if _AT_COURT.fullmatch(span.text):
        return True
    if span.text in NOWHERE or is_time(span.text) or _SEATED.fullmatch(span.text) or _OF_PARTY.fullmatch(span.text):
        return True
    if mention.kind not in ("person", None) or _WORD.fullmatch(span.text) is None:
        return False
    if qualifies(span.text) or country(span.text) not in (None, span.text):
        if gender_of(span.text) is not None and not _OF_TIME.search(text[max(0, span.start - 6) : span.start]):
            return False  # "June said"
        return _BEHIND.match(text, span.end) is not None and not text.startswith(("'s", "’s"), span.end)
    return _is_ordinary(text, span.start, span.text) and noun(span.text) is None and not _PLURAL.search(span.text)


def is_time(words: str) -> bool:
    """Whether words name a time, which nobody is: "Monday night", "last week"."""
    return _TIME.fullmatch(words) is not None


def noun_behind(text: str, start: int, end: int, kind: ActorKind | None) -> int:
    """How long the noun is that a mention was cut before ("presidential" of "presidential candidates"); 0 for none."""
    if (several := _COUNTERPARTS.match(text, end)) is not None and _HIS.match(text, start, end):
        return len(several[0])  # "his Sarnish and Brisk counterparts"
    behind = _NEXT.match(text, end) if kind in ("person", "group", "organisation") else None
    if behind is None:
        return 0
    *lead, last = text[start:end].split()
    if (
        lead
        and lead[-1].lower() in ("his", "her", "its", "their", "the")
        and country(last) not in (None, last)
        and noun(behind[1]) == noun("counterpart")
    ):
        return len(behind[0])  # "his German counterpart"
    if not last.islower() or (behind[1] in _DOES and _OBJECT.match(text, end + len(behind[0]))):
        return 0  # "The 44-year-old leads the Greens"
    phrase, found = parse(text[start:end]), noun(behind[1])
    whole = phrase.shape != "noun" or phrase.head is not None or phrase.tail is not None
    kinds = ("person", "group") if kind != "organisation" else ("organisation",)
    if whole or found is None or found.kind not in kinds:
        return 0
    more = _NEXT.match(text, end + len(behind[0])) if kind == "organisation" else None
    return len(behind[0]) if more is None or noun(more[1]) is None else 0  # "the injured force commander"


def as_people(text: str, start: int, words: str) -> Phrase | None:
    """The phrase of a plural for people that looks like a name: "Mourners say", "the Canadians", "young Ohioans"."""
    led = words[:4].lower() == "the "
    word = words[4:] if led else words
    before, _, last = word.rpartition(" ")
    people = _WORD.fullmatch(last) and last.endswith("s") and not outlet_word(last) and _is_of_a_place(last)
    if before.isalpha() and people:
        core = (len(words) - len(word), len(words))
        return Phrase("noun", "the" if led else "", core=core, head=Noun(last.lower()[:-1], "group", plural=True))
    if _WORD.fullmatch(word) is None or not word.endswith("s") or noun(word) is not None:
        return None
    if not _is_of_a_place(word) and (led or not _is_ordinary(text, start, word)):
        return None
    core, head = (len(words) - len(word), len(words)), agent_noun(word.lower())
    return Phrase("noun", "the" if led else "", core=core, head=head or Noun(word.lower()[:-1], "group", plural=True))


def _is_ordinary(text: str, start: int, word: str) -> bool:
    """Whether a capitalised word begins a sentence, and the article has it in lower case too."""
    low, first, last = word.lower(), max(0, start - NEAR), start + NEAR
    if (
        text.find(low, first, last) < 0
        or gender_of(word) is not None
        or _BEGINS.search(text[max(0, start - 3) : start]) is None
    ):
        return False
    return re.compile(rf"(?<![\w’'-]){re.escape(low)}(?![\w’'-])").search(text, first, last) is not None


def _is_of_a_place(word: str) -> bool:
    """Whether a plural calls the people of a place or faith by its name ("Ohioans", "African-Americans", "Muslims")."""
    single = word[:-1].rpartition("-")[2]
    if country(single) is not None or qualifies(single):
        return True
    for end in ("an", "n", "ian", "er"):
        root = single.removesuffix(end)
        if root != single and any(known_kind(root + tail) in ("government", "place") for tail in ("", "a", "as", "o")):
            return True
    return False
