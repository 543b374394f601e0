"""Which pronouns of GUM are asked, and when a reading links them rightly."""

import re

import pytest

from evaluation.coreference import DESCRIBED, FIRST_PERSON, THIRD_PERSON, judged
from evaluation.gum import Document, Reference

# each mention is [words|entity], in the reading's actors too
TEXT = "The mayor [Luca Berg|1] met [a scientist|2] . [His|1] wife [Ada|3] saw [him|2] . [I|1] agree , [she|3] said ."


def document_of(marked: str) -> Document:
    text, references = "", []
    for words, named, entity in re.findall(r"([^\[]+)|\[([^|]+)\|(\d)\]", marked):
        if named:
            pronoun = named.lower() in ("his", "him", "i", "she", "he")
            place = (len(text), len(text) + len(named))
            references.append(Reference(place=place, entity=entity, kind="person", pronoun=pronoun))
        text += re.sub(r"\|\d\]", "", words or named)
    return Document(id="d", genre="news", published=None, text=text, references=tuple(references))


def actors_of(document: Document, *casts: list[str]) -> dict[str, object]:
    """A reading whose actors have these words as mentions."""
    at = {document.text[slice(*r.place)]: r.place for r in document.references}
    return {"actors": [{"mentions": [{"start": at[w][0], "end": at[w][1]} for w in words]} for words in casts]}


def test_asks_by_person_and_name() -> None:
    document = document_of(TEXT)
    asked = [(name, document.text[slice(*r.place)]) for name, r, _ in judged(document, {"actors": []})]
    assert asked == [(THIRD_PERSON, "His"), (DESCRIBED, "him"), (FIRST_PERSON, "I"), (THIRD_PERSON, "she")]


@pytest.mark.parametrize(
    ("cast", "word", "right"),
    [
        (["Luca Berg", "His"], "His", True),
        (["Luca Berg"], "His", False),
        (["Ada", "His"], "His", False),
        (["Luca Berg", "His", "she"], "His", True),  # other pronouns tell nothing
    ],
)
def test_goes_by_names_and_descriptions(cast: list[str], word: str, right: bool) -> None:
    document = document_of(TEXT)
    found = {document.text[slice(*r.place)]: ok for _, r, ok in judged(document, actors_of(document, cast))}
    assert found[word] is right
