"""What in a statement shows that its speaker takes a stand, and which: named signs, to be weighed."""

from __future__ import annotations

import re
from dataclasses import dataclass

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


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """A statement as far as signs go: `before` are the words before its cue, `reports` whether it holds another."""

    act: str
    status: str
    sourcing: str
    cue: str
    before: str
    content: str
    nested: bool
    reports: bool


def signs_of(told: Told) -> frozenset[str]:
    """The names of the signs that a statement has."""
    found = {f"act {told.act}", f"status {told.status}", f"sourcing {told.sourcing}"}
    found |= {f"cue {name}" for name, pattern in _IN_CUE.items() if pattern.search(told.cue)}
    found |= {name for name, pattern in _IN_WORDS.items() if pattern.search(told.content)}
    if not told.cue:
        found.add("no cue")
    if _IN_WORDS["negation"].search(told.cue) or _NEGATED.search(told.before):
        found.add("cue negated")
    if told.nested:
        found.add("nested")
    if told.reports:
        found.add("reports another")
    if _INFINITIVE.match(told.content):
        found.add("infinitive")
    if not _CLAUSE.search(told.content):
        found.add("no clause")
    count = len(_WORD.findall(told.content))
    found.add("short" if count <= 8 else "long" if count > 25 else "middling")
    return frozenset(found)
