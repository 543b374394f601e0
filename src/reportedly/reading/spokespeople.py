"""Who speaks for whom: the owner, what follows "for" or "of", or the word before ("an Airbus spokesman")."""

from __future__ import annotations

import re

from reportedly.reading.nouns import Noun, noun
from reportedly.reading.phrases import Phrase, Place, parse
from reportedly.reading.scene import Draft

_AGENTS = frozenset(["lawyer", "lawyers", "attorney", "attorneys", "solicitor", "barrister", "counsel"])
_CIRCLE = frozenset(
    ["people", "aide", "camp", "circle", "team", "entourage", "office", "ally", "adviser", "advisor", "campaign"]
)
_TITLES = re.compile(
    r"\b(?:spokes\w+|mouthpiece|press (?:secretary|officer|attaché|service|aide|chief)|(?:communications|media) (?:director|"
    r"adviser|chief|secretary)|(?:director|head|chief) of communications|official representative)\b",
    re.IGNORECASE,
)
_SPEAKS_FOR = re.compile(
    r"^(?:who )?(?:speaks|spoke|acts|speaking|acting|represents|representing) (?:for )?|^for (?=the |[A-Z])"
)


def speaks(text: str) -> bool:
    """Whether a role is that of a spokesperson ("press secretary", "Airbus spokesman", "speaking for the union")."""
    return _TITLES.search(text) is not None or _SPEAKS_FOR.match(text) is not None


def is_agent(text: str) -> bool:
    """Whether a role is that of a lawyer of somebody ("her lawyer", "counsel for the bank")."""
    words = text.lower().replace("’s", "'s").split()
    return any(word in _AGENTS for word in words) and (
        len(words) > 2 or words[0] in ("his", "her", "its", "their") or "'s" in text
    )


def is_voice(head: Noun | None, owned: bool) -> bool:
    """Whether a body speaks for its owner ("her office", "Norrheim's embassy", "his people")."""
    return head is not None and ("voice" in head.marks or (owned and head.word in _CIRCLE))


def is_spokesperson(draft: Draft) -> bool:
    """Whether an actor speaks for somebody else, as its roles say."""
    return any(speaks(role) or is_agent(role) for role in draft.roles)


def principal_place(text: str) -> Place | None:
    """Where a role says for whom it speaks; None when it does not say."""
    if match := _SPEAKS_FOR.match(text):
        return match.end(), len(text.rstrip(" ,"))
    phrase = parse(text)
    if phrase.owner is not None:
        return phrase.owner
    if phrase.of is not None:
        return phrase.of
    return _before_noun(text, phrase)


def _before_noun(text: str, phrase: Phrase) -> Place | None:
    """The words before the noun that name the principal ("Airbus spokesman", "A ministry spokeswoman")."""
    place = phrase.title or phrase.core
    match = _TITLES.search(text)
    if place is None or match is None or match.start() <= place[0]:
        return None
    words = list(re.finditer(r"\S+", text[place[0] : match.start()]))
    while words and words[0][0].lower() in (
        "chief",
        "senior",
        "former",
        "official",
        "lead",
        "deputy",
        "national",
        "own",
    ):
        words.pop(0)
    if not words:
        return None
    last = words[-1][0]
    found = noun(last)
    if last[:1].isupper() or (found is not None and found.kind != "person"):
        return place[0] + words[0].start(), place[0] + words[-1].end()
    return None
