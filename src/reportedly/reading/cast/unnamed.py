"""Sources without a name: how many they are, why they would know, and which group "one of them" belongs to."""

from __future__ import annotations

import re
from collections.abc import Sequence

from reportedly.reading.cast.nouns import akin, small_words
from reportedly.reading.cast.phrases import Phrase
from reportedly.reading.cast.scene import Draft, Reference, Scene
from reportedly.reading.cast.titles import marks_of
from reportedly.reading.cast.tokens import words_of

_KNOWING = re.compile(
    r"^(?:(?:who|whom) \w|(?:well-)?(?:briefed|informed)\b|familiar\b|close to\b|with (?:[\w-]+ ){0,3}knowledge\b|"
    r"involved\b|present\b|(?:not )?authori[sz]ed\b|taking part\b|privy\b|assigned\b|inside\b|in the (?:room|know)\b)"
)
_HIDING = re.compile(  # why they are not named, which is no reason why they would know
    r"\b(?:anonym\w+|be(?:ing)? (?:named|identified|quoted)|(?:his|her|their) names?|on (?:the )?condition)\b"
)
_SILENT = re.compile(r"\bnot (?:be )?authori[sz]ed\b")  # a weak reason
_BEHIND = re.compile(r",? ([^.;:“”\"\n]{4,140})")
_CUES = re.compile(r",?\s(?:said|says|told|say|added|adds|according|but|and (?:said|told))\b.*$", re.DOTALL)
_EMPTY = frozenset(small_words("empty"))  # modifiers that tell nothing of why somebody would know
_PLAIN = frozenset(small_words("plain_source"))  # nouns that tell nothing of it


def note_source(scene: Scene, draft: Draft, reference: Reference) -> None:
    """Fills in count and basis of a source without a name from the words of one mention."""
    draft.unnamed = True
    if draft.count is None:
        draft.count = count_of(reference.phrase)
    basis = basis_of(scene, reference)
    if basis is None:
        return
    if draft.basis is None or (_KNOWING.match(basis) and not _KNOWING.match(draft.basis) and not _SILENT.search(basis)):
        draft.basis = basis


def count_of(phrase: Phrase) -> int | None:
    """How many the words speak of; None for a bare plural and for "several"."""
    if phrase.number is not None:
        many = phrase.number == 1 and phrase.head is not None and phrase.head.plural  # "other members"
        return None if many else phrase.number
    if phrase.head is not None and not phrase.head.plural and phrase.head.kind == "person":
        return 1
    return None


def basis_of(scene: Scene, reference: Reference) -> str | None:
    """Why they would know, in the text's words: what follows the noun, or the post that the noun tells of."""
    tail = reference.words(reference.phrase.tail)
    if tail:
        tail = tail.strip(" ,")
        if not _HIDING.search(tail):
            return tail if " " in tail or not tail.startswith("who") else None
    match = _BEHIND.match(scene.text, reference.end)
    if match is not None and _KNOWING.match(match[1]):
        words = _CUES.sub("", match[1]).split(",")[0].strip()
        if words.count(" ") > 1 and not _HIDING.search(words):
            return words
    return _post_of(reference)


def _post_of(reference: Reference) -> str | None:
    """The post that the words tell of ("Treasury official", "port worker"); None for plain ones ("two officials")."""
    phrase = reference.phrase
    core = reference.words(phrase.core)
    if core is None or phrase.head is None or phrase.shape != "noun" or phrase.definite:
        return None
    modifiers = [word for word, *_ in words_of(core)[:-1] if word.lower() not in _EMPTY]
    if any(_KNOWING.match(word) for word in modifiers):
        return " ".join(modifiers)
    counted = phrase.number is not None
    if modifiers or (counted and phrase.head.word not in _PLAIN):
        return " ".join([*modifiers, core.split()[-1]])
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
    if phrase.head is not None:  # "a second official"
        groups = [draft for draft in groups if akin_noun(draft, phrase)]
    groups = [draft for draft in groups if number is not None and draft.count == number] or groups
    several = [draft for draft in groups if draft.count != 1 and not draft.principals]
    return max(several or groups, key=_prominence, default=None)


def _prominence(draft: Draft) -> tuple[bool, int]:
    """People that somebody else only speaks of come last."""
    outside = any(reference.inside is None for reference in draft.references)
    return outside, draft.latest.start if draft.latest else -1


def member_of(scene: Scene, group: Draft, reference: Reference) -> Draft:
    """A new draft for some of a group; it has the group's roles, basis and principals, and a count of its own."""
    top = group.group or group
    number = count_of(reference.phrase)
    member = Draft(kind="person" if number == 1 else "group", unnamed=True, count=number, group=top)
    member.basis = basis_of(scene, reference) if reference.phrase.of is None else None
    member.basis = member.basis or top.basis
    member.roles = list(top.roles)
    member.principals = list(top.principals)
    return member
