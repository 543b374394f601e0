"""Which people seem to be he or she before any pronoun is known to mean them."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable

from reportedly.reading.cast.nouns import look_of
from reportedly.reading.cast.scene import Draft, Scene

_GENDERED = re.compile(r"\b(?:[Ss]?[Hh]e|[Hh]is|[Hh]im|[Hh]er)\b")


def note_looks(scene: Scene, drafts: Iterable[Draft]) -> None:
    """Notes which named people seem to be he or she: by the name, and by lone pronouns in their sentences."""
    people = [draft for draft in drafts if draft.kind == "person" and draft.gender is None and draft.names]
    if not people:
        return
    for draft in people:
        full = max(draft.names, key=len).split()
        draft.seems = look_of(full[0]) if len(full) > 1 else 0.0
    named = [
        r for r in scene.references if r.draft is not None and r.draft.kind == "person" and r.phrase.name is not None
    ]
    starts = [reference.start for reference in named]
    for match in _GENDERED.finditer(scene.text):
        before = bisect_right(starts, match.start()) - 1
        last = named[before] if before >= 0 else None
        if last is None or last.draft is None or last.draft.gender:
            continue
        distance = scene.sentence_of(match.start()) - last.sentence
        alone = all(r.draft is last.draft for r in named[max(0, before - 4) : before] if r.sentence == last.sentence)
        if alone and distance <= 1 and match.start() - last.end < 160:
            last.draft.seems += (1.0 if match[0].lower() in ("she", "her") else -1.0) / (1 + distance)
