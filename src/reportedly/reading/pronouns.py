"""Whom a pronoun means: every candidate is weighed by where and how it was last mentioned."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from types import MappingProxyType

from reportedly.reading.nouns import Gender
from reportedly.reading.scene import Draft, Reference, Scene
from reportedly.records import ActorKind

FIRST_PERSON = frozenset(["i", "we", "us", "me", "my", "mine", "our", "ours", "myself", "ourselves"])
RELATIVE = frozenset(["who", "which", "that", "whose", "whom"])
_SINGLE = {
    word: gender
    for gender, words in (("m", "he him his himself"), ("f", "she her hers herself"))
    for word in words.split()
}
_THING = frozenset(["it", "its", "itself"])
_BODIES: frozenset[ActorKind | None] = frozenset(("organisation", "government", "document", "outlet", "group", "place"))

# fitted on the pronouns of ../shared/training by `python -m training.pronouns`
WEIGHTS: Mapping[str, float] = MappingProxyType(
    {
        "same sentence": 1.2,
        "sentence before": 0.9,
        "two before": 0.2,
        "far": -1.0,
        "other paragraph": -0.3,
        "was source": 0.8,
        "last source": 1.0,
        "was first": 0.5,
        "possessive": -0.5,
        "nested": -0.6,
        "same content": 0.3,
        "inside content, asked outside": -0.9,
        "speaker around, indirect": 0.8,
        "speaker around, direct": -1.5,
        "gender known": 1.5,
        "told often": 0.3,
        "kind fits": 0.5,
    }
)
WINDOW = 8  # sentences back; further candidates are as good as forgotten


def gender_asked(word: str) -> Gender | None:
    """The gender that a pronoun asks for."""
    gender = _SINGLE.get(word)
    return "m" if gender == "m" else "f" if gender == "f" else None


def antecedent(scene: Scene, drafts: Iterable[Draft], reference: Reference, last_source: Draft | None) -> Draft | None:
    """The actor that a personal or possessive pronoun means; None when none fits."""
    word = reference.phrase.determiner
    best, most = None, float("-inf")
    for draft in drafts:
        if draft.latest is not None and possible(word, draft, reference):
            score = sum(WEIGHTS[name] for name in features(scene, draft, reference, last_source))
            if score > most:
                best, most = draft, score
    return best


def possible(word: str, draft: Draft, reference: Reference) -> bool:
    """Whether number, gender and kind allow it at all."""
    if draft.latest is None or reference.sentence - draft.latest.sentence > WINDOW or draft.latest.outer is reference:
        return False
    asked = _SINGLE.get(word)
    if asked:
        if draft.gender:
            return draft.gender == asked
        return (draft.kind in ("person", None) and not _several(draft)) or (draft.unnamed and not _several(draft))
    if word in _THING:
        return draft.kind in _BODIES and not draft.unnamed
    return _several(draft) or draft.kind in _BODIES or draft.unnamed


def _several(draft: Draft) -> bool:
    return (draft.count or 0) > 1 or (draft.kind == "group" and draft.count is None)


def features(scene: Scene, draft: Draft, reference: Reference, last_source: Draft | None) -> list[str]:
    """What speaks for or against a candidate; names of weights."""
    latest = draft.latest
    assert latest is not None
    found = []
    distance = max(0, reference.sentence - latest.sentence)
    found.append(("same sentence", "sentence before", "two before")[distance] if distance < 3 else "far")
    if latest.paragraph != reference.paragraph:
        found.append("other paragraph")
    if latest.source_of:
        found.append("was source")
    if last_source is draft:
        found.append("last source")
    if latest.leading:
        found.append("was first")
    if latest.possessive:
        found.append("possessive")
    if latest.outer is not None:
        found.append("nested")
    if latest.inside is not None and latest.inside == reference.inside:
        found.append("same content")
    elif latest.inside is not None and reference.inside is None:
        found.append("inside content, asked outside")
    if reference.inside is not None:
        around = scene.attributions[reference.inside]
        source = scene.at.get((around.source.start, around.source.end)) if around.source else None
        if source is not None and source.draft is draft:
            found.append("speaker around, indirect" if around.form == "indirect" else "speaker around, direct")
    if draft.gender:
        found.append("gender known")
    if draft.told > 1:
        found.append("told often")
    word = reference.phrase.determiner
    if (word in _THING and draft.kind in ("organisation", "document", "outlet")) or (
        word not in _SINGLE and word not in _THING and (_several(draft) or draft.unnamed)
    ):
        found.append("kind fits")
    return found


def relative(scene: Scene, reference: Reference) -> Draft | None:
    """The actor right before a relative pronoun ("Wren, who speaks for the president")."""
    position = scene.position(reference.start)
    for other in reversed(scene.references[max(0, position - 6) : position]):
        if other.draft is not None and other.end <= reference.start and other.sentence == reference.sentence:
            return other.draft
    return None
