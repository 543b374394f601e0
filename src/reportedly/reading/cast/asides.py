"""Who is only told of in brackets or in a clause about another: "Ada Renn (her aide Eva Lund was out) left. She"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from reportedly.reading.cast.scene import Draft, Reference, Scene

_BRACKETS = re.compile(r"\([^()]*\Z")
_WHOSE = re.compile(r", whose [^,.;:]{3,40},(?: the [a-z]+(?: [a-z]+)?)? \Z")  # "whose sister, the painter Ada Renn"


def outside_asides(scene: Scene, drafts: Sequence[Draft], reference: Reference) -> list[Draft]:
    """The candidates without those last told of in an aside, where the sentence's first actor is one of the others.

    It is so for a pronoun that begins the next sentence.
    """
    if not reference.leading or reference.inside is not None:
        return list(drafts)
    aside = [d for d in drafts if _is_aside(scene, d, reference)]
    if not aside or not any(_led(d, reference) for d in drafts if d not in aside):
        return list(drafts)
    return [d for d in drafts if d not in aside]


def _is_aside(scene: Scene, draft: Draft, reference: Reference) -> bool:
    latest = draft.latest
    if latest is None or latest.sentence != reference.sentence - 1 or _led(draft, reference):
        return False
    if latest.text.startswith("whose "):
        return True
    start = scene.start_of(latest)
    return bool(_BRACKETS.search(scene.text, start, latest.start) or _WHOSE.search(scene.text, start, latest.start))


def _led(draft: Draft, reference: Reference) -> bool:
    """Whether the sentence before begins with somebody."""
    return any(r.leading and r.sentence == reference.sentence - 1 for r in draft.references[-6:])
