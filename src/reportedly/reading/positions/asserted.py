"""Whether words that name a stand say that somebody has it: not asked, not in doubt, not given up, no greeting."""

from __future__ import annotations

import re

from reportedly.reading.chains.lookup import Lookup
from reportedly.reading.positions.targets import NO_TITLE

_BEFORE = 60  # characters before a cue in which its clause may begin
_DOUBTED = re.compile(r"\b(?:whether|if|unless|lest)\s+(?:[\w’'.-]+\s+){0,4}$", re.IGNORECASE)
_NEITHER = re.compile(r"(?:^|[,;]\s)\W*(?:nor|neither)\s", re.IGNORECASE)
_NOR_REACH = 200  # characters before a cue in which its sentence may begin with "Nor"
_NOR = re.compile(  # "Nor does Ms. Renn plan, her aides say, to start opposing it"
    r"(?:\A|[.!?]\s+|\n)[\"“]?(?:Nor|Neither)\s"
    r"(?:(?!\b(?:but|because|though|although|who|which)\b)(?:[^;:.!?\n]|(?:(?<=Mr)|(?<=Mrs)|(?<=Ms)|(?<=Dr)|(?<=Sen)|(?<=Gov))\.))*\Z"
)
_GIVEN_UP = re.compile(
    r"\b(?:dropp|abandon|ga?ive? up|given up|ended|soften|withdr[ae]w|los[et]|lift|overc[oa]me)\w*\s+"
    r"(?:(?:an?|the|his|her|its|their|all|any)\s+)?(?:\w+\s+)?$",
    re.IGNORECASE,
)
_SHORT_OF = re.compile(  # "accused her of opposing it" is said by others
    r"\b(?:stop(?:s|ped|ping)? short of|far from|rather than|instead of|without|den(?:y|ies|ied|ying)|"
    r"(?:accus|suspect)(?:e|es|ed|ing)\s+(?:[\w’'.-]+\s+){1,4}of)\s+(?:\w+ly\s+)?$",
    re.IGNORECASE,
)
_OF_HIM = re.compile(r"\b(?:when|if|was|were|been|be|is|are|being|gets?|got)\s+(?:\w+ly\s+)?$", re.IGNORECASE)
_ASKED = re.compile(r"(?:ask|urg|press|begg|implor|instruct|order|plead)ed\b", re.IGNORECASE)  # what others want of him
_ANY = re.compile(
    r"\b(?:[Aa]n?|[Aa]ny|[Ee]very)\s(?:(?!(?:he|she|it|they|we|who|that|which|said|says)\s)[a-z-]+\s){1,4}\Z"
)
_WOULD = re.compile(r"would\b", re.IGNORECASE)
_UNTRUE = re.compile(
    r"\b(?:debunked|false|baseless|unfounded|discredited|mistaken|bogus|inaccurate|untrue)\s+"
    r"(?:claims?|stor(?:y|ies)|reports?|rumou?rs?|assertions?|suggestions?|allegations?|notion|idea|impression)\s+that\b",
    re.IGNORECASE,
)
_FORMERLY = re.compile(  # where somebody stood before he changed his mind
    r"\b(?:(?<!at )once|formerly|previously|initially|originally|at first|used to)\s+$", re.IGNORECASE
)
_BEGUN = re.compile(r"[\w’'.-]+\s+")
_SENTENCE_END = re.compile(rf"{NO_TITLE}\.|[!?\n]")
_FARTHER = 200  # characters in which a question must end
_DENIED = re.compile(r"\bden(?:y|ie[sd]|ying|ials?)\b", re.IGNORECASE)
_DISBELIEVED = re.compile(
    r"\b(?:doubt(?:s|ed|ing)?|question(?:s|ed|ing)? whether|(?:not|never|n['’]t) (?:think|believe|expect)|"
    r"(?:not|never|n['’]t) (?:\w+ )?(?:sure|certain|convinced|persuaded)|unsure|uncertain)\b",
    re.IGNORECASE,
)
_GREETED = re.compile(r"\b(?:welcom|prais|hail|applaud|cheer|thank|congratulat)\w*\b", re.IGNORECASE)
_POSSESSIVE = re.compile(r"['’]s?\s")
_DETERMINER = re.compile(r"\s*(?:the|an?|his|her|its|their|our|my)\s+", re.IGNORECASE)
_SOMEBODY = re.compile(
    r"\s*(?:him|them|us|you|her(?=\s*(?:\Z|[.,;]|(?:to|for|as|at|in|on|back|with|into|home)\b)))\b", re.IGNORECASE
)


def asserted(text: str, start: int, end: int) -> bool:
    """Whether the words of this place, a cue's or a stand's, are what the text says is so now.

    "whether he backs it", "dropped her opposition to it", "stopped short of backing it", "once backed it" do not; nor
    do "nor does he back it", "a wiser council would back it".
    """
    before = text[max(0, start - _BEFORE) : start]
    clause = _SENTENCE_END.split(before)[-1]
    if clause.endswith("as ") and text.startswith("opposed to", start):
        return False  # "schools, as opposed to banks"
    if _OF_HIM.search(clause) and _ASKED.match(text, start):
        return False
    if _NOR.search(text[max(0, start - _NOR_REACH) : start]) or (_ANY.search(clause) and _WOULD.match(text, start)):
        return False
    return not any(
        pattern.search(words)
        for words in (clause, *(clause + text[start : start + m.end()] for m in _BEGUN.finditer(text[start:end])))
        for pattern in (_GIVEN_UP, _SHORT_OF, _FORMERLY)
    ) and not any(pattern.search(clause) for pattern in (_DOUBTED, _NEITHER, _UNTRUE))


def asks(text: str, end: int) -> bool:
    """Whether the sentence that these words stand in is a question."""
    if text[max(0, end - 1) : end] == "?":
        return True
    match = _SENTENCE_END.search(text, end, end + _FARTHER)
    return match is not None and match[0] == "?"


def denies(cue: str) -> bool:
    """Whether a cue says that somebody denies something: that it was so, not that it should be."""
    return _DENIED.search(cue) is not None


def disputes(cue: str) -> bool:
    """Whether a cue says that somebody does not hold what follows for true."""
    return denies(cue) or _DISBELIEVED.search(cue) is not None


def greets(cue: str, text: str, start: int, lookup: Lookup) -> bool:
    """Whether a cue welcomes, praises or thanks, and what follows from this place on is somebody and no thing."""
    if _GREETED.search(cue) is None:
        return False
    if _SOMEBODY.match(text, start):
        return True
    begins = {start, *((m.end(),) if (m := _DETERMINER.match(text, start)) else ())}
    people = (a for a in lookup.actors if a.kind in ("person", "group"))
    return any(
        mention.start in begins and not _POSSESSIVE.match(text, mention.end)
        for actor in people
        for mention in actor.mentions
    )
