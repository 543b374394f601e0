"""What each room loses on perfect input: `python -m evaluation.rooms [training|real|dev …] [--errors N] [--degraded]`.

Prints, by ../shared/stories/score.py, how well actors are made out on gold spans: speaker, speaker by pronoun or
title, sourcing, count, basis, speaks_for. Chains are put together here from the gold's own structure, so that a
lost hop is the actors' fault; below them the chains of reportedly.reading.chains.chains (evaluation/chains.py).
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from pathlib import Path
from typing import Any

from evaluation import chains
from evaluation.gold import Gold, degrade, load_gold, scorer, stories
from reportedly.reading.cast.actors import Cast, resolve
from reportedly.records import Actor, Link
from reportedly.records.codec import encode

ASKED = (
    "speaker", "speaker by pronoun or title", "sourcing", "unnamed", "count", "basis", "speaks_for", "addressee",
    "chain", "chain 3+",
)  # fmt: skip


def reading_of(gold: Gold, cast: Cast) -> dict[str, Any]:
    """A reading with the gold's statements and these actors, as a plain dict."""
    statements = []
    for position, attribution in enumerate(gold.attributions):
        links = [Link(actor=cast.outlet)]
        path = []
        at: int | None = position
        while at is not None:
            path.append(gold.attributions[at])
            at = gold.attributions[at].within
        sourcing = "none" if attribution.source is None else "on_record"
        for step in reversed(path):
            known = ((cast.of(relay.mention), relay.mention) for relay in step.relays)
            links += [Link(actor=id, mention=mention) for id, mention in known if id is not None]
            if step.source is not None and (id := cast.of(step.source)) is not None:
                sourcing = sourcing if attribution.source is None else cast.sourcing(id)
                addressees = tuple(a for span in step.addressees if (a := cast.of(span)) is not None)
                if id != links[-1].actor:
                    links.append(Link(actor=id, mention=step.source, addressees=addressees))
                links += [Link(actor=principal) for principal in cast.principals.get(id, ())[:1]]
        statements.append(
            {
                "id": f"s{position}", "form": attribution.form, "act": attribution.act, "status": attribution.status,
                "content": [encode(span) for span in attribution.content],
                "within": None if attribution.within is None else f"s{attribution.within}",
                "sourcing": sourcing, "chain": [encode(link) for link in links], "score": 1.0,
            }
        )  # fmt: skip
    return {
        "article": {"id": gold.article.id, "text": gold.article.text},
        "actors": [encode(actor) for actor in cast.actors],
        "statements": statements, "contacts": [], "positions": [], "timexes": [],
    }  # fmt: skip


def score(golds: list[Gold], *, degraded: bool = False) -> tuple[dict[str, dict[str, Any]], list[tuple[str, str]]]:
    """The figures, and the errors as pairs of figure and description."""
    tally, errors = scorer().Tally(), []
    for number, gold in enumerate(golds):
        mentions = degrade(gold.mentions, seed=number) if degraded else gold.mentions
        cast = resolve(gold.article, gold.attributions, mentions)
        reading = reading_of(gold, cast)
        scorer().score_reading(gold.story, gold.row, reading, tally)
        errors += _errors(gold, reading, cast)
    return tally.figures(), errors


def _errors(gold: Gold, reading: dict[str, Any], cast: Cast) -> list[tuple[str, str]]:
    """Every figure that a statement loses when it is scored alone."""
    found = []
    names = {actor["id"]: actor["name"] for actor in gold.story["actors"]}
    for position, row in enumerate(gold.statements):
        tally = scorer().Tally()
        alone = {**reading, "statements": [{**reading["statements"][position], "within": None}]}
        scorer().score_reading(
            gold.story, {**gold.row, "statements": [row], "contacts": [], "positions": []}, alone, tally
        )
        for name in tally.asked:
            if name in ASKED and not tally.right[name]:
                got = " > ".join(
                    _shown(cast.actor(link["actor"])) for link in reading["statements"][position]["chain"][1:]
                )
                want = {**row, "sourcing": row["source_kind"]}.get(name, row["chain"][1:])
                want = names.get(want, want) if isinstance(want, str) else want
                sourcing = reading["statements"][position]["sourcing"]
                what = f"{gold.row['id']} {row['id']} {row['source']!r}"
                found.append((name, f"{what}\n        want {want}\n        got {got} ({sourcing})"))
    return found


def _shown(actor: Actor) -> str:
    known = {"count": actor.count, "basis": actor.basis, "for": ",".join(actor.speaks_for)}
    words = actor.name or "/".join(mention.text for mention in actor.mentions[:3])
    return f"{words} [{actor.kind}{''.join(f' {key}={value}' for key, value in known.items() if value)}]"


def main() -> int:
    """Prints the figures, and with --errors the first errors of each."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("which", nargs="*", default=["training", "real", "dev"])
    parser.add_argument("--errors", type=int, default=0)
    parser.add_argument("--only", default="")
    parser.add_argument(
        "--degraded", action="store_true", help="15 %% of the mentions missing, 10 %% of the kinds wrong"
    )
    args = parser.parse_args()
    for which in args.which:
        paths = [Path(which)] if which.endswith(".json") else stories(which)
        golds = load_gold(paths)
        figures, errors = score(golds, degraded=args.degraded)
        print(f"{which}: {len(paths)} files")
        for name in ASKED:
            if name in figures and "accuracy" in figures[name]:
                figure = figures[name]
                print(f"  {name:30} {figure['accuracy']:.3f}   ({figure['right']} of {figure['asked']})")
        for gold_actors, actors in ((True, "gold actors"), (False, "actors made out")):
            rules, _ = chains.score(golds, gold_actors=gold_actors)  # relays not given: the rules must find them
            print(f"  chains, {actors:22} {rules['chain']:.3f}   (chain 3+ {rules['chain 3+']:.3f})")
        shown: Counter[str] = Counter()
        for name, text in errors:
            if shown[name] < args.errors and args.only in ("", name):
                shown[name] += 1
                print(f"    {name}: {text}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
