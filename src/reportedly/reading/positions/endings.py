"""What somebody wants to be no longer, or not to be: whoever wants that is against it."""

from __future__ import annotations

import re

from reportedly.reading.positions.plain import Plain
from reportedly.reading.positions.stand_words import ENDED

_LEAD = r"[\s\"“'‘,]*+(?:(?:that|for)\s+)?[\"“]?"
_NO_SUBJECT = (
    r"[\"“'‘]?(?:if|whether|to(?! [A-Z])|that|who|which|what|why|how|because|is|are|was|were|would|will|say|says|said|"
    r"thinks?|thought|should|must|could|can|stay|stays|keep|keeps|get|let|go)\b"
)
_WORD = rf"(?!{_NO_SUBJECT})(?:[^\s,;:.?!]|\.(?=\s[A-Z]))+\s+"
_SUBJECT = rf"{_LEAD}(?P<subject>(?:{_WORD}){{1,10}}?)"
_GONE = re.compile(  # "the minister to go", "the last soldier be gone by May", "the dam emptied and left empty"
    rf"{_SUBJECT}(?<!ing )[\"“]?"
    rf"(?:(?:(?:to|should|must)\s+)?(?:be\s+)?(?:gone|out(?: of (?:the|his|her|its|their|our) \w+)?|sacked|fired|"
    rf"(?:{ENDED.pattern}))|to\s+go)\b"
    r"(?=\s*(?:[.,;:!?”\"—–]|\Z|"
    r"(?:by|before|at|on|now|immediately|at once|today|this|next|from office|as|until|whatever|and)\b))",
)
_NOT_TO_BE = re.compile(rf"{_SUBJECT}(?<!ing )not to (?P<verb>\w+)")
_WILL_NOT = re.compile(
    rf"{_SUBJECT}(?<!ing )(?<!and )(?<!but )(?:will|would|shall)(?: not| never) (?!be\b|have\b)(?P<verb>\w+)"
)
_NOTHING_TO_DO = re.compile(rf"{_LEAD}(?:nothing|no more|little) to do with (?=\w)")
_BARE = re.compile(  # what is demanded that somebody do: "that the town cancel the fair"
    rf"{_SUBJECT}(?:cancel|scrap|call off|repeal|abolish|overturn|tear up|stay (?:out of|away from)|"
    r"keep (?:out of|away from|(?:his|her|its|their) hands off)|refrain from|steer clear of)\s+(?=[\w“\"])"
)


def unwanted(words: str) -> Plain | None:
    """What somebody who wants these words to come true does not want."""
    if (match := _GONE.match(words)) is not None:
        return Plain(stance="against", skip=match.start("subject"), stop=match.end("subject"))
    if (match := _NOT_TO_BE.match(words)) is not None:
        if match["verb"] == "be" or re.match(r"\W*\Z", words[match.end() :]):
            return Plain(stance="against", skip=match.start("subject"), stop=match.end("subject"))
        return Plain(stance="against", skip=match.start("verb"))
    if (match := _WILL_NOT.match(words)) is not None:
        return Plain(stance="against", skip=match.start("verb"))
    if (match := _NOTHING_TO_DO.match(words) or _BARE.match(words)) is not None:
        return Plain(stance="against", skip=match.end())
    return None
