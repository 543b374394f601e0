"""For whom somebody speaks whose own words do not say it: "The port rejected this. “Never,” a spokesman said.\""""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from reportedly.reading.cast.bodies import place_of
from reportedly.reading.cast.own_words import is_quoted
from reportedly.reading.cast.scene import Draft, Reference, Scene
from reportedly.reading.cast.spokespeople import AGENTS, defends, is_bare_lawyer, speaks

_THROUGH = re.compile(r"\b[Tt]hrough (?:an? |the )?\Z")
_REACH = {"organisation": 2, "government": 0}  # sentences back; one more where the body begins that sentence
_BEGINS = re.compile(  # what may stand before the body with which a sentence begins: "On Monday the ", "But "
    r"(?:(?!\b(?:has|have|had|is|are|was|were|will|would|can|could|did|does|do|not)\b)[^;]){0,40}"
)
_TRIED = re.compile(
    r"\b(?:trial|convict(?:ed|ion)|plead(?:ed|s|ing)?|accus(?:ed|es|ing)|charg(?:ed|es|ing)|indict(?:ed|ment)|guilty|"
    r"sentenced|defendant)\b"
)
_TRIAL = 8_000  # characters to each side that may tell of the trial: an article, not a book
_AT_COURT = re.compile(r"(?i)\b(?:lawyer|attorney|judge|justice|prosecut(?:or|ing)|counsel|solicitor|barrister)\b")
_PEOPLE = ("person", "group")


def spoken_for(scene: Scene, drafts: Sequence[Draft], reference: Reference, last_source: Draft | None) -> Draft | None:
    """For whom one speaks who speaks for nobody in particular; None when the words leave it open.

    For whoever speaks through him ("The rector, through a spokeswoman, declined"); for whoever is tried, where it is a
    defence lawyer. A spokesperson else for the body with which the sentence begins, or that spoke last, or was
    mentioned last; where there is no body, for the person with whom this sentence or the one before begins.
    """
    if _THROUGH.search(scene.text, max(0, reference.start - 12), reference.start) is not None:
        return max((d for d in drafts if _leads(scene, d, reference, 0)), key=place_of, default=None)
    roles = [*_roles_at(scene, reference)]
    if any(defends(words) for words in roles):
        return defendant(scene, drafts, reference.start, reference.end)
    if any(map(is_bare_lawyer, roles)):
        return _client_of_last(reference, last_source)
    if not any(speaks(words) for words in roles):
        return None
    near = [(draft, place) for draft in drafts if (place := _told_near(scene, draft, reference)) is not None]
    if near:
        draft, _ = max(
            near,
            key=lambda one: (
                _leads(scene, one[0], reference, 0),
                one[0] is last_source or (_leads(scene, one[0], reference, 1) and _spoke(one[0], reference, 1)),
                one[1],
            ),
        )
        return draft
    for back in (0, 1):
        people = [d for d in drafts if d.kind in _PEOPLE and d.names and _leads(scene, d, reference, back)]
        if people:
            return people[-1]
    return None


def _client_of_last(reference: Reference, last_source: Draft | None) -> Draft | None:
    """For whom the lawyers speak that spoke last, of whom one is named next: "Renn's lawyers", "attorney Tom Vale"."""
    if last_source is None or last_source.latest is None or not last_source.principals or last_source.names:
        return None
    near = 0 <= reference.sentence - last_source.latest.sentence <= 1
    lawyers = any(one.phrase.head is not None and one.phrase.head.word in AGENTS for one in last_source.references)
    return last_source.principals[0] if near and lawyers else None


def defendant(scene: Scene, drafts: Sequence[Draft], start: int, end: int) -> Draft | None:
    """The person of whom most is told in the sentences around on the trial; None where two are told of alike."""
    low, high = max(0, start - _TRIAL), end + _TRIAL
    trial = {scene.sentence_of(match.start()) for match in _TRIED.finditer(scene.text, low, high)}
    told: dict[int, set[int]] = {}
    for one in scene.references[scene.position(low) : scene.position(high)]:
        if one.draft is not None and one.sentence in trial:
            told.setdefault(id(one.draft), set()).add(one.sentence)
    people = [draft for draft in drafts if id(draft) in told and may_be_tried(draft)]
    people.sort(key=lambda draft: -len(told[id(draft)]))
    alone = len(people) == 1 or (len(people) > 1 and len(told[id(people[0])]) > len(told[id(people[1])]))
    return people[0] if alone else None


def may_be_tried(draft: Draft) -> bool:
    """Whether somebody is a person with a name who is no lawyer or judge."""
    return draft.kind == "person" and bool(draft.names) and not any(map(_AT_COURT.search, draft.roles))


def _roles_at(scene: Scene, reference: Reference) -> Iterator[str]:
    yield reference.text
    for begin, until in reference.role_places:
        yield scene.text[begin:until]


def _told_near(scene: Scene, draft: Draft, reference: Reference) -> int | None:
    """Where a body was told of last before the reference; None where that is too far back."""
    if draft.kind not in _REACH:
        return None
    last = max((one for one in draft.references if one.start < reference.start), key=_start_of, default=None)
    if last is None or (back := reference.sentence - last.sentence) > _REACH[draft.kind] + 1:
        return None
    spoke = _leads(scene, draft, reference, back) and _spoke(draft, reference, back)
    return last.start if back <= _REACH[draft.kind] or (draft.kind == "government" and spoke) else None


def _start_of(reference: Reference) -> int:
    return reference.start


def _spoke(draft: Draft, reference: Reference, back: int) -> bool:
    """Whether an actor said something in the sentence so many before the reference."""
    return any(one.source_of and one.sentence == reference.sentence - back for one in draft.references)


def _leads(scene: Scene, draft: Draft, reference: Reference, back: int) -> bool:
    """Whether the sentence so many before the reference begins with an actor, who is not only named in a quotation."""
    return any(
        one.leading
        and _BEGINS.fullmatch(scene.text, scene.start_of(one), one.start) is not None
        and not one.possessive
        and one.end <= reference.start
        and one.sentence == reference.sentence - back
        and (one.inside is None or not is_quoted(scene, scene.attributions[one.inside]))
        for one in draft.references
    )
