"""What a cue says plainly of its speaker's stand on what it introduces."""

from __future__ import annotations

import re
from dataclasses import replace

from reportedly.reading.positions.plain import OTHER, Plain, Side
from reportedly.reading.positions.plainly import (
    DONE,
    PASSIVE,
    PERFECT,
    REFRAINED,
    SILENT,
    by_others,
    deeper,
    infinitive,
)
from reportedly.reading.positions.stand_words import CUE, NEGATION, UNDECIDED

_WISHES = re.compile(  # before "to …": what somebody wants done, or means to do
    r"\b(?:(?:(?:ask|advis|begg?|plead|implor|beseech|entreat|press|instruct|order|counsel|threaten|persuad)"
    r"(?:e|es|s|ed|ing)?|appeal(?:s|ed|ing)|appeal to|lean(?:s|ed|ing)? on|"
    r"call(?:s|ed|ing)? (?:on|upon))\b[^.;:,]{0,40}|"
    r"(?:call|mean|long)(?:e|es|s|ed|ing|t)?|would rather|made up (?:his|her|its|their) minds?|"
    r"(?:desire|wish|threat|readiness|willingness|proposal|plea|vow|pledge))\s*$",
    re.IGNORECASE,
)


_WAITS = re.compile(rf"\b(?:{UNDECIDED})\s*\Z", re.IGNORECASE)
_NONE = re.compile(r"\b(?:no|little)\s+(?:\w+\s+)?\Z", re.IGNORECASE)
_FEW_IDEAS = re.compile(
    r"\b(?:no|few|little|hardly any|scant)\s(?:\w+\s)?(?:ideas?|plans?|details?|proposals?|solutions?)\b"
)
_GIVES = re.compile(r"offer", re.IGNORECASE)  # "offers her a break"
_TO_SOMEBODY = re.compile(r"(?:him|her|them|us|me|you)\s(?:an?|the|some|no|any|more|money|help|\d)\b", re.IGNORECASE)
_ASKS = re.compile(r"\bask\w*\b", re.IGNORECASE)
_TO_TELL = re.compile(  # what reporters ask
    r"\s*to (?:share|say|describe|name|comment|discuss|elaborate|clarify|respond|react|rate|sum up|repeat|recall|"
    r"tell|talk|speak)\b",
    re.IGNORECASE,
)
_CALLED = re.compile(r"call\w*\s*$", re.IGNORECASE)  # who calls a clerk to ask him telephones
_SOMEBODY_TO = re.compile(r"(?:[^\s,;:.\"“]+\s+){1,8}?(?P<no>not\s+)?to\s+\w", re.IGNORECASE)
_MODAL = re.compile(r"(?:will|would|shall|(?:is|are|was|were) going to)(?P<no> not| never)?\s*", re.IGNORECASE)
_NO_VERB = re.compile(
    r"\w+(?:ed|ing)\b|(?:an?|the|to|that|his|her|its|their|not|be|have|if|provided|unless)\b", re.IGNORECASE
)
_NEITHER = re.compile(r"neither\b", re.IGNORECASE)
_OBJECT = re.compile(r"\s+(?P<object>[^:]+):\W*")  # "backs the mayor: “A decent woman”"
_TO_SHOW = re.compile(r"\s+to (?:establish|show|prove|distinguish|explain|portray|cast|present)\b", re.IGNORECASE)
_DETERMINED = re.compile(r"\b(?:the|an?|any|all|his|her|its|their|this|that|such)\s+$", re.IGNORECASE)
_SEES = re.compile(r"\b(?:sees?|saw|seen)\s*$", re.IGNORECASE)
_NO_NEED = re.compile(r"\W*no (?:\w+ )?(?:need|reason|place|point|room|case|sense)\s+(?:for|to|in)\s+", re.IGNORECASE)
_DECIDED = re.compile(r"deci", re.IGNORECASE)
_WHETHER_TO = re.compile(r"\s*(?:on )?whether to\s+", re.IGNORECASE)
_ASKED = re.compile(r"\s*(?:what|whether|how|which|who|when|where)\b", re.IGNORECASE)
_OBJECTED = re.compile(r"object", re.IGNORECASE)


def by_cue(cue: str, words: str) -> Plain | None:
    """What a cue, with all words up to its content, says of its speaker's stand on the content."""
    if _SEES.search(cue) and (none := _NO_NEED.match(words)) is not None:
        return Plain(stance="against", skip=none.end())
    found = list(CUE.finditer(cue))
    if not found and _WAITS.search(cue) is not None:
        return Plain(stance="undecided", skip=0)
    if not found:
        return _wished(cue, words)
    match = found[-1]
    if len(found) > 1 and found[-2]["against"] and _DETERMINED.search(cue, 0, match.start()):
        match = found[-2]  # "vetoed the plan to"
    side: Side = "against" if match["against"] else "for"
    before, after = cue[: match.start()], cue[match.end() :]
    no = NEGATION.search(before) is not None
    if (side == "against" or no) and (REFRAINED.match(after) or REFRAINED.match(words)):
        return Plain(stance=None, skip=0)
    if no and _DECIDED.match(match[side]) and (whether := _WHETHER_TO.match(words)) is not None:
        return Plain(stance="undecided", skip=whether.end())
    if _NEITHER.match(words) or _TO_SHOW.match(after) or (_DECIDED.match(match[side]) and _ASKED.match(words)):
        return Plain(stance=None, skip=0)
    if PASSIVE.search(before) and DONE.match(match[side]):
        return Plain(stance=None, skip=0)
    if _FEW_IDEAS.match(after.lstrip()) or (_GIVES.match(match[side]) and _TO_SOMEBODY.match(words)):
        return Plain(stance=None, skip=0)
    if SILENT.match(match[side]) and no:
        return Plain(stance=None, skip=0)
    if not no and (named := _OBJECT.fullmatch(after)) is not None:
        return Plain(stance=side, skip=0, on=named["object"])
    if not no:
        return deeper(side, 0, words, by=match[side])
    if _OBJECTED.match(match[side]):
        return Plain(stance="for", skip=0)
    return Plain(stance="against" if side == "for" and not PERFECT.search(before) else "undecided", skip=0)


def _wished(cue: str, words: str) -> Plain | None:
    """What somebody wants done ("begged the town to wait"), or will do ("will" sign)."""
    if (wish := _WISHES.search(cue)) is not None:
        if NEGATION.search(cue, 0, wish.start()) or (_ASKS.search(cue) and _TO_TELL.match(words)):
            return None
        none = _NONE.search(cue, 0, wish.start()) is not None
        if none and (plain := infinitive(words)) is not None:  # "has no desire" to dig
            return replace(plain, stance=OTHER[plain.stance]) if plain.stance in OTHER else None
        if (plain := infinitive(words) or by_others(words)) is not None:
            return plain
        match = None if _CALLED.search(cue) else _SOMEBODY_TO.match(words)
        return Plain(stance="for", skip=0, sure=False) if match is not None and not match["no"] else None
    if (will := _MODAL.fullmatch(cue)) is not None and words[:1].islower() and not _NO_VERB.match(words):
        return Plain(stance="against" if will["no"] else "for", skip=0, sure=False)
    return None
