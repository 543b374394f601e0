"""People that a definite noun takes up: "the minister", "the two officials", "the 61-year-old"."""

from __future__ import annotations

from collections.abc import Sequence

from reportedly.reading.cast import titles, unnamed
from reportedly.reading.cast.bodies import last_of, place_of
from reportedly.reading.cast.scene import Draft, Reference, Scene

_ANY_SOURCE = frozenset(("source", "interlocutor"))  # "our source" is whoever has told us, whatever they are


def give_press(scene: Scene) -> None:
    """Makes one actor of the press, whether the text speaks of reporters or of the conference where they are."""
    press = Draft(kind="group", unnamed=True, roles=["reporters"])
    for whole in scene.press:
        for reference in scene.references[scene.position(whole.start) :]:
            if reference.start >= whole.end:
                break
            if reference.end == whole.end and reference.draft is None:
                reference.give(press)


def described_before(reference: Reference, passing: Sequence[Draft]) -> Draft | None:
    """Whoever was described so before: the last; "his mother" is not "my mother"."""
    word, before = reference.text.lower() if reference.phrase.owner is not None else None, []
    for draft in passing:
        same = draft.latest is not None and (word is None or draft.latest.text.lower() == word)
        if same and unnamed.same_noun(draft, reference):
            before.append(draft)
    return last_of(before)


def person_meant(
    scene: Scene, drafts: Sequence[Draft], reference: Reference, owner: Draft | None, *, ours: bool
) -> Draft | None:
    """The person or group that the words take for known; None when none fits. `ours`: the outlet's own man."""
    phrase = reference.phrase
    if phrase.plural:
        return _group_meant(drafts, reference, None if ours else owner)
    head = phrase.head
    if ours:
        alike = [d for d in drafts if d.unnamed and d.latest and unnamed.same_noun(d, reference)]
        heard = [d for d in drafts if d.unnamed and d.latest and d.told and d.count == 1]
        anybody = head is not None and head.word in _ANY_SOURCE
        return last_of(alike) or (last_of(heard) if anybody else None)
    named = titles.bearer((d for d in drafts if not d.unnamed and d.kind == "person"), reference, owner, scene)
    if phrase.owner is None:
        same = last_of([d for d in drafts if d.unnamed and d.latest and unnamed.same_noun(d, reference)])
        if same is not None and titles.as_title(reference)[0] == head:
            exact = named is not None and any(role.noun == head for role in titles.roles_of(named))
            if named is None or not exact or (same.count in (None, 1) and place_of(named) < place_of(same)):
                return same  # "the diplomat" is the diplomat, not the envoy
    if named is not None:
        return named
    if owner is None and phrase.of is None and not titles.is_office(phrase):
        marks = titles.marks_of(reference.text, head) if head else frozenset()
        akin = last_of([d for d in drafts if d.unnamed and d.latest and unnamed.akin_noun(d, phrase)])
        return akin if not marks else None
    return None


def _group_meant(drafts: Sequence[Draft], reference: Reference, owner: Draft | None) -> Draft | None:
    phrase = reference.phrase
    if unnamed.are_bodies(phrase):  # "both sides" are not the two officials
        same = [d for d in drafts if d.kind == "group" and not d.names and unnamed.same_noun(d, reference)]
        return last_of([d for d in same if d.latest and d.count != 1 and (owner is None or d.owner is owner)])
    groups = [d for d in drafts if d.unnamed and d.latest and d.count != 1 and d.group is None]
    if owner is not None and phrase.owner is not None:
        groups = [d for d in groups if d.owner is owner]  # "Kroon's people" are not the people before
    fits = [d for d in groups if phrase.number is None or d.count in (None, phrase.number)]
    same = [d for d in fits if unnamed.same_noun(d, reference)]
    near = same or [d for d in fits if unnamed.akin_noun(d, phrase) or (phrase.number and d.count == phrase.number)]
    return last_of(near) or _union_of(drafts, reference)


def _union_of(drafts: Sequence[Draft], reference: Reference) -> Draft | None:
    """The organisation that has the words in its name ("the farmers" for the Farmers' Union)."""
    if reference.phrase.determiner != "the" or reference.phrase.number is not None:
        return None
    word = (reference.words(reference.phrase.core) or "").lower()
    return last_of([d for d in drafts if d.kind == "organisation" and any(_of_those(name, word) for name in d.names)])


def _of_those(name: str, words: str) -> bool:
    """Whether an organisation is that of such people: "the Farmers' Union", "the Chamber of Engineers"."""
    whole = name.lower().removeprefix("the ").split()
    if whole[0].rstrip("'’") == words and whole[0] != name.lower():
        return True
    asked = words.split()
    return bool(asked) and whole[-1] == asked[-1] and "of" in whole[1:-1] and set(asked) <= {*whole}
