"""What kind of contact some words name: "lunched" is a meeting, "rang" a call."""

from __future__ import annotations

import re

from reportedly.records.contact import ContactKind

# Tried in this order: "telephone conversation" is a call and "summit talks" a summit before either is anything else.
_KINDS: tuple[tuple[ContactKind, str], ...] = (
    ("meeting", r"courtesy calls?|face[- ]to[- ]face"),
    (
        "call",
        r"\w*phon(?:e|es|ed|ing)|rang|rung|ring(?:s|ing)?|call(?:s|ed|ing)?|sp[eo]ak(?:s|ing)?|spoken?|video(?:\W?\w+)?",
    ),
    ("ceremony", r"ceremon(?:y|ies)|funeral|signing|credentials|wreath|inauguration|decorat\w+|unveil\w*|memorial"),
    ("summit", r"summits?"),
    ("letter", r"letters?|wrote|writ(?:e|es|ing|ten)|e-?mail(?:s|ed)?|messages?|telegrams?|memorand\w+|note verbale"),
    ("visit", r"visit(?:s|ed|ing)?|trips?|travel\w*|fl(?:y|ies|ew|own|ying)|land(?:s|ed|ing)?|arriv\w+|stopover|tour"),
    ("talks", r"talks|negotiat\w+|rounds?|consult\w+|mediation|talked|working group|discuss\w*"),
    (
        "meeting",
        r"meet(?:s|ing|ings)?|met|sees?|saw|seen|receiv\w+|host(?:s|ed|ing)?|dinners?|dined?|lunch\w*|suppers?",
    ),
    ("meeting", r"breakfasts?|coffee|tea|hearings?|audience|summon\w*|brief(?:s|ed|ing)?|s[ai]t(?:s|ting)?|sessions?"),
    ("meeting", r"(?:press|news) conference|encounter\w*|hands|appointment|gather\w*"),
)
_NAMED = tuple((kind, re.compile(rf"\b(?:{words})\b", re.IGNORECASE)) for kind, words in _KINDS)
_CALLED_ON = re.compile(r"(?<!courtesy )(?<!phone )\bcall(?:s|ed|ing)? (?:up)?on (?!\w*day\b|\d)", re.IGNORECASE)
_CALLED_IN = re.compile(r"\bcall(?:s|ed|ing)? (?:\w+ )?(?:in|together)\b(?! the)", re.IGNORECASE)
_NO_CONTACT = re.compile(
    r"\b(?:call(?:s|ed|ing)? (?:off|for|it|into)|"
    r"calls? to (?!the|an?\b|this|these|those|each|every|all|both|one|h[ie][rsm]|their|them|its|my|me|our|us)"
    r"(?-i:[a-z]+)|"
    r"(?:sp[eo]ak(?:s|ing)?|spoken?) (?:\w+ly )?(?:of|about|out|for|against|up|from|at|before|on behalf))\b",
    re.IGNORECASE,
)
_CALLED_OFF = re.compile(
    r"call(?:s|ed|ing)? off (?:[\w’'-]+ ){0,3}?(talks|meetings?|visits?|trips?|calls?|summits?|dinners?)\b"
)
_SPEECH = re.compile(
    r"\b(?:conversations?|talk(?:s|ed|ing)?|chat\w*|told|contacts?|discuss\w*|rais(?:ed?|ing)|exchange\w*|brief\w*|confer\w*|thank\w*)\b",
    re.IGNORECASE,
)
_BY_WIRE = re.compile(
    r"\b(?:by|over|on|through) (?:the |a )?(?:secure )?(?:tele)?(?:phone|video)\b|"
    r"\b(?:in|during) an? (?:tele)?phone call\b",
    re.IGNORECASE,
)


def kind_of(words: str, after: str = "") -> ContactKind | None:
    """The kind that the words for a contact, with what comes after them, make plain; None where they do not."""
    if _SPEECH.search(words) and _BY_WIRE.search(words + after):
        return "call"
    around = words + after[:20]
    if off := _CALLED_OFF.match(words + after):
        return kind_of(off[1])
    if _begins(_NO_CONTACT, around, words):
        return None
    of_calling = _begins(_CALLED_ON, around, words), _begins(_CALLED_IN, around, words)
    if any(of_calling):
        return "visit" if of_calling[0] else "meeting"
    return next((kind for kind, pattern in _NAMED if pattern.search(words)), None)


def _begins(pattern: re.Pattern[str], around: str, words: str) -> bool:
    match = pattern.search(around)
    return match is not None and match.start() < len(words)
