"""What nobody in particular says: "Renn is said to favour a truce", "it emerged that …"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from reportedly.reading.attribution import Attribution
from reportedly.records.article import Article

_SAID = r"(?:said|understood|thought|believed|reported|rumou?red|reputed)"
_IS_SAID = re.compile(rf"(?:is|are|was|were) (?:widely |also |still )?(?:{_SAID}|expected)", re.IGNORECASE)
_EXPECTED = re.compile(r"expected\Z", re.IGNORECASE)
_TO_SAY = re.compile(  # what somebody "is expected to ask for" is theirs, and will be said
    r" to (?:\w+ly )?(?:say|tell|ask|urge|thank|demand|announce|propose|warn|reject|veto|approve|block|oppose|support|"
    r"back|adopt|offer|request|seek|press|call|deny|confirm|promise|agree|insist|declare|state|present|reply|argue)\b"
)
_TO_DO = re.compile(  # what somebody "is said to have told" others is a statement of theirs
    r" to (?!have (?:told|said|replied|answered|moaned|warned|assured|asked|promised|written|admitted)\b)"
)
_NOTED = (  # "It was noted that", in the notes of ministries and on portals
    r"(?:noted|stressed|emphasi[sz]ed|pointed out|underlined|underscored|specified|clarified|stated|added|recalled|"
    r"indicated|mentioned|assumed|alleged|claimed|feared|hoped)"
)
_OF_IT = re.compile(
    rf"(?:it )?(?:(?:is|was|has been|had been) (?:widely |also |still |further |separately )?(?:{_SAID}|{_NOTED})|"
    rf"emerge[sd]|transpire[sd]|has it)",
    re.IGNORECASE,
)
_IT_IS_SAID = re.compile(
    rf"it (?:is|was|has been|had been) (?:widely |also |still )?(?:{_SAID}|expected)", re.IGNORECASE
)
_NOBODY = frozenset(("it", "rumour", "rumor", "legend"))


def agentless(article: Article, attributions: Sequence[Attribution]) -> list[Attribution]:
    """The attributions, without a source where the words give none: whom others tell something of is not who tells."""
    return [replace(a, source=None, sourcing="none") if _is_agentless(article.text, a) else a for a in attributions]


def _is_agentless(text: str, attribution: Attribution) -> bool:
    source, cue = attribution.source, attribution.cue
    if source is None or cue is None:
        return False
    if source.text.lower() in _NOBODY:
        return _OF_IT.fullmatch(cue.text) is not None
    if _IT_IS_SAID.fullmatch(cue.text):
        return not text.startswith(" by ", cue.end)  # "it is said in Telva"
    if _EXPECTED.search(cue.text) and _TO_SAY.match(text, cue.end):
        return False
    is_told_of = source.end <= cue.start and _IS_SAID.fullmatch(cue.text) is not None
    return is_told_of and _TO_DO.match(text, cue.end) is not None
