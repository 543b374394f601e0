"""Who answers in an interview whose turns nothing marks: a line asks, the lines behind it answer."""

from __future__ import annotations

import re

from reportedly.reading.cast.scene import Draft, Reference, Scene

_TALK = re.compile(
    r"\b(?:[Ii]nterview(?:s|ed|ing)?(?: with)?|(?:spoke|speaks|talked|talks|sat down|caught up|chatted) (?:with|to))\b"
)
_QUESTION = re.compile(r"^[^“\"\n]{8,300}\?[ \t]*$", re.MULTILINE)
HEAD, NEAR = 1500, 150  # characters from the start that tell of the talk, and behind its verb that name the guest
LEAST = 3  # questions


class Interview:
    """The talk that an article prints; `guest` is None where it is none."""

    def __init__(self, scene: Scene) -> None:
        self._asking = [match.span() for match in _QUESTION.finditer(scene.text)]
        self.guest = self._guest(scene) if len(self._asking) >= LEAST else None

    def answers(self, reference: Reference) -> bool:
        """Whether a singular "I" outside quotations is the guest's."""
        own = reference.phrase.determiner in ("i", "me", "my", "mine", "myself")
        asked = any(start <= reference.start < end for start, end in self._asking)
        return self.guest is not None and own and not asked

    def _guest(self, scene: Scene) -> Draft | None:
        for match in _TALK.finditer(scene.text, 0, min(HEAD, len(scene.text))):
            for reference in scene.references[scene.position(match.end()) :]:
                if reference.start > match.end() + NEAR or "\n" in scene.text[match.end() : reference.start]:
                    break
                if reference.draft is not None and reference.draft.kind == "person" and reference.phrase.name:
                    return reference.draft
        return None
