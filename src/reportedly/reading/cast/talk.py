"""Whom "I", "we" and "you" mean: whoever says the words around them, or is told these."""

from __future__ import annotations

from reportedly.reading.cast import bodies
from reportedly.reading.cast.author import author_of, speaks_as_author
from reportedly.reading.cast.interviews import Interview
from reportedly.reading.cast.memory import Memory
from reportedly.reading.cast.names import Names
from reportedly.reading.cast.scene import Draft, Reference, Scene

_ONE = frozenset(("i", "me", "my", "mine", "myself"))


class Talk:
    """Who talks to whom in an article."""

    def __init__(self, scene: Scene, names: Names, memory: Memory) -> None:
        self._scene = scene
        self._names = names
        self._memory = memory
        self._interview = Interview(scene)
        self._nobodies: dict[tuple[int | None, str], Draft] = {}
        self._author: Draft | None = None

    def first_person(self, reference: Reference) -> Draft:
        """Whoever is quoted there, or the author or outlet; "we said" is said of the speaker's body where there is one.

        In a letter whose author is known "I" is who wrote it.
        """
        speaker = self._speaker(reference)
        if speaker is None:
            guest = self._interview.guest if self._interview.answers(reference) else None
            return guest or self._unheard(reference) or self._writer(reference) or self._names.outlet
        if reference.source_of and reference.phrase.determiner in ("we", "our", "us"):
            return bodies.body_of(self._memory.drafts, speaker) or speaker
        if speaker.kind == "document" and reference.phrase.determiner in _ONE:
            return next((one for one in (*speaker.principals, speaker.owner) if one and one.kind == "person"), speaker)
        return speaker

    def second_person(self, reference: Reference) -> Draft | None:
        """Whoever is told the words in which "you" stands; where the text does not say who, nobody known."""
        number = reference.inside
        while number is not None:
            attribution = self._scene.attributions[number]
            for span in attribution.addressees:
                if (told := self._scene.at[span.start, span.end].draft) is not None:
                    return told
            number = attribution.within
        return self._nobody(reference.inside, "you") if reference.source_of else None

    def is_spoken(self, reference: Reference) -> bool:
        """Whether somebody is known to say "I" there; else it may be a numeral."""
        return self._speaker(reference) is not None or self._interview.answers(reference)

    def _speaker(self, reference: Reference) -> Draft | None:
        """Whoever says the words around a reference: the innermost of whom that is known."""
        number = reference.inside
        while number is not None:
            attribution = self._scene.attributions[number]
            if attribution.source is not None:
                found = self._scene.at[attribution.source.start, attribution.source.end]
                return found.draft if found is not reference else None
            number = attribution.within
        return None

    def _unheard(self, reference: Reference) -> Draft | None:
        """Whoever says "I" in a quotation of which nobody knows whose it is: not the outlet."""
        number = reference.inside
        if number is None or self._scene.attributions[number].form != "direct":
            return None
        return self._nobody(number, "I")

    def _writer(self, reference: Reference) -> Draft | None:
        """The author of the article, for an "I" that gives an opinion."""
        name = author_of(self._scene.article)
        if name is None or not speaks_as_author(self._scene, reference):
            return None
        if self._author is None:
            self._author = self._names.find(name) or Draft(kind="person", names=[name])
            self._memory.know(self._author)
        return self._author

    def _nobody(self, number: int | None, word: str) -> Draft:
        """Whom a pronoun means in the words of an attribution, where nobody knows who that is."""
        if (number, word) not in self._nobodies:
            self._nobodies[number, word] = Draft(kind="person", unnamed=True)
            self._memory.know(self._nobodies[number, word])
        return self._nobodies[number, word]
