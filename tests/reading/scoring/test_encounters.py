from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from reportedly.reading.attribution import Mention
from reportedly.reading.encounter import Encounter
from reportedly.reading.scoring.encoder import Scores
from reportedly.reading.scoring.encounters import find_encounters, find_stands
from reportedly.reading.scoring.labels import COLUMNS, DISTANCE_BUCKETS, PAIR_ROLES, PAIR_WIDTH
from reportedly.reading.scoring.leanings import Leanings
from reportedly.reading.scoring.settings import Settings
from reportedly.reading.scoring.tagged import find_tags
from reportedly.reading.scoring.windows import Pieces
from reportedly.records import Article
from reportedly.records.contact import CONTACT_KINDS, CONTACT_STATUSES
from reportedly.records.position import STANCES
from tests.byhand import find
from tests.reading.scored import SURE, pieces_of, scores_of

TEXT = "Varga met Brask in Sarn on Friday. Orlen opposes the canal."
ARTICLE = Article.of(TEXT)
DISTANCE = np.zeros((len(PAIR_ROLES), DISTANCE_BUCKETS), np.float32)


def scored(layer: str, words: str, roles: dict[str, str], labels: dict[str, int]) -> tuple[Pieces, Scores]:
    """Scores that tag these words with a layer, give others their roles and the words their labels."""
    pieces = pieces_of(TEXT)
    scores = scores_of(TEXT, pieces, [])
    tags, token = scores.tags.copy(), scores.token.copy()
    anchor = np.zeros_like(token)
    for name in ("contact", "position"):
        tags[:, COLUMNS[name].start] = SURE
    at = rows(pieces, words)
    tags[at, COLUMNS[layer].start + 2] = 2 * SURE
    tags[at[0], COLUMNS[layer].start + 1] = 3 * SURE
    for name, number in labels.items():
        tags[at, COLUMNS[name].start + number] = SURE
    for of, role in roles.items():
        first = PAIR_ROLES.index(role) * PAIR_WIDTH
        anchor[at[0], first] = SURE
        token[rows(pieces, of), first] = SURE
    return pieces, replace(scores, tags=tags, anchor=anchor.__getitem__, token=token)


def rows(pieces: Pieces, words: str) -> list[int]:
    start = TEXT.index(words)
    return [n for n, at in enumerate(pieces.starts.tolist()) if start <= at < start + len(words)]


def met(**changed: str) -> Encounter:
    roles = {"Varga": "party", "Brask": "party", "Sarn": "place", "Friday": "when"} | changed
    labels = {"contact_kind": CONTACT_KINDS.index("talks"), "contact_status": CONTACT_STATUSES.index("planned")}
    pieces, scores = scored("contact", "met", roles, labels)
    mentions = [Mention(span=find(ARTICLE, name), kind="person") for name in ("Varga", "Brask")]
    (section,) = find_tags([(ARTICLE, pieces, scores)], DISTANCE, Settings())
    (found,) = find_encounters(section, mentions)
    return found


def test_an_encounter_has_its_parties_place_and_time() -> None:
    found = met()
    assert [(party.text, round(chance)) for party, chance in found.chances()] == [("Varga", 1), ("Brask", 1)]
    assert (found.trigger.text, found.place, found.when) == ("met", find(ARTICLE, "Sarn"), find(ARTICLE, "Friday"))


def test_words_that_are_no_mention_may_be_a_party() -> None:
    assert [party.text for party in met(Orlen="party").parties] == ["Varga", "Brask", "Orlen"]


def test_an_encounter_has_the_encoders_kind_and_statuses() -> None:
    found = met()
    assert found.kind == "talks"
    assert CONTACT_STATUSES[int(np.argmax(found.statuses))] == "planned"
    assert sum(found.statuses) == pytest.approx(1)


def test_a_stand_has_its_holder_and_stance() -> None:
    labels = {"stance": STANCES.index("against")}
    pieces, scores = scored("position", "opposes the canal", {"Orlen": "holder"}, labels)
    mentions = [Mention(span=find(ARTICLE, "Orlen"), kind="person")]
    (section,) = find_tags([(ARTICLE, pieces, scores)], DISTANCE, Settings())
    (found,) = find_stands(section, mentions)
    assert (found.evidence.text, found.stance, found.holder) == ("opposes the canal", "against", find(ARTICLE, "Orlen"))


def test_words_lean_as_the_encoder_tags_them() -> None:
    leanings = Leanings()
    leanings.add(*scored("position", "opposes the canal", {}, {"stance": STANCES.index("against")}))
    told, other = leanings.over([find(ARTICLE, "opposes the canal")]), leanings.over([find(ARTICLE, "Varga met")])
    assert told.mean > 0.9 > 0.1 > other.most
    assert STANCES[int(np.argmax(told.stances))] == "against"


def test_no_words_lean_nowhere() -> None:
    assert Leanings().over([]).most == 0
