"""What an actor is wherever it stands: the signs for contacts that do not ask where it is mentioned."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from reportedly.reading.cast.nouns import agent_noun, noun
from reportedly.reading.chains.lookup import Lookup
from reportedly.records.actor import PRONOUNS, Actor, ActorKind

BODIES = ("government", "organisation")
_PAIR = re.compile(  # of whom it only says that they are several: those named elsewhere are meant
    r"(?:(?:the|these|those|both|our|their)(?: (?:two|three|four))?(?: (?:prime|foreign|defen[cs]e|interior|finance))? "
    r"(?:leaders|presidents|ministers|premiers|heads of state|countries|sides|parties|men|women|capitals|governments|"
    r"states|nations|delegations|teams|rivals|neighbou?rs|counterparts)|both|they|them|the (?:two|pair)|we)",
    re.IGNORECASE,
)
_NO_ACTOR = re.compile(  # "(D-Calif.)" behind a name; cut words; what only leads to somebody
    r"\(?[DRI]-[A-Z][\w.]*\)?|of .*|(?:to|with|by|for|from|at|in|on)(?: (?:whom|which|each other|one another))?",
    re.DOTALL,
)
_HEARERS = re.compile(
    r"(?:[\w’'-]+ ){0,2}(?:reporters|journalists|newsmen|press|media|voters|supporters|crowds?|audiences?|viewers)",
    re.IGNORECASE,
)  # none of them is a party in the 2,035 contacts of the training articles
_MEETS = re.compile(
    r"\b(?:board|cabinet|council|committee|subcommittee|commission|panel|parliament|assembly|congress|senate|court|jury|"
    r"quartet|members)\b",
    re.IGNORECASE,
)  # what a body is called that meets
_WORD = re.compile(r"[^\W_][\w'’-]*")
_OF = re.compile(r" (?:of|in|for|from) ")
_HAPPENS = ("ing", "ed", "tion", "sion", "ment", "ness", "ism", "one")


def signs_of_actors(lookup: Lookup) -> Iterator[tuple[str, list[str]]]:
    """The signs that an actor has wherever it stands."""
    ranks: Counter[str] = Counter()
    for actor in sorted(lookup.actors, key=lambda actor: -len(actor.mentions)):
        signs = [f"is {actor.kind}"]
        if actor.unnamed or not actor.name:
            signs.append("nameless")
        elif actor.kind in ("person", *BODIES):
            of = "person" if actor.kind == "person" else "body"
            if ranks[of] < 3:
                signs.append(f"{of} of rank {ranks[of]}")
            ranks[of] += 1
        if lookup.is_spokesperson(actor.id):
            signs.append("spokesperson")
        if actor.id == lookup.outlet:
            signs.append("own outlet")
        if not actor.name and not any(_can_act(mention.text) for mention in actor.mentions):
            signs.append("can hardly act")
        if not actor.mentions:
            signs.append("no mention")
        yield actor.id, signs


def hears(actor: Actor) -> bool:
    """Whether an actor is a crowd or a press that is only there to hear: "voters", "the local media"."""
    return any(_HEARERS.fullmatch(mention.text) for mention in actor.mentions)


def gathers(actor: Actor) -> bool:
    """Whether an actor is several who may meet without anybody else: a group, a board, a council."""
    words = (actor.name or "", *(mention.text for mention in actor.mentions))
    return actor.kind == "group" or any(_MEETS.search(of) for of in words)


def says_nothing(kind: ActorKind, words: str) -> bool:
    """Whether a mention only says that there are several, or is the rest of something."""
    return (kind == "group" and _PAIR.fullmatch(words) is not None) or _NO_ACTOR.fullmatch(words) is not None


def _can_act(words: str) -> bool:
    """Whether words can mean somebody: a name, a pronoun, a noun for people; not "affected", "the shooting"."""
    of = _WORD.findall(words)
    known = any(not word.islower() or word in PRONOUNS or noun(word) or agent_noun(word) for word in of)
    return known or not _OF.split(words)[0].rpartition(" ")[2].endswith(_HAPPENS)
