"""Who answers in an interview whose turns nothing marks: a line asks, the lines behind it answer."""

from __future__ import annotations

import re

from reportedly.reading.cast.scene import Draft, Reference, Scene

_TALK = re.compile(
    r"\b(?:[Ii]nterview(?:s|ed|ing)?(?: with)?|(?:spoke|speaks|talked|talks|sat down|caught up|chatted) (?:with|to))\b"
)
_QUESTION = re.compile(r"^[^“\"\n]{8,300}\?[ \t]*$", re.MULTILINE)
HEAD, NEAR = 1500, 150  # characters from the start that tell of the talk, and behind its verb that name the guest
_YOU = re.compile(r"\byou(?:rs?)?\b", re.IGNORECASE)
ASKED = 2  # one question in so many is to "you" at least
QUESTIONS, OWN = 3, 5  # lines that ask, and "I" outside quotations, which reports do without
_SINGULAR = frozenset(("i", "me", "my", "mine", "myself"))


class Interview:
    """The talk that an article prints; `guest` is None where it is none."""

    def __init__(self, scene: Scene) -> None:
        asking = list(_QUESTION.finditer(scene.text))
        self.guest: Draft | None = None
        if len(asking) >= QUESTIONS:
            own = sum(r.phrase.determiner in _SINGULAR and r.inside is None for r in scene.references)
            asked = sum(_YOU.search(question[0]) is not None for question in asking)
            is_talk = own >= OWN and asked * ASKED >= len(asking)  # a column asks too, but not whoever it is about
            self.guest = _met(scene, asking[0].start()) or (_introduced(scene, asking[0].start()) if is_talk else None)

    def answers(self, reference: Reference) -> bool:
        """Whether a singular "I" outside quotations is the guest's: whoever asks hardly says it."""
        return self.guest is not None and reference.phrase.determiner in _SINGULAR


def _met(scene: Scene, end: int) -> Draft | None:
    """The person with whom the article says that somebody talked; who talked with its author is named before `end`."""
    for match in _TALK.finditer(scene.text, 0, min(HEAD, len(scene.text))):
        for reference in scene.references[scene.position(match.end()) :]:
            if reference.start > match.end() + NEAR or "\n" in scene.text[match.end() : reference.start]:
                break
            if _is_person(reference):
                return _introduced(scene, end) if _writes(scene, reference.draft) else reference.draft
    return None


def _introduced(scene: Scene, end: int) -> Draft | None:
    """The person named most, or first, before the first question."""
    named = [r.draft for r in scene.references[: scene.position(end)] if _is_person(r) and not _writes(scene, r.draft)]
    return max(named, key=named.count, default=None)


def _is_person(reference: Reference) -> bool:
    named = reference.draft is not None and reference.draft.kind == "person"
    return named and reference.phrase.name is not None


def _writes(scene: Scene, draft: Draft | None) -> bool:
    """Whether somebody is named in the byline."""
    name = draft.name if draft is not None else None
    return name is not None and name.lower() in {author.lower() for author in scene.article.byline}
