"""Who speaks for a client: "“My client told them in May,” Renn said", "Renn, who says her client is ill"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from reportedly.reading.cast.bodies import place_of
from reportedly.reading.cast.scene import Draft, Reference, Scene
from reportedly.reading.cast.unsaid_principals import defendant, may_be_tried

_CLIENT = re.compile(r"\b(?P<whose>my|our|his|her|their) client\b(?!['’-])(?! \w+ing\b)", re.IGNORECASE)
_OWN = frozenset(("my", "our"))
_OF_CLIENTS = re.compile(
    r"\b(?:lawyers?|attorney|counsel|solicitor|barrister|advocate|ma[iî]tre|maestro|brief|defen[cs]e|publicist|"
    r"m(?:r|s|rs|iss)|dr|atty|partner|legal)\b",
    re.IGNORECASE,
)
_NEAR = (2, 6)  # sentences back in which the client is told of


def note_clients(scene: Scene, drafts: Sequence[Draft]) -> None:
    """Notes for whom those speak who have a client, where nothing else said so: whoever is tried or most told of.

    One client: "our clients" are those of a shop as well. Whoever has another trade speaks for nobody.
    """
    for match in _CLIENT.finditer(scene.text):
        agent = _agent(scene, match.start(), match["whose"].lower())
        words = scene.at.get(match.span())
        if agent is not None and agent.principals:
            _take_up(words, agent.principals[0])
            continue
        if agent is None or agent.kind != "person" or not agent.names or _has_agent(drafts, agent):
            continue
        if agent.roles and not any(map(_OF_CLIENTS.search, agent.roles)):
            continue
        client = _client(scene, [draft for draft in drafts if draft is not agent], match.start(), words)
        if client is None or client is agent:
            continue
        agent.principals.append(client)
        _take_up(words, client)


def _agent(scene: Scene, start: int, whose: str) -> Draft | None:
    """Whose client it is: the speaker's, or whom the pronoun means."""
    if whose not in _OWN:
        pronoun = scene.at.get((start, start + len(whose)))
        return None if pronoun is None else pronoun.draft
    around = [a for a in scene.attributions if any(part.start <= start < part.end for part in a.content)]
    inner = min(around, key=lambda a: sum(part.end - part.start for part in a.content), default=None)
    if inner is None or inner.source is None:
        return None
    return scene.at[inner.source.start, inner.source.end].draft


def _has_agent(drafts: Sequence[Draft], client: Draft) -> bool:
    return any(client is principal for draft in drafts for principal in draft.principals)


def _take_up(words: Reference | None, client: Draft) -> None:
    """Gives the client all that refers to one who was only called so."""
    called = None if words is None else words.draft
    if called is None or called is client or called.names or client.kind != "person":
        return
    for reference in called.references:
        reference.give(client)
    called.references = []


def _client(scene: Scene, drafts: Sequence[Draft], start: int, words: Reference | None) -> Draft | None:
    """Whom the words for a client mean; whoever they bring in, where nobody else can be meant."""
    if words is not None and words.draft is not None and words.draft.names:
        return words.draft
    if (tried := defendant(scene, drafts, start, start + 1)) is not None:
        return tried
    sentence = scene.sentence_of(start)
    for reach in _NEAR:
        near = [draft for draft in drafts if may_be_tried(draft) and _told_of(draft, start, sentence - reach)]
        if near:
            return max(near, key=lambda draft: (len(draft.references), place_of(draft)))
    return None if words is None else words.draft


def _told_of(draft: Draft, start: int, since: int) -> bool:
    """Whether somebody was told of before a place, from the sentence of a number on."""
    return any(one.start < start and one.sentence >= since for one in draft.references)
