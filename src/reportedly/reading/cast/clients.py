"""Clients: whom "my client" and "his client" mean, and who speaks for one: "“My client is ill,” Renn said"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from reportedly.reading.cast.bodies import place_of
from reportedly.reading.cast.scene import Draft, Reference, Scene
from reportedly.reading.cast.unsaid_principals import defendant, may_be_tried
from reportedly.reading.overlaps import Overlaps

_CLIENT = re.compile(r"\b(?P<whose>my|our|his|her|their) client\b(?!['’-])(?! \w+ing\b)", re.IGNORECASE)
_SPEAKERS = frozenset(("my", "our"))
_PRONOUNS = _SPEAKERS | {"his", "her", "their"}
_OF_CLIENTS = re.compile(
    r"\b(?:lawyers?|attorney|counsel|solicitor|barrister|advocate|ma[iî]tre|maestro|brief|defen[cs]e|publicist|"
    r"m(?:r|s|rs|iss)|dr|atty|partner|legal)\b",
    re.IGNORECASE,
)
_NEAR = (2, 6)  # sentences back in which the client is told of


def client_meant(scene: Scene, reference: Reference) -> Draft | None:
    """The one for whom a lawyer speaks who says these words, or whom they name: "Simon Grey said his client slept".

    It is asked while the article is resolved, so that who is "he" behind them is known; whose client only the rest of
    the article tells, note_clients finds.
    """
    phrase = reference.phrase
    if phrase.head is None or phrase.head.word != "client" or phrase.plural or phrase.owner is None:
        return None
    whose = scene.inner(reference, phrase.owner)
    lawyer: Reference | None = whose
    if whose.text.lower() in _PRONOUNS:
        source = scene.attributions[reference.inside].source if reference.inside is not None else None
        lawyer = scene.at[source.start, source.end] if source is not None else None
    if lawyer is None or lawyer.draft is None or lawyer.draft.kind != "person":
        return None
    clients = [one for one in lawyer.draft.principals if one.kind == "person"]
    if len(clients) != 1:
        return None
    if whose.draft is None:
        whose.give(lawyer.draft)
    return clients[0]


def note_clients(scene: Scene, drafts: Sequence[Draft]) -> None:
    """Notes for whom those speak who have a client, where nothing else said so: whoever is tried or most told of.

    One client: "our clients" are those of a shop as well. Whoever has another trade speaks for nobody.
    """
    for match, agent in _agents(scene):
        words = scene.at.get(match.span())
        if agent.principals:
            _take_up(words, agent.principals[0])
            continue
        if agent.kind != "person" or not agent.names or _has_agent(drafts, agent):
            continue
        if agent.roles and not any(map(_OF_CLIENTS.search, agent.roles)):
            continue
        client = _client(scene, [draft for draft in drafts if draft is not agent], match.start(), words)
        if client is None or client is agent:
            continue
        agent.principals.append(client)
        _take_up(words, client)


def _agents(scene: Scene) -> Iterator[tuple[re.Match[str], Draft]]:
    """The words for clients, each with whose client it is: the speaker's, or whom the pronoun means."""
    if (found := [*_CLIENT.finditer(scene.text)]) == []:
        return
    parts = [(part, a) for a in scene.attributions for part in a.content]
    contents = Overlaps((part.start, part.end) for part, _ in parts)
    for match in found:
        if match["whose"].lower() in _SPEAKERS:
            around = [parts[number][1] for number in contents.at(match.start(), match.start() + 1)]
            inner = min(around, key=lambda a: sum(part.end - part.start for part in a.content), default=None)
            source = None if inner is None else inner.source
            whose = None if source is None else scene.at[source.start, source.end]
        else:
            whose = scene.at.get(match.span("whose"))
        if whose is not None and whose.draft is not None:
            yield match, whose.draft


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
