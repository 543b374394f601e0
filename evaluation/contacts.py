"""What the rules for contacts lose on gold: `python -m evaluation.contacts [training|labels …] [--errors N]`.

The words that name a contact, those for its parties (as near as training.corpus finds them), its place and time are the
gold's, actors and statements too; the rules make the contacts. Contacts whose words are not known are left out. Kinds
and statuses are those of the rules alone: "meeting" stands where the words leave the kind open, and of the encoder
nothing is known. The figures are ../shared/stories/score.py's.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Mapping, Sequence
from typing import Any

from evaluation.gold import Gold, load_gold, scorer, stories
from evaluation.oracle import gold_cast
from reportedly.reading.chains.chains import find_statements
from reportedly.reading.chains.lookup import Lookup, Sentences
from reportedly.reading.contacts.contacts import Scene, find_contacts
from reportedly.reading.encounter import Encounter
from reportedly.reading.layout.furniture import find_furniture
from reportedly.reading.layout.segment import find_sentences
from reportedly.reading.times.timexes import find_timexes, timex_of
from reportedly.records import Span, Timex
from reportedly.records.codec import encode
from training.corpus import ContactGold, load_labels, load_stories
from training.written import LABELS, load_written

FIGURES = (
    "contacts", "contact kind", "contact status", "contact interval", "contact place", "contact all parties",
)  # fmt: skip
Contacts = Mapping[str, Sequence[ContactGold]]  # by the id of their article


def load(which: str) -> tuple[list[Gold], Contacts]:
    """The articles of `training` or `labels`, and the places of their contacts."""
    if which == "labels":
        return load_gold(load_written(LABELS)), {article.id: article.contacts for article in load_labels(LABELS)}
    paths = stories(which)
    return load_gold(paths), {article.id: article.contacts for article in load_stories(paths[0].parent)}


def encounters_of(gold: Gold, contacts: Sequence[ContactGold]) -> list[Encounter]:
    """What a perfect encoder would find, but for kind and status."""
    span = gold.article.span
    return [
        Encounter(
            trigger=span(*contact.trigger),
            kind="meeting",
            parties=tuple(span(*place) for place in sorted(contact.party)),
            place=next((span(*place) for place in contact.place), None),
            when=next((span(*place) for place in contact.when), None),
        )
        for contact in contacts
        if contact.trigger is not None
    ]


def reading_of(gold: Gold, contacts: Sequence[ContactGold]) -> dict[str, Any]:
    """The reading of an article from its gold encounters, as a plain dict."""
    furniture = find_furniture(gold.article)
    article = furniture.article
    cast, mentions = gold_cast(gold, gold.attributions, article.wires)
    sentences = find_sentences(article)
    timexes = find_timexes(article, sentences=sentences)

    def when(place: Span) -> Timex | None:
        return timex_of(place, article, timexes, sentences)

    scene = Scene(
        article=article,
        lookup=Lookup(cast),
        statements=find_statements(furniture, gold.attributions, mentions, cast),
        sentences=Sentences(sentences),
        when=when,
    )
    return {
        "article": {"id": article.id, "text": article.text},
        "actors": [encode(actor) for actor in cast.actors],
        "contacts": [encode(contact) for contact in find_contacts(scene, encounters_of(gold, contacts))],
        "statements": [], "positions": [], "timexes": [],
    }  # fmt: skip


def score(golds: Sequence[Gold], contacts: Contacts) -> tuple[dict[str, float], list[str]]:
    """The figures by name, and a line for each contact that is missing or has a wrong field."""
    tally = scorer().Tally()
    errors: list[str] = []
    for gold in golds:
        known = contacts[gold.article.id]
        named = [row for row, contact in zip(gold.row["contacts"], known, strict=True) if contact.trigger is not None]
        reading = reading_of(gold, known)
        for row in named:
            alone = scorer().Tally()
            given = {**gold.row, "statements": [], "positions": [], "dates": [], "contacts": [row]}
            scorer().score_reading(gold.story, given, reading, alone)
            wrong = [name for name in FIGURES[1:] if alone.asked[name] > alone.right[name]]
            if wrong or not alone.tp["contacts"]:
                errors.append(f"{gold.article.id}: {', '.join(wrong) or 'missing'}: {row['evidence']}")
        given = {**gold.row, "statements": [], "positions": [], "dates": [], "contacts": named}
        scorer().score_reading(gold.story, given, reading, tally)
    found = tally.figures()
    return {name: found[name].get("F1", found[name].get("accuracy")) for name in FIGURES if name in found}, errors


def main() -> int:
    """Prints the figures, and with --errors the first wrong contacts."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("which", nargs="*", default=["training", "labels"])
    parser.add_argument("--errors", type=int, default=0)
    args = parser.parse_args()
    for which in args.which:
        figures, errors = score(*load(which))
        print(f"{which:9} " + "  ".join(f"{name} {value:.3f}" for name, value in figures.items()))
        for line in errors[: args.errors]:
            print(f"    {line}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
