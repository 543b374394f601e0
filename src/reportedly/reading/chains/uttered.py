"""Whether something was said, is still to be said or was refused, where the cue alone tells it."""

from __future__ import annotations

import re

from reportedly.records.statement import Status

_TO_SAY = (
    r"(?:urge|recommend|call|demand|ask|request|persuade|appeal|propose|tell|insist|say|present|reject|adopt|announce|"
    r"press|plead|warn|invite|argue|raise)"
)
# of 21 such cues of the training stories 19 are annotated as expected, two as declined
_TO_COME = re.compile(
    r"(?<!not )\b(?:(?:is|are) (?:going|set|due|expected|about|scheduled|likely|supposed)|"
    rf"(?:plan|mean|intend|hope|want)s?) to (?:also )?{_TO_SAY}\b",
    re.IGNORECASE,
)
_SAID = re.compile(  # of such cues of the same stories all 160 that deny, and 13 of 14 others, are annotated as made
    r"(?:(?:has|have|had) )?(?:(?:so far|also|already|again) )?denie[sd]\b|(?:continues?|continued) to (?:deny|say)\b|"
    r".*\bwould (?:only say|say only|confirm only|only confirm)\b",
    re.IGNORECASE,
)


def uttered(cue: str, status: Status) -> Status:
    """The status of what a cue introduces, where the words of the cue leave no doubt; else this one."""
    if status == "made" and _TO_COME.search(cue) is not None:
        return "expected"
    if status == "declined" and _SAID.match(cue) is not None:
        return "made"
    return status
