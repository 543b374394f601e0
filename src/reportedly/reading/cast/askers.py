"""Who asks, and so is not whoever answers: "Pressed by ITV's Ada Renn, the minister said …"."""

from __future__ import annotations

import re

from reportedly.reading.cast.agreement import bounds_of
from reportedly.reading.cast.nouns import Noun, noun, outlet_word
from reportedly.reading.cast.scene import Draft, Reference, Scene

_ASKED = r"[Aa]sked|[Pp]ressed|[Qq]uestioned|[Cc]hallenged|[Qq]uizzed|[Gg]rilled|[Ii]nterviewed|[Cc]onfronted|[Pp]ushed"
_ASKED_BY = re.compile(
    rf"\b(?:{_ASKED})(?:,? (?:about|on|in|at|repeatedly|again|later|during)\b[^.;:“”\"\n]{{0,40}})? by (?:the )?"
    r"(?:[A-Z][\w.’']*(?:['’]s) )?(?:[a-z]+ )?\Z"
)
_ANSWERS = re.compile(r"(?:answer|repl|respond|retort)(?:ed|ied|s|ies)\b|(?:shot|hit|snapped) back\b")
_ASKED_WHOM = re.compile(r"\b(?:asked|asks) \Z")
NEAR = 2  # sentences from a question to the answer
REMEMBERED = 12  # references before an answer among which is whoever was asked
_LONG = 120  # characters from the verb to whoever asks
_PRESS = frozenset((
    "anchor", "broadcaster", "columnist", "correspondent", "editor", "host", "interviewer", "journalist", "moderator",
    "newsreader", "presenter", "reporter",
))  # fmt: skip
_OUTLET_BEFORE = re.compile(r"(?P<name>[A-Z][\w.&-]*)['’]s? \Z")
_AT = re.compile(r" (?:of|from|at|with) (?:the )?(?P<name>[A-Z][\w.&-]*(?: [A-Z][\w.&-]*)*)")


def asks(scene: Scene, reference: Reference) -> bool:
    """Whether words are those for whoever asks somebody else of their sentence: "asked by Ada Renn"."""
    start = max(reference.start - _LONG, scene.start_of(reference))
    return _ASKED_BY.search(scene.text, start, reference.start) is not None


def is_press_noun(found: Noun | None) -> bool:
    """Whether a noun is one for a journalist."""
    return found is not None and found.word in _PRESS


def is_of_press(scene: Scene, draft: Draft) -> bool:
    """Whether somebody is told of as a journalist: by a role, or as somebody of an outlet: "Ada Renn of the Times".

    Who was one once may be anything now.
    """
    roles = (role for role in draft.roles if not bounds_of(role).past)
    if any(is_press_noun(noun(word)) for role in roles for word in role.split()):
        return True
    return any(_is_of_outlet(scene, reference) for reference in draft.references[:3])


def _is_of_outlet(scene: Scene, reference: Reference) -> bool:
    phrase = reference.phrase
    if phrase.name is None:
        return False
    names = [reference.words(phrase.owner)]
    if (before := _OUTLET_BEFORE.search(scene.text, max(0, reference.start - 30), reference.start)) is not None:
        names.append(before["name"])
    end = reference.start + phrase.name[1]
    if (behind := _AT.match(scene.text, end)) is not None:
        names.append(behind["name"])
    return any(_names_outlet(scene, name) for name in names if name)


def _names_outlet(scene: Scene, name: str) -> bool:
    """Whether a name is an outlet's, by a word of it or as the article has it elsewhere."""
    if any(outlet_word(word) for word in name.split()):
        return True
    at = scene.position(scene.text.find(name))
    return any(r.kind == "outlet" and name in r.text for r in scene.references[max(0, at - 1) : at + 2])


def who_answers(scene: Scene, reference: Reference) -> Draft | None:
    """Whom the sentence before asks, for a pronoun that answers: “Is it?” the judge asked Vale. “No,” he replied."""
    if not any(_is_answer(scene, number) for number in reference.source_of):
        return None
    before = scene.references[: scene.position(scene.start_of(reference))][-REMEMBERED:]
    asked = next((r for r in reversed(before) if _is_asked(scene, r)), None)
    if asked is None or reference.sentence - asked.sentence > NEAR:
        return None
    since = (r for r in before if r.start > asked.end and r.inside is None)
    return None if any(r.source_of or _acts_instead(r, asked) for r in since) else asked.draft


def _acts_instead(reference: Reference, asked: Reference) -> bool:
    """Whether a sentence begins with another person than was asked, who may answer too: "His lawyer rose"."""
    draft = reference.draft
    return reference.leading and draft is not None and draft is not asked.draft and draft.kind == "person"


def _is_answer(scene: Scene, number: int) -> bool:
    cue = scene.attributions[number].cue
    return cue is not None and _ANSWERS.match(cue.text) is not None


def _is_asked(scene: Scene, reference: Reference) -> bool:
    return _ASKED_WHOM.search(scene.text, max(0, reference.start - 6), reference.start) is not None
