"""What chains lose on gold spans: `python -m evaluation.chains [training|real|dev|first …] [--errors N]`.

The sources, cues and contents are the gold's, relays are not given: the rules must find them. Actors are the gold's
in the figures "gold actors" and made out in the figures "actors made out"; chains are those of
reportedly.reading.chains.chains. The figures are ../shared/stories/score.py's.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator, Sequence
from typing import Any

from evaluation.gold import Gold, load_gold, scorer, stories
from evaluation.oracle import gold_cast, without_relays
from reportedly.reading.cast.actors import resolve
from reportedly.reading.chains.chains import find_statements
from reportedly.reading.chains.citing import find_cited
from reportedly.reading.layout.furniture import find_furniture
from reportedly.records.codec import encode

FIGURES = (
    "chain", "chain 3+", "nested", "attributed", "speaker", "speaker by pronoun or title", "speaks_for", "sourcing",
    "unnamed", "count", "basis", "addressee",
)  # fmt: skip


def reading_of(gold: Gold, *, gold_actors: bool) -> dict[str, Any]:
    """The reading of an article from its gold spans, as a plain dict."""
    furniture = find_furniture(gold.article)
    attributions = find_cited(furniture.article, without_relays(gold.attributions), gold.mentions)
    if gold_actors:
        cast, mentions = gold_cast(gold, attributions, furniture.article.wires)
    else:
        mentions = gold.mentions
        cast = resolve(furniture.article, attributions, mentions)
    statements = find_statements(furniture, attributions, mentions, cast)
    return {
        "article": {"id": gold.article.id, "text": gold.article.text},
        "actors": [encode(actor) for actor in cast.actors],
        "statements": [encode(statement) for statement in statements],
        "contacts": [], "positions": [], "timexes": [],
    }  # fmt: skip


def score(golds: Sequence[Gold], *, gold_actors: bool) -> tuple[dict[str, float], list[str]]:
    """The figures by name, and a line for each wrong chain."""
    tally = scorer().Tally()
    errors: list[str] = []
    for gold in golds:
        reading = reading_of(gold, gold_actors=gold_actors)
        row = {**gold.row, "statements": list(gold.statements), "contacts": [], "positions": []}
        scorer().score_reading(gold.story, row, reading, tally)
        errors += _wrong(gold, reading)
    found = tally.figures()
    return {name: found[name].get("F1", found[name].get("accuracy")) for name in FIGURES if name in found}, errors


def _wrong(gold: Gold, reading: dict[str, Any]) -> Iterator[str]:
    rules, text = scorer(), gold.article.text
    names, actors = rules.Names(gold.story["actors"]), {actor["id"]: actor for actor in reading["actors"]}
    for row, statement in rules.match_statements(text, list(gold.statements), reading["statements"]):
        chain = statement["chain"]
        hops = [rules.pred_names(actors.get(link["actor"]), link["mention"]) for link in chain]
        if not rules.chain_agrees(text, row, hops, names):
            found = " > ".join(hop[0] if hop else "?" for hop in hops[1:])
            source = f"{row['source']} [{row['cue']}]"
            yield f"{gold.article.id} {row['id']} {source}: {' > '.join(row['chain'][1:])}; found: {found}"


def main() -> int:
    """Prints the figures, and with --errors the first wrong chains."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("which", nargs="*", default=["training", "real", "dev", "first"])
    parser.add_argument("--errors", type=int, default=0)
    args = parser.parse_args()
    for which in args.which:
        golds = load_gold(stories(which))
        for gold_actors in (True, False):
            figures, errors = score(golds, gold_actors=gold_actors)
            print(f"{which:9} {'gold actors' if gold_actors else 'actors made out':16}", end="")
            print("  ".join(f"{name} {value:.3f}" for name, value in figures.items()))
            for line in errors[: args.errors]:
                print(f"    {line}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
