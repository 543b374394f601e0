"""How the closed vocabularies of the records read on a page, and how days do."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Callable
from datetime import date, datetime
from typing import Literal

from reportedly.records import Act, Article, Form, Sourcing, Statement, Status, Timex
from reportedly.render.inert import one_line

Grade = Literal["firm", "relayed", "soft"]

GRADES: dict[Sourcing, Grade] = {  # firmest first
    "on_record": "firm",
    "document": "firm",
    "institution": "firm",
    "spokesperson": "relayed",
    "outlet": "relayed",
    "unnamed": "soft",
    "none": "soft",
}
FIRMEST_FIRST: tuple[Sourcing, ...] = tuple(GRADES)

SOURCING: dict[Sourcing, str] = {
    "on_record": "on record",
    "document": "document",
    "institution": "institution",
    "spokesperson": "spokesperson",
    "outlet": "outlet",
    "unnamed": "unnamed",
    "none": "no source named",
}
FORM: dict[Form, str] = {"direct": "quoted", "mixed": "partly quoted", "indirect": "paraphrased"}
UNSURE = 0.5  # score below which a statement is marked: fewer than half of these are right
STATUS: dict[Status, str | None] = {"made": None, "expected": "not yet said", "declined": "declined"}
ACT: dict[Act, str | None] = {
    "say": None,
    "urge": "urges",
    "demand": "demands",
    "promise": "promises",
    "deny": "denies",
    "warn": "warns",
    "rule_out": "rules out",
    "agree": "agrees",
    "offer": "offers",
    "expect": "expects",
    "accuse": "accuses",
    "propose": "proposes",
    "threaten": "threatens",
    "praise": "praises",
    "confirm": "confirms",
    "plan": "plans",
}

NOT_KNOWN = "not known"  # of days

WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip

DOUBLE = '"“”„«»'
OPENING = DOUBLE + "'‘‹"
CLOSING = DOUBLE + "'’›"


def counted(count: int, noun: str) -> str:
    """ "1 statement", "16 statements"."""
    return f"{count:,} {noun}{'' if count == 1 else 's'}"


def ordinal(count: int) -> str:
    """ "4th", "21st"."""
    ending = "th" if 10 <= count % 100 <= 20 else {1: "st", 2: "nd", 3: "rd"}.get(count % 10, "th")
    return f"{count}{ending}"


def listed(names: list[str]) -> str:
    """ "A, B and C"."""
    return " and ".join(filter(None, [", ".join(names[:-1]), *names[-1:]]))


def byline(article: Article) -> str | None:
    """ "by Jo Marsh and Ada Renn"; None when nobody signs."""
    names = [one_line(name) for name in article.byline]
    return f"by {listed([re.sub('^by ', '', name, flags=re.IGNORECASE) for name in names])}" if names else None


def day_of(moment: str) -> str:
    """ "Thursday 24 April 2025", with the time of day where the moment has one."""
    given = date.fromisoformat(moment[:10])
    day = f"{WEEKDAYS[given.weekday()]} {given.day} {MONTHS[given.month - 1]} {given.year}"
    if not moment[10:]:
        return day
    clock = datetime.fromisoformat(moment)
    zone = clock.strftime("%z")
    return f"{day}, {clock:%H:%M}" + (" UTC" if zone == "+0000" else f" {zone[:3]}:{zone[3:5]}" if zone else "")


def days_of(timex: Timex | None, article: Article) -> str | None:
    """ "Thu 24 Apr", "Mon 21 – Sun 27 Apr", the words of the page where the days are not known; None without both.

    Whole months and years read as such: "February 2031", "2014". The year of a day is left out where it is that of the
    article.
    """
    if timex is None:
        return None
    year = (article.published or "")[:4]
    first, last = timex.from_, timex.to
    if first and last:
        return _short(first, year) if first == last else _between(first, last, year)
    if first:
        return f"from {_short(first, year)}"
    if last:
        return f"until {_short(last, year)}"
    return one_line(timex.span.text) if timex.span else None


def caveats(act: Act, status: Status, score: float) -> list[str]:
    """What is told beside words that one would take for what somebody vouches for: "denies", "not yet said"."""
    turned = ACT[act] if act in ("deny", "rule_out") else None
    return [one for one in (turned, STATUS[status], "unsure" if score < UNSURE else None) if one]


def words_of(statement: Statement) -> str:
    """The content on one line, in quotation marks as far as it is quoted; " … " stands where a cue interrupts it."""
    return " … ".join(MARKED[statement.form](one_line(span.text)) for span in statement.content)


def _quoted(piece: str) -> str:
    """The piece between quotation marks, unless it brings its own."""
    bare = piece.rstrip(",")  # the comma before "she said" is not hers
    first, last = bare[:1], bare[-1:]
    if not bare or (first in OPENING and last in CLOSING):
        return bare
    whole = sum(mark in DOUBLE for mark in bare) % 2 == 0  # an odd mark at an end is the quotation's own
    opening = "" if first in DOUBLE and not whole else "“"
    closing = "" if last in DOUBLE and not whole else "”"
    return opening + bare + closing


def _balanced(piece: str) -> str:
    """The piece with the quotation marks that stand just outside it, where it begins or ends within a quotation."""
    marks = [at for at, mark in enumerate(piece) if mark in DOUBLE]
    if not marks:
        return piece
    first, last = marks[0], marks[-1]
    closes = first > 0 and not piece[first - 1].isspace() and not piece[first + 1 : first + 2].isalnum()
    opens = last + 1 < len(piece) and not piece[last + 1].isspace() and not piece[last - 1 : last].strip(" ([—–")
    return ("“" if closes else "") + (piece.rstrip(",") + "”" if opens else piece)


MARKED: dict[Form, Callable[[str], str]] = {"direct": _quoted, "mixed": _balanced, "indirect": str}


def _short(day: str, year: str) -> str:
    given = date.fromisoformat(day)
    return f"{_weekday(given)} {_month(given)}" + ("" if day[:4] == year else f" {given.year}")


def _between(first: str, last: str, year: str) -> str:
    start, end = date.fromisoformat(first), date.fromisoformat(last)
    if start.day == 1 and end.day == monthrange(end.year, end.month)[1]:
        return _months(start, end)
    if first[:7] == last[:7]:
        return f"{_weekday(start)} {start.day} – {_short(last, year)}"
    # one year at the end says it for both
    return (
        f"{_weekday(start)} {_month(start)}{'' if first[:4] == last[:4] else f' {start.year}'} – {_short(last, year)}"
    )


def _months(start: date, end: date) -> str:
    """Whole months, with their year: "February 2031", "April – June 2024", "2014", "2014 – 2015"."""
    if (start.month, end.month) == (1, 12):
        return f"{start.year}" if start.year == end.year else f"{start.year} – {end.year}"
    first, last = MONTHS[start.month - 1], f"{MONTHS[end.month - 1]} {end.year}"
    if start.year != end.year:
        return f"{first} {start.year} – {last}"
    return last if start.month == end.month else f"{first} – {last}"


def _weekday(day: date) -> str:
    return WEEKDAYS[day.weekday()][:3]


def _month(day: date) -> str:
    return f"{day.day} {MONTHS[day.month - 1][:3]}"
