"""Expressions of time as they stand in a text: from the words that frame them to their last."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reportedly.reading.times import meanings
from reportedly.reading.times.cores import Core
from reportedly.reading.times.expression import Expression
from reportedly.reading.times.framed import DAYS_OF, PART_OF, WHOLE, days_of, part_of
from reportedly.reading.times.parts import eve, part, to_come, week_of
from reportedly.reading.times.patterns import (
    CLOCK,
    DASH,
    END,
    GAP,
    HOUR_IN_WORDS,
    MAYBE_GAP,
    PART_OF_DAY,
    VAGUE_HOURS,
)
from reportedly.reading.times.places import stands
from reportedly.reading.times.ranges import Range, before_in_year, between
from reportedly.reading.times.rules import DIGITS, FREQUENT, RULES, any_of
from reportedly.reading.times.words import number_of

_WORD = re.compile(r"[^\W_]+")

_WEEK_OF = re.compile(
    rf"(?:[Tt]he{GAP})?[Ww]eek{GAP}(?P<how>of|beginning|starting|ending|ended|to){GAP}(?:on{GAP})?(?:the{GAP})?"
)
_MODIFIED = re.compile(
    rf"(?:[Tt]he{GAP})?(?:(?P<part>[Ee]arly|[Ll]ate|[Ll]ater|[Ee]arlier)"
    rf"(?:{GAP}(?:on|in){GAP}(?:the{GAP})?|{GAP}(?P<the>the){GAP}|{GAP}|-)|(?P<close>[Mm]id|[Ee]nd)[- ])"
    r"(?:['’](?=\d0s))?"
)
_SPREAD = re.compile(  # "the mid- to late 1990s"
    rf"(?:[Tt]he{GAP})?(?P<first>[Ee]arly|[Mm]id)(?:-|-?{GAP})to(?:-|{GAP})(?P<last>mid|late)[- \xa0](?:['’](?=\d0s))?"
)
_TRAILING = re.compile(rf"(?:['’]s)?(?:{GAP}(?:late|early))?{GAP}(?:at{GAP})?{PART_OF_DAY}")
_IN_PART_OF_DAY = re.compile(rf",?{GAP}in{GAP}the{GAP}(?:early{GAP})?(?:morning|afternoon|evening)\b")
_CLOCK = re.compile(CLOCK)
_HOUR = re.compile(HOUR_IN_WORDS)
_NIGHT_OF = re.compile(
    rf"[Tt]he{GAP}(?:dead{GAP}of{GAP}night|night|early{GAP}hours|small{GAP}hours|morning|afternoon|evening)"
    rf"{GAP}(?:of|on|(?<=night.)(?:(?P<to>to)|from|between)){GAP}"
)
_ON = re.compile(rf",?{GAP}(?:on{GAP}|of{GAP})?")
_AND = re.compile(rf"(?P<word>{GAP}(?:to|and|until|till|through){GAP}|{MAYBE_GAP}{DASH}{MAYBE_GAP})")
_YEAR_END = re.compile(rf"(?:the{GAP})?(?P<unit>year|month|week|quarter)(?:['’]s{GAP}|[- ])end{END}")
_SUPPORTING = re.compile(rf"(?:between|from){GAP}(?:the{GAP})?\Z", re.IGNORECASE)
_MOVED = re.compile(
    r"\b(?:moved|postponed|shifted|rescheduled|changed|delayed|pushed|put back|put off|brought forward)\b"
    r"[^.;]{0,40}\Z"
)
_DAYS = {"day", "weekday", "told", "day of month"}
_RANGED = _DAYS | {"month", "year", "season", "decade"}

_FRAMES = frozenset([
    "the", "end", "close", "start", "beginning", "middle", "eve", "early", "late", "later", "earlier", "mid",
    "first", "second", "last", "noon", "midnight", "dawn", "dusk", "midday", "daybreak", "sunrise", "sunset",
    "nightfall", "lunchtime", "teatime", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine",
    "ten", "eleven", "twelve", "year", "month", "week", "quarter", "opening", "final", "closing", "dying", "half",
    "a", "twenty", "rest", "remainder",
]) | {DIGITS}  # fmt: skip
_STARTS = _FRAMES | RULES.keys()  # words that an expression may begin with


def find_expressions(text: str) -> Iterator[Expression]:
    """The expressions of time in a text, in its order; the ends of a range lie in it."""
    end = 0
    for word in _WORD.finditer(text):
        first = word[0].lower()
        if first not in _STARTS and not first[0].isdigit() and not first.startswith("fy"):
            continue
        start = word.start()
        if start < end:
            continue
        key = _key(first)
        if key not in RULES and key not in _FRAMES:
            continue
        found = _expression_at(text, start, key)
        if found is not None and stands(text, start, found.end, found.kind):
            whole = _ranged(text, found)
            yield from whole
            end = whole[0].end


def _expression_at(text: str, start: int, key: str) -> Expression | None:
    """The longest expression that begins here."""
    best: Expression | None = None
    if key in _FRAMES:
        best = _framed(text, start, key)
    core = _core_at(text, start, key)
    if core is not None:
        core = _trailed(text, core)
        if best is None or core.end >= best.end:
            best = Expression(start, core.end, core.kind, core.meaning, core.dated)
    return best


def _core_at(text: str, start: int, key: str | None = None) -> Core | None:
    """The longest unframed expression that begins here."""
    if key is None:
        if (word := _WORD.match(text, start)) is None:
            return None
        key = _key(word[0].lower())
    best: Core | None = None
    if key in FREQUENT and any_of(key).match(text, start) is None:
        return None
    for rule in RULES.get(key, ()):
        match = rule.pattern.match(text, start)
        if match is not None and (best is None or match.end() > best.end):
            best = rule.read(match) or best
    return best


def _key(word: str) -> str:
    """Under which key the rules have a word: digits under one, with the letters before them, as in "FY2031"."""
    if word[0].isdigit():
        return DIGITS
    return f"fy{DIGITS}" if word.startswith("fy") and word[2:].isdigit() else word


def _trailed(text: str, core: Core) -> Core:
    """The expression with the part of the day that follows it, as in "Monday night"."""
    if core.kind in _DAYS:
        trailing = _TRAILING.match(text, core.end)
        if trailing is not None:
            return core._replace(end=trailing.end())
    return core


def _framed(text: str, start: int, key: str) -> Expression | None:
    """What begins with a part of something longer, or with an hour: "the end of May", "noon on Friday"."""
    if found := _YEAR_END.match(text, start):
        return Expression(start, found.end(), "part", part("end", meanings.unit(found["unit"], "this")))
    if found := _NIGHT_OF.match(text, start):
        core = _core_at(text, found.end())
        if core is None or core.kind not in _DAYS:
            return None
        if found["to"]:
            return Expression(start, core.end, "night", between(eve(core.meaning), core.meaning))
        return _night(text, start, core)
    if found := _WEEK_OF.match(text, start):
        core = _core_at(text, found.end())
        if core is None or core.kind not in _DAYS:
            return None
        return Expression(start, core.end, "week", week_of(found["how"], core.meaning), core.dated)
    if found := DAYS_OF.match(text, start):
        core = _whole_at(text, found.end(), found["the"] is not None) or _core_at(text, found.end())
        return days_of(start, found, core) if core is not None else None
    if found := PART_OF.match(text, start):
        core = _whole_at(text, found.end(), found["the"] is not None) or _core_at(text, found.end())
        return part_of(start, found, core) if core is not None else None
    if found := _SPREAD.match(text, start):
        core = _core_at(text, found.end())
        if core is not None and core.kind in {"decade", "century", "year"}:
            days = between(*(part(found[edge].lower(), core.meaning) for edge in ("first", "last")))
            return Expression(start, core.end, core.kind, days, core.dated)
    if found := _MODIFIED.match(text, start):
        name = (found["part"] or found["close"]).lower()
        the_day = WHOLE.match(text, found.end()) if name != "end" else None
        if the_day is not None and the_day["unit"] == "day":
            return Expression(start, the_day.end(), "day", meanings.this_day)
        if the_day is not None and " in the " not in found[0] and found["the"] is None:
            return None
        core = _whole_at(text, found.end(), True) or _core_at(text, found.end())
        if core is None or core.kind in {"stretch", "vague"}:
            return None
        core = _trailed(text, core)
        return Expression(start, core.end, core.kind, part(name, core.meaning), core.dated)
    return _at_hour(text, start)


def _whole_at(text: str, start: int, the: bool) -> Core | None:
    """The year, the month: this one, where words before it say so."""
    found = WHOLE.match(text, start) if the else None
    if found is None:
        return None
    whole = meanings.unit(found["unit"], "this")
    return Core(found.end(), found["unit"], to_come(whole) if found["unit"] == "century" else whole)


def _night(text: str, start: int, core: Core) -> Expression:
    """The night of Sunday; the night of Sunday to Monday is both days."""
    joint = _AND.match(text, core.end)
    second = _core_at(text, joint.end()) if joint is not None else None
    if second is not None and second.kind == core.kind:
        return Expression(start, second.end, "night", between(core.meaning, second.meaning))
    return Expression(start, core.end, core.kind, core.meaning, core.dated)


def _at_hour(text: str, start: int) -> Expression | None:
    """An hour of a day, with the day where it is named: "11:45 a.m. on Friday", "eight in the evening", "noon"."""
    clock = _CLOCK.match(text, start)
    hour = clock or _HOUR.match(text, start)
    if hour is None:
        return None
    evening = _IN_PART_OF_DAY.match(text, hour.end())
    end = evening.end() if evening else hour.end()
    joint = _ON.match(text, end)
    core = _core_at(text, joint.end()) if joint is not None and joint.end() > end else None
    if core is None and joint is not None and (night := _NIGHT_OF.match(text, joint.end())):
        core = _core_at(text, night.end())  # "at 11 p.m. on the night of 3 May"
    names_hour = number_of(hour[0]) is None
    if not names_hour and text.endswith(" to ", 0, start):  # "by six votes to three on Friday"
        return None
    if core is not None and core.kind in _DAYS and (clock or evening or names_hour or (joint and "on" in joint[0])):
        core = _trailed(text, core)
        return Expression(start, core.end, core.kind, core.meaning, core.dated)
    is_vague = not (clock or evening) and hour[0].lower() in VAGUE_HOURS
    return Expression(start, end, "hour", meanings.at_hour if is_vague else meanings.at_clock)


def _ranged(text: str, found: Expression) -> tuple[Expression, ...]:
    """The expression; where a range begins with it, the range and both its ends: "between 2014 and 2016"."""
    joint = _AND.match(text, found.end) if found.kind in _RANGED else None
    if joint is None:
        return (found,)
    word = joint["word"].strip().split(" ")[0]
    opened = _SUPPORTING.search(text, max(0, found.start - 14), found.start)
    opener = opened[0][0].lower() if opened else ""
    joins = word == "and" and opener != "b"
    second = _core_at(text, joint.end()) or _day_with_hour(text, joint.end())
    if second is None or second.kind not in _RANGED or (second.kind in _DAYS) != (found.kind in _DAYS):
        return (found,)
    if word in {"to", "until", "till"} and not (
        found.dated
        or (opener and (found.kind not in _DAYS or second.dated or {found.kind, second.kind} == {"day"}))
        or (
            found.kind == second.kind == "weekday"
            and _MOVED.search(text, max(0, found.start - 60), found.start) is None
        )
    ):
        return (found,)
    if not word.isalpha() and text.startswith("the ", joint.end()):
        return (found,)  # behind a dash "the first such talks" explain
    second = _trailed(text, second)
    if second.dated and not found.dated:
        found = found._replace(meaning=before_in_year(found.meaning, second.meaning))
        if joins and found.kind == second.kind:  # "May and June 2010"
            return (found,)
    if joins:
        return (found,)
    in_week = found.kind == second.kind == "weekday"
    days = Range(found.meaning, second.meaning, found.dated or second.dated, in_week)
    last = Expression(joint.end(), second.end, second.kind, days.end, second.dated)
    return found._replace(end=second.end, meaning=days.whole, kind="range"), found._replace(meaning=days.start), last


def _day_with_hour(text: str, start: int) -> Core | None:
    """ "Midnight on Sunday"."""
    found = _at_hour(text, start)
    return Core(*found[1:]) if found is not None and found.kind in _DAYS else None
