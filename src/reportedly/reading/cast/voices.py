"""Whose a phrase is, and for whom its actor speaks: "its spokesman", "the foreign ministry's Timur Oszhan"."""

from __future__ import annotations

import re
from collections.abc import Callable

from reportedly.reading.cast import bodies, spokespeople, titles, unnamed
from reportedly.reading.cast.memory import Memory
from reportedly.reading.cast.name_forms import key_of, same_realm
from reportedly.reading.cast.names import Names
from reportedly.reading.cast.no_names import is_time
from reportedly.reading.cast.nouns import Gender
from reportedly.reading.cast.own_words import NEVER, named_in_own_words
from reportedly.reading.cast.phrases import parse
from reportedly.reading.cast.pronouns import SECOND_PERSON
from reportedly.reading.cast.scene import Draft, Reference, Scene
from reportedly.reading.cast.unsaid_principals import spoken_for
from reportedly.reading.cast.whose import OWNED

_REALMS = ("place", "government")
_BODIES = ("organisation", "government")
PARAGRAPHS = 2  # after that of the words of an office in which its holder may be named
_ON_BEHALF = re.compile(
    r",? on (?:(?P<whose>its|his|her|their) behalf\b|"
    r"behalf of (?P<whom>(?:the |his |her |its |their )?[^,.;:“\"\n]{2,50}),)"
)
LATER = 400  # characters after the words of an office within which the name of its holder follows


class Voices:
    """Finds owners and principals while the references are read; `resolve` gives a reference its draft."""

    def __init__(self, scene: Scene, names: Names, memory: Memory, resolve: Callable[[Reference], Draft]) -> None:
        self._scene = scene
        self._names = names
        self._memory = memory
        self._resolve = resolve

    def take_over(self, named: Draft, reference: Reference) -> None:
        """Joins a source without a name to the named actor that turns out to be it ("the spokesman, Timur Oszhan")."""
        phrase = reference.phrase
        if phrase.determiner != "the" or phrase.of is not None or phrase.head is None:
            return
        same = [d for d in self._memory.drafts if d.unnamed and d.count == 1 and unnamed.same_noun(d, reference)]
        before = bodies.last_of([d for d in same if d.latest and d.latest.end <= reference.start])
        if before is not None:
            self._memory.join(before, named)

    def take_over_unintroduced(self, named: Draft, reference: Reference) -> None:
        """Joins the holder of an office who spoke last to the bare full name that speaks next.

        News gives at the second mention the name of whom it has introduced at the first: "her press secretary said.
        “The lists are closed,” Timur Oszhan said." In a transcript (a colon) every name stands bare.
        """
        before, phrase = self._memory.last_source, reference.phrase
        introduced = named.roles or phrase.title or phrase.role or phrase.owner or " " not in (named.name or "")
        in_transcript = self._scene.text.startswith(":", reference.end)
        if named.kind != "person" or not reference.source_of or introduced or in_transcript:
            return
        if before is not None and self._may_be_named(before, reference) and not _differ(before.gender, named.gender):
            self._memory.join(before, named)

    def _may_be_named(self, before: Draft, reference: Reference) -> bool:
        """Whether an actor is the single holder of an office who has no name yet and spoke shortly before."""
        if before.names or before.kind != "person" or before.latest is None:
            return False
        office = next((r.phrase for r in before.references if r.phrase.shape == "noun"), None)
        if office is None or office.head is None or not office.definite or office.plural:
            return False
        near = 0 <= reference.start - before.latest.end < LATER
        last = max(r.paragraph for r in before.references if r.phrase.shape == "noun")
        near = near and reference.paragraph - last <= PARAGRAPHS  # not in the next letter to the editor
        return near and (not before.unnamed or spokespeople.is_spokesperson(before))

    def complement(self, reference: Reference) -> Draft | None:
        """The body whose office the words name ("the president of Orlena"), where they name it."""
        place, head = reference.phrase.of, reference.phrase.head
        if place is None or head is None or "title" not in head.marks or titles.as_title(reference)[0] != head:
            return None  # "the head of state" is nobody's head
        if parse(reference.text[slice(*place)]).name is None:
            return None  # "the secretary of state": no state is told of
        inner = self._scene.inner(reference, place)
        return self._resolve(inner) if inner.phrase.name is not None and inner.phrase.title is None else None

    def owner(self, reference: Reference) -> Draft | None:
        """The possessor of a phrase ("Putin" in "Putin's press secretary"); None when it has none."""
        place = reference.phrase.owner
        if place is None or is_time(reference.text[slice(*place)]):
            return None  # "last week's leader"
        inner = self._scene.inner(reference, place)
        if inner.draft is None and inner.phrase.determiner in SECOND_PERSON:
            return None  # "your deputy": whose, only they know
        return self._resolve(inner) if inner.draft is None else inner.draft

    def note_owner(self, draft: Draft, reference: Reference, owner: Draft | None) -> None:
        """Notes for whom a mention says that the actor speaks, or who wrote the document."""
        if draft.owner is None:
            draft.owner = owner
        if draft.principals:
            return
        place = spokespeople.principal_of(reference.phrase, reference.text, draft.kind, owner is not None)
        if place is not None:
            self._add_principal(draft, reference.start + place[0], reference.start + place[1], reference)
        elif owner is not None and reference.source_of and not draft.names and spokespeople.fronts(reference.phrase):
            draft.principals += [owner] if owner.kind == "person" else []
        elif draft.kind in ("person", "group"):
            self._speak_unsaid(draft, reference)

    def note_owner_of_coming(self, draft: Draft, reference: Reference, owner: Draft | None) -> None:
        """The same of whoever is named only later ("her spokesman", then "the spokesman, Timur Oszhan").

        Where the name will come with words for whom its bearer speaks, those tell it.
        """
        if draft.latest is not None or not any(map(spokespeople.principal_place, draft.roles)):
            self.note_owner(draft, reference, owner)

    def _add_principal(self, draft: Draft, start: int, end: int, reference: Reference, *, of_one: bool = False) -> None:
        """Adds the actor at this place, taken for known ("ministry" in "a ministry spokeswoman").

        `of_one`: only a person or a body that has no speaker of its own, "Renn's man" but not "Talvera's".
        """
        if (office := spokespeople.OF_OFFICES.get(self._scene.text[start:end].lower())) is not None:
            draft.principals += self._holder(office, reference)
            return
        inner = self._scene.inner_at(start, end, reference)
        if inner.draft is None and (found := self._taken_for_known(draft, inner)) is not None:
            inner.give(found)
        principal = self._resolve(inner)
        elected = self._scene.text.endswith("represents ", 0, start) and (  # "… Dexter"
            principal.kind in _REALMS or any(map(spokespeople.is_elected, draft.roles))
        )
        if principal is draft or elected or (of_one and not _has_man(principal)):
            return
        if draft.kind == "document" and principal.kind in ("document", "place"):
            return
        draft.principals.append(principal)

    def _holder(self, office: str, reference: Reference) -> list[Draft]:
        """The president of whom "presidential" tells, where the article names one."""
        words = f"the {office}"
        title = Reference(reference.start, reference.end, words, parse(words), sentence=reference.sentence)
        named = (draft for draft in self._memory.drafts if draft.kind == "person" and not draft.unnamed)
        found = titles.bearer(named, title, None)
        return [found] if found is not None else []

    def _taken_for_known(self, draft: Draft, inner: Reference) -> Draft | None:
        drafts = self._memory.drafts
        if draft.kind != "document" and spokespeople.is_body_word(inner.text):  # "Company spokesman" begins a sentence
            words = f"the {inner.text.lower()}"
            bare = Reference(inner.start, inner.end, words, parse(words), sentence=inner.sentence)
            meant = bodies.body_meant(self._scene, drafts, self._names, bare, None)
            return meant if meant is not None and meant.kind in _BODIES else None
        if inner.phrase.shape == "noun":
            return None if inner.phrase.definite else bodies.body_meant(self._scene, drafts, self._names, inner, None)
        key = key_of(inner.text)  # "Dravenian" in "the Dravenian embassy" is Dravenia, not the embassy
        realms = (d for d in drafts if d.kind == "government" and d is not draft)
        return next((d for d in realms if any(same_realm(key, key_of(name)) for name in d.names)), None)

    def _speak_unsaid(self, draft: Draft, reference: Reference) -> None:
        quoted = named_in_own_words(self._scene, reference)
        others = [one for one in self._memory.drafts if one is not draft and quoted.get(id(one)) != NEVER]
        found = spoken_for(self._scene, others, reference, self._memory.last_source)
        draft.principals += [found] if found is not None else []

    def _speak_on_behalf(self, draft: Draft, reference: Reference) -> None:
        """Finds for whom somebody says it who says it for another: "Renn replied, on its behalf, that …"."""
        for number in reference.source_of:
            cue = self._scene.attributions[number].cue
            match = None if cue is None else _ON_BEHALF.match(self._scene.text, max(cue.end, reference.end))
            if match is None or draft.principals:
                continue
            if match["whose"] in ("its", "their"):
                near = [d for d in self._memory.drafts if d.kind in _BODIES and d.latest and d is not draft]
                near = [d for d in near if d.latest and reference.sentence - d.latest.sentence <= 1]
                draft.principals += [last] if (last := bodies.last_of(near)) is not None else []
            else:
                self._add_principal(draft, *match.span("whose" if match["whose"] else "whom"), reference)

    def _find_owner(self, begin: int, role: str) -> None:
        """Finds out whom a pronoun means that begins a role and is no mention: "Its chair, Ada Renn"."""
        pronoun = OWNED.match(role)
        if pronoun is not None and (place := (begin, begin + pronoun.end(1))) not in self._scene.at:
            found = self._scene.reference(*place)
            found.marked = False
            self._resolve(found)

    def read_roles(self, reference: Reference, draft: Draft, *, first: bool) -> None:
        """Reads what stands around a name: was the actor told of before, does it speak for somebody?"""
        phrase = reference.phrase
        if first and draft.kind == "outlet" and draft.names and draft is not self._names.outlet:
            before = bodies.unnamed_before(self._scene, self._memory.drafts, reference)
            if before is not None and before is not draft:
                self._memory.join(before, draft)
        if draft.principals or phrase.name is None:
            return
        if draft.kind != "person":
            if (place := spokespeople.principal_in_name(phrase, reference.text)) is not None:
                self._add_principal(draft, reference.start + place[0], reference.start + place[1], reference)
            return
        if first and not reference.role_places:
            self.take_over_unintroduced(draft, reference)
        for begin, until in reference.role_places:
            text = self._scene.text[begin:until]
            self._find_owner(begin, text)
            if first:
                self.take_over(draft, Reference(begin, until, text, parse(text)))
            serves = spokespeople.serves(text)
            speaks = spokespeople.speaks_for_somebody(text) or spokespeople.is_bare_lawyer(text)
            if draft.principals or not (serves or speaks):
                continue
            if spokespeople.pleads(text):
                self._speak_unsaid(draft, reference)
            elif (place := spokespeople.principal_place(text)) is not None:
                self._add_principal(draft, begin + place[0], begin + place[1], reference, of_one=serves)
            elif serves:
                continue
            elif phrase.owner is not None:
                start, end = phrase.owner
                self._add_principal(draft, reference.start + start, reference.start + end, reference)
            else:
                self._speak_unsaid(draft, reference)
        if not draft.principals and (place := spokespeople.office_of(phrase, reference.text)) is not None:
            self._add_principal(draft, reference.start + place[0], reference.start + place[1], reference)
        if not draft.principals and reference.source_of:
            self._speak_on_behalf(draft, reference)
        if not draft.principals and phrase.owner is not None and phrase.title is None and phrase.role is None:
            owner = self.owner(reference) if parse(reference.words(phrase.owner) or "").shape == "noun" else None
            if owner is not None and owner.kind == "organisation" and owner is not draft:
                draft.principals.append(owner)  # "the ministry's Timur Oszhan", but not "Brightline's Ada Renn"


def _has_man(principal: Draft) -> bool:
    """Whether somebody's man or speaker speaks for one: a person, or a company, but no country or parliament."""
    body = principal.kind == "organisation" and principal.name is not None
    return principal.kind == "person" or (body and not any(map(spokespeople.sits, principal.names)))


def _differ(one: Gender | None, other: Gender | None) -> bool:
    return one is not None and other is not None and one != other
