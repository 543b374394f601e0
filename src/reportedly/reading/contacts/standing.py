"""Whether words stand where a party of a contact can stand: "the talks on Sarn's debt that Varga had with Brask"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from reportedly.records.article import Span

_POSSESSES = re.compile(r"[’']s\b|(?<=s)[’'](?= )")
_POSSESSIVE = re.compile(r"(?:his|their|its|our|my|your)", re.IGNORECASE)
_OWN = re.compile(r"(?:his|her|their|its|our|my|your)", re.IGNORECASE)
_AT = re.compile(r"\b(?:at|in|into)\s+$", re.IGNORECASE)
_HOME = re.compile(
    r"[’']s?(?:\s*(?:[.,;]|$)|(?:\s+[\w-]+){0,2}?\s+(?:offices?|homes?|house|door|residence|headquarters|table|side|"
    r"palace|kitchen|lodge|villa|estate|wish|request|invitation|capacity)\b)",
    re.IGNORECASE,
)
# what may stand between whoever has a meeting and the word for it: "Varga's first, hastily arranged"
_NOT_BARE = re.compile(
    r"\b(?:in|at|for|of|on|to|with|from|by|about|as|over|through|during|before|after|without|against|within|"
    r"and|is|was|has|had|that|who|which)\b|[;:—–()\[\]“”\"\n]"
)
# words that another clause begins with; who stands beyond them does something else
_CLAUSE = re.compile(
    r"\b(?:where|when|while|as(?! well as| part)|after|because|since|although|though|whether|unless|until|despite|who|"
    r"whose|saying|urging|accusing|claiming|asking|arguing|including that)\b|"
    r"\bbefore(?! (?:the|a|an|his|her|its) (?:\w+ )?(?:committee|commission|court|council|panel|board|parliament)\b)|"
    r"[;:]",
    re.IGNORECASE,
)
_IN_WHICH = re.compile(r"\b(?:which|that)\b(?! (?:is|was|same|day|evening|morning|night|week)\b)", re.IGNORECASE)
_WHOM = re.compile(r"\bwhom?\b|^$", re.IGNORECASE)
_BEGINS_ANEW = re.compile(
    r"\b(?:where|when|while|because|since|although|though|whether|if|unless|until|after|before|as|but)\s+"
    r"(?!\w+ing\b)[^,]*$|[;:]",
    re.IGNORECASE,
)
_BESIDE = re.compile(
    r"\b(?:on behalf of|about|against|regarding|concerning|over|than|like|despite|without|as)\s+$", re.IGNORECASE
)
_SAID_OF = re.compile(
    r"(?:\b(?:on behalf of|about|against|for|on|over|regarding|than|like|by)|(?<!s )\bof)\s+(?:the\s+)?$", re.IGNORECASE
)
_WITH = re.compile(r"(?<!along )(?<!together )\bwith\s+$", re.IGNORECASE)
_SENDS = re.compile(
    r"\b(?:sen[dt]s?|sending|dispatch\w*|urg\w+|order\w*|instruct\w*|press\w*|call\w* (?:up)?on|encourag\w+|let)\s+"
    r".*\bto\s+$",
    re.IGNORECASE,
)
_TAKES = re.compile(r"\s+(?:\w+\s+)?(?:(?:with|between)\s+)?", re.IGNORECASE)
_TAKEN = re.compile(
    r"\s+(?:(?!\w+ing\b)[\w.’'-]+\s+){0,8}?(?:with|to|by|between|from|of|among)\s+(?:[a-z-]+\s+){0,3}|"
    r"\s+(?:(?!(?:as|at|after|and|before|but|by|for|in|next|on|or|over|that|when|where|while|about)\b|\w+ing\b)"
    r"[a-z-]+\s+){0,1}",
    re.IGNORECASE,
)
_TOLD_BY = re.compile(
    r"(?:,[^,]{1,40},|,)?\s+(?:over|by|in|through|via|on)\s+(?:[\w’-]+\s+){0,4}", re.IGNORECASE
)  # "told Brask over"
_JOINED = re.compile(r"[^.;:]{0,80}\band\s+", re.IGNORECASE)
_CALLED = re.compile(r"call", re.IGNORECASE)
_WHO = re.compile(r"\bwho\s+(?:[\w’']+\s+){0,4}$", re.IGNORECASE)
_BESIDE_IT = re.compile(r",? and |, ")
_MEANWHILE = re.compile(r"(?:at the moment|when|while|as|because|since|although|though|if)\s[^,]*$", re.IGNORECASE)
_NOUN = re.compile(r"(?:meeting|visit|summit|talks|call|letter|dinner|lunch)s?", re.IGNORECASE)
_APART = re.compile(r"\b(?:and|after|before|following|then|while|when|as)\b|,", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Standing:
    """A sentence and the words in it that name a contact; `others` name other ones."""

    text: str
    sentence: tuple[int, int]
    trigger: Span
    others: Sequence[Span] = ()
    mentions: Sequence[Span] = ()
    is_letter: bool = False

    def takes_part(self, party: Span, parties: Sequence[Span]) -> bool:
        """Whether words for a party stand where one of this contact can; those of other sentences always do."""
        if not self.holds(party):
            return True
        if party.start >= self.trigger.end:
            return self._after(party, parties)
        if party.end <= self.trigger.start:
            return self._before(party, parties)
        return True

    def holds(self, place: Span) -> bool:
        """Whether some words stand in this sentence."""
        return self.sentence[0] < place.end and place.start < self.sentence[1]

    def has(self, party: Span, parties: Sequence[Span]) -> bool:
        """Whether the contact is this party's own: "Varga's first meeting", "their talks"; not "his aides met"."""
        if party.end > self.trigger.start or any(party.end < p.start < self.trigger.start for p in parties):
            return False
        between = self.text[party.end : self.trigger.start]
        held = _OWN.fullmatch(party.text) or _POSSESSES.match(between)
        return held is not None and _is_bare(_POSSESSES.sub("", between, count=1))

    def is_attached(self, party: Span, parties: Sequence[Span]) -> bool:
        """Whether the words for the contact take those for a party: "met Varga", "a meeting with Varga"."""
        if party.start >= self.trigger.end:
            between = self.text[self.trigger.end : party.start]
            taken = _CALLED.search(self.trigger.text) if between == " on " else _TAKEN.fullmatch(between)
            return taken is not None and self._after(party, parties)
        if self.has(party, parties):
            return True
        joined = any(
            party.end < p.start
            and p.end <= self.trigger.start
            and _JOINED.fullmatch(self.text, party.end, p.start)
            and len(self.text[p.end : self.trigger.start]) < 60
            for p in parties
        )
        if self.text[party.end : self.trigger.start] == " " and _NOUN.fullmatch(self.trigger.text):
            return True  # "the Trump meeting"
        told = party.end <= self.trigger.start and _TOLD_BY.fullmatch(self.text, party.end, self.trigger.start)
        return (joined or told is not None) and self._before(party, parties)

    def _after(self, party: Span, parties: Sequence[Span]) -> bool:
        between = self.text[self.trigger.end : party.start]
        at_home = _AT.search(between) and _HOME.match(self.text, party.end, self.sentence[1])
        if _POSSESSES.match(self.text, party.end) and not at_home:
            return False
        if _POSSESSIVE.fullmatch(party.text) or _CLAUSE.search(between) or _BESIDE.search(between):
            return False
        if not self.is_letter and _IN_WHICH.search(between):
            return False
        return not any(
            self.trigger.end < other.start
            and other.end <= party.start
            and _APART.search(self.text, self.trigger.end, other.start)
            and any(
                p.start <= party.start and _TAKES.fullmatch(self.text, other.end, p.start) for p in (party, *parties)
            )
            for other in self.others
        )

    def _before(self, party: Span, parties: Sequence[Span]) -> bool:
        between = self.text[party.end : self.trigger.start]
        if self.has(party, parties):
            return True
        lead = self.text[self.sentence[0] : party.start]
        described = _WHO.fullmatch(between.lstrip(", "))  # "spoke of Varga, who met": Varga met
        if _POSSESSES.match(between) or _OWN.fullmatch(party.text) or (_SAID_OF.search(lead) and not described):
            return False
        if _WITH.search(lead) and not _WHOM.search(between):
            return False
        later = [p for p in (*parties, *self.mentions) if party.end < p.start and p.end <= self.trigger.start]
        if any(self.has(p, parties) for p in later):
            return False
        if _SENDS.search(between) and later:
            return False
        if (relative := _WHO.search(self.text, self.sentence[0], self.trigger.start)) and party.end < relative.start():
            nearer = [p for p in parties if party.end < p.start and p.end <= relative.start()]
            if any(not _BESIDE_IT.match(self.text, party.end, p.start) for p in nearer):
                return False
        if _MEANWHILE.match(self.text, self.sentence[0], party.start) and any(
            "," in self.text[party.end : p.start] for p in later
        ):
            return False
        return not any(
            _BEGINS_ANEW.search(self.text[party.end : p.start]) and "," not in self.text[p.end : self.trigger.start]
            for p in later
        )


def _is_bare(between: str) -> bool:
    """Whether only words that say more of a thing stand between whoever has it and its name."""
    return between.count(" ") <= 7 and _NOT_BARE.search(between) is None
