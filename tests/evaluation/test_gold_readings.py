from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from evaluation.gold_readings import gold_readings
from reportedly.records.codec import decode, encode

TEXT = "Renn said the bridge will fall. She said two engineers warned her in May, according to The Echo."
MAYOR = {"id": "A1", "name": "Ada Renn", "kind": "person", "roles": ["mayor"], "aliases": ["Renn", "the mayor"]}
GROUP = {
    "id": "A2", "name": None, "kind": "group", "roles": [], "aliases": ["two engineers"], "count": 2, "basis": None,
}  # fmt: skip
PLAIN = {
    "mode": "indirect", "source_kind": "named", "speaker": "A1", "speaks_for": None, "count": None, "basis": None,
    "addressee": None, "act": "say", "within": None, "said_on": None, "claim": None,
}  # fmt: skip
FIRST = PLAIN | {"id": "S7", "source": "Renn", "cue": "said", "content": "the bridge will fall", "claim": "C1"}
SECOND = PLAIN | {"id": "S2", "source": "She", "cue": "said", "content": "two engineers warned her in May"}
THIRD = PLAIN | {
    "id": "S3", "source": "two engineers", "cue": "warned", "content": "in May", "source_kind": "anonymous",
    "speaker": None, "count": 2, "within": "S2", "addressee": "A1",
}  # fmt: skip


def written(folder: Path) -> list[Path]:
    statements = [
        FIRST | {"chain": ["The Lantern", "Ada Renn"]},
        SECOND | {"chain": ["The Lantern", "The Echo", "Ada Renn"]},
        THIRD | {"chain": ["The Lantern", "The Echo", "Ada Renn", "two engineers"]},
    ]
    article: dict[str, Any] = {
        "id": "bridge/lantern-1", "outlet": "The Lantern", "url": None, "published": "2031-05-02", "title": None,
        "byline": None, "text": TEXT, "derived_from": [], "contacts": [], "statements": statements,
        "positions": [{"actor": "A1", "issue": "the bridge", "stance": "against", "evidence": "the bridge will fall"}],
    }  # fmt: skip
    path = folder / "story-bridge.json"
    path.write_text(json.dumps({"story": "bridge", "actors": [MAYOR, GROUP], "articles": [article]}))
    return [path]


@pytest.mark.shared
def test_statements_have_the_chains_of_the_gold_and_are_numbered_anew(tmp_path: Path) -> None:
    (gold,) = gold_readings(written(tmp_path))
    names = {actor.id: actor.name or actor.basis for actor in gold.reading.actors}
    assert [[names[link.actor] for link in s.chain] for s in gold.reading.statements] == [
        ["The Lantern", "Renn"],
        ["The Lantern", "The Echo", "Renn"],
        ["The Lantern", "The Echo", "Renn", None],
    ]
    assert [(id, row["id"]) for id, row in gold.statements.items()] == [("s1", "S7"), ("s2", "S2"), ("s3", "S3")]
    assert [s.within for s in gold.reading.statements] == [None, None, "s2"]
    assert [link.mention and link.mention.text for link in gold.reading.statements[1].chain] == [
        None,
        "The Echo",
        "She",
    ]


@pytest.mark.shared
def test_an_actor_has_the_fullest_name_of_the_article_and_not_of_the_story(tmp_path: Path) -> None:
    (gold,) = gold_readings(written(tmp_path))
    ids = {old: new for new, old in gold.actors.items()}
    assert gold.reading.actor(ids["A1"]).name == "Renn"
    group = gold.reading.actor(ids["A2"])
    assert (group.name, group.unnamed, group.count) == (None, True, 2)


@pytest.mark.shared
def test_a_perfect_reading_is_a_reading(tmp_path: Path) -> None:
    (gold,) = gold_readings(written(tmp_path))
    assert decode(encode(gold.reading)) == gold.reading
