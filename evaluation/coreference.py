"""Whether pronouns are linked to the right name or title, on GUM's news and interviews kept for reporting.

    python -m evaluation.coreference [--errors]   # the errors shown are those of the documents to learn from

Asked is every third-person pronoun (he, she, they and their forms) that GUM links to a person who is also named or
described in the document. It is right when the actor that a reading gives it (the actor with a mention over these very
characters) has more mentions that are names or descriptions of the same entity than of others; a mention is taken for
the name or description that it is most nearly. Pronouns that a reading gives to nobody are wrong. First persons (I, we) are counted beside: in an interview they are whoever answers.
Documents of ../shared/training/real are left out.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator

from evaluation.corpora import Row, corpus, digest
from evaluation.gum import Document, Place, Reference, documents, is_taught, taught_texts
from evaluation.measurement import Figure, Measurement, render
from evaluation.readings import read, reader

NAME = "coreference"
GENRES = frozenset(("news", "interview"))
THIRD = frozenset(("he", "she", "they", "him", "her", "them", "his", "hers", "their", "theirs", "himself", "herself"))
FIRST = frozenset(("i", "me", "my", "mine", "myself"))


def measure() -> Measurement:
    """The share of third-person pronouns, and of first-person ones, linked to the right name or title."""
    path = corpus("corpora", "gum.jsonl")
    found = read_documents(reported=True)
    asked: dict[str, list[bool]] = {"third person": [], "first person": []}
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
    for reference in document.references:
        if not reference.pronoun:
            named.setdefault(reference.entity, []).append(reference.place)
    for reference in document.references:
        word = document.text[slice(*reference.place)].lower()
        person = "third person" if word in THIRD else "first person" if word in FIRST else None
        if reference.pronoun and person and reference.kind == "person" and reference.entity in named:
            yield person, reference, _linked(reference, named, reading)


def _linked(reference: Reference, named: dict[str, list[Place]], reading: Row) -> bool:
    """Whether most of the other mentions of a pronoun's actor are names or descriptions of its entity."""
    for actor in reading["actors"]:
        places = [(m["start"], m["end"]) for m in actor["mentions"]]
        if reference.place in places:
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
