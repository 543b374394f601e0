"""How near to the speaker an outlet stands that the sentence of an attribution mentions, by the words around it."""

from __future__ import annotations

import re

from reportedly.reading.attribution import Attribution
from reportedly.reading.cast.nouns import noun
from reportedly.reading.cast.unmarked import is_press
from reportedly.reading.chains.citing import cites
from reportedly.records.article import Span

REPORTER, QUOTED_BY, LISTENER = range(3)  # "told A, B reported" is B > A > the speaker

# what an outlet does that reports the words of others
_REPORTS = (
    r"(?:reports?|reported|reporting|writes?|wrote|written|notes?|noted|says?|said|adds?|added|claims?|claimed|"
    r"reveals?|revealed|quotes?|quoted|cites?|cited|learns?|learned|learnt|found out|informs?|informed|puts?|"
    r"publishes|published|carries|carried|understands?|broadcasts?|credits?|attributes?|translated|relays?|relayed|"
    r"conveys?|conveyed|got hold of|dug up|"
    r"ascribes?|transmits?|mentions?|mentioned|has it|had it|has at its disposal|obtained|has seen|had seen|saw|"
    r"discloses?|disclosed|recounts?|recounted|passe[sd] on|asserts?|asserted|retells?|retold|specif(?:ies|ied))"
)
_LEAD_IN = r"(?:(?:the|a|an|its|their|our) )?(?:[\w’'-]+ ){0,3}?"  # "the radio station", before a name
_ADVERBS = r"(?:(?:has|have|had|also|first|earlier|later|then|now|further|newsletter|newspaper) ){0,3}"
WRITES = re.compile(rf"(?:, for (?:its|his|her|their) part)?,? ?(?:which |who )?{_ADVERBS}{_REPORTS}\b", re.IGNORECASE)
_FIRST = re.compile(r",? ?(?:was|were|had been) (?:the )?(?:first|only)\b", re.IGNORECASE)
_WRITTEN_BY = re.compile(rf"(?:\A|[,.–—”’\"'] ?|\bas )(?:so )?{_ADVERBS}{_REPORTS} {_LEAD_IN}\Z", re.IGNORECASE)
_BY = re.compile(
    rf"(?:\baccording to|\bvia|\bper|\bin the words of|\bsources?:|\bquoting|\bciting|\bwith reference to|"
    rf"\b(?:quot|cit|report|publish|print|relay|carri|releas|pick|tak|interview|quizz|grill|broadcast|air|obtain|see|hear|"
    rf"transcrib|translat|transmit|attribut|communicat)\w* (?:\w+ )?by|\(h/t) {_LEAD_IN}\Z",
    re.IGNORECASE,
)
_BELIEVE = re.compile(rf"\W*if (?:\w+ ){{1,3}}?believes? {_LEAD_IN}")
_BELIEVED = re.compile(r"[^,;.]{0,20} (?:is|are) to be believed\b")
_IF = re.compile(r"\bif (?:the )?\Z", re.IGNORECASE)
_HAS = re.compile(
    r"(?:, for its part,)? (?:[\w ]{1,20} and )?(?:also |now |even )?(?:has|had) (?:the |an? |its |one of )?"
)
HEARD_FROM = re.compile(
    r" (?:(?:has|had|have) )?(?:heard|hears|learn(?:ed|t|s)|got|has|had) (?:it |this )?from (?:the |its )?"
)
_WHOM = re.compile(r", whom (?:the )?")
_MET = re.compile(
    r" (?:(?:had|has|did|does) (?:not )?)?(?:caught|reached|interviewed|quote[ds]|cite[ds]|asked|rang|phoned|called|"
    r"met|name[ds]?)\b"
)
_TO_WHOM = re.compile(r"(?: of [A-Z]\w+)?, (?:to|with) (?:whom|which) (?:the |an? |one |two )?")
_IN_ITS = re.compile(r"\bin (?:the )?\Z", re.IGNORECASE)
_VERSION = re.compile(r"[’']s? (?:\w+ )?(?:version|telling|retelling|account|reading|rendering)\b")
TOLD = re.compile(
    rf"\b(?:t(?:ell|old)\w*|inform\w*|assur\w*|brief\w*) {_LEAD_IN}\Z|"
    rf"\b(?:sp[eo]\w*|talk\w*|say\w*|said|reveal\w*|confid\w*|confirm\w*|admit\w*|remark\w*|comment\w*|statements?|"
    rf"describ\w*|suggest\w*|complain\w*|declar\w*|react\w*|vow\w*|insist\w*|warn\w*|promis\w*|repeat\w*|whisper\w*|explain\w*|interviews?|wr[io]t\w*|letter|e-?mail\w*|"
    rf"conversation|appear\w*|claim\w*|account|given?|gave|add\w*) "
    rf"(?:[\w’'-]+ ){{0,4}}?(?:to|with|by|on|for|in) {_LEAD_IN}\Z|"
    rf"(?:\A\W*to|\b(?:in|on)) {_LEAD_IN}\Z",
    re.IGNORECASE,
)
_LET = re.compile(rf"\blets? {_LEAD_IN}\Z", re.IGNORECASE)
_NOT_TOLD = re.compile(r"(?:\b(?:not|never|none|nobody|nor|declin\w+|refus\w+)\b|n[’']t\b)[^,;]{0,40}\Z", re.IGNORECASE)
_REPORT_IN = re.compile(
    r"\b(?:reports?|articles?|stor(?:y|ies)|allegations?|rumou?rs|pieces?|headlines?|accounts?) (?:in|by|from|of|on) "
    rf"{_LEAD_IN}\Z|\bcall\w* (?:up)?on {_LEAD_IN}\Z",
    re.IGNORECASE,
)
_DENIED = re.compile(
    rf"\b(?:den(?:y|ied|ies|ying)|(?:dismiss|reject|contradict|rebutt?|refut|disput)(?:s|es|ed|e|ing)?|brush\w* aside) "
    rf"(?:as [\w-]+ )?{_LEAD_IN}\Z",
    re.IGNORECASE,
)
_OWN_REPORT = re.compile(
    r"[’']s? (?:\w+ )?(?:reports?|articles?|stor(?:y|ies)|claims?|numbers?|accounts?)\b|"
    r" (?:report|story)\b(?= (?!that\b)[a-z])",
    re.IGNORECASE,
)
_PASSED_ON_BY = re.compile(rf"(?<![\w-])([\w-]+),? (?:(?:first|also|partly|earlier|later) )?\w+ed by {_LEAD_IN}\Z")
_IN_THE = re.compile(r"\b(?:in|from|through|via|per|to|citing|quoting) (?:[\w’'-]+ ){0,4}\Z", re.IGNORECASE)
_WHICH = re.compile(
    r", which (?:the |(?:(?:was|were|is|are|has been|have been|had been) )?(?:\w+ )?\w+ed by (?:the )?)?\Z"
)  # "…, which the Courier broke", "which was first reported by the Courier"
_OWNS, _OWNING = re.compile(r"[’']s? "), re.compile(r"[’']s?\Z")
_OF_OR_IN = re.compile(r"\b(?:of|in) (?:the )?\Z", re.IGNORECASE)
_SAID_TO = re.compile(rf",?(?: [\w’'-]+){{0,3}}? to {_LEAD_IN}")


def nearness(text: str, attribution: Attribution, clause: tuple[int, int], span: Span) -> int | None:
    """REPORTER, QUOTED_BY or LISTENER, as the mention passes on what is said in this clause; None where it does not."""
    left, right = text[clause[0] : span.start], text[span.end : clause[1]]
    source = attribution.source
    if source and source.start - 3 <= span.end <= source.end:
        if _OWNS.match(right) or _OWNING.search(span.text):
            return REPORTER
        if source.start <= span.start:
            named = span.start != source.start or span.text[0].isupper()  # "Fox News analyst …", not "federal data"
            if named and TOLD.search(left) and source.text.find(" who ", 0, span.start - source.start) > 0:
                return None if _NOT_TOLD.search(left) else LISTENER  # "two officials who spoke to the Courier"
            return REPORTER if named and (_OF_OR_IN.search(left) or _BY.search(left)) else None
    if (_IN_ITS.search(left) and _VERSION.match(right)) or (_IF.search(left) and _BELIEVED.match(right)):
        return REPORTER
    if (beside := _beside_source(text, attribution, span)) is not None:
        return beside
    if _REPORT_IN.search(left) or _OWN_REPORT.match(right) or _is_of_thing(left, clause[0], source):
        return None
    if _is_denied(left, clause[0], attribution):
        return None
    if (
        _is_said_to(text, attribution, span.start)
        or TOLD.search(left)
        or (_LET.search(left) and right.startswith(" know"))
    ):
        return None if _NOT_TOLD.search(left) or is_press(span.text) else LISTENER
    if _BY.search(left):
        return QUOTED_BY
    if WRITES.match(right) or _FIRST.match(right) or _WRITTEN_BY.search(left):
        return REPORTER
    return REPORTER if cites(text, attribution) else None


def _beside_source(text: str, attribution: Attribution, span: Span) -> int | None:
    """What the words between an outlet and the source say: "NBX has two aides say", "Renn, whom NBX reached"."""
    source, cue = attribution.source, attribution.cue
    if source is None or cue is None:
        return None
    if span.end <= source.start and HEARD_FROM.fullmatch(text, span.end, source.start):
        return REPORTER
    ends = max(part.end for part in (source, cue, *attribution.content))
    if ends <= span.start and _BELIEVE.fullmatch(text, ends, span.start):
        return REPORTER
    if span.end <= source.start and source.end <= cue.start:
        if _TO_WHOM.fullmatch(text, span.end, source.start):
            return LISTENER
        return REPORTER if _HAS.fullmatch(text, span.end, source.start) else None
    caught = source.end <= span.start and _WHOM.fullmatch(text, source.end, span.start) and _MET.match(text, span.end)
    return REPORTER if caught else None


def _is_denied(left: str, low: int, attribution: Attribution) -> bool:
    """Whether what an outlet brought is denied beside the cue: "…, she said, dismissing a Courier report that …"."""
    denied, cue = _DENIED.search(left), attribution.cue
    return denied is not None and not (cue is not None and cue.start <= low + denied.start() < cue.end)


def _is_said_to(text: str, attribution: Attribution, start: int) -> bool:
    """Whether somebody speaks to what begins here: "swears to the Courier", "said Renn, the mayor, to Radio Ulm"."""
    cue, source = attribution.cue, attribution.source
    if cue is None or cue.end > start:
        return False
    if _SAID_TO.fullmatch(text, cue.end, start):
        return True
    follows = source is not None and 0 <= source.start - cue.end <= 1 and source.end <= start
    return follows and source is not None and _SAID_TO.fullmatch(text, source.end, start) is not None


def _is_of_thing(left: str, low: int, source: Span | None) -> bool:
    """Whether an outlet only passed on a thing spoken of: "a memo quoted by the Courier", "a tryst, which …"."""
    which = _WHICH.search(left)
    if which is not None:
        return source is None or source.end != low + which.start()
    passed = _PASSED_ON_BY.search(left)
    thing = noun(passed[1]) if passed else None
    if passed is None or thing is None or thing.kind != "document" or _IN_THE.search(left, 0, passed.start()):
        return False
    at = low + passed.start()
    return source is None or not source.start <= at < source.end
