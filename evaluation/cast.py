"""Whether each actor of an article is one actor of its reading, and of the right kind.

    python -m evaluation.cast [held-out|training|real …] [--errors]

Asked is every actor of the gold that the article names or describes; pronouns tell nothing. A mention of the gold is
found where one of the reading is nearly these words, and no others of the gold more nearly. An actor is "found" with
one such mention, "as one" when all that are found have one actor in the reading, "alone" when that actor has no mention
of another's, and "kind" goes by most of its mentions; "right" is all of it. (Of those without a name, the gold has one
person and several as one group with its members; so may a reading have them otherwise.) "known" is the share of the
reading's actors that have a mention where the gold has one.

The held-out stories are those that the encoder has not learnt, "training" the other stories, "real" the real articles,
which it has learnt.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from evaluation.corpora import Row
from evaluation.gold import Place
from evaluation.measurement import Figure
from evaluation.readings import read, reader, story_rows
from reportedly.records.actor import PRONOUNS
from training.held_out import UNSEEN
from training.stories import all_stories, real_articles

LIKE = 0.3  # shared characters of all: "Hugo Alcidane" for "Defence chief Hugo Alcidane"
FIGURES = ("found", "as one", "alone", "kind", "right", "known")


@dataclass(frozen=True, slots=True)
class Judged:
    """An actor of the gold in one article, and what the reading makes of it.

    `casts` are the reading's actors that its mentions have, with how many; `others` the gold actors that the first of
    these has mentions of besides.
    """

    article: str
    actor: Row
    words: tuple[str, ...]
    casts: tuple[tuple[Row, int], ...]
    others: tuple[Row, ...]

    @property
    def marks(self) -> Mapping[str, bool]:
        """Whether it is right, figure by figure; what was not found is asked nothing else."""
        if not self.casts:
            return {"found": False, "right": False}
        kinds = Counter[str]()
        for cast, count in self.casts:
            kinds[cast["kind"]] += count
        unnamed = self.actor["name"] is None
        kind = kinds.most_common(1)[0][0]
        asked = {
            "found": True,
            "as one": len(self.casts) == 1 or (unnamed and self.actor["kind"] == "group"),
            "alone": not self.others,
            "kind": kind == self.actor["kind"] or (unnamed and {kind, self.actor["kind"]} == {"person", "group"}),
        }
        return {**asked, "right": all(asked.values())}

    @property
    def line(self) -> str:
        """What is wrong, on one line."""
        wrong = ", ".join(name for name, right in self.marks.items() if not right and name != "right")
        casts = "; ".join(f"{c['id']} {c['kind']} {c['name']!r} × {count}" for c, count in self.casts)
        others = f" | with {', '.join(str(o['name'] or o['aliases'][:1]) for o in self.others)}" if self.others else ""
        called = f"{self.actor['kind']} {self.actor['name']!r} ({', '.join(dict.fromkeys(self.words))})"
        return f"{self.article}: {wrong}: {called} is {casts or 'nobody'}{others}".replace("\n", " ")


def load(which: str) -> list[Row]:
    """The stories of `held-out`, `training` or `real`."""
    if which == "real":
        return real_articles()
    return [story for story in all_stories() if (story["story"] in UNSEEN) == (which == "held-out")]


def judged(story: Row, article: Row, reading: Row) -> Iterator[Judged]:
    """Each actor of the gold that the article names or describes."""
    gold = {actor["id"]: actor for actor in story["actors"]}
    read_as = {actor["id"]: actor for actor in reading["actors"]}
    places = _places_of(reading)
    wanted = {(m["span"][0], m["span"][1]): m["actor"] for m in article["mentions"] if m["actor"] in gold}
    told: dict[str, list[str]] = defaultdict(list)
    casts: dict[str, Counter[str]] = defaultdict(Counter)
    shared: dict[str, dict[str, None]] = defaultdict(dict)
    for place, id in wanted.items():
        words = article["text"][slice(*place)]
        if words.lower() in PRONOUNS:
            continue
        told[id].append(words)
        nearest = _nearest(place, places)
        if nearest is not None and _nearest(nearest, wanted) == place:
            casts[id][places[nearest]] += 1
            shared[places[nearest]][id] = None
    for id, called in told.items():
        most = casts[id].most_common()
        others = [gold[other] for other in shared[most[0][0]] if other != id] if most else []
        rows = tuple((read_as[cast], count) for cast, count in most)
        yield Judged(article["id"], gold[id], tuple(called), rows, tuple(others))


def unknown(article: Row, reading: Row) -> list[Row]:
    """The reading's actors that the text mentions, though nowhere where the gold has a mention."""
    gold = [(mention["span"][0], mention["span"][1]) for mention in article["mentions"]]
    return [
        actor
        for actor in reading["actors"]
        if actor["mentions"] and not any(_likeness((m["start"], m["end"]), g) for m in actor["mentions"] for g in gold)
    ]


def figures(told: Iterable[Judged], known: Sequence[bool]) -> tuple[Figure, ...]:
    """The figures, in their order."""
    rows: dict[str, list[bool]] = {name: [] for name in FIGURES} | {"known": [*known]}
    for one in told:
        for name, right in one.marks.items():
            rows[name].append(right)
    return tuple(
        Figure(name=name, value=sum(row) / (len(row) or 1), counts=f"{sum(row):,} of {len(row):,}")
        for name, row in rows.items()
    )


def _places_of(reading: Row) -> dict[Place, str]:
    """Where the reading has mentions; what two actors share, as a group and its member, is the first one's."""
    places: dict[Place, str] = {}
    for actor in reading["actors"]:
        for mention in actor["mentions"]:
            places.setdefault((mention["start"], mention["end"]), actor["id"])
    return places


def _nearest(place: Place, places: Iterable[Place]) -> Place | None:
    """Which of the places is most nearly this one; None where none is."""
    likeness, nearest = max(((_likeness(place, other), other) for other in places), default=(0.0, None))
    return nearest if likeness >= LIKE else None


def _likeness(one: Place, other: Place) -> float:
    shared = min(one[1], other[1]) - max(one[0], other[0])
    return max(0, shared) / (max(one[1], other[1]) - min(one[0], other[0]))


def main() -> int:
    """Prints the figures, and with --errors every actor that is not right and every one that the gold does not have."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("which", nargs="*", default=["held-out", "real"])
    parser.add_argument("--errors", action="store_true")
    args = parser.parse_args()
    for which in args.which:
        given = load(which)
        by_id = read(reader(), story_rows(given)).by_id
        told: list[Judged] = []
        known: list[bool] = []
        lines: list[str] = []
        for story in given:
            for article in story["articles"]:
                reading = by_id.get(article["id"], {"actors": []})
                told += (rows := list(judged(story, article, reading)))
                lines += [row.line for row in rows if not row.marks["right"]]
                others = unknown(article, reading)
                lines += [f"{article['id']}: not of the gold: {a['kind']} {_called(a)}" for a in others]
                known += [actor not in others for actor in reading["actors"] if actor["mentions"]]
        print(f"{which}: " + ", ".join(f"{f.name} {f.shown} ({f.counts})" for f in figures(told, known)))
        if args.errors:
            print(*lines, sep="\n")
    return 0


def _called(actor: Row) -> str:
    words = ", ".join(dict.fromkeys(" ".join(mention["text"].split()) for mention in actor["mentions"]))
    return f"{actor['name']!r} ({words})"


if __name__ == "__main__":
    sys.exit(main())
