"""Whom a lawyer means by "my client": the one for whom he speaks."""

from __future__ import annotations

from reportedly.reading.cast.scene import Draft, Reference, Scene

_OWN = frozenset(("my", "our", "his", "her", "their"))


def client_meant(scene: Scene, reference: Reference) -> Draft | None:
    """The one for whom a lawyer speaks who says these words, or whom they name: "Simon Grey said his client slept"."""
    phrase = reference.phrase
    if phrase.head is None or phrase.head.word != "client" or phrase.plural or phrase.owner is None:
        return None
    inner = scene.inner(reference, phrase.owner)
    lawyer: Reference | None = inner
    if inner.text.lower() in _OWN:
        source = scene.attributions[reference.inside].source if reference.inside is not None else None
        lawyer = scene.at[source.start, source.end] if source is not None else None
    if lawyer is None or lawyer.draft is None or lawyer.draft.kind != "person":
        return None
    clients = [one for one in lawyer.draft.principals if one.kind == "person"]
    if len(clients) != 1:
        return None
    if inner.draft is None:
        inner.give(lawyer.draft)
    return clients[0]
