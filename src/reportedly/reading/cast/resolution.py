"""Reads the references of an article in order and gives each its draft of an actor."""

from __future__ import annotations

from reportedly.reading.cast import appositions, bodies, pronouns, titles, unnamed
from reportedly.reading.cast.beside import body_beside
from reportedly.reading.cast.cataphora import subject_ahead
from reportedly.reading.cast.clients import client_meant
from reportedly.reading.cast.cut_mentions import same_words
from reportedly.reading.cast.holders import holder_thought
from reportedly.reading.cast.joint_offices import joint_holders
from reportedly.reading.cast.kin import kin_meant, owned_by_kin
from reportedly.reading.cast.looks import note_looks
from reportedly.reading.cast.memory import Memory
from reportedly.reading.cast.named_below import named_below, titled_below
from reportedly.reading.cast.names import Names
from reportedly.reading.cast.people import described_before, give_press, person_meant
from reportedly.reading.cast.scene import Draft, Reference, Scene
from reportedly.reading.cast.shares import is_share
from reportedly.reading.cast.talk import Talk
from reportedly.reading.cast.voices import Voices
from reportedly.records import ActorKind

PASSED = 60  # descriptions in passing that one may take up
_OF_NO_GROUP = ("no one", "the former")  # who point into no group of people told of before
_PEOPLE: tuple[ActorKind, ...] = ("person", "group")


def resolve_drafts(scene: Scene) -> tuple[Draft, list[Draft]]:
    """The draft of the publishing outlet, and those of all actors."""
    return _Resolution(scene).run()


class _Resolution:
    def __init__(self, scene: Scene) -> None:
        self.scene = scene
        self.names = Names(scene)
        appositions.note_roles(scene)
        coming = {id(r.draft): r.draft for r in scene.references if r.draft is not None}
        self.memory = Memory(coming.values())
        self.voices = Voices(scene, self.names, self.memory, self.resolve)
        note_looks(scene, coming.values())
        give_press(scene)
        self.talk = Talk(scene, self.names, self.memory)

    def run(self) -> tuple[Draft, list[Draft]]:
        later = []
        for reference in list(self.scene.references):
            if reference.phrase.shape == "pronoun" and reference.phrase.determiner in pronouns.FIRST_PERSON:
                later.append(reference)
                continue
            if (speaker := pronouns.speaker_behind(self.scene, reference)) is not None and speaker.draft is None:
                self.resolve(speaker)
            if reference.phrase.shape == "pronoun" and not reference.asked and reference.draft is None:
                meant = self._pronoun(reference)
                if meant is None:
                    continue  # "it rains"
                reference.give(meant)
                if not reference.marked:
                    if pronouns.goes_on(reference, meant):
                        meant.latest = reference
                    continue
            if self._is_no_person(reference):
                continue
            if self._is_passing(reference):
                self._pass(reference)
            else:
                self.resolve(reference)
        for reference in later:
            if reference.draft is None and (reference.marked or self.talk.is_spoken(reference)):
                reference.give(self.talk.first_person(reference))
        for reference in list(self.scene.at.values()):  # full names that are no mention
            if reference.draft is None and reference.phrase.shape != "pronoun":
                self.resolve(reference)
        drafts = [*self.memory.all]
        return self.names.outlet, [*drafts, *joint_holders(self.scene, drafts)]

    def _is_no_person(self, reference: Reference) -> bool:
        """Whether the name of a person, found where nothing was marked, turned out to be another's: it says nothing."""
        draft = reference.draft
        if reference.marked or reference.phrase.name is None or draft is None or draft.kind == "person":
            return False
        draft.references.remove(reference)
        return True

    def _is_passing(self, reference: Reference) -> bool:
        """Whether the words only describe somebody who neither speaks nor acts."""
        return reference.draft is None and not reference.marked and reference.phrase.shape == "noun"

    def _pass(self, reference: Reference) -> None:
        """Gives a description in passing its draft: whoever was described so before, or somebody new."""
        phrase, passing = reference.phrase, self.memory.passing
        draft = client_meant(self.scene, reference)
        if draft is None and owned_by_kin(self.scene, reference) is not None:
            draft = kin_meant(self.scene, reference, self.voices.owner(reference))
        if draft is None and phrase.definite:
            draft = described_before(reference, passing[-PASSED:])
        if draft is None:
            draft = self._new(reference)
            draft.unnamed, draft.count = True, phrase.number or (None if phrase.plural else 1)
            draft.add_role(reference.words(phrase.core) or reference.text)
            passing.append(draft)
        reference.give(draft)
        draft.latest = reference

    def resolve(self, reference: Reference) -> Draft:
        """Gives the reference its draft, and makes it the latest of that draft."""
        draft = reference.draft
        if draft is None:
            draft = self._draft_of(reference)
            if reference.draft is None:
                reference.give(draft)
        self.memory.know(draft)
        first = draft.latest is None
        if draft.latest is None or draft.latest.start <= reference.start:
            draft.latest = reference
        self.voices.read_roles(reference, draft, first=first)
        if reference.source_of:
            draft.told += 1
            if reference.inside is None or self.memory.last_source is None:  # whoever is only quoted goes on no more
                self.memory.last_source = draft
        return draft

    def _draft_of(self, reference: Reference) -> Draft:
        phrase = reference.phrase
        if phrase.shape == "pronoun":
            return self._pronoun(reference) or self._new(reference)
        if (whole := same_words(reference)) is not None:
            return whole
        if phrase.name is not None:
            named = self.names.assign(reference)
            appositions.note_roles_of(self.scene, reference, named)
            return named
        if phrase.shape == "member":
            return self._member(reference)
        return self._nominal(reference)

    def _pronoun(self, reference: Reference) -> Draft | None:
        word = reference.phrase.determiner
        if word in pronouns.RELATIVE:
            found = pronouns.relative(self.scene, reference)
            return Draft(kind="document") if found is None and word in pronouns.OF_THINGS else found
        if word in pronouns.FIRST_PERSON:
            return self.talk.first_person(reference)
        if word in pronouns.SECOND_PERSON:
            return self.talk.second_person(reference)
        if (ahead := subject_ahead(self.scene, reference)) is not None:
            return ahead
        return pronouns.antecedent(self.scene, self.memory.meant, reference, self.memory.last_source)

    def _new(self, reference: Reference) -> Draft:
        head, kind = reference.phrase.head, bodies.kind_of(reference)
        if kind in ("person", "organisation", "government") and reference.phrase.plural:
            kind = "group"
        return Draft(kind=kind, gender=head.gender if head else None)

    def _nominal(self, reference: Reference) -> Draft:
        if (client := client_meant(self.scene, reference)) is not None:
            return client
        owner = self.voices.owner(reference)
        return self._known(reference, owner) or self._introduced(reference, owner)

    def _known(self, reference: Reference, owner: Draft | None) -> Draft | None:
        """The actor that a noun takes up; None where it brings in a new one."""
        phrase, people, drafts = reference.phrase, self._are_people(reference), self.memory.drafts
        if owner is not None and phrase.head is not None and "utterance" in phrase.head.marks:
            return owner  # "Starr's remarks"
        if owner is not None and owner.kind == "outlet" and phrase.head is None:
            return owner  # "this newspaper's count"
        if owned_by_kin(self.scene, reference) and (relative := kin_meant(self.scene, reference, owner)) is not None:
            return relative
        if (outlet := bodies.staff_of(drafts, self.names, reference, owner)) is not None:
            return outlet
        if (beside := body_beside(self.scene, reference)) is not None:
            return beside
        if not people:
            papers = phrase.plural and phrase.head is not None and phrase.head.word.endswith("paper")  # several
            known = phrase.definite and not papers
            return bodies.body_meant(self.scene, drafts, self.names, reference, owner) if known else None
        if not phrase.plural and (named := appositions.apposed(self.scene, reference)) is not None:
            if not reference.text.startswith("who "):
                named.add_role(reference.text)
            self.voices.note_owner(named, reference, owner)
            self.voices.take_over(named, reference)
            return named
        counted = phrase.ordinal and phrase.head is not None  # "a second set of papers" is none of anybody
        if counted and (group := unnamed.group_before(drafts, phrase)) is not None:
            return unnamed.member_of(self.scene, group, reference)
        if not phrase.determiner and phrase.plural and phrase.tail is None:
            words = reference.text.lower()
            again = bodies.last_of([d for d in drafts if d.unnamed and unnamed.was_called(d, words)])
            # "people say", once more; but "officials" may be others, unless they were heard before
            if again is not None and (again.told or phrase.head is None or "source" not in phrase.head.marks):
                return again
        bare = not phrase.determiner and not phrase.plural and self.scene.in_headline(reference.start)
        if bare and (titled := titled_below(self.scene, reference)) is not None:
            return titled
        return self._people_known(reference, owner) if phrase.definite or self._in_headline(reference) else None

    def _in_headline(self, reference: Reference) -> bool:
        """Whether the words leave out their "the", as a headline does: "Burma leader meets envoy"."""
        phrase = reference.phrase
        titled = phrase.head is not None and "title" in phrase.head.marks and not phrase.plural
        return titled and not phrase.determiner and self.scene.in_headline(reference.start)

    def _people_known(self, reference: Reference, owner: Draft | None) -> Draft | None:
        """The people that a definite noun takes up, or the one of a group."""
        if titles.is_post(self.scene, reference):
            return None
        owner = owner or self.voices.complement(reference)
        found = person_meant(self.scene, self.memory.drafts, reference, owner, ours=owner is self.names.outlet)
        if found is not None and found.unnamed:
            if not reference.phrase.plural and found.count != 1:
                return unnamed.member_of(self.scene, found, reference)
            unnamed.note_source(self.scene, found, reference)
        if found is not None and found is not owner and owner is not self.names.outlet:
            self.voices.note_owner_of_coming(found, reference, owner)
        if found is not None or reference.phrase.plural or owner is self.names.outlet:
            return found
        if owner is None and reference.phrase.of is None:
            found = holder_thought(self.scene, self.memory.drafts, reference, self.memory.last_source)
        if found is None and (found := named_below(self.scene, reference)) is not None:
            self.voices.note_owner(found, reference, owner)
        if found is not None:
            found.add_role(titles.role_in(reference))
        return found

    def _introduced(self, reference: Reference, owner: Draft | None) -> Draft:
        """The new actor that a noun brings in."""
        phrase, ours = reference.phrase, owner is self.names.outlet
        draft = self._new(reference)
        if self._are_people(reference):
            office = titles.is_new_office(phrase) and (phrase.of is not None or not ours)  # "our correspondent" is none
            if owner is not None and owner.kind == "person" and phrase.head and "source" in phrase.head.marks:
                office = False  # "the colonel's adviser"
            if not (office or unnamed.are_bodies(phrase)):
                unnamed.note_source(self.scene, draft, reference)
            if not is_share(reference.text):
                draft.add_role(titles.role_in(reference))
        if not ours:
            self.voices.note_owner(draft, reference, owner)
        return draft

    def _are_people(self, reference: Reference) -> bool:
        kind = bodies.kind_of(reference)
        return kind in _PEOPLE or (reference.phrase.plural and kind in ("organisation", "government"))

    def _member(self, reference: Reference) -> Draft:
        """The actor of words that point into a group."""
        phrase = reference.phrase
        group: Draft | None = None
        number: int | None = None  # of the whole group: "one of the three"
        if phrase.of is None and is_share(reference.text):
            draft = self._new(reference)  # of all voters, say
            unnamed.note_source(self.scene, draft, reference)
            return draft
        if phrase.of is None and reference.text.lower() in _OF_NO_GROUP:
            return self._unknown(reference)
        if phrase.of is not None:
            inner = self.scene.inner(reference, phrase.of)
            number = inner.phrase.number
            first = inner.phrase.determiner in pronouns.FIRST_PERSON
            if inner.phrase.shape not in ("pronoun", "member") or first:
                group = self.resolve(inner)
            elif inner.text == "whom" and (group := self._right_before(reference)) is None:
                return self._unknown(reference)
        if "latter" in reference.text.lower().split():
            return bodies.last_of([d for d in self.memory.drafts if d.names and d.latest]) or self._new(reference)
        if group is None:
            if number is None and phrase.determiner in ("the", "both") and not phrase.ordinal:
                number = phrase.number  # "the three"
            if (one := unnamed.one_before(self.memory.drafts, reference)) is not None:
                return unnamed.counted_on(self.scene, one, reference)
            group = unnamed.group_before(self.memory.drafts, phrase, number)
        if group is None or not group.unnamed:
            return self._unknown(reference)
        more = phrase.ordinal or reference.text.endswith("others")
        if more and phrase.of is None and phrase.number is not None and phrase.number == group.count:
            return unnamed.counted_on(self.scene, group, reference)
        whole = phrase.number is None and phrase.determiner in ("the", "those", "these", "both")
        if whole or (phrase.number is not None and phrase.number == group.count):
            return group
        return unnamed.member_of(self.scene, group, reference)

    def _unknown(self, reference: Reference) -> Draft:
        """Somebody, or some people, of nobody that is known."""
        alone = reference.phrase.number == 1 or reference.text.lower() in _OF_NO_GROUP
        draft = Draft(kind="person" if alone else "group")
        unnamed.note_source(self.scene, draft, reference)
        return draft

    def _right_before(self, reference: Reference) -> Draft | None:
        """The actor whose words end right before, else the last people of the sentence: "staff, two of whom"."""
        ends = {draft.latest.end: draft for draft in self.memory.drafts if draft.latest is not None}
        behind = self.scene.text[max(0, reference.start - 2) : reference.start]
        now = reference.sentence
        people = [d for d in ends.values() if d.kind == "group" and d.latest and d.latest.sentence == now]
        return ends.get(reference.start - len(behind) + len(behind.rstrip(" ,"))) or bodies.last_of(people)
