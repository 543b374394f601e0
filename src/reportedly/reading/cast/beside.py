"""Bodies whose name stands right beside what they are: "the newspaper Kurir", "IG Dock, the union,"."""

from __future__ import annotations

import re

from reportedly.reading.cast.appositions import closed
from reportedly.reading.cast.scene import Draft, Reference, Scene
from reportedly.records import ActorKind

_BODIES: tuple[ActorKind, ...] = ("organisation", "government", "outlet")
_SORTS = {*_BODIES, "employer"}
_LED_IN = re.compile(r"\b(?:According to|At|By|For|From|In|With) \Z")
_LISTED = re.compile(r",? (?:and|or)\b")


def body_beside(scene: Scene, reference: Reference) -> Draft | None:
    """The body whose name stands right beside what it is ("the newspaper Kurir", "IG Dock, the union,")."""
    return _body_behind(scene, reference) or _body_before(scene, reference)


def _body_before(scene: Scene, reference: Reference) -> Draft | None:
    """The body that is named right before words between commas that tell what it is; in a list they tell of another."""
    phrase = reference.phrase
    told = phrase.head is not None and phrase.head.kind in _BODIES and not phrase.plural
    own = told and phrase.shape == "noun" and phrase.determiner in ("the", "a", "an")
    if not own or not scene.text.startswith((",", "."), reference.end) or _LISTED.match(scene.text, reference.end):
        return None
    for other in scene.references[max(0, scene.position(reference.start) - 4) : scene.position(reference.start)]:
        named = other.phrase.name is not None and other.draft is not None and other.draft.kind in _BODIES
        if named and scene.text[other.end : reference.start] == ", " and not scene.text.endswith(", ", 0, other.start):
            return other.draft
    return None


def _body_behind(scene: Scene, reference: Reference) -> Draft | None:
    """The body whose name stands right behind what it is: "the newspaper Kurir", "his employer, the Sarn Ledger,"."""
    phrase = reference.phrase
    head = phrase.head
    if head is None or head.plural or phrase.core is None or not ({head.kind, head.word, *head.marks} & _SORTS):
        return None
    led = _LED_IN.search(scene.text, max(0, reference.start - 14), reference.start) is not None
    end = reference.start + phrase.core[1]
    for other in scene.references[scene.position(reference.start) :][:6]:
        gap = scene.text[end : other.start] if other.start > end else None
        if gap is None or other.phrase.name is None or other.draft is None or other.draft.kind not in _BODIES:
            continue
        apposed = gap == ", " and not led and phrase.definite and closed(scene, other)
        sort = {head.kind, *head.marks}
        called = other.draft.kind == "organisation" and phrase.determiner == "the" and sort & {"organisation", "group"}
        if apposed or (gap == " " and (called or (other.draft.kind == "outlet" and "outlet" in sort))):
            return other.draft
    return None
