"""Learns which signs show that words tell of a contact and who takes part; writes lists/contact_signs.json.

    python -m training.contacts src/reportedly/reading/weights

Signs are weighed on whole readings of all training stories but the held-out ones and of the real articles (logistic
regression with a ridge). From where on a contact counts is chosen on whole readings of the held-out ones and of the
real articles, with weights that are learnt without either. training.statuses may come before or after.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from unittest.mock import patch

import reportedly.reading
from evaluation.corpora import scorer
from evaluation.readings import read, story_rows
from reportedly.reading import reader as reading_steps
from reportedly.reading.contacts.contacts import Scene, Telling, company_of, tellings
from reportedly.reading.contacts.signs import signs_of_parties
from reportedly.reading.contacts.weights import ContactWeights, contact_weights
from reportedly.reading.encounter import Encounter
from reportedly.reading.reader import Reader
from reportedly.reading.scoring.encoder import Encoder
from reportedly.records.actor import Actor
from reportedly.records.codec import decode_article, encode
from training.held_out import UNSEEN
from training.signs import logistic
from training.stories import all_stories, real_articles
from training.tune import Remembered

OUT = Path(reportedly.reading.__file__).parent / "lists" / "contact_signs.json"
RIDGE = 2.0
LEAST = 8  # examples that a sign must stand in to be weighed
SMALL = 0.03  # weights below it are left out
AT = (0.35, 0.4, 0.45)  # beyond them precision or recall gives way
OTHER_AT = 0.3  # of 0.3, 0.4 and 0.5, all within 0.01 of the best F1; every second of those that it adds is right
EQUAL = 0.005  # difference of F1 that is chance: one contact
PARTY_AT = 0.35  # of 0.3 to 0.5; all are within 0.02 of the best F1
Place = tuple[int, int]


@dataclass(frozen=True)
class Asked:
    """An encounter of a reading with the signs of its words and of each actor that may take part.

    `gold` is the number of the gold contact whose evidence it stands in; `parties` are the actors that take part in it.
    """

    telling: Telling
    sentence: Place
    candidates: Mapping[str, frozenset[str]]
    gold: int | None
    parties: frozenset[str]


@dataclass
class Gathering:
    """Stands in for find_contacts: keeps what there is to learn from and finds none."""

    rows: Mapping[str, tuple[dict[str, Any], Any]]  # each article with the names of its story, as the scorer has them
    asked: dict[str, list[Asked]] = field(default_factory=dict)

    def __call__(self, scene: Scene, encounters: Sequence[Encounter]) -> tuple[()]:
        row, names = self.rows[scene.article.id]
        company = company_of(scene, encounters)
        self.asked[scene.article.id] = [
            self._asked(
                scene,
                telling,
                {
                    actor: frozenset(signs)
                    for actor, signs in company.candidates(telling.encounter, telling.kind, telling.over).items()
                },
                row,
                names,
            )
            for telling in tellings(scene, encounters)
        ]
        return ()

    @staticmethod
    def _asked(
        scene: Scene, telling: Telling, candidates: Mapping[str, frozenset[str]], row: dict[str, Any], names: Any
    ) -> Asked:
        trigger = telling.encounter.trigger
        number = gold_of(row["contacts"], (trigger.start, trigger.end))
        told = () if number is None else row["contacts"][number]["parties"]
        places = [(tuple(m["span"]), m["actor"] in told) for m in row["mentions"]] if told else []
        called = [names.of(party) for party in told]

        def takes_part(actor: Actor) -> bool:
            own = scorer("stories").pred_names(encode(actor))
            return is_one_of(actor, places) or any(names.same(party, own) for party in called)

        parties = frozenset(actor for actor in candidates if takes_part(scene.lookup.actor(actor)))
        return Asked(telling, scene.sentences.around(trigger.start), candidates, number, parties)


def gold_of(contacts: Sequence[dict[str, Any]], trigger: Place) -> int | None:
    """The number of the contact that some words tell of: one that they name before others, then the shortest told."""
    over = [n for n, contact in enumerate(contacts) if _meet(contact["evidence_span"], trigger)]
    named = [n for n in over if (place := contacts[n].get("trigger_span")) is not None and _meet(place, trigger)]
    lengths = {n: end - start for n in named or over for start, end in [contacts[n]["evidence_span"]]}
    return min(lengths, key=lengths.__getitem__, default=None)


def _meet(one: Sequence[int], other: Sequence[int]) -> bool:
    return one[0] < other[1] and other[0] < one[1]


def is_one_of(actor: Actor, places: Iterable[tuple[Sequence[int], bool]]) -> bool:
    """Whether most mentions of an actor that the gold has too are of one that is wanted there."""
    found = [
        wanted
        for (start, end), wanted in places
        for m in actor.mentions
        if 2 * (min(end, m.end) - max(start, m.start)) >= max(end, m.end) - min(start, m.start)
    ]
    return bool(found) and 2 * sum(found) >= len(found)


def gathered(reader: Reader, stories: Sequence[dict[str, Any]]) -> dict[str, list[Asked]]:
    """What there is to learn from in readings of stories, by article."""
    names = {story["story"]: scorer("stories").Names(story["actors"]) for story in stories}
    rows = {article["id"]: (article, names[story["story"]]) for story in stories for article in story["articles"]}
    gathering = Gathering(rows)
    with patch.object(reading_steps, "find_contacts", gathering):
        for _ in reader.read_all(decode_article(row) for row in story_rows(stories)):
            pass
    return gathering.asked


def party_rows(asked: Iterable[Asked]) -> Iterator[tuple[frozenset[str], bool]]:
    """The signs of all that may take part in a gold contact, and whether they do."""
    for one in asked:
        if one.gold is not None:
            yield from ((signs, actor in one.parties) for actor, signs in one.candidates.items())


def told_rows(asked: Sequence[Asked], weights: ContactWeights) -> Iterator[tuple[frozenset[str], bool]]:
    """The signs of the encounters of an article, and whether they tell of a contact with a party that is known.

    Of those that tell of one gold contact the surest stands for all; others of its sentence become one with it, and
    those elsewhere count where their parties are not known.
    """
    surest: dict[int, Asked] = {}
    for one in asked:
        score = one.telling.encounter.score
        if one.gold is not None and (one.gold not in surest or score > surest[one.gold].telling.encounter.score):
            surest[one.gold] = one
    for one in asked:
        likely = {actor: weights.of_party(signs) for actor, signs in one.candidates.items()}
        right = any(actor in one.parties for actor in sorted(likely, key=lambda a: (-likely[a], a))[:2])
        signs = one.telling.signs | {*signs_of_parties(one.telling.encounter, likely)}
        if one.gold is None or surest[one.gold] is one:
            yield signs, one.gold is not None and right
        elif surest[one.gold].sentence != one.sentence and not right:
            yield signs, False


def weighed(rows: Iterable[tuple[frozenset[str], bool]]) -> dict[str, float]:
    """What each sign adds to the log-odds."""
    signs, wanted = zip(*rows, strict=True)
    found = logistic(signs, wanted, ridge=RIDGE, least=LEAST)
    return {name: weight for name, weight in found.items() if name == "always" or abs(weight) >= SMALL}


def learnt(articles: Iterable[Sequence[Asked]]) -> ContactWeights:
    """The weights that articles teach; `at` is still to be chosen."""
    articles = list(articles)
    party = weighed(row for asked in articles for row in party_rows(asked))
    first = ContactWeights(party=party, words={}, known={}, at=0.0, party_at=PARTY_AT, other_at=OTHER_AT)
    told = weighed(row for asked in articles for row in told_rows(asked, first))
    known = {sign: weight for sign, weight in told.items() if sign.startswith(("first ", "second ", "named "))}
    words = {sign: weight for sign, weight in told.items() if sign not in known}
    return ContactWeights(party=party, words=words, known=known, at=0.0, party_at=PARTY_AT, other_at=OTHER_AT)


def write(weights: ContactWeights, at: float) -> None:
    """Writes weights for the next reading."""
    stored = {
        "at": at, "party_at": weights.party_at, "other_at": weights.other_at,
        "party": weights.party, "words": weights.words, "known": weights.known,
    }  # fmt: skip
    OUT.write_text(json.dumps(stored, indent=1) + "\n", encoding="utf-8")
    contact_weights.cache_clear()


def counted(reader: Reader, stories: Sequence[dict[str, Any]]) -> tuple[float, str]:
    """F1 of contacts in whole readings with the weights that are written, and what it is made of."""
    found = read(reader, story_rows(stories)).by_id
    rules = scorer("stories")
    tally = rules.Tally()
    for story in stories:
        for article in story["articles"]:
            rules.score_reading(story, article, found[article["id"]], tally)
    right, wanted, given = (counts["contacts"] for counts in (tally.tp, tally.gold, tally.pred))
    return 2 * right / (wanted + given), f"{right} of {wanted} in {given}"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("weights", type=Path)
    encoder = Encoder.load(parser.parse_args().weights, threads=1)
    stories, real = all_stories(), real_articles()
    held = [story for story in stories if story["story"] in UNSEEN]
    reader = Reader(Remembered(encoder))  # type: ignore[arg-type]
    asked = gathered(Reader(encoder), [story for story in stories if story["story"] not in UNSEEN])
    weights = learnt(asked.values())
    reached = {}
    for at in AT:
        write(weights, at)
        reached[at], counts = counted(reader, [*held, *real])
        print(f"held-out stories and real articles, at {at}: F1 {reached[at]:.3f}, {counts}")
    at = min(at for at in AT if reached[at] >= max(reached.values()) - EQUAL)  # more is found for the same F1
    asked |= gathered(reader, real)
    write(learnt(asked.values()), at)
    print(f"learnt from {len(asked)} articles; at {at}")


if __name__ == "__main__":
    main()
