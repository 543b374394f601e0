"""Where a mention stands as seen from the words for a contact in its sentence: the signs of what lies between."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from reportedly.records.actor import PRONOUNS
from reportedly.records.article import Span
from reportedly.records.contact import ContactKind

_LEADS = frozenset(
    (
        "with", "to", "by", "between", "and", "of", "from", "for", "at", "in", "about", "against", "on", "as", "like",
        "than", "over", "among", "including", "via", "or", "through", "behind", "into", "that", "who", "said", "told",
        "says", ",",
    )
)  # fmt: skip
_DETERMINED = re.compile(r"(?:\s*\b(?:the|an?|his|her|its|their|our|both|mr|mrs|ms|dr)\.?)*\s*$", re.IGNORECASE)
_LAST = re.compile(r"([\w’'-]+|[^\w\s])\s*$")
_CLAUSE = re.compile(
    r"\b(?:where|when|while|after|because|since|although|though|whether|if|unless|until|despite|who|whose|which|that|"
    r"saying|urging|before)\b",
    re.IGNORECASE,
)
STOP = re.compile(r"[;:—–]|[.!?][\"”’]*\s")
_ENDINGS = ("'s", "’s")
_OWNS = re.compile(r"[’']s\b|(?<=s)[’'](?= )")
_HOME = re.compile(  # where somebody receives
    r"(?:[’']s?)?(?:\s*(?:[.,;]|$)|(?:\s+[\w-]+){0,2}?\s+(?:offices?|homes?|house|door|residence|headquarters|table|"
    r"palace|kitchen|lodge|villa|estate|embassy|camp|request|invitation)\b)",
    re.IGNORECASE,
)
_NOT_BARE = re.compile(  # between whoever has a meeting and the word for it
    r"\b(?:in|at|for|of|on|to|with|from|by|about|as|over|through|during|before|after|without|against|within|and|is|was|"
    r"has|had|that|who|which)\b|[;:—–()\[\]“”\"\n]"
)
_OWN = frozenset(("his", "her", "their", "its", "our", "my", "your"))


@dataclass(frozen=True, slots=True)
class Standing:
    """A mention before, after or over the words for a contact, and from where to where the text between them goes."""

    text: str
    mention: Span
    side: str
    low: int
    high: int

    @classmethod
    def of(cls, text: str, mention: Span, trigger: Span) -> Standing:
        """How a mention stands to the words for a contact."""
        if mention.start >= trigger.end:
            return cls(text, mention, "after", trigger.end, mention.start)
        if mention.end > trigger.start:
            return cls(text, mention, "over", mention.end, mention.end)
        return cls(text, mention, "before", mention.end, trigger.start)

    def is_between(self, span: Span) -> bool:
        """Whether some words lie between the two."""
        return self.low <= span.start and span.end <= self.high

    def signs(self, start: int, kind: ContactKind) -> Iterator[str]:
        """The signs that ask for no other actor and no other contact; `start` is that of the sentence."""
        side, between = self.side, self.text[self.low : self.high]
        words = between.count(" ") + 1 if between.strip() else 0
        lead = _lead(self.text[max(start, self.mention.start - 40) : self.mention.start])
        yield side
        yield f"{side} {lead}"
        yield f"{kind}: {side} {lead}"
        yield f"{side} {'near' if words <= 3 else 'by' if words <= 7 else 'far' if words <= 15 else 'beyond'}"
        if self._owns():
            if side == "before" and words <= 5 and _NOT_BARE.search(between) is None:
                yield "owner"  # "Varga's first, hastily arranged meeting"
            else:
                yield f"{side} owns {'a home' if lead in ('at', 'in', 'to') and self._has_home() else 'a thing'}"
        if side == "after" and not words:
            yield "object"
        if _CLAUSE.search(between):
            yield f"{side} beyond clause"
        if STOP.search(between):
            yield f"{side} beyond stop"
        if "," in between:
            yield f"{side} beyond ,"
        if self.mention.text.lower() in PRONOUNS:
            yield f"pronoun {side}"

    def _owns(self) -> bool:
        """Whether something is said to be theirs."""
        words = self.mention.text
        return words.lower() in _OWN or words.endswith(_ENDINGS) or _OWNS.match(self.text, self.mention.end) is not None

    def _has_home(self) -> bool:
        """Whether what is theirs is where they receive."""
        ending = len(_ENDINGS[0]) if self.mention.text.endswith(_ENDINGS) else 0
        return _HOME.match(self.text, self.mention.end - ending) is not None


def _lead(before: str) -> str:
    """The word that leads to a mention, when it is one of those that tell something."""
    determined = _DETERMINED.search(before)
    last = _LAST.search(before[: determined.start()] if determined else before)
    if last is None:
        return "^"
    word = last[1].lower()
    return word if word in _LEADS else '"' if word in '“"‘«„' else "word"
