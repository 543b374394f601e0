"""Expressions that name a part of something longer: "the end of May", "the first days of March"."""

from __future__ import annotations

import re

from reportedly.reading.times.cores import Core
from reportedly.reading.times.expression import Expression
from reportedly.reading.times.parts import eve, first_months, part
from reportedly.reading.times.patterns import END, GAP, NUMBER
from reportedly.reading.times.words import number_of

PART_OF = re.compile(
    rf"(?:[Tt]he{GAP})?(?P<part>[Ee]nd|[Cc]lose|[Ss]tart|[Bb]eginning|[Mm]iddle|[Ee]ve|[Tt]urn|[Rr]est|[Rr]emainder|"
    rf"(?:first|second|latter){GAP}half|(?:first|last){GAP}week|"
    rf"(?P<nth>first|last){GAP}(?P<count>{NUMBER}){GAP}months){GAP}of{GAP}(?:(?P<the>the){GAP})?"
)
DAYS_OF = re.compile(
    rf"(?:[Tt]he{GAP})?(?P<part>first|opening|early|last|final|closing|dying){GAP}(?:few{GAP})?"
    rf"(?P<unit>days?|weeks|months|decades?){GAP}of{GAP}(?:(?P<the>the){GAP})?"
)
WHOLE = re.compile(rf"(?P<unit>week|month|quarter|year|decade|century|day){END}")
_PARTS = {
    "close": "end", "beginning": "start", "opening": "start", "turn": "start", "latter half": "second half",
    "remainder": "rest",
}  # fmt: skip
_WHOLES = {"days": {"month", "week"}, "decade": {"century"}, "decades": {"century"}}


def part_of(start: int, found: re.Match[str], core: Core) -> Expression | None:
    """What a match of PART_OF and the expression behind it mean together: the end of May, the rest of the week."""
    if found["nth"]:
        count = number_of(found["count"])
        if count is None or core.kind not in {"year", "years"}:
            return None
        inner = first_months(count, core.meaning, last=found["nth"] == "last")
        return Expression(start, core.end, "part", inner, core.dated)
    name = " ".join(found["part"].lower().split())
    if core.kind in {"vague", "stretch"}:
        return None
    if name == "eve":
        return Expression(start, core.end, "day", eve(core.meaning), core.dated)
    if name == "turn" and core.kind == "century":
        return None
    return Expression(start, core.end, "part", part(_PARTS.get(name, name), core.meaning), core.dated)


def days_of(start: int, found: re.Match[str], core: Core) -> Expression | None:
    """The first days of March, the last day of the year, the closing months of 2030, the last decade of a century."""
    is_first, unit = found["part"].lower() in {"first", "opening", "early"}, found["unit"]
    if core.kind not in _WHOLES.get(unit, {"month", "year", "season", "decade"}):
        return None  # nobody can say which the first days of a year are
    if unit == "day":
        name = "start" if is_first else "last day"
    elif unit in {"days", "decade"}:
        name = f"first {unit}" if is_first else f"last {unit}"
    else:
        name = "early" if is_first else "late"
    return Expression(start, core.end, "part", part(name, core.meaning), core.dated)
