"""How well actors of different articles are told to be one: `python -m evaluation.entities [training|dev …]`.

BCubed over the actors that the gold knows and over outlets, each story in a store of its own, then all in one. On
perfect readings names are the fullest of each article, so that "Renn" of one must be found to be Ada Renn of another;
on readings of the shipped Reader, an actor is the one of the gold that most of its mentions are of.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from evaluation import readings
from evaluation.corpora import story_of
from evaluation.ecb import bcubed
from evaluation.gold import stories
from evaluation.gold_readings import GoldReading, gold_readings
from reportedly.records import Reading
from reportedly.records.codec import decode
from reportedly.trace.entities import Key, entity_of, find_entities
from reportedly.trace.stories import find_stories

Figures = tuple[float, float, float]


@dataclass(frozen=True)
class Labelled:
    """Readings of one story, and the gold entity of each actor that has one."""

    story: str
    readings: tuple[Reading, ...]
    labels: Mapping[Key, str]


def perfect(golds: Sequence[GoldReading]) -> list[Labelled]:
    """Stories with perfect readings."""
    return [
        Labelled(story, tuple(gold.reading for gold in held), _labels(story, held))
        for story, held in _by_story(golds).items()
    ]


def ours(golds: Sequence[GoldReading], by_id: Mapping[str, Reading]) -> list[Labelled]:
    """Stories with other readings of the same articles."""
    found = []
    for story, held in _by_story(golds).items():
        of = _labels(story, held)
        labels: dict[Key, str] = {}
        for gold in held:
            own = by_id[gold.reading.article.id]
            places = {
                (span.start, span.end): of[own.article.id, actor.id]
                for actor in gold.reading.actors
                for span in actor.mentions
                if (own.article.id, actor.id) in of
            }
            for actor in own.actors:
                votes = Counter(places[s.start, s.end] for s in actor.mentions if (s.start, s.end) in places)
                if votes:
                    labels[own.article.id, actor.id] = votes.most_common(1)[0][0]
        found.append(Labelled(story, tuple(by_id[gold.reading.article.id] for gold in held), labels))
    return found


def figures(labelled: Sequence[Labelled]) -> tuple[Figures, Figures]:
    """Precision, recall and F1: stories alone, and all in one store."""
    labels = {key: label for story in labelled for key, label in story.labels.items()}
    alone = {key: f"{one.story} {id}" for one in labelled for key, id in found_in(one.readings).items()}
    together = found_in([reading for one in labelled for reading in one.readings])
    return _bcubed(labels, alone), _bcubed(labels, together)


def found_in(held: Sequence[Reading]) -> dict[Key, str]:
    """The entity that is found for every actor."""
    return entity_of(find_entities(held, find_stories(held))[1])


def errors(labelled: Sequence[Labelled]) -> list[str]:
    """Gold entities that are found as several, and found ones that mix several."""
    held = [reading for one in labelled for reading in one.readings]
    gold = {key: label for one in labelled for key, label in one.labels.items()}
    found = found_in(held)
    named = {(r.article.id, a.id): f"{a.name}/{a.kind}/{'; '.join(a.roles)}" for r in held for a in r.actors}
    lines = []
    for one, other, what in ((gold, found, "split"), (found, gold, "mixed")):
        groups: dict[str, Counter[tuple[str, str]]] = defaultdict(Counter)
        for key in gold:
            groups[one[key]][other[key], named[key]] += 1
        for label, rows in groups.items():
            if len({of for of, _ in rows}) > 1:
                shown = ", ".join(f"[{of[-6:]}] {name}" for (of, name), _ in rows.most_common(8))
                lines.append(f"{what} {label}: {shown}")
    return lines


def _by_story(golds: Sequence[GoldReading]) -> dict[str, list[GoldReading]]:
    found: dict[str, list[GoldReading]] = defaultdict(list)
    for gold in golds:
        found[gold.story["story"]].append(gold)
    return found


def _labels(story: str, golds: Sequence[GoldReading]) -> dict[Key, str]:
    """People and bodies by their id in the story, outlets that it has no actor for by name."""
    return {
        (gold.reading.article.id, id): f"{story} {of.lower().removeprefix('hop:')}"
        for gold in golds
        for id, of in gold.actors.items()
        if not of.startswith("hop:") or gold.reading.actor(id).kind == "outlet"
    }


def _bcubed(gold: Mapping[Key, str], found: Mapping[Key, str]) -> Figures:
    return bcubed({"\t".join(k): v for k, v in gold.items()}, {"\t".join(k): found[k] for k in gold})


def main() -> int:
    """Prints the figures, and with --errors some of what is wrong."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("which", nargs="*", default=["training", "dev"])
    parser.add_argument("--errors", type=int, default=0)
    args = parser.parse_args()
    for which in args.which:
        golds = gold_readings(stories(which))
        rows = readings.read(readings.reader(), readings.story_rows(map(story_of, stories(which)))).by_id
        held = {record.article.id: record for row in rows.values() if isinstance(record := decode(row), Reading)}
        for name, labelled in (("perfect", perfect(golds)), ("ours", ours(golds, held))):
            for store, (precision, recall, f1) in zip(("alone", "one store"), figures(labelled), strict=True):
                print(f"{which:9} {name:8} {store:10} P {precision:.3f}  R {recall:.3f}  F1 {f1:.3f}")
            for line in errors(labelled)[: args.errors]:
                print(f"    {line}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
