"""What a condition is set for, where a stand's own words are no more than the condition: the clause before it."""

from __future__ import annotations

import re

from reportedly.reading.positions.cues import AS_LONG_AS
from reportedly.reading.positions.targets import target_in

_ONLY = re.compile(
    rf"\W*(?:but\s+)?(?:only|if|unless|provided|providing|once|{AS_LONG_AS}|as soon as|"
    r"(?:on )?condition that|on condition)\b",
    re.IGNORECASE,
)
_BACK = 200  # characters before a condition in which its clause begins
_CLAUSE = re.compile(r"[.!?;\n“\"]\s*")
_OPENING = ' ,“"‘'
_SAYING = re.compile(  # "he said, but"
    r",\s+(?:\w+\s+){1,2}?(?:said|says|told|tells|added|adds|wrote|went on|answered)\b[^,]{0,40},?(?:\s+but)?\s*$",
    re.IGNORECASE,
)
_WILL = re.compile(
    r"\b(?:will|would|could|can|may|might|(?:is|are|was|were|be|stands?) (?:ready|willing|prepared) to)"
    r"(?:\s+be (?:ready|willing|prepared) to)?\s+(?!be\b|have\b)",
    re.IGNORECASE,
)


def is_a_condition(words: str) -> bool:
    """Whether words begin with a condition: "only if the toll falls"."""
    return _ONLY.match(words) is not None


def conditioned(text: str, start: int, condition: str) -> str | None:
    """What somebody will do on the condition that begins here: of "would sign the deed, he said, but" the signing.

    Where nothing before it tells, what stands behind it: of "if it rains, no parade" the parade.
    """
    clause = _CLAUSE.split(text[max(0, start - _BACK) : start].rstrip(_OPENING))[-1]
    clause = _SAYING.sub("", clause)
    will = _WILL.search(clause)
    words = None if will is None else target_in(clause, will.end(), len(clause.rstrip(" ,—–-")))
    if words is not None and " " in words:
        return words
    _, comma, behind = condition.partition(", ")
    return target_in(behind, 0, len(behind)) if comma else None
