"""Whether words that can name a contact do so in their sentence: nobody meets who "met the deadline"."""

from __future__ import annotations

import re

_FEW = r"(?:(?:the|an?|its|his|her|their|our|any|all|such|those|these|this|that|no|some)\s+)?(?:[a-z-]+\s+){0,2}?"
_MET_THINGS = (
    r"deadlines?|requirements?|demands?|targets?|goals?|needs|standards?|criteri(?:a|on)|definitions?|thresholds?|"
    r"quotas?|conditions?|obligations?|commitments?|expectations?|costs?|challenges?|tests?|resistance|opposition|"
    r"objections?|criticism|sk?[ec]?epticism|approval|fate|death|schedules?|payroll|bills"
)
_GOT_THINGS = (
    r"endorsements?|support|nominations?|awards?|votes?|backing|boosts?|applause|ovations?|money|funds|funding|"
    r"donations?|contributions?|payments?|attention|criticism|threats?|warnings?|reports?|results?|news|word|"
    r"permission|approval|benefits?|treatment|training|aid|help|clearance"
)
_PRESS = (  # "to a group of foreign reporters", but not "to press secretary Renn", "before reporters came"
    r"(?:(?:the|an?|its|his|her|their|some|many|several)\s+)?(?:(?:small|large)\s+)?(?:(?:group|handful|crowd)\s+of\s+)?"
    r"(?:(?:local|foreign|international|national|waiting|invited)\s+)?(?:reporters|journalists|newsmen|press|media)"
    r"(?![\w’'-])(?!\s+(?!(?:on|in|at|after|before|during|outside|following|from|about|as|while|when|and|late|early|yesterday|"
    r"today|again)\b)\w)"
)
_DOES = (
    r"speak|talk|perform|play|win|lose|run|endorse|fail|succeed|address|appear|testify|become|get|take|make|go|come|"
    r"leave|fall|die|beat|ad|ads|speech|speaking|talking|performing|winning|losing|running"
)
# a thing is met, got or watched; one side acts alone, or tells the press; a word that is another's: each with what
# comes after it
_AFTER = re.compile(
    rf"me(?:e?t|ets|eting)\s+(?!with\b){_FEW}(?:{_MET_THINGS})\b|"
    rf"receiv\w+\s+{_FEW}(?:{_GOT_THINGS})\b|"
    rf"(?:see|sees|saw|seen|seeing)\s+(?:[\w.’'-]+\s+){{1,4}}(?:{_DOES})\b|"
    rf"(?:sp(?:eak|oke)|talk|me(?:e?t)|brief)\w*\s+(?:(?:to|with)\s+)?{_PRESS}|"
    r"call(?:s|ed|ing)?\s+out\b(?!\s+to\b)|"
    r"negotiat\w+\s+(?:partner|position|table|team|skill|tactic|style|by\b)|"
    r"(?:tele)?phone\s+(?:spree|bank|banking|banks|number|records)\b|"
    r"phon(?:es|ing|ed)\s+(?:\w+\s+)?on behalf of|"
    r"meetings?\s+(?:agenda|minutes|room)\b|letters?\s+of\s+(?:credit|intent|marque)\b",
    re.IGNORECASE,
)
_APPEALS = re.compile(  # who "called on Brask to resign" has not been there; who "called on Brask to thank him" has
    r"call(?:s|ed|ing)?\s+(?:up)?on\s+(?!\w*day\b)(?:(?!\b(?:and\s+(?![A-Z])|at|on|in|wh\w+)\b)[^.;:]){2,60}?\s(?:not\s+)?to\s+"
    r"[“\"‘]?(?!(?:discuss|see|present|offer|ask|thank|hand|deliver|congratulate|pay|talk|speak|say|tell|show|inform|protest|"
    r"complain|apologi[sz]e|bid|take|explain|express|hear|beg|plead|the|an?|his|her|its|their|our|my)\b)[a-z]+\b|"
    r"call(?:s|ed|ing)?\s+[^.;:,]{2,60}?\sto\s+(?:order|account|testify|mind|the\s+(?:witness\s+)?(?:stand|box|bar))\b"
)
_BEFORE = tuple(
    (re.compile(rf"\b(?:{before})\s+$", re.IGNORECASE), re.compile(words, re.IGNORECASE))
    for before, words in (
        (r"skeptical|sceptical|packed|live|cheering|large|small|captive|target|national", r"audience"),
        (r"(?:agendas?|schedule) for(?:\s+[\w’'-]+){1,3}", r"meetings?|hearings?|session"),
        (r"hit(?:s|ting)? the", r"phones"),
        (r"(?<!joint )(?:press|news)", r"conferences?"),
    )
)
_TOWN_HALL = re.compile(r"\btown[ -]hall(?:[ -]style)?\s+meetings?\Z", re.IGNORECASE)  # held before a public
_AFTER_HEARING = re.compile(r"\b(?:after|before|from|by|since|of)\s+$", re.IGNORECASE)
_HEARING = re.compile(r"hearing\s+(?!of|on|with|at|in|before)[a-z]")
# what one side holds before a public, or gives to a paper; who only comes with another
_ALONE = re.compile(
    r"(?:ral(?:ly|lies)|(?:press|news)\s+conferences?|appearances?|speech(?:es)?|fund-?raisers?|robocalls?|"
    r"interviews?|contacting|mailers?|accompan(?:y|ies|ied|ying)|flanked|escort(?:s|ed|ing)?)(?:\s+(?:with|by|to))?",
    re.IGNORECASE,
)
_JOINT = re.compile(r"\bjoint(?:\s+\w+)?\s+$|\b(?:video|tele)\s*$", re.IGNORECASE)
_OFTEN = re.compile(
    r"\b(?:often|frequently|regularly|routinely|usually|occasionally|rarely|seldom|always)\b", re.IGNORECASE
)
_IF_HAD = re.compile(r"\bif\b[^,;]*\bhad(?:\s+(?!not\b)\w+)?\s+$|\bhad\s+(?:[\w.’'-]+\s+){1,3}$", re.IGNORECASE)
_WOULD_HAVE = re.compile(r"\b(?:would|could|might)(?:\s+(?:not|never|probably|likely))?\s+have\b", re.IGNORECASE)
_WOULD_HAVE_GONE = re.compile(
    r"\bwould(?:\s+(?:not|never))?\s+have\s+(?:attended|joined|skipped|gone to|been (?:at|in))\s+"
    r"(?:the|a|an|that|this)\s+$",
    re.IGNORECASE,
)
_WRITTEN_IN = re.compile(r"wr(?:ote|ites?|iting|itten)[ -]in\s+(?!the\b|The\b)[A-Z][\w-]+\.?\s+[A-Z]")  # on a ballot
_BALLOT = re.compile(
    r"\b(?:vot(?:e[ds]?|ers?|ing)|ballots?|elect\w*|primar(?:y|ies)|candidates?|nominee)\b", re.IGNORECASE
)
_ASKED = re.compile(r"\byou\b.*\?[\"”’)]*\s*$", re.IGNORECASE)
_SPEAKS = re.compile(r"(?:sp[eo]ak(?:s|ing)?|spoken?)", re.IGNORECASE)
_SPEAKS_WITH = re.compile(
    r"(?<!along )\bwith\b|(?<!ing )\bto\b|"
    r"\b(?:together|directly|privately|each other|(?:tele)?phone|video|line|telephonically)\b",
    re.I,
)
_AT_A_BRIEFING = re.compile(
    r"sp[eo]ak(?:s|ing)?(?:\s+\w+)?\s+(?:at|in)\s+(?:an?|the|their|his|her)\s+(?:\w+\s+){0,2}?(?:press|news)\s+conference\b"
)
_SPEAKING = re.compile(  # what leads over to what is said: "Speaking to lawmakers on Tuesday, Renn said"
    r"(?:Speaking|Talking) to (?![^,.;]*\b(?:phone|telephone|video|line)\b)[^.;]*,"
)
_WITH_BEFORE = re.compile(r"\b(?:both|two|they|leaders|ministers|presidents|pair|and|whom)\b", re.IGNORECASE)
_ONE_BEFORE = re.compile(r"\b(?:I|he|she)\s+(?:(?:has|had|have|was|is|\w+ly)\s+)*\Z")  # "love and care, as he spoke"


_PLAYED_IN = re.compile(  # what teams and candidates meet in: "in Saturday's final", no round of talks
    r"(?:\s+(?!to\b|before\b|after\b|for\b|and\b|about\b)[^\s,;:.]+){0,8}?\s+in\s+"
    r"(?:(?:the|an?|their|its|this|next|last|\w+[’']s)\s+)?(?:[\w’'-]+\s+){0,3}?"
    r"(?:(?:semi-?|quarter-?)?finals?|play-?offs?|run-?offs?|derby|league|cup|championships?|tournament|grand\s+prix|"
    r"round\s+of\s+\d+|last\s+(?:16|eight|four|32))\b(?!\s+(?!on|against|at|in|next|this|last|after|for|and|of\s+the)\w)",
    re.IGNORECASE,
)
_PLAYS = re.compile(
    r"(?:meet(?:s|ing)?|met|fac(?:e|es|ed|ing)|visit(?:s|ed)?|host(?:s|ed)?|play(?:s|ed)?)", re.IGNORECASE
)
_TEAM = re.compile(
    r"\A(?!(?:Did|Do|Does|Will|Can|Could|Should|Would|Let|May|Might|Must)\b)(?:[A-Z][\w.’-]*(?<!s)\s+){1,3}\Z"
)
_OTHER_TEAM = re.compile(
    r"\s+(?:[A-Z][\w.’-]*)(?:\s+[A-Z][\w.’-]*){0,2}(?=\s+(?:in|on|at|this|next|tomorrow)\b|[.,]|\Z)"
)
_WAYS = re.compile(  # rivers and roads that meet
    r"(?:\A\W*|\b(?:where|two|three|both)\s+)(?:the\s+)?(?:[\w’'-]+\s+){0,2}?"
    r"(?:rivers?|roads?|streets?|highways?|oceans?|seas|tracks|valleys|trails|railways|borders|streams)"
    r"(?:\s+(?:the\s+)?[A-Z]\w+(?:,?\s+(?:and\s+)?(?:the\s+)?[A-Z]\w+)*)?\s+(?:also\s+)?\Z",
    re.IGNORECASE,
)


def _is_played(before: str, words: str, after: str) -> bool:
    """Whether teams or candidates meet to compete: "Barcelona meet Real Madrid", "will face him in the run-off"."""
    if not _PLAYS.fullmatch(words):
        return False
    if _PLAYED_IN.match(after):
        return True
    are_teams = _TEAM.search(before) and _OTHER_TEAM.match(after)
    return words in ("meet", "host", "face", "visit", "play") and bool(are_teams)


def is_told(text: str, sentence: tuple[int, int], trigger: tuple[int, int]) -> bool:
    """Whether the words for a contact name one that is told of: no thing, no habit, no question, nothing unreal."""
    start, end = sentence
    words, after = text[slice(*trigger)], text[trigger[1] : end]
    before = text[start : trigger[0]]
    if _APPEALS.match(text, trigger[0], end) or _SPEAKING.match(text, trigger[0], end):
        return False
    if _AT_A_BRIEFING.match(text, trigger[0], end):
        return False
    if _AFTER.match(text, trigger[0], end) or any(w.fullmatch(words) and b.search(before) for b, w in _BEFORE):
        return False
    if _TOWN_HALL.search(text[start : trigger[1]]) and not after.startswith(" with "):
        return False
    if _HEARING.match(text, trigger[0], end) and _AFTER_HEARING.search(before):
        return False
    if _ALONE.fullmatch(words) and not _JOINT.search(before):
        return False
    if _WRITTEN_IN.match(text, trigger[0], end) and _BALLOT.search(text, start, end):
        return False
    together = _WITH_BEFORE.search(before[-60:]) and not _ONE_BEFORE.search(before[-30:])
    if _SPEAKS.fullmatch(words) and not (_SPEAKS_WITH.search(after) or together):
        return False
    if _is_played(before, words, after) or (words in ("meet", "met") and _WAYS.search(before)):
        return False
    if _OFTEN.search(before[-25:]) or _OFTEN.match(after.lstrip(" ,")):
        return False
    unreal = _IF_HAD.search(before) and _WOULD_HAVE.search(after)
    return not (unreal or _WOULD_HAVE_GONE.search(before) or _ASKED.search(text[start:end]))
