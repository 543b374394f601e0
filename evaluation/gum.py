"""GUM's documents (../shared/corpora/gum.jsonl): texts, and whom their mentions refer to, as places.

Figures are reported on the documents that ../shared/corpora/README.md keeps for it; the others are learnt from.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from evaluation.corpora import corpus, lines_of

Place = tuple[int, int]
_PEOPLE = frozenset(("person", "organization", "place"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Reference:
    """A place that refers to an entity of a document; `pronoun` as GUM's parts of speech have it."""

    place: Place
    entity: str
    kind: str
    pronoun: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """One document: its text, a sentence or heading a line, and its references to people, bodies and places."""

    id: str
    genre: str
    published: str | None
    text: str
    references: tuple[Reference, ...]


def documents(path: Path, *, reported: bool) -> Iterator[Document]:
    """The documents that figures are reported on, or those to learn from; ValueError where tokens do not fit a text."""
    for row in lines_of(path):
        if kept_for_reporting(row["doc_id"]) is not reported:
            continue
        text, at = "\n".join(row["sentences"]), 0
        places: list[Place] = []
        for token in row["tokens"]:
            start = text.find(token, at)
            if start < 0:
                raise ValueError(f"{row['doc_id']}: {token!r} does not stand in the text after {at}")
            at = start + len(token)
            places.append((start, at))
        yield Document(
            id=row["doc_id"],
            genre=row["genre"],
            published=row["published"],
            text=text,
            references=tuple(
                Reference(
                    place=(places[m["start_tok"]][0], places[m["end_tok"]][1]),
                    entity=m["entity"],
                    kind=m["type"],
                    pronoun=m["pron"],
                )
                for m in row["mentions"]
                if m["type"] in _PEOPLE
            ),
        )


def kept_for_reporting(document: str) -> bool:
    """Whether figures are reported on a document of GUM or MEANTIME (an even digest of its id)."""
    return int(hashlib.sha1(document.encode()).hexdigest(), 16) % 2 == 0


def taught_texts() -> set[str]:
    """The first 200 letters of every article of ../shared/training/real, of which some are documents of GUM."""
    return {
        _letters(article["text"])
        for path in sorted(corpus("training", "real").glob("*.json"))
        for article in json.loads(path.read_text(encoding="utf-8"))["articles"]
    }


def is_taught(document: Document, taught: set[str]) -> bool:
    """Whether a document stands in ../shared/training/real too."""
    return any(_letters(document.text[start:]) in taught for start in _line_starts(document.text)[:6])


def _letters(text: str) -> str:
    return "".join(c for c in text.lower() if c.isalpha())[:200]


def _line_starts(text: str) -> list[int]:
    return [0, *(number + 1 for number, c in enumerate(text) if c == "\n")]
