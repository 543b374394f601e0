"""What a threat is about: who threatens to strike if the mill is sold is against the sale."""

from __future__ import annotations

import re

from reportedly.reading.positions.plain import Plain
from reportedly.reading.positions.stand_words import NEGATION

_THREAT = re.compile(r"\bthreat(?:s|en|ens|ened|ening)?\b", re.IGNORECASE)
_HARM = re.compile(  # what nobody would do for its own sake
    r"(?:(?:[^\s,;:.?!]+\s+){1,6}?(?:will|would|shall)\s+|(?:[^\s,;:.?!]+['’](?:ll|d)\s+)|to\s+)[\"“]?"
    r"(?:(?:go on )?strike\b|walk (?:out|off)\b|down tools\b|stop work\b|desert\b|sue\b|"
    r"(?:leave|quit) the (?:government|coalition|cabinet|alliance|talks|table|party)\b|"
    r"bring (?:down|the government down)\b|pull out\b|"
    r"go to court\b|take [^,;.]{1,40}? to court\b|vote [^,;.]{1,40}? down\b|take to the streets\b)",
    re.IGNORECASE,
)
# of 30 threats of the training stories that name what would bring them on, 21 are annotated as a stand against that
_IF = re.compile(
    r"(?<!\bonly)(?<!\beven)(?<!\bas)(?<!\s)"
    r"\s+(?:if|in the event of|(?:should|were)(?=\s+(?:[^\s,;:.]+\s+){1,6}?[a-z]))\s+"
)
_OPEN = re.compile(r"(?:it|that|this|they|he|she)\b|[^,;.]*?\b(?:no|nothing|nobody|without|still)\b", re.IGNORECASE)
_HAPPENS = re.compile(  # "the sale goes ahead": the sale
    r"\s+(?:goes|went|go|is to go|were to go) (?:ahead|through)\b|"
    r"\s+(?:takes|took|take) place\b|\s+(?:happens?|happened)\b"
)
_END = re.compile(r"[,;.:!?]|\Z|\s(?:and|but|or)\s(?=he\b|she\b|it\b|they\b|that\b|would\b|will\b)")


def threatened(cue: str, words: str) -> Plain | None:
    """The stand against what would make somebody do as these words of his threaten."""
    threat = _THREAT.search(cue) is not None
    if not threat and _HARM.match(words) is None:
        return None
    match = _IF.search(words)
    if match is None:
        return None
    end = _END.search(words, match.end())
    stop = len(words) if end is None else end.start()
    if NEGATION.search(words, match.end(), stop) or _OPEN.match(words, match.end(), stop):  # "if nothing moves"
        return None
    happens = _HAPPENS.search(words, match.end(), stop)
    stop = stop if happens is None else happens.start()
    return Plain(stance="against", skip=match.end(), stop=stop, sure=threat, settled=True)
