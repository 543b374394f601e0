"""What speaks for or against one whom a pronoun may mean: the names of the weights in `pronoun_weights`."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from reportedly.reading.cast.nouns import Gender, small_words
from reportedly.reading.cast.own_words import is_quoted
from reportedly.reading.cast.scene import Draft, Reference, Scene

SINGLE: dict[str, Gender] = {
    **dict.fromkeys(("he", "him", "his", "himself"), "m"),
    **dict.fromkeys(("she", "her", "hers", "herself"), "f"),
}
_CASES = {
    **dict.fromkeys(("he", "she", "they"), "subject"),
    **dict.fromkeys(("him", "them"), "object"),
    **dict.fromkeys(("his", "hers", "their", "theirs", "its"), "owner"),
    **dict.fromkeys(("himself", "herself", "themselves", "itself"), "self"),
}
_NEXT = re.compile(r" (?P<word>[\w’'-]+)")
_NO_NOUN = frozenset(
    (*small_words("finite"), *small_words("cut"), *small_words("definite"), *small_words("stop"), "to")
)
_CLAUSE_ENDS = re.compile(
    r"[,;:—–“”\"()]|\b(?:that|who|whom|which|what|how|why|and|but|or|because|when|while|as|if|after|before|since|until|"
    r"where|whether|although|though|than)\b"
)
_AND = re.compile(r",? (?:and|or|with) ")
_OFTEN = (2, 4, 8)  # references of an actor in the article: more than a few, many, most


def gender_asked(word: str) -> Gender | None:
    """The gender that a pronoun asks for."""
    return SINGLE.get(word)


def case_of(scene: Scene, reference: Reference) -> str:
    """Whether a pronoun is subject, object, owner or its own subject's "self"; "her" is told by the word behind it."""
    word = reference.phrase.determiner
    if word != "her":
        return _CASES.get(word, "any")
    behind = _NEXT.match(scene.text, reference.end)
    return "object" if behind is None or behind["word"].lower() in _NO_NOUN else "owner"


@dataclass(frozen=True, slots=True)
class Asked:
    """A pronoun as it is the same for all candidates: its case, and whether it stands behind its own quotation."""

    reference: Reference
    case: str
    behind_quotation: bool

    @classmethod
    def of(cls, scene: Scene, reference: Reference) -> Asked:
        """The pronoun at this reference."""
        return cls(reference, case_of(scene, reference), _follows_quotation(scene, reference))


def signs(scene: Scene, draft: Draft, asked: Asked, last_source: Draft | None) -> list[str]:
    """What speaks for or against a candidate."""
    reference = asked.reference
    latest = draft.latest
    assert latest is not None
    distance = max(0, reference.sentence - latest.sentence)
    found = [("same sentence", "sentence before", "two before", "three before")[distance] if distance < 4 else "far"]
    if latest.paragraph != reference.paragraph:
        found.append("paragraph before" if reference.paragraph - latest.paragraph == 1 else "paragraphs before")
    if last_source is draft:
        found += _holding({
            "last source": True,
            "last source, asked as source": reference.source_of,
            "last source, asked first": reference.leading,
            "last source, behind a quotation": asked.behind_quotation,
        })  # fmt: skip
    found += _signs_of_mention(latest)
    if not latest.marked:
        found += _holding(
            {"in passing, asked marked": reference.marked, "in passing, asked as source": reference.source_of}
        )
    found += _signs_of_talk(scene, draft, reference)
    found += _signs_of_actor(draft, reference)
    found += _signs_of_place(scene, draft, asked, min(distance, 2))
    return found


def _holding(signs: Mapping[str, object]) -> list[str]:
    """The signs that hold, in their order."""
    return [sign for sign, holds in signs.items() if holds]


def _signs_of_mention(latest: Reference) -> list[str]:
    """What the last mention says by itself."""
    return _holding({
        f"was {latest.phrase.shape}": True,
        "was source": latest.source_of,
        "was told": latest.told_by,
        "was first": latest.leading,
        "possessive": latest.possessive,
        "nested": latest.outer is not None,
        "in passing": not latest.marked,
    })  # fmt: skip


def _signs_of_talk(scene: Scene, draft: Draft, reference: Reference) -> list[str]:
    """What the talk says in which the pronoun or the last mention stands."""
    latest, found = draft.latest, list[str]()
    assert latest is not None
    if latest.inside is not None and latest.inside in reference.source_of:
        found.append("inside own words")
    elif latest.inside is not None and latest.inside == reference.inside:
        found.append("same content")
    elif latest.inside is not None and reference.inside is None:
        found.append("inside content, asked outside")
    elif latest.inside is None and reference.inside is not None:
        found.append("outside content, asked inside")
    if reference.inside is not None:
        around = scene.attributions[reference.inside]
        how = "quoted" if around.form == "mixed" or is_quoted(scene, around) else "indirect"
        source = scene.at.get((around.source.start, around.source.end)) if around.source else None
        speaker = source.draft if source is not None else None
        if speaker is draft:
            found.append(f"speaker around, {how}")
        elif speaker is not None and draft in speaker.principals:
            found.append(f"speaker's principal, {how}")
        elif any((told := scene.at.get((s.start, s.end))) and told.draft is draft for s in around.addressees):
            found.append(f"hearer around, {how}")
    return found


def _signs_of_actor(draft: Draft, reference: Reference) -> list[str]:
    """What is known of the actor."""
    asked, found = gender_asked(reference.phrase.determiner), list[str]()
    if draft.gender:
        found.append("gender known")
    elif asked and draft.seems:
        found.append("seems so" if (draft.seems > 0) == (asked == "f") else "seems not")
    found.append("unnamed" if draft.unnamed else "named")
    if draft.names and not draft.gender and not draft.roles and all(" " not in name for name in draft.names):
        found.append("bare name")
    if draft.kind is not None:
        found.append(draft.kind)
    if draft.told > 1:
        found.append("told often")
    found.append(f"mentioned over {max((n for n in _OFTEN if len(draft.references) > n), default=0)}")
    if draft.references[0].sentence < 3:
        found.append("at the top")
    return found


def _signs_of_place(scene: Scene, draft: Draft, asked: Asked, where: int) -> list[str]:
    """What the part says that the last mention and the pronoun have in their sentences."""
    latest, reference, case = draft.latest, asked.reference, asked.case
    assert latest is not None
    role = "source" if latest.source_of else "first" if latest.leading else "other"
    found = [f"{role} {where}", f"{role} {where}, {case}"]
    if reference.source_of:
        found.append(f"{role} {where}, asked as source")
    if reference.leading:
        found.append(f"{role} {where}, asked first")
    if reference.told_by:
        found.append(f"{role} {where}, asked as told")
    if latest.possessive:
        found.append(f"possessive {where}, {case}")
    if not where and _AND.fullmatch(scene.text, latest.end, reference.start):
        found.append(f"joined, {case}")
    if asked.behind_quotation:
        found.append(f"{role} {where}, behind a quotation")
    before = not where and latest.end <= reference.start
    if before and _CLAUSE_ENDS.search(scene.text, latest.end, reference.start) is None:
        found += ["same clause", f"same clause, {case}", f"{role}, same clause, {case}"]
    return found


def _follows_quotation(scene: Scene, reference: Reference) -> bool:
    """Whether a pronoun stands behind the quotation that it is the source of ("…,” he said")."""
    for number in reference.source_of:
        attribution = scene.attributions[number]
        if attribution.form == "direct" and attribution.content[0].start < reference.start:
            return True
    return False
