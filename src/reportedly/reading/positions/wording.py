"""What the words of a statement show of what is done by saying it, and of where its speaker stands: named groups."""

from __future__ import annotations

import re

_CUE = {
    "wishing": r"want|demand|insist|call\w* (?:for|on)|seek|sought|urg|press|ask|appeal|begg?|plead|need|hop|wish",
    "accepting": r"agree|accept|consent|ready|willing|prepared|offer|propos|suggest|undert|commit|promis|pledg|vow",
    "favouring": r"support|back|favou?r|welcom|endors|approv|prais|defend|advocat|campaign|argu",
    "opposing": r"oppos|reject|refus|object|against|rul\w+ out|den(?:y|ie)|declin|dismiss|condemn|veto|resist|protest",
    "threatening": r"threat|warn|vow|otherwise",
    "weighing": r"consider|weigh|undecided|not (?:yet )?decided|n[o']t rule|open to|examin|stud(?:y|ie)|doubt|review",
    "judging": r"call(?:ed|s|ing)?$|describ|consider|see[sn]?\b|regard|believ|thinks?|thought|felt|found",
    "reporting": r"^sa(?:id|ys?|ying)$|^told|^tells?|report|according|wrote|announc|stat(?:ed|es)|add(?:ed|s)|confirm",
}
_WORDS = {
    "against": r"oppos\w+|reject\w*|against|refus\w+|unacceptable|illegal|mistake|wrong|veto\w*|never|resist\w*",
    "forbidding": r"(?:must|should|can|could|would|need|do|does|did)(?: not|n['’]t)|cannot|no \w+ (?:can|may|will)",
    "for": r"support\w*|back(?:s|ed|ing)?|favou?r\w*|welcom\w+|endors\w+|agree\w*|accept\w*|right (?:step|way)|best",
    "ready": r"ready|willing|prepared|offer\w*|happy to|glad to|propos\w+|open to|in favou?r",
    "ought": r"must|should|ought|needs? to|ha(?:ve|s) to|let us|want\w*|demand\w*|call(?:s|ed|ing)? (?:for|on)",
    "condition": (
        r"unless|only (?:if|when|once|after|on)|provided|on (?:the )?condition|as long as|so long as|"
        r"until|once|if|first|before|in (?:return|exchange)|without"
    ),
    "open": r"not (?:yet )?(?:decided|ruled|made up)|undecided|no decision|considering|weighing|whether|perhaps|maybe",
    "negation": r"no|not|never|nobody|nothing|none|\w+n['’]t",
    "will": r"will|shall|going to|would|\w+['’](?:ll|d)",
    "past": r"was|were|had|did|\w{3,}ed",
    "self": r"I|we|our|my|us|me",
    "number": r"\d[\d.,]*",
}
_IN_CUE = {name: re.compile(words, re.IGNORECASE) for name, words in _CUE.items()}
_IN_WORDS = {name: re.compile(rf"\b(?:{words})\b", re.IGNORECASE) for name, words in _WORDS.items()}
_INFINITIVE = re.compile(r"(?:not )?to \w", re.IGNORECASE)
_CLAUSE = re.compile(r"\b(?:is|are|was|were|has|have|had|will|would|can|could|must|should|\w+ed)\b", re.IGNORECASE)
_WORD = re.compile(r"\w+")
_NEGATED = re.compile(r"(?:\b(?:not|never|no)|n['’]t)\s*$")


def named_in(cue: str, before: str, content: str) -> set[str]:
    """The names of the groups that words of a cue and of a content belong to; `before` are those before the cue."""
    found = {f"cue {name}" for name, pattern in _IN_CUE.items() if pattern.search(cue)}
    found |= {name for name, pattern in _IN_WORDS.items() if pattern.search(content)}
    if not cue:
        found.add("no cue")
    if _IN_WORDS["negation"].search(cue) or negated(before):
        found.add("cue negated")
    if _INFINITIVE.match(content):
        found.add("infinitive")
    if not _CLAUSE.search(content):
        found.add("no clause")
    count = len(_WORD.findall(content))
    found.add("short" if count <= 8 else "long" if count > 25 else "middling")
    return found


def negated(before: str) -> bool:
    """Whether the words before a cue negate it."""
    return _NEGATED.search(before) is not None
