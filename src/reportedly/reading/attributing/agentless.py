"""What nobody in particular says: "Renn is said to favour a truce", "it emerged that …"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from reportedly.reading.attribution import Attribution
from reportedly.records.article import Article, Span

_SAID = r"(?:said|understood|learnt|learned|thought|believed|reported|rumou?red|reputed)"
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
_SEEMS = re.compile(
    r"(?:(?:has|have|had|would|may|might|could|do|does|did|not|don['’]t|doesn['’]t|didn['’]t|\w+ly) )*"
    r"(?:seem|appear)(?:s|ed)?(?: (?:\w+ly|not))?(?: to| as| like)?",
    re.IGNORECASE,
)
_TO_THINK = re.compile(  # "seems to think that …": what they think, as far as one can tell
    r"\W*(?:to )?(?:have )?(?:think|thought|believ|feel|felt|agree|know|accept|expect|say|suggest|want|doubt|hint|"
    r"endors|blam|deny|den(?:y|ied)|prais|promis|acknowledg|admit)"
)
_UNDERSTOOD = re.compile(
    rf"\bit (?P<cue>(?:is|was|has been) (?:widely |also |still )?(?:{_SAID}|expected|hoped|feared))(?: that)? \Z"
)
_NEAR = 48  # characters before a content that these words take at most
_COURT = re.compile(r"(?:(?:the|an?) )?(?:[\w-]+ )?(?:court|jury|inquest|inquiry|tribunal|trial)", re.IGNORECASE)
_WAS_TOLD = re.compile(r"(?:(?:has|have|had|was|were|is|has been|had been) )?(?:told|hears|heard)", re.IGNORECASE)
_CHARGED = re.compile(r"(?:accused|charged|suspected)(?P<of> of| with)?", re.IGNORECASE)  # "a man accused of theft"
_PRONOUN = re.compile(r"(?:I|you|he|she|it|we|they|who|which|that)", re.IGNORECASE)
_NOBODY = frozenset(("it", "rumour", "rumor", "legend"))
_PASSIVE = re.compile(
    r"(?:\b(?:is|are|was|were|be|been|being|got|seem\w*|appear\w*)\b|(?<!\w)['’]s\b)|^\w+(?:ed|n)(?: \w{1,3})?\Z"
)


def agentless(article: Article, attributions: Sequence[Attribution]) -> list[Attribution]:
    """The attributions, without a source where the words give none: whom others tell something of is not who tells.

    Nor is who stands in what is told ("Mr Renn seems to overstay"): of 34 such in PolNeAR's training half 1 was.
    """
    return [_without_source(article, _understood(article, attribution)) for attribution in attributions]


def _without_source(article: Article, attribution: Attribution) -> Attribution:
    source = attribution.source
    if source is not None and _is_court_told(attribution):
        return replace(attribution, source=None, sourcing="none", addressees=(source,))
    without = _is_agentless(article.text, attribution) or _is_charged(article.text, attribution)
    return replace(attribution, source=None, sourcing="none") if without else attribution


def _understood(article: Article, attribution: Attribution) -> Attribution:
    """The attribution of nobody where "it is understood" stands right before its content, whatever was taken for a cue.

    "Renn declined to comment, but it is understood that she will go": it was not Renn who said so.
    """
    cue, content = attribution.cue, attribution.content
    if cue is None or not content or cue.end > content[0].start:
        return attribution
    found = _UNDERSTOOD.search(article.text, max(0, content[0].start - _NEAR), content[0].start)
    if found is None or (cue.start <= found.start("cue") and found.end("cue") <= cue.end):
        return attribution
    cue = article.span(*found.span("cue"))
    return replace(attribution, source=None, sourcing="none", cue=cue, status="made", addressees=())


def _is_court_told(attribution: Attribution) -> bool:
    """Whether the source is a court that was told something: "…, court hears", "the inquest was told"."""
    source, cue = attribution.source, attribution.cue
    if source is None or cue is None or not _COURT.fullmatch(source.text) or not _WAS_TOLD.fullmatch(cue.text):
        return False
    behind = any(piece.start >= cue.end for piece in attribution.content)
    return not (behind and cue.text.lower() == "told")  # "the court told her to come"


def _is_charged(text: str, attribution: Attribution) -> bool:
    """Whether the source is but whom somebody accuses, right before a participle that has no object behind it."""
    source, cue = attribution.source, attribution.cue
    if source is None or cue is None or source.end + 1 != cue.start or _PRONOUN.fullmatch(source.text):
        return False
    charged = _CHARGED.fullmatch(cue.text)
    return charged is not None and (charged["of"] is not None or text.startswith((" of ", " with "), cue.end))


def _is_agentless(text: str, attribution: Attribution) -> bool:
    source, cue = attribution.source, attribution.cue
    if source is None or cue is None:
        return False
    if _only_seems(text, source, cue) or (_is_told(source, cue, attribution) and not _IS_SAID.fullmatch(cue.text)):
        return True
    if source.text.lower() in _NOBODY:
        return _OF_IT.fullmatch(cue.text) is not None
    if _IT_IS_SAID.fullmatch(cue.text):
        return not text.startswith((" by ", " from "), cue.end)  # "it is said in Telva"
    if _EXPECTED.search(cue.text) and _TO_SAY.match(text, cue.end):
        return False
    is_told_of = source.end <= cue.start and _IS_SAID.fullmatch(cue.text) is not None
    return is_told_of and _TO_DO.match(text, cue.end) is not None


def _is_told(source: Span, cue: Span, attribution: Attribution) -> bool:
    """Whether the source is part of the content, as the subject of a passive is, and so nobody who tells it."""
    inside = any(piece.start <= source.start and source.end <= piece.end for piece in attribution.content)
    return inside and source.end <= cue.start and _PASSIVE.search(cue.text) is not None


def _only_seems(text: str, source: Span, cue: Span) -> bool:
    """Whether the cue but tells how the source looks to others: of 52 such in PolNeAR's training half 8 told it."""
    looks = source.end <= cue.start and _SEEMS.fullmatch(cue.text) is not None
    return looks and _TO_THINK.match(text, cue.end) is None
