"""How well actors of different articles are told to be one: `python -m evaluation.entities [training|dev …]`.

On perfect readings: BCubed over the actors that the gold knows and outlets, each story in a store of its own, then
all in one. Names are the fullest of each article, so that "Renn" of one must be found to be Ada Renn of another.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter, defaultdict
from collections.abc import Sequence

from evaluation.ecb import bcubed
from evaluation.gold import stories
from evaluation.gold_readings import GoldReading, gold_readings
from reportedly.trace.entities import Key, entity_of, find_entities
from reportedly.trace.stories import find_stories


def labels(golds: Sequence[GoldReading]) -> dict[Key, str]:
    """The gold entity of every actor that has one: people and bodies of the story, and outlets by name."""
    found = {}
    for gold in golds:
        for id, of in gold.actors.items():
            actor = gold.reading.actor(id)
            if not of.startswith("hop:") or actor.kind == "outlet":
                found[gold.reading.article.id, id] = f"{gold.story['story']} {of.lower().removeprefix('hop:')}"
    return found


def found_in(golds: Sequence[GoldReading]) -> dict[Key, str]:
    """The entity that is found for every actor."""
    held = [gold.reading for gold in golds]
    return entity_of(find_entities(held, find_stories(held))[1])


def figures(golds: Sequence[GoldReading]) -> tuple[tuple[float, float, float], tuple[float, float, float]]:
    """Precision, recall and F1: stories alone, and all in one store."""
    by_story = defaultdict(list)
    for gold in golds:
        by_story[gold.story["story"]].append(gold)
    alone = {key: f"{name} {id}" for name, held in by_story.items() for key, id in found_in(held).items()}
    return _bcubed(labels(golds), alone), _bcubed(labels(golds), found_in(golds))


def _bcubed(gold: dict[Key, str], found: dict[Key, str]) -> tuple[float, float, float]:
    return bcubed({"\t".join(k): v for k, v in gold.items()}, {"\t".join(k): found[k] for k in gold})


def errors(golds: Sequence[GoldReading]) -> list[str]:
    """Gold entities that are found as several, and found ones that mix several."""
    gold, found = labels(golds), found_in(golds)
    named = {
        (g.reading.article.id, a.id): f"{a.name}/{a.kind}/{'; '.join(a.roles)}" for g in golds for a in g.reading.actors
    }
    lines = []
    for one, other, what in ((gold, found, "split"), (found, gold, "mixed")):
        groups: dict[str, Counter[tuple[str, str]]] = defaultdict(Counter)
        for key in gold:
            groups[one[key]][other[key], named[key]] += 1
        for label, rows in groups.items():
            if len({of for of, _ in rows}) > 1:
                lines.append(
                    f"{what} {label}: {', '.join(f'[{of[-6:]}] {name}' for (of, name), _ in rows.most_common(8))}"
                )
    return lines


def main() -> int:
    """Prints the figures, and with --errors some of what is wrong."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("which", nargs="*", default=["training", "dev"])
    parser.add_argument("--errors", type=int, default=0)
    args = parser.parse_args()
    for which in args.which:
        golds = gold_readings(stories(which))
        for name, (precision, recall, f1) in zip(("alone", "in one store"), figures(golds), strict=True):
            print(f"{which:9} {name:13} P {precision:.3f}  R {recall:.3f}  F1 {f1:.3f}")
        for line in errors(golds)[: args.errors]:
            print(f"    {line}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
