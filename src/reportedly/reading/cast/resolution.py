"""Reads the references of an article in order and gives each its draft of an actor."""

from __future__ import annotations

from itertools import islice

from reportedly.reading.cast import bodies, pronouns, spokespeople, titles, unnamed
from reportedly.reading.cast.names import Names
from reportedly.reading.cast.people import person_meant
from reportedly.reading.cast.phrases import parse
from reportedly.reading.cast.scene import Draft, Reference, Scene
from reportedly.reading.cast.tokens import Place
from reportedly.records import ActorKind

BEHIND, AHEAD = (
    150,
    40,
)  # actors that a mention may take up: enough for any article, so that a long text takes no longer
_PEOPLE: tuple[ActorKind, ...] = ("person", "group")


def resolve_drafts(scene: Scene) -> tuple[Draft, list[Draft]]:
    """The draft of the publishing outlet, and those of all actors."""
    return _Resolution(scene).run()


class _Resolution:
    def __init__(self, scene: Scene) -> None:
        self.scene = scene
        self.names = Names(scene)
        titles.note_roles(scene)
        self._lately: dict[int, Draft] = {}
        self._all: dict[int, Draft] = {}
        self.last_source: Draft | None = None
        self._coming = {id(r.draft): r.draft for r in scene.references if r.draft is not None}
        pronouns.note_looks(scene, self._coming.values())

    def run(self) -> tuple[Draft, list[Draft]]:
        later = []
        for reference in list(self.scene.references):
            if reference.phrase.shape == "pronoun" and reference.phrase.determiner in pronouns.FIRST_PERSON:
                later.append(reference)
                continue
            if reference.phrase.shape == "pronoun" and not reference.asked and reference.draft is None:
                meant = self._pronoun(reference)
                if meant is None:
                    continue  # "it rains"
                reference.give(meant)
            self.resolve(reference)
        for reference in later:
            if reference.draft is None:
                reference.give(self._first_person(reference))
        for reference in list(self.scene.at.values()):  # full names that are no mention
            if reference.draft is None and reference.phrase.shape != "pronoun":
                self.resolve(reference)
        return self.names.outlet, [*self._all.values()]

    def resolve(self, reference: Reference) -> Draft:
        """Gives the reference its draft, and makes it the latest of that draft."""
        draft = reference.draft
        if draft is None:
            draft = self._draft_of(reference)
            if reference.draft is None:
                reference.give(draft)
        self._know(draft)
        first = draft.latest is None
        if draft.latest is None or draft.latest.start <= reference.start:
            draft.latest = reference
        self._read_roles(reference, draft, first=first)
        if reference.source_of:
            draft.told += 1
            self.last_source = draft
        return draft

    @property
    def drafts(self) -> list[Draft]:
        """The actors that a mention may take up: those mentioned lately, and the next that the text will name."""
        return [*self._lately.values(), *islice(self._coming.values(), AHEAD)]

    def _know(self, draft: Draft) -> None:
        """Puts an actor behind all others that were mentioned lately."""
        key = id(draft)
        self._coming.pop(key, None)
        self._lately.pop(key, None)
        self._lately[key] = draft
        self._all[key] = draft
        if len(self._lately) > BEHIND:
            del self._lately[next(iter(self._lately))]

    def _forget(self, draft: Draft) -> None:
        for drafts in (self._lately, self._coming, self._all):
            drafts.pop(id(draft), None)

    def _draft_of(self, reference: Reference) -> Draft:
        phrase = reference.phrase
        if phrase.shape == "pronoun":
            return self._pronoun(reference) or self._new(reference)
        if phrase.name is not None:
            named = self.names.assign(reference)
            titles.note_roles_of(self.scene, reference, named)
            return named
        if phrase.shape == "member":
            return self._member(reference)
        return self._nominal(reference)

    def _pronoun(self, reference: Reference) -> Draft | None:
        word = reference.phrase.determiner
        if word in pronouns.RELATIVE:
            return pronouns.relative(self.scene, reference)
        if word in pronouns.FIRST_PERSON:
            return self._first_person(reference)
        return pronouns.antecedent(self.scene, self.drafts, reference, self.last_source)

    def _first_person(self, reference: Reference) -> Draft:
        """Whoever is quoted there, or the outlet; "we said" is said of the speaker's body where the text has one."""
        speaker = self._speaker(reference)
        if speaker is None:
            return self.names.outlet
        if reference.source_of and reference.phrase.determiner in ("we", "our", "us"):
            return bodies.body_of(self.drafts, speaker) or speaker
        return speaker

    def _speaker(self, reference: Reference) -> Draft | None:
        if reference.inside is None:
            return None
        source = self.scene.attributions[reference.inside].source
        if source is None:
            return None
        found = self.scene.at[source.start, source.end]
        return found.draft if found is not reference else None

    def _new(self, reference: Reference, kind: ActorKind | None = None) -> Draft:
        head = reference.phrase.head
        kind = kind or bodies.kind_of(reference)
        if kind in ("person", "organisation", "government") and reference.phrase.plural:
            kind = "group"
        return Draft(kind=kind, gender=head.gender if head else None)

    def _nominal(self, reference: Reference) -> Draft:
        phrase, kind = reference.phrase, bodies.kind_of(reference)
        owner = self._owner(reference)
        people = kind in _PEOPLE or (phrase.plural and kind in ("organisation", "government"))
        ours = owner is self.names.outlet
        if owner is not None and phrase.head is not None and "utterance" in phrase.head.marks:
            return owner  # "Starr's remarks"
        if owner is not None and owner.kind == "outlet" and phrase.head is None:
            return owner  # "this newspaper's count"
        if (outlet := bodies.staff_of(self.names, reference, owner)) is not None:
            return outlet
        if people and not phrase.plural and (named := titles.apposed(self.scene, reference)) is not None:
            named.add_role(reference.text)
            self._set_owner(named, reference, owner)
            self._take_over(named, reference)
            return named
        if people and phrase.ordinal and (group := unnamed.group_before(self.drafts, phrase)) is not None:
            return unnamed.member_of(self.scene, group, reference)
        if people and not phrase.determiner and phrase.plural and phrase.tail is None:
            same = [
                d for d in self.drafts if d.unnamed and d.latest and d.latest.text.lower() == reference.text.lower()
            ]
            if (again := bodies.last_of(same)) is not None and again.told:
                return again  # "people say", once more
        if phrase.definite:
            if not people:
                found = bodies.body_meant(self.drafts, self.names, reference, kind, owner)
            else:
                found = person_meant(self.drafts, reference, owner, ours=ours)
            if found is not None:
                if people and found.unnamed:
                    if not phrase.plural and found.count != 1:
                        return unnamed.member_of(self.scene, found, reference)
                    unnamed.note_source(self.scene, found, reference)
                return found
        draft = self._new(reference, kind)
        if people:
            office = phrase.definite and not phrase.plural and not ours and titles.is_office(phrase)
            realm = phrase.head is not None and phrase.head.kind == "government"
            if not office and not realm:
                unnamed.note_source(self.scene, draft, reference)
            whole = phrase.owner or phrase.of
            draft.add_role(reference.text if whole else reference.words(phrase.core) or reference.text)
        if not ours:
            self._set_owner(draft, reference, owner)
        return draft

    def _join(self, before: Draft, named: Draft) -> None:
        """Makes all references of a source without a name the named actor's."""
        for other in before.references:
            other.draft = named
        named.references = [*before.references, *named.references]
        named.principals = before.principals or named.principals
        named.told += before.told
        for role in before.roles:
            named.add_role(role)
        for draft in self._all.values():
            draft.group = None if draft.group is before else draft.group
            draft.owner = named if draft.owner is before else draft.owner
            draft.principals = [named if principal is before else principal for principal in draft.principals]
        self._forget(before)

    def _take_over(self, named: Draft, reference: Reference) -> None:
        """Joins a source without a name to the named actor that turns out to be it ("the spokesman, Timur Oszhan")."""
        phrase = reference.phrase
        if phrase.determiner != "the" or phrase.of is not None or phrase.head is None:
            return
        same = [d for d in self.drafts if d.unnamed and d.count == 1 and unnamed.same_noun(d, reference)]
        before = bodies.last_of([d for d in same if d.latest and d.latest.end <= reference.start])
        if before is not None:
            self._join(before, named)

    def _member(self, reference: Reference) -> Draft:
        """The actor of words that point into a group."""
        phrase = reference.phrase
        group: Draft | None = None
        if phrase.of is not None:
            inner = self._inner(reference, phrase.of)
            first = inner.phrase.determiner in pronouns.FIRST_PERSON
            if inner.phrase.shape not in ("pronoun", "member") or first:
                group = self.resolve(inner)
        if "latter" in reference.text.lower().split():
            return bodies.last_of([d for d in self.drafts if d.names and d.latest]) or self._new(reference)
        if group is None:
            group = unnamed.group_before(self.drafts, phrase)
        if group is None or not group.unnamed:
            draft = Draft(kind="person" if phrase.number == 1 else "group")
            unnamed.note_source(self.scene, draft, reference)
            return draft
        whole = phrase.number is None and phrase.determiner in ("the", "those", "these", "both")
        if whole or (phrase.number is not None and phrase.number == group.count):
            return group
        return unnamed.member_of(self.scene, group, reference)

    def _inner(self, reference: Reference, place: Place) -> Reference:
        """The reference at a place of a phrase, made where the encoder gave none."""
        return self._at(reference.start + place[0], reference.start + place[1], reference)

    def _at(self, start: int, end: int, outside: Reference | None = None) -> Reference:
        found = self.scene.within(start, end)
        if found is not None and found is not outside and found.end == end and found.start <= start + 4:
            return found
        return self.scene.reference(start, end)

    def _owner(self, reference: Reference) -> Draft | None:
        place = reference.phrase.owner
        if place is None:
            return None
        inner = self._inner(reference, place)
        return self.resolve(inner) if inner.draft is None else inner.draft

    def _set_owner(self, draft: Draft, reference: Reference, owner: Draft | None) -> None:
        """Notes for whom a mention says that the actor speaks, or who wrote the document."""
        if draft.owner is None:
            draft.owner = owner
        if draft.principals:
            return
        place = spokespeople.principal_of(reference.phrase, reference.text, draft.kind, owner is not None)
        if place is not None:
            self._add_principal(draft, reference.start + place[0], reference.start + place[1], reference)
        elif draft.kind in _PEOPLE and spokespeople.speaks(reference.text):
            self._speak_for_last(draft, reference)

    def _add_principal(self, draft: Draft, start: int, end: int, reference: Reference) -> None:
        """Adds the actor at this place, taken for known ("ministry" in "a ministry spokeswoman")."""
        inner = self._at(start, end, reference)
        if inner.draft is None and inner.phrase.shape == "noun" and not inner.phrase.definite:
            found = bodies.body_meant(self.drafts, self.names, inner, bodies.kind_of(inner), None)
            if found is not None:
                inner.give(found)
        principal = self.resolve(inner)
        if principal is not draft and not (draft.kind == "document" and principal.kind in ("document", "place")):
            draft.principals.append(principal)

    def _speak_for_last(self, draft: Draft, reference: Reference) -> None:
        """Lets a spokesperson of nobody in particular speak for the body mentioned last, the last source first."""
        reach = {"organisation": 2, "government": 0}  # sentences back
        near = [
            d
            for d in self.drafts
            if d.kind in reach and d.latest and reference.sentence - d.latest.sentence <= reach[d.kind]
        ]
        last = max(near, key=lambda d: (d is self.last_source, bodies.place_of(d)), default=None)
        if last is not None:
            draft.principals.append(last)

    def _read_roles(self, reference: Reference, draft: Draft, *, first: bool) -> None:
        """Reads what stands around a name: does the actor speak for somebody?"""
        phrase = reference.phrase
        if draft.principals or phrase.name is None:
            return
        if draft.kind != "person":
            if (place := spokespeople.principal_in_name(phrase, reference.text)) is not None:
                self._add_principal(draft, reference.start + place[0], reference.start + place[1], reference)
            return
        for begin, until in reference.role_places:
            text = self.scene.text[begin:until]
            if first:
                self._take_over(draft, Reference(begin, until, text, parse(text)))
            if draft.principals or not spokespeople.speaks_for_somebody(text):
                continue
            if (place := spokespeople.principal_place(text)) is not None:
                self._add_principal(draft, begin + place[0], begin + place[1], reference)
            elif phrase.owner is not None:
                start, end = phrase.owner
                self._add_principal(draft, reference.start + start, reference.start + end, reference)
            else:
                self._speak_for_last(draft, reference)
        if not draft.principals and phrase.owner is not None and phrase.title is None and phrase.role is None:
            owner = self._owner(reference)  # "the foreign ministry's Timur Oszhan"
            if owner is not None and owner.kind in ("organisation", "government") and owner is not draft:
                draft.principals.append(owner)
