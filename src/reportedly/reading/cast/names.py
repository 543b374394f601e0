"""Which names mean the same actor: short and full forms, acronyms, governments by country, capital or demonym."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from dataclasses import replace

from reportedly.reading.cast.appositions import heads_beside
from reportedly.reading.cast.families import gender_of_kin, is_of_another_family, nearest, other_of_two, title_gender
from reportedly.reading.cast.glosses import glosses_in
from reportedly.reading.cast.name_forms import (
    Key,
    key_of,
    signs_of,
    without_generation,
)
from reportedly.reading.cast.nouns import (
    Noun,
    akin,
    country,
    gender_of,
    honorific,
    is_first_name,
    noun,
    outlet_word,
)
from reportedly.reading.cast.scene import Draft, Reference, Scene
from reportedly.reading.cast.short_names import can_be, is_relative_of
from reportedly.reading.cast.surroundings import Surroundings
from reportedly.reading.cast.written_names import Name, is_noun_too, is_person_in_office, kind_of, may_be_person, vote

_RUN = re.compile(
    r"[^\W\d_a-z][\w'’-]+(?: (?:de|da|di|del|der|den|van|von|bin|al|el|la|le|ter|zu|[A-Z]\.|[^\W\d_a-z][\w'’-]*))+"
)
_HIGHEST = frozenset(("president", "king", "queen", "pope", "premier", "chancellor"))  # of whom a country has one


class Names:
    """The names of an article; every reference with a name gets its draft."""

    def __init__(self, scene: Scene) -> None:
        self.scene = scene
        self.names: dict[Key, Name] = {}
        self._index: dict[str, list[Name]] = defaultdict(list)
        self._relatives: dict[tuple[Key, str], Draft] = {}
        self.outlet = Draft(kind="outlet", names=[scene.article.outlet] if scene.article.outlet else [])
        if scene.article.outlet:
            name = self._name(key_of(scene.article.outlet), -1)
            name.draft = self.outlet
            name.votes["outlet"] += 9
        self._cut_in_headline()
        for reference in scene.references:
            self._collect(reference)
        self._surroundings = Surroundings(scene.text)
        self._families = {key[-1:] for key in self.names if len(key) > 1}
        for name in self.names.values():
            self._look_around(name)
        self._find_full_forms()
        self._find_hosts()
        for reference in scene.references:
            if reference.phrase.name is not None and reference.draft is None:
                self.assign(reference)

    def _cut_in_headline(self) -> None:
        """Ends a name of the headline where the text below ends it: "Ada Renn Slams Budget" has Ada Renn."""
        named = [(r, r.words(r.phrase.name) or "") for r in self.scene.references if r.phrase.name is not None]
        below = {key_of(words) for r, words in named if not self.scene.in_headline(r.start)}
        for reference, words in named:
            if not self.scene.in_headline(reference.start) or key_of(words) in below:
                continue
            while len(words.split()) > 2 and key_of(words) not in below:
                words = words.rpartition(" ")[0]
            if key_of(words) in below and reference.phrase.name is not None:
                start = reference.phrase.name[0]
                reference.phrase = replace(reference.phrase, name=(start, start + len(words)))

    def assign(self, reference: Reference) -> Draft:
        """Gives the reference the draft that its name means, a new one when no other name fits."""
        text = reference.words(reference.phrase.name) or reference.text
        name = self.names.get(key_of(text))
        if name is None:
            name = self._collect(reference)
            self._look_around(name)
            self._hosts_of(name)
        draft = self._relative(reference) or self._draft(name, reference)
        reference.give(draft)
        if (clean := " ".join(text.strip(" ,'’").split())) not in draft.names and draft is not self.outlet:
            draft.names.append(clean)
        draft.gender = draft.gender or title_gender(reference) or gender_of_kin(self.scene, reference)
        return draft

    def _relative(self, reference: Reference) -> Draft | None:
        """Who shares the surname of the only one named in full, but not he or she: "Mrs Liman" beside Danylo Liman."""
        words, title = reference.words(reference.phrase.name) or "", reference.words(reference.phrase.title)
        name = self.names.get(key_of(words))
        if name is not None and (gender := other_of_two(name, reference)) is not None:
            return self._relatives.setdefault((name.key, gender), Draft(kind="person", gender=gender))
        if name is None or len(name.key) != 1 or not name.hosts:
            return None
        if is_of_another_family(self.scene, name, reference):
            return self._relatives.setdefault((name.key, "kin"), Draft(kind="person"))
        if not title:
            return None
        if asked := honorific(title.split()[0]):
            if any(gender_of(host.key[0]) in (None, asked) for host in name.hosts):
                return None
            return self._relatives.setdefault((name.key, asked), Draft(kind="person", gender=asked))
        head = reference.phrase.head
        if head is None or head.word not in _HIGHEST or not all(self._is_other(host, head) for host in name.hosts):
            return None
        return self._relatives.setdefault((name.key, head.word), Draft(kind="person"))

    def _is_other(self, host: Name, head: Noun) -> bool:
        """Whether somebody named in full is called by a role, and never by this one: "first lady Ada Renn"."""
        beside = (other for r in host.references for other in heads_beside(self.scene, r))
        heads = [other for other in beside if other.gender or "title" in other.marks]
        return bool(heads) and not any(akin(head.word, other.word) for other in heads)

    def find(self, text: str) -> Draft | None:
        """The draft that a name means, if the article has it."""
        name = self.names.get(key_of(text))
        return self._draft(name, None) if name else None

    def outlet_called(self, words: str) -> Draft | None:
        """The outlet whose name is, begins or ends with these words ("Anchor" for Anchor Newswire)."""
        key = key_of(words)
        for name in self.names.values():
            if key in (name.key, name.key[: len(key)], name.key[-len(key) :]):
                draft = self._draft(name, None)
                if draft.kind == "outlet":
                    return draft
        return None

    def bodies_in(self, words: str) -> list[Draft]:
        """The organisations of the article whose names stand in these words."""
        key = key_of(words)
        runs = (key[start:end] for start in range(len(key)) for end in range(start + 1, len(key) + 1))
        named = [self.names[run] for run in runs if run in self.names]
        return [self._draft(name, None) for name in named if name.kind == "organisation"]

    def _name(self, key: Key, at: int) -> Name:
        if key not in self.names:
            self.names[key] = Name(key, first=at)
        return self.names[key]

    def _collect(self, reference: Reference) -> Name:
        text = reference.words(reference.phrase.name)
        if text is None:
            return Name(())
        name = self._name(key_of(text), reference.start)
        name.references.append(reference)
        vote(name, reference, text)
        return name

    def _look_around(self, name: Name) -> None:
        """Adds the votes for kinds that stand around a name."""
        if name.kind == "outlet" and len(name.key) == 1 and self._has_title(name):
            name.votes["person"] += 5
        bare = None if name.key[-1:] in self._families else name.bare
        for kind, votes in self._surroundings.votes(name.key, bare).items():
            if kind != "government" or name.votes["outlet"] < 5:
                name.votes[kind] += votes
                name.in_realms += votes if kind == "government" else 0

    def _has_title(self, name: Name) -> bool:
        """Whether a person's title stands before a name somewhere in the text ("President Renn's spokesman")."""
        for reference in name.references[:1]:
            word = re.escape(reference.words(reference.phrase.name) or reference.text)
            for match in re.finditer(rf"\b([A-Z]\w+)\.? {word}\b", self.scene.text):
                title = noun(match[1])
                if honorific(match[1]) or (title is not None and title.kind == "person" and "title" in title.marks):
                    return True
        return False

    def _find_full_forms(self) -> None:
        """Adds full forms that stand in the text without being a mention ("Mark Rutte" for a later "Rutte")."""
        alone = {key[-1]: name for key, name in self.names.items() if len(key) == 1}
        full = {key[-1] for key in self.names if len(key) > 1}
        wanted = {word for word, name in alone.items() if word not in full and _may_be_surname(name)}
        if not wanted:
            return
        for match in _RUN.finditer(self.scene.text):
            first = match[0].split()[0]
            begins = self.scene.begins_sentence(match.start()) and not gender_of(first) and not honorific(first)
            key = key_of(match[0])
            if key[-1] not in wanted or (begins and noun(first) is None and match[0].count(" ") == 1):
                continue
            if alone[key[-1]].kind != "person" and not _is_called_first(key):
                continue
            end = match.end() - len("'s") * match[0].endswith(("'s", "’s"))
            reference = self.scene.reference(self._behind_body(match), end)
            if len(key_of(reference.words(reference.phrase.name) or "")) > 1:
                self._collect(reference)

    def _behind_body(self, run: re.Match[str]) -> int:
        """Where the name of a person begins that ends the words behind "of": "a student of Port Sarn Ada Renn"."""
        *before, first, last = run[0].split()
        titled = any((found := noun(word)) is not None and found.kind == "person" for word in before)
        behind = before and not titled and self.scene.text.endswith(" of ", 0, run.start())
        return run.end() - len(f"{first} {last}") if behind else run.start()

    def _find_hosts(self) -> None:
        families = {key[-1] for key in self.names if key}
        people = {key[-1]: False for key in self.names if len(key) == 2 and is_first_name(key[0])}
        people |= {key[-1]: True for key, name in self.names.items() if len(key) == 2 and is_person_in_office(name)}
        outlets = (key for key, name in self.names.items() if len(key) > 1 and name.kind == "outlet")
        places = {key[:1] for key in outlets if not (is_first_name(key[0]) or outlet_word(key[0]))}  # "Sarn Gazette"
        for name in self.names.values():
            other = name.kind == "government" or (name.kind not in ("person", "group") and is_noun_too(name))
            sure = people.get(name.key[0]) if len(name.key) == 1 and other else None
            if sure is not None and may_be_person(name, sure):
                name.votes["person"] += max(
                    4 * len(name.references), name.votes[name.kind] + 1
                )  # Mark Cuban, Jim Press
            if name.key[:1] in places and name.kind == "person" and name.bare and name.key not in self._families:
                name.votes["government"] += 1 + name.votes["person"]
            if len(name.key) == 1 and name.key[0].endswith("s") and name.key[0][:-1] in families:
                name.votes["group"] += 3  # "the Clintons" beside Clinton
            name.settled = name.kind
            for sign in signs_of(name.key):
                self._index[sign].append(name)
        for key in sorted(self.names, key=lambda key: (-len(key), self.names[key].first)):
            self._hosts_of(self.names[key])
        for short, full in glosses_in(self.scene.text, self.scene.references, self.names).items():
            if not self.names[short].hosts and self.names[short] not in self.names[full].hosts:
                self.names[short].hosts, self.names[short].votes = [self.names[full]], Counter()

    def _hosts_of(self, name: Name) -> None:
        near = {id(other): other for sign in signs_of(name.key) for other in self._index.get(sign, ())}
        fits = [other for other in near.values() if other is not name and can_be(name, other)]
        fits = [other for other in fits if not is_relative_of(name, other)]
        fits.sort(key=lambda other: other.first)
        if elder := [other for other in fits if without_generation(other.key) == other.key]:
            fits = elder
        top = [other for other in fits if not any(host in fits for host in other.hosts)]
        name.hosts = top or fits

    def _draft(self, name: Name, reference: Reference | None) -> Draft:
        host = name
        while host.hosts:
            host = host.hosts[0] if len(host.hosts) == 1 or reference is None else nearest(self.scene, host, reference)
        if host.draft is None:
            host.draft = Draft(kind=kind_of(host, [n for n in self.names.values() if host in n.hosts]))
        return host.draft


def _is_called_first(key: Key) -> bool:
    """Whether a first name stands before the last word of a name, and no word for a country ("German")."""
    return len(key) > 1 and gender_of(key[-2]) is not None and country(key[-2].title()) is None


def _may_be_surname(name: Name) -> bool:
    """Whether a name of one word may be a person's, as one that is taken for an unknown country."""
    return name.kind == "person" or (name.kind == "government" and country(name.bare or "") is None)
