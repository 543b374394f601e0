"""Whether pronouns are linked to the right name or title, on GUM's news and interviews kept for reporting.

    python -m evaluation.coreference [--errors]   # the errors shown are those of the documents to learn from

Asked is every third-person pronoun (he, she, they and their forms) that GUM links to a person whom the document also
gives a name or a title. It is right when the actor that a reading gives it (the actor with a mention over these very
characters) has more mentions that are names or descriptions of the same entity than of others; a mention is taken for
the name or description that it is most nearly, and pronouns tell nothing of who an actor is. Pronouns that a reading
gives to nobody are wrong. Counted beside are those of people who are only described ("the parents", "a scientist"), and
first persons (I, me), in an interview whoever answers. Documents of ../shared/training/real are left out.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable, Iterator

from evaluation.corpora import Row, corpus, digest
from evaluation.gum import Document, Place, Reference, documents, is_taught, taught_texts
from evaluation.measurement import Figure, Measurement, render
from evaluation.readings import read, reader
from reportedly.reading.cast.nouns import noun

NAME = "coreference"
THIRD_PERSON, DESCRIBED, FIRST_PERSON = "third person", "third person, only described", "first person"
GENRES = frozenset(("news", "interview"))
_WORD = re.compile(r"[^\W\d_][\w’'-]*")
_BEGINS = re.compile(r"(?:\A|[\n.!?:“\"‘(])\s*\Z")
THIRD = frozenset(("he", "she", "they", "him", "her", "them", "his", "hers", "their", "theirs", "himself", "herself"))
FIRST = frozenset(("i", "me", "my", "mine", "myself"))


def measure() -> Measurement:
    """The share of third-person pronouns, and of first-person ones, linked to the right name or title."""
    path = corpus("corpora", "gum.jsonl")
    found = read_documents(reported=True)
    asked: dict[str, list[bool]] = {THIRD_PERSON: [], DESCRIBED: [], FIRST_PERSON: []}
    for document, reading in found:
        for name, _, right in judged(document, reading):
            asked[name].append(right)
    return Measurement(
        name=NAME,
        about=f"pronouns of people linked to the right name or title, GUM dev: {len(found)} news texts and interviews",
        measured_on=digest([path]),
        figures=tuple(
            Figure(name=name, value=sum(rows) / len(rows) if rows else 0.0, counts=f"{sum(rows)} of {len(rows)}")
            for name, rows in asked.items()
        ),
    )


def read_documents(*, reported: bool) -> list[tuple[Document, Row]]:
    """The news and interviews that are reported on, or those to learn from, each with its reading."""
    taught = taught_texts() if reported else set()
    kept = [
        document
        for document in documents(corpus("corpora", "gum.jsonl"), reported=reported)
        if document.genre in GENRES and not is_taught(document, taught)
    ]
    rows = [{"id": d.id, "text": d.text, "published": d.published} for d in kept]
    by_id = read(reader(), rows).by_id
    return [(document, by_id.get(document.id, {"actors": []})) for document in kept]


def judged(document: Document, reading: Row) -> Iterator[tuple[str, Reference, bool]]:
    """Each pronoun that is asked: its person, its reference, and whether the reading links it rightly."""
    named: dict[str, list[Place]] = {}
    pronouns = {reference.place for reference in document.references if reference.pronoun}
    for reference in document.references:
        if not reference.pronoun:
            named.setdefault(reference.entity, []).append(reference.place)
    for reference in document.references:
        places = named.get(reference.entity, [])
        asked = _asked(document.text, reference, places)
        if asked is not None and reference.pronoun and reference.kind == "person" and places:
            yield asked, reference, _linked(reference, named, reading, pronouns)


def _asked(text: str, pronoun: Reference, places: Iterable[Place]) -> str | None:
    """The figure that a pronoun counts for; None for other words."""
    word = text[slice(*pronoun.place)].lower()
    if word in THIRD:
        return THIRD_PERSON if any(_names(text, place) for place in places) else DESCRIBED
    return FIRST_PERSON if word in FIRST else None


def _names(text: str, place: Place) -> bool:
    """Whether words have a name (a capital that no sentence, heading or quotation begins with) or "the" and a title."""
    definite = text[slice(*place)].lower().startswith("the ")
    for word in _WORD.finditer(text, *place):
        if word[0][0].isupper() and not _BEGINS.search(text[max(0, word.start() - 4) : word.start()]):
            return True
        if definite and (found := noun(word[0])) is not None and "title" in found.marks and not found.plural:
            return True
    return False


def _linked(reference: Reference, named: dict[str, list[Place]], reading: Row, pronouns: set[Place]) -> bool:
    """Whether most of the names and descriptions among the mentions of a pronoun's actor are those of its entity."""
    for actor in reading["actors"]:
        places = [(m["start"], m["end"]) for m in actor["mentions"]]
        if reference.place in places:
            places = [place for place in places if place not in pronouns]
            entities = [entity for place in places if (entity := _entity(place, named)) is not None]
            return entities.count(reference.entity) * 2 > len(entities)
    return False


def _entity(place: Place, named: dict[str, list[Place]]) -> str | None:
    """The entity of the name or description that is most nearly these words; None where none overlaps them."""
    near = [(_likeness(place, other), entity) for entity, places in named.items() for other in places]
    likeness, entity = max(near, default=(0.0, None))
    return entity if likeness > 0 else None


def _likeness(one: Place, other: Place) -> float:
    shared = min(one[1], other[1]) - max(one[0], other[0])
    return shared / (max(one[1], other[1]) - min(one[0], other[0]))


def main() -> None:
    """Prints the figures, and with --errors each pronoun that is wrong."""
    print(render(measure()))
    if "--errors" in sys.argv[1:]:
        for document, reading in read_documents(reported=False):
            for _, reference, right in judged(document, reading):
                if not right:
                    start, end = reference.place
                    around = document.text[max(0, start - 160) : start], document.text[end : end + 40]
                    print(f"{document.id}: {around[0]}[{document.text[start:end]}]{around[1]}".replace("\n", " "))


if __name__ == "__main__":
    main()
