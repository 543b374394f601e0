"""How well claims, variants, origins and contradictions are told on gold readings, entities and derivations.

    python -m evaluation.claims [training|dev] [--readings FILE.jsonl]

shows what this part of the trace loses on its own. The weights were learnt on the training stories, so only their
held-out figures (python -m training.claims) and those on the dev stories say how it does on new ones.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from evaluation.gold import Row, scorer, stories
from evaluation.gold_readings import GoldReading, gold_readings
from reportedly.records import Actor, Claim, Derivation, DerivationKind, Reading, Trace
from reportedly.records.codec import encode, parse_line
from reportedly.trace.claims import find_claims
from reportedly.trace.entities import entity_of, find_entities
from reportedly.trace.kinship import Kinship
from reportedly.trace.stories import find_stories
from reportedly.trace.told import Key, Told, tell_all
from reportedly.trace.traces import trace, trace_stories

KINDS: Mapping[str, DerivationKind] = {
    "syndicated": "reprint",
    "rewritten": "rewrite",
    "excerpted": "excerpt",
    "translated": "rewrite",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Telling:
    """A gold story: its statements, the kinship of its articles, and which claim each statement carries."""

    name: str
    gold: Row
    told: Sequence[Told]
    kinship: Kinship
    claim_of: Mapping[tuple[str, str], str | None]


def gold_stories(given: Iterable[Path | Row]) -> Iterator[Telling]:
    """These stories, as load_gold takes them, with perfect readings, entities and derivations."""
    rows: dict[str, list[GoldReading]] = defaultdict(list)
    for gold in gold_readings(given):
        rows[gold.story["story"]].append(gold)
    for name, articles in rows.items():
        story = articles[0].story
        yield Telling(
            name=name,
            gold=story,
            told=tell_all([gold.reading for gold in articles], gold_entities(articles)),
            kinship=Kinship.of(gold_derivations(story)),
            claim_of={
                (gold.reading.article.id, id): row.get("claim")
                for gold in articles
                for id, row in gold.statements.items()
            },
        )


def gold_entities(articles: Sequence[GoldReading]) -> dict[Key, str]:
    """The entity of every actor: the gold's own, and names as they are for those that the gold has no actor for."""
    return {
        (gold.reading.article.id, id): by_name(gold, id) if of.startswith("hop:") else of
        for gold in articles
        for id, of in gold.actors.items()
    }


def by_name(gold: GoldReading, id: str) -> str:
    """An entity by the words of its name; one of its own for an unnamed actor."""
    actor: Actor = gold.reading.actor(id)
    words = [word for word in re.findall(r"[\w’']+", (actor.name or "").lower()) if word not in ("the", "of", "a")]
    return " ".join(words) if words and not actor.unnamed else f"{gold.reading.article.id}#{id}"


def gold_derivations(story: Row) -> list[Derivation]:
    """The derivations of a gold story."""
    return [
        Derivation(
            from_=row["article"], to=article["id"], kind=KINDS[row["how"]], credited=bool(row["credited"]),
            evidence=(), score=1.0,
        )
        for article in story["articles"]
        for row in article["derived_from"]
    ]  # fmt: skip


def score_story(story: Telling, claims: Sequence[Claim], tally: Any) -> None:
    """Adds the figures of one story."""
    scorer().score_trace(story.gold, encode(Trace(claims=tuple(claims))), tally)


def traced(story: Row, by_id: Mapping[str, Reading], derivations: Sequence[Derivation] | None = None) -> Trace:
    """The trace of one story in a store of its own; with derivations, of these instead of our own."""
    held = [by_id[article["id"]] for article in story["articles"] if article["id"] in by_id]
    if derivations is None:
        return trace(held)
    stories = find_stories(held)
    return trace_stories(held, stories, derivations, entity_of(find_entities(held, stories)[1]))


def report(what: str, tally: Any) -> None:
    """Prints figures, one a line."""
    for name, figure in tally.figures().items():
        value = figure.get("F1", figure.get("accuracy", figure.get("mean")))
        counts = {key: figure[key] for key in ("P", "R", "tp", "pred", "gold", "right", "asked") if key in figure}
        print(f"{what:34} {name:24} {value:.3f}  {counts or ''}")


def main() -> int:
    """Prints the figures: with all given by the gold, with our entities and derivations, and with our readings too."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("which", nargs="?", choices=["training", "dev"], default="dev")
    parser.add_argument(
        "--readings", type=Path, help="JSON Lines of our readings; without it only perfect ones are used"
    )
    args = parser.parse_args()
    given, ours, all_ours = scorer().Tally(), scorer().Tally(), scorer().Tally()
    for story in gold_stories(stories(args.which)):
        score_story(story, find_claims(story.told, story.kinship), given)
        perfect = {one.reading.article.id: one.reading for one in story.told}
        scorer().score_trace(story.gold, encode(traced(story.gold, perfect)), ours)
    report("all given", given)
    report("perfect readings", ours)
    if args.readings:
        lines = args.readings.read_text(encoding="utf-8").splitlines()
        found = {r.article.id: r for r in map(parse_line, lines) if isinstance(r, Reading)}
        for path in stories(args.which):
            gold = json.loads(path.read_text(encoding="utf-8"))
            scorer().score_trace(gold, encode(traced(gold, found)), all_ours)
        report("our readings", all_ours)
    return 0


if __name__ == "__main__":
    sys.exit(main())
