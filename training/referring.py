"""Real news in which people marked whom every mention means, to learn from: GUM, MEANTIME and ECB+ of ../shared.

Of GUM and MEANTIME only the documents that no figure is reported on; of ECB+ no figure is on whom mentions mean.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from evaluation.corpora import Row, corpus, lines_of
from evaluation.gum import documents, kept_for_reporting

Place = tuple[int, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Referring:
    """One document: its text and whom its places mean; `story` is that of all documents on one happening."""

    story: str
    text: str
    places: Mapping[Place, str]


def referring() -> Iterator[Referring]:
    """All documents, corpus by corpus."""
    for document in documents(corpus("corpora", "gum.jsonl"), reported=False):
        places = {reference.place: reference.entity for reference in document.references}
        yield Referring(story=document.id, text=document.text, places=places)
    for row in lines_of(corpus("corpora", "meantime.jsonl")):
        if not kept_for_reporting(row["doc_id"]):
            yield Referring(story=row["doc_id"], text=row["text"], places=dict(_of_meantime(row)))
    for row in lines_of(corpus("corpora", "ecbplus.jsonl")):
        yield Referring(story=f"topic {row['topic']}", text=row["text"], places=dict(_of_ecb(row)))


def _of_meantime(row: Row) -> Iterator[tuple[Place, str]]:
    marks = {mark["m_id"]: mark for mark in row["markables"] if mark["tag"] == "ENTITY_MENTION" and "start" in mark}
    for relation in row["relations"]:
        if relation["type"] == "REFERS_TO":
            for mark in (marks[id] for id in relation["source"] if id in marks):
                yield (mark["start"], mark["end"]), relation["r_id"]


def _of_ecb(row: Row) -> Iterator[tuple[Place, str]]:
    for number, mention in enumerate(row["mentions"]):
        if mention["tag"].startswith("HUMAN"):
            yield (mention["start"], mention["end"]), f"alone {number}"
    for chain in row["coref"]:
        for mention in chain["mentions"]:
            if mention["tag"].startswith(("HUMAN", "NON_HUMAN")):
                yield (mention["start"], mention["end"]), chain["instance"]
