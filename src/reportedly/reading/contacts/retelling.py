"""Words that only say more of a contact told before: "the meeting lasted an hour", "it was their third call"."""

from __future__ import annotations

import re

from reportedly.reading.chains.lookup import Lookup
from reportedly.records.contact import Contact

Place = tuple[int, int]
_NOUN = re.compile(
    r"(?:[\w’'-]+ ){0,2}?(?:meetings?|talks|negotiations|discussions|conversations?|calls?|summit|visit|trip|encounter|"
    r"dinner|lunch|letter)",
    re.IGNORECASE,
)
_THE = re.compile(r"(?<!\bif )\b(?:the|this|that|these|those)\s+\Z", re.IGNORECASE)
_OF_ITS_OWN = re.compile(  # behind it, what tells it from others
    r"\s(?:[\w’'-]+\s){0,4}?(?:with|between|of|to|among|by|that|which|in|at|on|for)\s(?!Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)"
)
_IT_IS = re.compile(
    r"[“\"]?(?:It|This|That) (?:was|is|will be|would be|marked|marks|has been) (?:only )?"
    r"(?:the |his |her |their |its |[A-Z][\w’'-]+(?: [A-Z][\w’'-]+)?[’']s? )"
    r"(?:first|second|third|(?:four|fif|six|seven|eigh|nin|ten)th|\d+(?:st|nd|rd|th)|latest|last)(?: [\w’'-]+){0,3}? \Z"
)


def only_says_more(text: str, sentence: Place, trigger: Place, contact: Contact, lookup: Lookup) -> bool:
    """Whether words for a contact point to one told before: they count it, or do not say who takes part."""
    start, end = trigger
    if _NOUN.fullmatch(text, start, end) is None:
        return False
    if _IT_IS.match(text[sentence[0] : start]):
        return True
    the = _THE.search(text, sentence[0], start) is not None and _OF_ITS_OWN.match(text, end, sentence[1]) is None
    return the and len(_named(contact, lookup)) < 2


def _named(contact: Contact, lookup: Lookup) -> set[str]:
    """The parties whom the words for a contact mention."""
    low, high = contact.evidence.start, contact.evidence.end
    return {party for party in contact.parties if any(low <= m.start < high for m in lookup.actor(party).mentions)}
