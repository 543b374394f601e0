"""The words that dates are written with, and the numbers that they stand for."""

from __future__ import annotations

_MONTH_NAMES = [
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
    "december",
]  # fmt: skip
_WEEKDAY_NAMES = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]

MONTHS = {name: number for number, name in enumerate(_MONTH_NAMES, 1)} | {
    name[:3]: number for number, name in enumerate(_MONTH_NAMES, 1)
} | {"sept": 9}  # fmt: skip
WEEKDAYS = {name: number for number, name in enumerate(_WEEKDAY_NAMES)} | {
    short: number
    for number, shorts in enumerate(("mon", "tue tues", "wed weds", "thu thur thurs", "fri", "sat", "sun"))
    for short in shorts.split()
}

_ONES = [
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
    "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
]  # fmt: skip
_TENS = {
    name: number
    for number, name in enumerate(["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"], 2)
}
_ORDINALS = [
    "zeroth", "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh",
    "twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth", "eighteenth", "nineteenth",
    "twentieth",
]  # fmt: skip

NUMBERS = (
    {name: number for number, name in enumerate(_ONES) if number}
    | {name: 10 * number for name, number in _TENS.items()}
    | {f"{ten}-{_ONES[one]}": 10 * number + one for ten, number in _TENS.items() for one in range(1, 10)}
    | {"a": 1, "an": 1, "a couple of": 2, "a dozen": 12, "half a dozen": 6}
)
ORDINALS = (
    {name: number for number, name in enumerate(_ORDINALS) if number}
    | {f"twenty-{name}": 20 + number for number, name in enumerate(_ORDINALS[:10]) if number}
    | {"thirtieth": 30, "thirty-first": 31}
)
"""Numbers of the days of a month, in words."""

DECADES = {f"{name[:-1]}ies": 10 * number for name, number in _TENS.items()} | {"noughties": 0}
"""Decades of a century in words: "the nineties"."""

SEASONS = ("spring", "summer", "autumn", "fall", "winter")


def number_of(words: str) -> int | None:
    """The number that digits or words stand for, ordinal or not; None where they name none."""
    written = " ".join(words.lower().split())
    hundreds, _, rest = written.partition(" hundred")
    if rest or written.endswith(" hundred"):
        above, below = NUMBERS.get(hundreds), NUMBERS.get(rest.removeprefix(" and ").strip(), 0)
        return 100 * above + below if above else None
    digits = written.rstrip("stndrh")
    if digits.isascii() and digits.isdigit():
        return int(digits) if len(digits) < 5 else None
    return NUMBERS.get(written, ORDINALS.get(written))
