"""Words by which a whole line shows that it is furniture, and of what kind.

The patterns stand in `lists/furniture_lines.tsv`.

What may be body in the middle of a page ("In our report of 2019 we said …") is furniture at its bottom, so a rule says
how far from the bottom a line may stand and how many words it may have.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Literal, cast, get_args

from reportedly.reading.layout.lines import Line
from reportedly.reading.wordlists import entries_of

FurnitureKind = Literal[
    "title", "dateline", "byline", "credit", "heading",
    "read_also", "related_headline", "newsletter", "correction", "notice",
]  # fmt: skip
LineKind = FurnitureKind | Literal["photo"]  # a credit that is none for the copy
FURNITURE_KINDS: tuple[FurnitureKind, ...] = get_args(FurnitureKind)

_START = r"\A[(\[*•>→–—|\s-]*"
_NAME = r"[A-Z][\w.'’-]*"
NAMES = rf"{_NAME}(?:,? (?:{_NAME}|and|of|de|the)){{0,12}}"
_CHARACTERS_A_WORD = 14  # of the longest words that a line may consist of
_FAR = 9  # lines from the bottom: beyond, no rule asks how many
_LONGEST_GREETING = 28  # words
_GREETING = re.compile(r"(?:Good (?:morning|afternoon|evening|day)|Happy \w+day|Hello|Hi|Welcome|Dear \w+)\b")
_SELF = re.compile(r"\b(?:[Yy]ou are reading|[Tt]his is|[Ii]s brought to you|[Ww]elcome to)\b")
_OF_ITSELF = re.compile(
    r"\b(?:is (?:free|off|back|edited|brought|published)|takes a break|goes out|returns|"
    r"every (?:day|week|weekday|\w+day))\b"
)


@dataclass(frozen=True, slots=True)
class Rule:
    """A pattern that makes a line furniture, if it has at most so many words and stands so near to the bottom."""

    kind: LineKind
    words: int
    from_end: int | None
    pattern: re.Pattern[str]
    at_start: bool

    def may_hold(self, length: int, from_end: int) -> bool:
        """Whether a line of so many characters that stands so near to the bottom may be furniture by this rule."""
        return (self.from_end is None or from_end <= self.from_end) and length <= self.words * _CHARACTERS_A_WORD

    def holds(self, line: Line) -> bool:
        """Whether such a line is furniture by its words."""
        find = self.pattern.match if self.at_start else self.pattern.search
        return find(line.text) is not None and line.words <= self.words


def kind_of_line(line: Line) -> LineKind | None:
    """The kind of furniture that the words of a line show it to be; None for what may be body."""
    if not line.whole:
        return None
    return next((rule.kind for rule in _rules_for(len(line.text), min(line.from_end, _FAR)) if rule.holds(line)), None)


def greets(line: Line, outlet: str | None) -> bool:
    """Whether a line greets the readers of a newsletter: "Good morning. This is Embassy Row, the note that …"."""
    return (
        _GREETING.match(line.text) is not None
        and line.words <= _LONGEST_GREETING
        and not line.quotes
        and (_SELF.search(line.text) is not None or _names(line, outlet))
    )


def speaks_of_itself(line: Line, outlet: str | None) -> bool:
    """Whether a line says how its outlet appears: "World Digest is free. Tell a friend."."""
    return (
        line.words <= _LONGEST_GREETING
        and not line.quotes
        and _names(line, outlet)
        and _OF_ITSELF.search(line.text) is not None
    )


def _names(line: Line, outlet: str | None) -> bool:
    """Whether a line names the outlet, or calls it by the last word of its name."""
    bare = (outlet or "").removeprefix("The ")
    return bool(bare) and (bare in line.text or bare.split()[-1] in line.text)


@lru_cache(maxsize=4096)
def _rules_for(length: int, from_end: int) -> tuple[Rule, ...]:
    return tuple(rule for rule in rules() if rule.may_hold(length, from_end))


@cache
def rules() -> tuple[Rule, ...]:
    """The rules, in the order in which they are tried."""
    found = []
    for entry in entries_of("furniture_lines.tsv"):
        kind, words, from_end, pattern = entry.split("\t")
        at_start = pattern.startswith("^")
        pattern = (
            pattern.replace("<names>", f"(?-i:{NAMES})").replace("^", _START, 1) if "^" in pattern[:8] else pattern
        )
        found.append(
            Rule(
                kind=cast(LineKind, kind),
                words=int(words),
                from_end=None if from_end == "-" else int(from_end),
                pattern=re.compile(pattern, re.IGNORECASE),
                at_start=at_start,
            )
        )
    return tuple(found)
