"""Datelines: the place, the day and the agency with which a report begins.

    PORT SABLE, June 5 (CP) -            WASHINGTON (AP) —           KYIV, Ukraine —
    VARLIN, October 28. /RPB/.           ZELENGRAD, September 7 - DT.    (Reuters) -
    Ardesh, 3 Nov. –                     Thursday, February 23, 2023     alone on its line
    New Delhi, Mar 5 (PTI) The mayor

A place in capitals is enough with a dash; one in small letters needs a day or a credit beside it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from reportedly.reading.layout.agencies import known_agency, looks_like_agency

REACH = 140  # characters: longer datelines there are none

MONTH = (
    r"(?:Jan(?:uary|\.)?|Feb(?:ruary|\.)?|Mar(?:ch|\.)?|Apr(?:il|\.)?|May|June?\.?|July?\.?|Aug(?:ust|\.)?|"
    r"Sept?(?:ember|\.)?|Oct(?:ober|\.)?|Nov(?:ember|\.)?|Dec(?:ember|\.)?)"
)
_DAY = r"\d{1,2}(?:st|nd|rd|th)?"
_WEEKDAY = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
DATE = (
    rf"(?:(?:{_WEEKDAY},? )?(?:{MONTH} {_DAY}|{_DAY} {MONTH})(?:,? \d{{4}})?|{_WEEKDAY}|\d{{1,2}}\.\d{{1,2}}\.\d{{4}})"
)

_PLACE = r"(?P<place>[^\W\d_][\w.'’/ -]{1,40}(?:, [^\W\d_][\w.'’ -]{1,24}){0,2}?)"
_AGENCY = r"(?:\((?P<in_brackets>[^()\n]{2,40})\)|/(?P<in_slashes>[^/\n]{2,30})/)"
_DASH = r"(?:—|–|--|-)"

# PLACE, DATE (AGENCY) -  |  PLACE, DATE. /AGENCY/.  |  PLACE (AGENCY), DATE —
_WITH_CREDIT = re.compile(
    rf"{_PLACE}(?:[.,]? (?P<date>{DATE})[.,]?)?\s*{_AGENCY}(?:,? (?P<date_after>{DATE}))?"
    rf"(?:[.,:]?\s*{_DASH}|[.:])(?=\s|\Z)"
)
# PLACE, DATE (AGENCY) and the first sentence
_WITHOUT_DASH = re.compile(rf"{_PLACE}[.,]? {DATE}[.,]?\s*{_AGENCY}(?=\s+[\"“«‘(]*[^\W_a-z])")
# PLACE, DATE - AGENCY.  |  PLACE. DATE. AGENCY –  |  PLACE. DATE. AGENCY alone on its line
_WITH_BARE_CREDIT = re.compile(
    rf"{_PLACE}[.,]? (?P<date>{DATE})(?:\.|\s*{_DASH})\s+(?P<bare>[A-Z][\w-]*(?: [A-Z][\w-]*){{0,2}})"
    rf"(?:\.|\s*{_DASH}|\Z)(?=\s|\Z)"
)
_WITHOUT_CREDIT = re.compile(rf"{_PLACE}(?:[.,]? (?P<date>{DATE})[.,]?)?\s*{_DASH}(?=\s+[\"“«‘(]*[^\W_a-z])")
_CREDIT_ONLY = re.compile(rf"\(?(?P<bare>[A-Z][\w ]{{1,30}}?)\)?\s+{_DASH}(?=\s)")
_DATE_AND_CREDIT = re.compile(rf"{DATE},? \((?P<bare>[^()\n]{{2,40}})\)\s*{_DASH}(?=\s)")
_DATE_ALONE = re.compile(rf"(?:{_WEEKDAY}, ?)?(?:{MONTH} {_DAY},? \d{{4}}|{_DAY} {MONTH},? \d{{4}})\.?")


@dataclass(frozen=True, slots=True)
class Dateline:
    """Where a dateline ends, counted from its start, and the agency it credits, as it is written."""

    end: int
    credit: str | None = None


def match_dateline(line: str) -> Dateline | None:
    """The dateline with which a line begins, if it does; of long lines only the start is looked at."""
    head = line[:REACH]
    if found := _DATE_ALONE.fullmatch(head):
        return Dateline(found.end())
    if (found := _DATE_AND_CREDIT.match(head)) and _is_credit(found["bare"]):
        return Dateline(found.end(), found["bare"])
    if found := _WITH_CREDIT.match(head):
        credit = found["in_brackets"] or found["in_slashes"]
        dated = bool(found["date"] or found["date_after"])
        if _is_place(found["place"], dated or known_agency(credit) is not None) and _is_credit(credit):
            return Dateline(found.end(), credit)
    if (found := _WITHOUT_DASH.match(head)) and _is_place(found["place"], True):
        credit = found["in_brackets"] or found["in_slashes"]
        if known_agency(credit):
            return Dateline(found.end(), credit)
    if (found := _WITH_BARE_CREDIT.match(head)) and _is_place(found["place"], False):
        credit = found["bare"]
        if credit.isupper() or known_agency(credit):
            return Dateline(found.end(), credit)
    if (found := _WITHOUT_CREDIT.match(head)) and _is_place(found["place"], found["date"] is not None):
        return Dateline(found.end())
    if (found := _CREDIT_ONLY.match(head)) and _is_sole_credit(found):
        return Dateline(found.end(), found["bare"])
    return None


def _is_place(place: str, backed: bool) -> bool:
    """Whether words before a date, a credit or a dash name a place; in small letters only when `backed` by these."""
    first, _, region = place.partition(",")
    words = first.split()
    if len(words) > 4 or len(region.split()) > 4 or (region.isupper() and len(region) > 8):
        return False
    if first.isupper():
        return len(first) > 2
    return backed and all(word[0].isupper() or word in {"de", "la", "of", "del", "the", "upon"} for word in words)


def _is_credit(credit: str) -> bool:
    return credit[0].isupper() or known_agency(credit) is not None


def _is_sole_credit(found: re.Match[str]) -> bool:
    """Whether "(Reuters) -", without a place, is a credit: unknown agencies need the brackets."""
    credit = found["bare"]
    return known_agency(credit) is not None or (found[0].startswith("(") and looks_like_agency(credit))
