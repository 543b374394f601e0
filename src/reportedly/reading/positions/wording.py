"""What the words of a statement show of what is done by saying it, and of where its speaker stands: named groups."""

from __future__ import annotations

import re
from functools import lru_cache

from reportedly.reading.word_groups import WordGroups

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
_WORDS = WordGroups(
    {
        "against": r"oppos\w+|reject\w*|against|refus\w+|unacceptable|illegal|mistake|wrong|veto\w*|never|resist\w*",
        "forbidding": r"cannot",
        "for": r"support\w*|back(?:s|ed|ing)?|favou?r\w*|welcom\w+|endors\w+|agree\w*|accept\w*|best",
        "ready": r"ready|willing|prepared|offer\w*|propos\w+",
        "ought": r"must|should|ought|want\w*|demand\w*",
        "condition": r"unless|provided|until|once|if|first|before|without",
        "open": r"undecided|considering|weighing|whether|perhaps|maybe",
        "negation": r"no|not|never|nobody|nothing|none",
        "will": r"will|shall|would",
        "past": r"was|were|had|did|\w{3,}ed",
        "self": r"i|we|our|my|us|me",
        "number": r"\d+",
        "clause": r"is|are|was|were|has|have|had|will|would|can|could|must|should|\w+ed",
    },
    [
        ("forbidding", {"not", "t"}, r"(?:must|should|can|could|would|need|do|does|did)(?: not|n['’]t)"),
        ("forbidding", {"no"}, r"no \w+ (?:can|may|will)"),
        ("for", {"right"}, r"right (?:step|way)"),
        ("ready", {"happy", "glad", "open", "favor", "favour"}, r"happy to|glad to|open to|in favou?r"),
        ("ought", {"need", "needs", "has", "have"}, r"needs? to|ha(?:ve|s) to"),
        ("ought", {"let"}, r"let us"),
        ("ought", {"call", "calls", "called", "calling"}, r"call(?:s|ed|ing)? (?:for|on)"),
        ("condition", {"only"}, r"only (?:if|when|once|after|on)"),
        ("condition", {"condition", "long"}, r"on (?:the )?condition|as long as|so long as"),
        ("condition", {"return", "exchange"}, r"in (?:return|exchange)"),
        ("open", {"decided", "ruled", "made", "decision"}, r"not (?:yet )?(?:decided|ruled|made up)|no decision"),
        ("negation", {"t"}, r"\w+n['’]t"),
        ("will", {"going", "ll", "d"}, r"going to|\w+['’](?:ll|d)"),
    ],
)
_IN_CUE = {name: re.compile(words, re.IGNORECASE) for name, words in _CUE.items()}
_INFINITIVE = re.compile(r"(?:not )?to \w", re.IGNORECASE)
_WORD = re.compile(r"\w+")
_NEGATED = re.compile(r"(?:\b(?:not|never|no)|n['’]t)\s*$")


def named_in(cue: str, before: str, content: str) -> set[str]:
    """The names of the groups that words of a cue and of a content belong to; `before` are those before the cue."""
    found = {*_of_cue(cue)}
    if negated(before):
        found.add("cue negated")
    named = _WORDS.named_in(content)
    if "clause" not in named:
        found.add("no clause")
    found |= named - {"clause"}
    if _INFINITIVE.match(content):
        found.add("infinitive")
    count = len(_WORD.findall(content))
    found.add("short" if count <= 8 else "long" if count > 25 else "middling")
    return found


@lru_cache(maxsize=256)  # most cues are a few words: "said"
def _of_cue(cue: str) -> tuple[str, ...]:
    if not cue:
        return ("no cue",)
    found = (f"cue {name}" for name, pattern in _IN_CUE.items() if pattern.search(cue))
    return (*found, "cue negated") if "negation" in _WORDS.named_in(cue) else tuple(found)


def negated(before: str) -> bool:
    """Whether the words before a cue negate it."""
    return _NEGATED.search(before) is not None
