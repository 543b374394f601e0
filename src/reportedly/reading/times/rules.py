"""The rules by which expressions of time are found: pattern, and what is made of its match.

Each rule says with which words its expressions begin, so that only few rules are tried at a place.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cache, cached_property

from reportedly.reading.times import cores, counted, digits
from reportedly.reading.times.calendar import FEASTS
from reportedly.reading.times.cores import Core
from reportedly.reading.times.patterns import (
    DASH,
    DAY,
    DAY_IN_WORDS,
    END,
    GAP,
    MANY,
    MAYBE_GAP,
    MONTH,
    NUMBER,
    PART_OF_DAY,
    SEASON,
    SHORT_UNIT,
    SHORT_WEEKDAY,
    UNIT,
    WEEKDAY,
    WHICH,
    YEAR,
)
from reportedly.reading.times.words import DECADES, MONTHS, NUMBERS, ORDINALS, SEASONS, WEEKDAYS

DIGITS = "#"  # stands for every word that begins with a digit


@dataclass(frozen=True)
class Rule:
    """A pattern, and what is made of its match; it is compiled when it is first tried, for a start without delay."""

    written: str
    read: Callable[[re.Match[str]], Core | None]

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """The pattern, to match with."""
        return re.compile(self.written)


_MONTHS = frozenset(MONTHS)
_WEEKDAYS = frozenset(WEEKDAYS)
_NUMBERS = frozenset(re.split("[ -]", word)[0] for word in NUMBERS) | {DIGITS}
_ORDINALS = frozenset(word.partition("-")[0] for word in ORDINALS) | {DIGITS}
_MANY = frozenset(["few", "several", "some", "many", "recent", "couple"])
_WHICH = frozenset(["last", "next", "this", "past", "coming", "previous"])
_FEASTS = frozenset(re.split("[ '.]", name)[0].removesuffix("s") for name in FEASTS) | {
    name.split()[0] for name in FEASTS
}

_SHORT_YEAR = r"['’](?P<short>\d\d)(?![\w%])"
_OF_YEAR = (
    rf"(?:,?{GAP}(?:of{GAP})?(?:(?P<year>{YEAR})|{_SHORT_YEAR})"
    rf"|,?{GAP}(?:of{GAP})?(?P<which>this|last|next){GAP}year\b|{GAP}of{GAP}the{GAP}year\b"
    rf"|,?{GAP}(?:of{GAP})?(?:the{GAP})?(?P<told>(?<!the.)that|same|following|previous){GAP}year\b"
    rf"|,?{GAP}(?P<ago>{NUMBER}){GAP}years?{GAP}ago\b|)"
)
_BEFORE = rf"(?:(?P<which>{WHICH}){GAP})?"
_FEAST = "|".join(  # "Veterans' Day", "New Year's Eve", "St. Patrick's Day"
    GAP.join(
        rf"{word}\.?" if word in {"st", "jr"} else rf"{word[:-1]}['’]?s['’]?" if word[-1] == "s" else word
        for word in name.split()
    )
    for name in sorted(FEASTS, key=len, reverse=True)
)
_COUNT = rf"(?:(?P<count>{NUMBER})|{MANY})"
_ANY_UNIT = rf"(?P<unit>{UNIT}|{SHORT_UNIT})"
_TO = rf"(?:{DASH}|(?:to|and|or|through|until){GAP}(?:the{GAP})?)"
_DAYS = rf"(?P<day>{DAY})(?:{MAYBE_GAP}{_TO}{MAYBE_GAP}(?P<until>{DAY}))?"
_CAPTIONED = (  # "this May 9 photo"; but "this May 9 people drowned"
    rf"{DAY}(?:,?{GAP}{YEAR},?)?{GAP}(?:file{GAP})?"
    r"(?:article|column|footage|frame|image|interview|letter|photo|photograph|picture|post|report|story|video)\b"
)
_WORD_DAY = rf"(?:(?:[Tt]he{GAP})?(?P<day>{DAY}|{DAY_IN_WORDS}))(?P<until>)"
_AGO_OR_LATER = rf"(?P<side>ago|later|earlier){END}"
_EVENT = rf"{GAP}(?!(?:and|but|or|at|in|on|with|by|from|to|when|while|as|because|that)\b)\w"
_TO_THE_DAY = (
    rf"(?:{GAP}(?:(?:on{GAP})?(?P<weekday>{WEEKDAY})|(?P<to>today|this{GAP}(?:week|month))\b|"
    rf"in{GAP}(?P<month>{MONTH}))|)"
)
_NO_DAY = "(?P<weekday>)(?P<to>)(?P<month>)"
_ERA = rf"(?:{GAP}(?:(?P<bc>BCE?|B\.C\.)|(?:AD|CE|A\.D\.))(?!\w))?"
_OF_DAY = r"(?:mornings?|afternoons?|evenings?|nights?|noon|lunchtime)"

_NAMED_DAY = rf"(?P<named>{SHORT_WEEKDAY})"
_SEASON_OF_YEAR = rf"(?P<year>{YEAR}|(?:1\d|20)\d\d(?=[-–/]\d\d(?:\d\d)?(?!\w)))(?:[-–/]\d\d(?:\d\d)?(?!\w))?"
_TOLD = rf"(?:[Tt]he{GAP}(?P<which>same|next|following|previous|preceding)|(?P<that>[Tt]hat)(?:{GAP}same)?){GAP}"
_LAST_OR_NEXT = rf"(?P<which>this|last|next){GAP}"

_TABLE: tuple[tuple[Iterable[str], str, Callable[[re.Match[str]], Core | None]], ...] = (
    ({"september", "sept", "sep"},
     rf"Sep(?:t\.?|\.|tember)?{GAP}11(?:th)?(?={GAP}(?:terror(?:ist)?{GAP})?attacks?\b)",
     digits.read_attacks),
    ({DIGITS}, r"9/11(?!\w|[./-]\d)", digits.read_attacks),
    (_MONTHS,
     rf"(?P<month>{MONTH}){GAP}(?:the{GAP}(?=\d\d?[a-z]))?{_DAYS}{_OF_YEAR}",
     cores.read_month_day),
    (_WEEKDAYS, rf"{_NAMED_DAY},?{GAP}(?P<month>{MONTH}){GAP}{_DAYS}{_OF_YEAR}", cores.read_month_day),
    (_WEEKDAYS,
     rf"{_NAMED_DAY},?{GAP}(?:the{GAP})?{_DAYS}{GAP}(?:of{GAP})?(?P<month>{MONTH}){_OF_YEAR}",
     cores.read_month_day),
    ({DIGITS}, rf"{_DAYS}{GAP}(?:of{GAP})?(?P<month>{MONTH}){_OF_YEAR}", cores.read_month_day),
    ({"the", *_ORDINALS},
     rf"{_WORD_DAY}{GAP}(?:(?:day{GAP})?of{GAP})?(?P<month>{MONTH}){_OF_YEAR}",
     cores.read_month_day),
    ({DIGITS},
     rf"(?P<day>{DAY})\.{GAP}(?P<month>{MONTH}){GAP}(?P<year>{YEAR})(?P<until>)",
     cores.read_month_day),
    ({DIGITS}, rf"(?P<day>\d{{1,2}})-(?P<month>{MONTH})-(?P<year>\d{{4}})(?!\w)(?P<until>)", cores.read_month_day),
    ({"the"}, rf"[Tt]he{GAP}{_DAYS}{GAP}(?:of{GAP})?(?P<month>{MONTH}){_OF_YEAR}", cores.read_month_day),
    (_MONTHS,
     rf"(?P<month>{MONTH}){GAP}(?:the{GAP})?(?P<day>{DAY_IN_WORDS})(?P<until>){_OF_YEAR}",
     cores.read_month_day),
    ({DIGITS}, r"(?P<year>\d{4})(?P<mark>[-/])(?P<month>\d\d)(?P=mark)(?P<day>\d\d)(?!\d)", digits.read_iso),
    ({DIGITS},
     r"(?P<one>\d{1,2})(?P<mark>[./-])(?P<two>\d{1,2})(?P=mark)(?P<year>(?:19|20)\d\d)(?!\w)",
     digits.read_numeric),
    ({DIGITS}, r"(?P<one>\d{1,2})/(?P<two>\d{1,2})/(?P<year>\d\d)(?!\w|[./-]\d)", digits.read_numeric),
    ({DIGITS}, r"(?P<year>(?:19|20)\d\d)-(?P<month>\d\d)(?![\w%]|[.,/]\d|[-–]\d)", digits.read_year_month),
    ({"fy", f"fy{DIGITS}"}, rf"FY{MAYBE_GAP}['’]?(?P<year>(?:19|20)?\d\d)(?![\w%]|[.,:/]\d)", digits.read_fiscal_year),
    ({"fiscal", "financial"},
     rf"(?i:fiscal|financial){GAP}(?:year{GAP})?(?P<year>(?:19|20)\d\d)(?![\w%]|[.,:/]\d)",
     digits.read_fiscal_year),
    (_MONTHS, rf"(?P<month>{MONTH}){_OF_YEAR}", cores.read_month),
    (_WHICH,
     rf"(?![Tt]his{GAP}[A-Z]\w+\.?{GAP}{_CAPTIONED})(?P<which>{WHICH}){GAP}(?P<month>{MONTH})",
     cores.read_month_beside),
    ({"the", "last", *_ORDINALS},
     (rf"(?:[Tt]he{GAP})?(?P<nth>first|second|third|fourth|last){GAP}(?P<what>(?<!last.)week|weekend|{WEEKDAY}){GAP}"
      rf"(?:of|in){GAP}"
      rf"(?P<month>{MONTH}){_OF_YEAR}"),
     cores.read_nth_of_month),
    (_WHICH | _WEEKDAYS, rf"{_BEFORE}(?P<weekday>{WEEKDAY})", cores.read_weekday),
    (_WEEKDAYS,
     rf"(?P<weekday>{WEEKDAY}){GAP}(?P<which>last|next)(?=[.,;:)]|{GAP}(?:at|in|by|to|when)\b)",
     cores.read_weekday),
    (_WEEKDAYS,
     rf"(?P<weekday>{WEEKDAY})(?:{GAP}{PART_OF_DAY})?,?{GAP}(?:of{GAP})?{_LAST_OR_NEXT}week{END}",
     cores.read_weekday_of_week),
    ({"this", "last", "next"}, rf"{_LAST_OR_NEXT}week['’]s{GAP}(?P<weekday>{WEEKDAY})", cores.read_weekday_of_week),
    ({"the", *_ORDINALS}, rf"{_WORD_DAY}{GAP}of{GAP}{_LAST_OR_NEXT}month{END}", cores.read_day_of_month_beside),
    ({"the"}, rf"{_WORD_DAY}{GAP}of{GAP}the{GAP}month{END}", cores.read_day_of_this_month),
    ({"the"},
     rf"[Tt]he{GAP}(?P<unit>week|weekend|month|year){GAP}(?:(?P<side>after){GAP}next|before{GAP}last){END}",
     counted.read_week_beside_week),
    ({DIGITS},
     rf"(?P<year>(?:1[5-9]|20)\d\d){DASH}(?P<until>\d\d(?:\d\d)?)(?![\w%]|[.,/]\d|[-–]\d)",
     digits.read_years),
    ({DIGITS}, r"(?P<year>(?:1[5-9]|20)\d\d)/(?P<until>\d\d(?:\d\d)?)(?![\w%/]|[.,]\d|[-–]\d)", digits.read_years),
    ({DIGITS}, rf"(?P<year>{YEAR})", cores.read_year),
    ({DIGITS}, rf"(?P<year>\d{{1,4}}){GAP}(?:(?P<bc>BCE?|B\.C\.)|(?:AD|CE|A\.D\.))(?!\w)", cores.read_year_of_era),
    ({"ad", "a"}, rf"(?:AD|A\.D\.){GAP}(?P<year>\d{{1,4}})(?!\w|[.,:/]\d)(?P<bc>(?!))?", cores.read_year_of_era),
    ({DIGITS}, r"(?P<short>\d\d)(?![\w%]|[.,:/-]\d)", digits.read_short_year),
    ({"the", DIGITS}, rf"(?:[Tt]he{GAP})?(?P<decade>(?:1[5-9]|20)?\d0)s{END}", cores.read_decade),
    ({"the", DIGITS},
     rf"(?:[Tt]he{GAP}|(?<=0['’]s and )|(?<=0['’]s or ))(?P<decade>(?:1[5-9]|20)?\d0)['’]s{END}",
     cores.read_decade),
    ({"the", *DECADES}, rf"(?:[Tt]he{GAP})?(?P<decade>(?i:{'|'.join(DECADES)})){END}", cores.read_decade),
    (_WHICH, rf"(?P<which>{WHICH}){GAP}(?P<unit>{UNIT}|{_OF_DAY}|century){END}", cores.read_unit),
    ({"the"}, rf"[Tt]he{GAP}(?P<which>last|past|previous|next|coming){GAP}(?P<unit>century){END}", cores.read_unit),
    ({"the"},
     rf"[Tt]he(?:{GAP}(?P<which>past|last|next|coming|previous))?{GAP}(?P<unit>weekend){END}",
     cores.read_unit),
    ({"the"}, rf"[Tt]he{GAP}(?P<part>morning|forenoon|afternoon|evening){END}", counted.read_the_evening),
    ({"morning", "afternoon", "evening"}, rf"(?P<part>morning|afternoon|evening){END}", counted.read_by_evening),
    ({"the"}, rf"[Tt]he{GAP}[Nn]ew{GAP}[Yy]ear{END}(?!['’])", cores.read_new_year),
    ({"all"}, rf"[Aa]ll{GAP}(?:day|morning|afternoon|evening|night){END}(?!{GAP}long)", counted.read_all_day),
    ({"on"}, rf"[Oo]n{GAP}the{GAP}eve{END}(?!{GAP}of)", counted.read_eve),
    ({"the", *_ORDINALS},
     rf"(?:[Tt]he{GAP})?(?P<nth>{DAY_IN_WORDS}|\d{{1,2}}(?:st|nd|rd|th))(?:{GAP}|-)centur(?:y|ies){END}{_ERA}",
     cores.read_century),
    ({"the", *_ORDINALS},
     (rf"(?:[Tt]he{GAP})?(?P<nth>{DAY_IN_WORDS}|\d{{1,2}}(?:st|nd|rd|th))(?=-?{MAYBE_GAP}{_TO}{MAYBE_GAP}"
      rf"(?:{DAY_IN_WORDS}|\d{{1,2}}(?:st|nd|rd|th))(?:{GAP}|-)centur(?:y|ies){END})(?P<bc>(?!))?"),
     cores.read_century),
    ({"the", *_WHICH, *SEASONS},
     rf"(?:[Tt]he{GAP}|{_BEFORE})(?P<season>{SEASON})(?:(?:{GAP}of)?{GAP}(?:{_SEASON_OF_YEAR}|{_SHORT_YEAR}))?",
     cores.read_season),
    (_FEASTS | _WHICH,
     rf"{_BEFORE}(?P<feast>(?=[A-Z])(?i:{_FEAST})){END}(?:,?{GAP}(?P<year>{YEAR}))?",
     cores.read_feast),
    ({"the", *_ORDINALS, "latter"},
     rf"(?:[Tt]he{GAP})?(?P<nth>[Ff]irst|[Ss]econd|[Tt]hird|[Ff]ourth|latter)[ -](?P<size>quarter|half){END}{_OF_YEAR}",
     cores.read_part_of_year),
    ({"the", "last", "final"},
     rf"(?:[Tt]he{GAP})?(?P<nth>last|final){GAP}(?P<size>quarter){GAP}of{GAP}(?P<year>{YEAR})(?P<which>)(?P<short>)",
     cores.read_part_of_year),
    ({DIGITS},
     rf"(?P<year>{YEAR}){GAP}(?P<nth>(?P<size>[QH])[1-4]){END}(?P<which>)(?P<short>)",
     cores.read_part_of_year),
    ({"q", "h", "q1", "q2", "q3", "q4", "h1", "h2"},
     rf"(?P<nth>(?P<size>[QH])[1-4]){END}{_OF_YEAR}",
     cores.read_part_of_year),
    (_NUMBERS | _MANY, rf"{_COUNT}{GAP}{_ANY_UNIT}{GAP}(?:ago|back){END}{_TO_THE_DAY}", counted.read_ago),
    ({"half"}, rf"[Hh]alf{GAP}an?{GAP}(?P<whole>year|decade|century){GAP}{_AGO_OR_LATER}", counted.read_half),
    (_NUMBERS, rf"{_COUNT}{GAP}(?P<whole>years?){GAP}and{GAP}a{GAP}half{GAP}{_AGO_OR_LATER}", counted.read_half),
    (_NUMBERS, rf"{_COUNT}{GAP}and{GAP}a{GAP}half{GAP}(?P<whole>years){GAP}{_AGO_OR_LATER}", counted.read_half),
    (_NUMBERS, rf"{_COUNT}{GAP}(?P<unit>century|centuries){GAP}(?:ago){END}{_NO_DAY}", counted.read_ago),
    (_NUMBERS,
     rf"{_COUNT}{GAP}(?P<unit>weeks?){GAP}from{GAP}(?:on{GAP})?(?P<weekday>{WEEKDAY})",
     counted.read_from_weekday),
    (_WEEKDAYS,
     (rf"(?P<weekday>{WEEKDAY}),?{GAP}the{GAP}(?P<day>{DAY_IN_WORDS}|\d{{1,2}}(?:st|nd|rd|th))(?=[.,;:!?)\n]|\Z|"
      rf"{GAP}(?:at|in|by|to|and|for|with|after|from|when|he|she|they|it|we|I|the)\b)"),
     cores.read_weekday_of_month),
    (_WEEKDAYS, rf"(?P<weekday>{WEEKDAY}){GAP}(?P<unit>week){END}(?P<count>)", counted.read_from_weekday),
    (_NUMBERS, rf"(?P<count>an?){GAP}(?P<unit>week){GAP}on{GAP}(?P<weekday>{WEEKDAY})", counted.read_from_weekday),
    (_NUMBERS | _MANY,
     rf"{_COUNT}{GAP}{_ANY_UNIT}{GAP}(?:before|after|ahead{GAP}of){END}(?={_EVENT})",
     counted.read_from_event),
    ({"the"},
     rf"[Tt]he{GAP}(?:day|night|morning|evening){GAP}(?:before|after){END}(?={_EVENT})(?P<unit>)",
     counted.read_from_event),
    (_NUMBERS | _MANY,
     (rf"{_COUNT}{GAP}{_ANY_UNIT}{GAP}(?P<side>(?:later|earlier)(?!{GAP}than\b)|before|previously|afterwards?|on(?=[,.;])|"
      rf"prior(?=[,.;]|{GAP}to{GAP}th(?:at|is)\b)|"
      rf"after{GAP}(?:that|this)(?=[,.;]|{GAP}(?:he|she|it|they|the)\b)){END}"),
     counted.read_told),
    ({"days", "weeks", "months", "years", "hours", "decades"},
     rf"(?P<count>(?!)\d)?{_ANY_UNIT}{GAP}(?:ago){END}{_NO_DAY}",
     counted.read_ago),
    ({"days", "weeks", "months", "years", "hours", "minutes"},
     rf"(?P<count>(?!)\d)?{_ANY_UNIT}{GAP}(?P<side>later|earlier){END}",
     counted.read_told),
    ({"in"}, rf"[Ii]n{GAP}{_COUNT}{GAP}{_ANY_UNIT}(?:['’]s?)?{GAP}time{END}", counted.read_in_time),
    ({"in"}, rf"[Ii]n{GAP}(?P<count>{NUMBER}){GAP}{_ANY_UNIT}", counted.read_ahead),
    ({"within", "inside"},
     rf"(?:[Ww]ithin|[Ii]nside){GAP}(?P<count>{NUMBER}){GAP}{_ANY_UNIT}{END}(?!{GAP}of\b)",
     counted.read_within),
    (_NUMBERS, rf"{_COUNT}{GAP}{_ANY_UNIT}{GAP}from{GAP}(?:now|today){END}", counted.read_in_time),
    ({"the", *_WHICH},
     rf"(?:[Tt]he{GAP})?(?P<which>last|past|next|coming|previous){GAP}{_COUNT}{GAP}{_ANY_UNIT}",
     counted.read_lasting),
    ({"the"},
     rf"[Tt]he{GAP}(?P<which>past){GAP}(?P<count>)(?P<unit>week|month|year|decade){END}",
     counted.read_lasting),
    ({"the", "current", "present"},
     rf"(?:[Tt]he{GAP})?(?P<which>current|present){GAP}(?P<unit>week|month|quarter|year|decade|century){END}",
     cores.read_unit),
    ({"this"}, rf"[Tt]his{GAP}(?P<which>very){GAP}(?P<unit>day|{_OF_DAY}){END}", cores.read_unit),
    ({"this"}, rf"[Tt]his{GAP}day{GAP}in{GAP}(?P<year>{YEAR})", cores.read_this_day_in),
    ({"the"}, rf"[Tt]he{GAP}night{GAP}before{GAP}last{END}(?P<of>)", counted.read_beside_today),
    ({"midyear", "midweek", "mid"}, rf"[Mm]id-?(?P<unit>year|week|month){END}", counted.read_middle),
    ({"the"},
     rf"[Tt]he{GAP}(?P<which>last|past|next|coming){GAP}(?P<count>(?!)\d)?(?P<unit>days|weeks|months|years){END}",
     counted.read_vague),
    ({"coming", "recent"}, rf"(?:coming|recent){GAP}(?:days|weeks|months|years){END}", counted.read_vague),
    ({"the", "that"},
     (rf"(?:[Tt]he{GAP}(?:very{GAP})?(?P<which>same|next|following|previous|preceding)|"
      rf"(?P<that>[Tt]hat)(?:{GAP}very)?(?:{GAP}same)?)"
      rf"{GAP}(?P<unit>day|week|month|year|decade|{_OF_DAY}|weekend){END}(?P<after>)"),
     counted.read_the_day),
    ({"the"},
     rf"[Tt]he{GAP}(?P<which>next|following|previous|preceding){GAP}(?P<weekday>{WEEKDAY})",
     cores.read_weekday_beside),
    ({"the", "that"}, rf"{_TOLD}(?P<season>{SEASON})", counted.read_told_season),
    ({"the", "that"}, rf"{_TOLD}(?P<month>{MONTH})", counted.read_told_month),
    ({"that"}, rf"(?P<which>[Tt]hat){GAP}(?P<weekday>{WEEKDAY})", cores.read_weekday_beside),
    ({"the"}, rf"[Tt]he{GAP}day{GAP}(?:after|before){GAP}(?P<of>tomorrow|yesterday){END}", counted.read_beside_today),
    ({"the"},
     (rf"[Tt]he{GAP}(?P<unit>day|week|month|year|night|evening|morning){GAP}(?P<after>before|after){END}(?P<which>)"
      rf"(?!{GAP}(?!(?:and|but|or|at|with|by|from|because|to|in|over|when|while)\b)\w)"),
     counted.read_the_day),
    ({"today", "yesterday", "tomorrow", "tonight"}, r"(?i:today|yesterday|tomorrow|tonight)" + END, counted.read_near),
    ({"overnight"}, r"[Oo]vernight" + END, counted.read_overnight),
    ({"the"}, rf"[Tt]he{GAP}(?P<day>{DAY_IN_WORDS}|\d{{1,2}}(?:st|nd|rd|th){END})", cores.read_day_of_month),
)  # fmt: skip


def _by_first_word() -> dict[str, tuple[Rule, ...]]:
    rules = defaultdict[str, list[Rule]](list)
    for firsts, pattern, read in _TABLE:
        rule = Rule(pattern, read)
        for first in frozenset(firsts):
            rules[first].append(rule)
    return {first: tuple(found) for first, found in rules.items()}


RULES = _by_first_word()
FREQUENT = ("the", "a")


@cache
def any_of(first: str) -> re.Pattern[str]:
    """All rules of a frequent word in one pattern, without the names of their parts: as a rule none of them holds."""
    return re.compile("|".join(re.sub(r"\(\?P<\w+>", "(?:", rule.written) for rule in RULES[first]))
