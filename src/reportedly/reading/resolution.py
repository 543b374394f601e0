"""Reads the references of an article in order and gives each its draft of an actor."""

from __future__ import annotations

from reportedly.reading import pronouns, spokespeople, titles, unnamed
from reportedly.reading.names import Names
from reportedly.reading.phrases import Place
from reportedly.reading.scene import Draft, Reference, Scene
from reportedly.records import ActorKind

_OWN = frozenset(["this", "our"])
_STAFF = frozenset(["reporter", "correspondent", "journalist", "editor", "writer", "columnist", "presenter"])


def resolve_drafts(scene: Scene) -> tuple[Draft, list[Draft]]:
    """The draft of the publishing outlet, and those of all actors."""
    return _Resolution(scene).run()


class _Resolution:
    def __init__(self, scene: Scene) -> None:
        self.scene = scene
        self.names = Names(scene)
        titles.note_roles(scene)
        self.drafts: list[Draft] = []
        self.last_source: Draft | None = None
        for reference in scene.references:
            if reference.draft is not None:
                self._know(reference.draft)

    def run(self) -> tuple[Draft, list[Draft]]:
        later = []
        for reference in list(self.scene.references):
            if reference.phrase.shape == "pronoun" and reference.phrase.determiner in pronouns.FIRST_PERSON:
                later.append(reference)
                continue
            self.resolve(reference)
        for reference in later:
            self.resolve_first_person(reference)
        for reference in self.scene.at.values():  # places made on the way, and full names that are no mention
            if reference.draft is None:
                self.resolve(reference)
        return self.names.outlet, self.drafts

    def resolve(self, reference: Reference) -> Draft:
        """Gives the reference its draft, and makes it the latest of that draft."""
        draft = reference.draft
        if draft is None:
            draft = self._draft_of(reference)
            reference.give(draft)
            self._know(draft)
        if draft.latest is None or draft.latest.start <= reference.start:
            draft.latest = reference
        self._note(reference, draft)
        if reference.source_of:
            draft.told += 1
            self.last_source = draft
        return draft

    def _know(self, draft: Draft) -> None:
        if not any(draft is known for known in self.drafts):
            self.drafts.append(draft)

    def _draft_of(self, reference: Reference) -> Draft:
        phrase = reference.phrase
        word = phrase.determiner
        if phrase.shape == "pronoun":
            if word in pronouns.RELATIVE:
                found = pronouns.relative(self.scene, reference)
            elif word in pronouns.FIRST_PERSON:
                found = self._speaker(reference)
            else:
                found = pronouns.antecedent(self.scene, self.drafts, reference, self.last_source)
                if found is not None and found.kind == "person" and not found.gender:
                    found.gender = pronouns.gender_asked(word)
            return found or self._new(reference)
        if phrase.shape == "member":
            return self._member(reference)
        if phrase.name is not None:
            return self.names.assign(reference)
        return self._nominal(reference)

    def _new(self, reference: Reference, kind: ActorKind | None = None) -> Draft:
        head = reference.phrase.head
        kind = kind or self._kind(reference)
        if kind == "person" and reference.phrase.plural:
            kind = "group"
        return Draft(kind=kind, gender=head.gender if head else None)

    def _kind(self, reference: Reference) -> ActorKind:
        head = reference.phrase.head
        if head is None:
            return reference.kind or "person"
        return reference.kind if reference.kind in head.marks else head.kind

    def _nominal(self, reference: Reference) -> Draft:
        phrase = reference.phrase
        head, kind = phrase.head, self._kind(reference)
        owner = self._owner(reference)
        if kind in ("person", "group"):
            if head is not None and head.word in _STAFF and (outlet := self._staff_of(reference, owner)):
                return outlet
            if (named := titles.apposed(self.scene, reference)) is not None:
                named.add_role(reference.text)
                self._set_owner(named, reference, owner)
                return named
            if phrase.definite and (found := self._mentioned(reference, owner)) is not None:
                return found
        elif phrase.definite and (found := self._mentioned_body(reference, kind, owner)) is not None:
            return found
        draft = self._new(reference, kind)
        if kind in ("person", "group"):
            office = head is not None and "title" in head.marks and not head.marks & {"source", "vague"}
            if not (office and phrase.definite and not phrase.plural):
                unnamed.note_source(self.scene, draft, reference)
            draft.add_role(self._role_words(reference))
        self._set_owner(draft, reference, owner)
        return draft

    def _role_words(self, reference: Reference) -> str:
        place = reference.phrase.core
        return (
            reference.text
            if reference.phrase.owner or reference.phrase.of
            else (reference.words(place) or reference.text)
        )

    def _mentioned(self, reference: Reference, owner: Draft | None) -> Draft | None:
        """The person whom a definite noun takes up."""
        phrase = reference.phrase
        head = phrase.head
        if phrase.plural:
            groups = [d for d in self.drafts if d.unnamed and d.latest and d.count != 1 and d.group is None]
            same = [d for d in groups if unnamed.same_noun(d, phrase)]
            near = same or [d for d in groups if phrase.number is not None and d.count == phrase.number]
            return max(near, key=_place, default=None)
        singles = [d for d in self.drafts if d.unnamed and d.latest and unnamed.same_noun(d, phrase)]
        if singles and phrase.owner is None:
            last = max(singles, key=_place)
            named = titles.bearer((d for d in self.drafts if not d.unnamed), reference, owner)
            if named is None or (named.latest is None or (last.latest and named.latest.start < last.latest.start)):
                return last if last.count == 1 else self._member_of(last, reference)
        found = titles.bearer((d for d in self.drafts if d.kind in ("person", None)), reference, owner)
        if found is not None:
            return found
        if head is None or "vague" in head.marks:
            return self._salient(reference)
        return None

    def _salient(self, reference: Reference) -> Draft | None:
        people = [d for d in self._lately(reference, 3) if d.kind == "person" and (d.count or 1) == 1]
        return max(people, key=lambda d: (bool(d.latest and d.latest.source_of), _place(d)), default=None)

    def _lately(self, reference: Reference, sentences: int) -> list[Draft]:
        """The drafts that were mentioned not many sentences ago."""
        return [d for d in self.drafts if d.latest and reference.sentence - d.latest.sentence <= sentences]

    def _mentioned_body(self, reference: Reference, kind: ActorKind, owner: Draft | None) -> Draft | None:
        """The organisation, outlet, government or document that a definite noun takes up."""
        head = reference.phrase.head
        if head is None:
            return None
        if reference.phrase.determiner in _OWN and ("outlet" in head.marks or head.kind == "outlet"):
            return self.names.outlet
        outlets = head.kind == "outlet" or "outlet" in head.marks
        candidates: list[tuple[float, Draft]] = []
        for draft in self.drafts:
            if draft.latest is None or (owner is not None and draft is owner):
                continue
            same = _named_by(draft, head.word)
            if owner is not None:
                if same and draft.owner is owner:
                    candidates.append((3, draft))
                continue
            if same:
                candidates.append((2, draft))
            elif outlets and draft.kind == "outlet" and draft is not self.names.outlet:
                candidates.append((1.5, draft))
            elif "vague" in head.marks and draft.kind == kind:
                candidates.append((1, draft))
        best = max(candidates, key=lambda pair: (pair[0], _place(pair[1])), default=None)
        if best is not None:
            return best[1]
        if kind == "government" and owner is None:
            realms = [d for d in self.drafts if d.kind == "government" and d.latest is not None]
            return max(realms, key=lambda d: len(d.references), default=None)
        return None

    def _staff_of(self, reference: Reference, owner: Draft | None) -> Draft | None:
        """The outlet whose reporter it is ("an Anchor reporter", "our correspondent")."""
        if owner is not None and owner.kind == "outlet":
            return owner
        core = reference.words(reference.phrase.core) or ""
        words = core.split()
        if reference.phrase.determiner in ("our", "this", "your"):
            return self.names.outlet
        if len(words) > 1 and (found := self.names.find(" ".join(words[:-1]))) is not None and found.kind == "outlet":
            return found
        return None

    def _member(self, reference: Reference) -> Draft:
        """The actor of words that point into a group."""
        phrase = reference.phrase
        group: Draft | None = None
        if phrase.of is not None:
            inner = self._inner(reference, phrase.of)
            if inner.phrase.shape not in ("pronoun", "member") or inner.phrase.determiner in pronouns.FIRST_PERSON:
                group = self.resolve(inner)
        if group is None:
            group = unnamed.group_before([d for d in self.drafts if d.latest], reference)
        if group is None:
            draft = Draft(kind="group", unnamed=True)
            unnamed.note_source(self.scene, draft, reference)
            return draft
        if (phrase.number is not None and phrase.number == group.count) or phrase.determiner in ("both",):
            return group
        if phrase.number is None and phrase.determiner in ("the", "those", "these", "they"):
            return group
        return self._member_of(group, reference)

    def _member_of(self, group: Draft, reference: Reference) -> Draft:
        top = group.group or group
        number = unnamed.count_of(reference.phrase)
        member = Draft(
            kind="person" if number == 1 else "group", unnamed=True, count=number, basis=top.basis, group=top
        )
        member.roles = list(top.roles)
        member.principals = list(top.principals)
        return member

    def _inner(self, reference: Reference, place: Place) -> Reference:
        """The reference at a place of a phrase, made where the encoder gave none."""
        start, end = reference.start + place[0], reference.start + place[1]
        found = self.scene.within(start, end)
        if found is not None and found is not reference and found.end == end:
            return found
        return self.scene.reference(start, end)

    def _owner(self, reference: Reference) -> Draft | None:
        place = reference.phrase.owner
        if place is None:
            return None
        inner = self._inner(reference, place)
        if inner.phrase.shape == "pronoun" and inner.phrase.determiner in pronouns.FIRST_PERSON:
            return self._speaker(inner)
        return self.resolve(inner) if inner.draft is None else inner.draft

    def _set_owner(self, draft: Draft, reference: Reference, owner: Draft | None) -> None:
        """Notes for whom a mention says that the actor speaks, or who wrote the document."""
        phrase = reference.phrase
        if draft.owner is None:
            draft.owner = owner
        if draft.principals:
            return
        if draft.kind == "document":
            place = phrase.owner or phrase.of
        elif spokespeople.speaks(reference.text) or spokespeople.is_agent(reference.text):
            place = spokespeople.principal_place(reference.text)
            if place is None:
                self._add_principal(draft, self._body_before(reference))
        elif spokespeople.is_voice(phrase.head, owner is not None):
            place = phrase.owner or phrase.of
        else:
            return
        if place is not None:
            self._add_principal(draft, self._principal(reference.start + place[0], reference.start + place[1]))

    def _principal(self, start: int, end: int) -> Draft:
        """The actor at this place, taken for known ("ministry" in "a ministry spokeswoman")."""
        inner = self.scene.within(start, end)
        if inner is None or inner.end != end or inner.start > start + 4:
            inner = self.scene.reference(start, end)
        if inner.draft is None and inner.phrase.shape == "noun" and not inner.phrase.definite:
            found = self._mentioned_body(inner, self._kind(inner), None)
            if found is not None:
                inner.give(found)
        return self.resolve(inner)

    def _add_principal(self, draft: Draft, principal: Draft | None) -> None:
        if principal is not None and principal is not draft and principal not in draft.principals:
            draft.principals.append(principal)

    def _body_before(self, reference: Reference) -> Draft | None:
        """The organisation or government that was mentioned last, at most two sentences ago."""
        bodies = [d for d in self._lately(reference, 2) if d.kind in ("organisation", "government")]
        return max(bodies, key=_place, default=None)

    def _note(self, reference: Reference, draft: Draft) -> None:
        """Reads the roles around a name: does the actor speak for somebody?"""
        for start, end in reference.role_places:
            text = self.scene.text[start:end]
            if draft.principals or not (spokespeople.speaks(text) or spokespeople.is_agent(text)):
                continue
            place = spokespeople.principal_place(text)
            owner = reference.phrase.owner
            if place is not None:
                self._add_principal(draft, self._principal(start + place[0], start + place[1]))
            elif owner is not None:
                self._add_principal(draft, self._principal(reference.start + owner[0], reference.start + owner[1]))
            else:
                self._add_principal(draft, self._body_before(reference))

    def _speaker(self, reference: Reference) -> Draft | None:
        if reference.inside is None:
            return self.names.outlet
        source = self.scene.attributions[reference.inside].source
        if source is None:
            return None
        found = self.scene.at[source.start, source.end]
        return found.draft if found is not reference else None

    def resolve_first_person(self, reference: Reference) -> Draft:
        """Gives "I" and "we" to whoever is quoted there, or to the outlet."""
        draft = self._speaker(reference) or self.names.outlet
        reference.give(draft)
        return draft


def _place(draft: Draft) -> int:
    return draft.latest.start if draft.latest else -1


def _named_by(draft: Draft, word: str) -> bool:
    """Whether a name or an earlier mention of the actor has this noun."""
    if any(word in name.lower().split() for name in draft.names):
        return True
    return any(r.phrase.head is not None and r.phrase.head.word == word for r in draft.references)
