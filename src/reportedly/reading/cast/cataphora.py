"""Possessives that go before the name they mean: "On his website, Sarvis said"."""

from __future__ import annotations

import re

from reportedly.reading.cast.scene import Draft, Reference, Scene

_OWN = {"his": "m", "her": "f"}
_FRONTED = re.compile(
    r"(?:\A|[.!?…][”\"’)]?\s+|\n)(?:In|On|At|During|After|Before|With|Despite|Through|From|For|Since|Following|Throughout|"
    r"Under|By|Near|Outside)(?: [a-z][\w-]*){0,4} \Z"
)
_SUBJECT = re.compile(r" [^,.;:“”\"\n]{1,80}, ")
REACH = 60  # characters before the pronoun in which its sentence begins


def subject_ahead(scene: Scene, reference: Reference) -> Draft | None:
    """The named subject right behind the fronted phrase that a possessive stands in; None where there is none."""
    asked = _OWN.get(reference.phrase.determiner)
    if reference.source_of:  # "In her view, Sarvis is ready": somebody else's view
        return None
    if asked is None or not _FRONTED.search(scene.text[max(0, reference.start - REACH) : reference.start]):
        return None
    phrase = _SUBJECT.match(scene.text, reference.end)
    if phrase is None:
        return None
    for other in scene.references[scene.position(reference.end) :]:
        if other.start > phrase.end() or (other.start < phrase.end() and other.phrase.name is not None):
            return None
        if other.start == phrase.end() and other.phrase.name is not None and other.draft is not None:
            return other.draft if other.draft.kind == "person" and other.draft.gender in (None, asked) else None
    return None
