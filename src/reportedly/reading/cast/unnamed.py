"""Sources without a name: how many they are, and which group "one of them" belongs to."""

from __future__ import annotations

from collections.abc import Sequence

from reportedly.reading.cast.bases import basis_of
from reportedly.reading.cast.nouns import akin
from reportedly.reading.cast.phrases import Phrase
from reportedly.reading.cast.scene import Draft, Reference, Scene
from reportedly.reading.cast.shares import begins_with_share
from reportedly.reading.cast.titles import marks_of
from reportedly.reading.cast.unmarked import is_press
from reportedly.records import ActorKind

_EACH = frozenset(("both", "the", "these", "those"))  # may be each one of those before
_NTH = {"second": 2, "third": 3, "fourth": 4, "fifth": 5}


def note_source(scene: Scene, draft: Draft, reference: Reference) -> None:
    """Fills in count and basis of a source without a name from the words of one mention."""
    draft.unnamed = True
    if draft.count is None:
        draft.count = count_of(reference.phrase)
    if begins_with_share(reference.text):
        return  # which part they are is no reason why they would know
    basis = basis_of(scene.text, reference.start, reference.end, reference.phrase)
    draft.basis = draft.basis.joined(basis) if draft.basis is not None else basis


def count_of(phrase: Phrase) -> int | None:
    """How many the words speak of; None for a bare plural and for "several"."""
    if phrase.number is not None:
        many = phrase.number == 1 and phrase.head is not None and phrase.head.plural  # "other members"
        return None if many else phrase.number
    if phrase.head is not None and not phrase.head.plural and phrase.head.kind == "person":
        return 1
    return None


def are_bodies(phrase: Phrase) -> bool:
    """Whether the words speak of organisations or governments, which have names ("both sides", "two ministries")."""
    head = phrase.head
    if head is None or not (phrase.determiner or phrase.number):
        return False  # "governments" are nobody in particular
    return head.kind == "government" or bool(head.marks & {"bodies", "public"})


def same_noun(draft: Draft, reference: Reference) -> bool:
    """Whether a source without a name was called by this noun before, and no other word speaks against it."""
    head = reference.phrase.head
    if head is None:
        return False
    marks = marks_of(reference.words(reference.phrase.core) or "", head)
    for other in [*draft.references[-30:], *(draft.group.references[-30:] if draft.group else ())]:
        same = other.phrase.head is not None and other.phrase.head.word == head.word
        if same and (not marks or marks & marks_of(other.text, head)):
            return True
    return False


def was_called(draft: Draft, words: str) -> bool:
    """Whether one of its first mentions has just these words, in lower case; "aides to Renn" were not called aides."""
    first = [one for one in draft.references[:5] if one.outer is None or one.outer.draft is not draft]
    return any(reference.text.lower() == words for reference in first)


def akin_noun(draft: Draft, phrase: Phrase) -> bool:
    """Whether a source without a name was called by a noun that this one may stand for ("source" for "official")."""
    head = phrase.head
    return head is not None and any(
        reference.phrase.head is not None and akin(reference.phrase.head.word, head.word)
        for reference in [*draft.references[-30:], *(draft.group.references[-30:] if draft.group else ())]
    )


def group_before(drafts: Sequence[Draft], phrase: Phrase, number: int | None = None) -> Draft | None:
    """The group without a name into which words such as "another" point: the last, of those that spoke or were told of.

    `number` is how many the whole group has ("one of the three"), None where the words do not say.
    """
    groups = [draft for draft in drafts if draft.unnamed and draft.latest is not None and draft.group is None]
    groups = [draft for draft in groups if draft.told or not _is_press(draft)]
    if phrase.head is not None:  # "a second official"
        groups = [draft for draft in groups if akin_noun(draft, phrase)]
    groups = [draft for draft in groups if number is not None and draft.count == number] or groups
    if phrase.plural and phrase.determiner not in _EACH:  # "two" are of several
        groups = [draft for draft in groups if draft.count != 1]
    several = [draft for draft in groups if draft.count != 1 and not draft.principals]
    return max(several or groups, key=_prominence, default=None)


def _is_press(draft: Draft) -> bool:
    """Whether a group is but the reporters who were told something."""
    return any(is_press(reference.text) for reference in draft.references)


def _prominence(draft: Draft) -> tuple[bool, bool, int]:
    """People that somebody else only speaks of come last, before them those that are only described in passing."""
    outside = any(reference.inside is None for reference in draft.references)
    acting = any(reference.marked and reference.phrase.shape != "pronoun" for reference in draft.references)
    return outside, acting, draft.latest.start if draft.latest else -1


def member_of(scene: Scene, group: Draft, reference: Reference) -> Draft:
    """A new draft for some of a group; it has the group's roles, basis and principals, and a count of its own.

    "A third official", where there were two, is none of them.
    """
    top = group.group or group
    nth = _NTH.get(reference.text.lower().removeprefix("a ").split()[0], 0)
    if top.count is not None and 1 < top.count < nth:
        return counted_on(scene, top, reference)
    number = count_of(reference.phrase)
    member = Draft(kind="person" if number == 1 else "group", unnamed=True, count=number, group=top)
    own = basis_of(scene.text, reference.start, reference.end, reference.phrase)
    member.basis = own if top.basis is None else top.basis.of_member(own)
    member.roles = list(top.roles)
    member.principals = list(top.principals)
    return member


def one_before(drafts: Sequence[Draft], reference: Reference) -> Draft | None:
    """The one of whom "another" is a second: "One aide wept. Another sang."."""
    if reference.phrase.determiner != "another":
        return None
    near = [
        draft
        for draft in drafts
        if draft.unnamed and draft.count == 1 and draft.group is None and draft.latest is not None
        if draft.latest.phrase.determiner in ("one", "a", "an")
        and draft.told
        and reference.sentence - draft.latest.sentence <= 1
    ]
    return max(near, key=_prominence, default=None)


def counted_on(scene: Scene, before: Draft, reference: Reference) -> Draft:
    """A new draft for as many more of the same sort: "One aide wept. Another sang.", "Two others"."""
    kind: ActorKind = "person" if count_of(reference.phrase) == 1 else "group"
    draft = Draft(kind=kind, group=before.group, roles=list(before.roles), principals=list(before.principals))
    note_source(scene, draft, reference)
    return draft
