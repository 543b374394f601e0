from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from evaluation.gold import degrade, load_gold, stories
from evaluation.rooms import reading_of, score
from reportedly.reading.cast.actors import resolve
from reportedly.records import Article

TEXT = "Ada Renn, the mayor, said the bridge will fall. She said two engineers warned her in May."
MAYOR = {"id": "A1", "name": "Ada Renn", "kind": "person", "roles": ["mayor"], "aliases": ["Renn", "the mayor"]}
GROUP = {
    "id": "A2",
    "name": None,
    "kind": "group",
    "roles": [],
    "aliases": ["two engineers"],
    "count": 2,
    "basis": None,
}


def statement(id: str, **known: Any) -> dict[str, Any]:
    plain: dict[str, Any] = {
        "id": id, "mode": "indirect", "source_kind": "named", "speaker": "A1", "speaks_for": None, "count": None,
        "basis": None, "addressee": None, "act": "say", "within": None, "chain": ["The Lantern", "Ada Renn"],
        "said_on": None, "claim": None,
    }  # fmt: skip
    return plain | known


def story(*statements: dict[str, Any], **article: Any) -> dict[str, Any]:
    row = {
        "id": "bridge/lantern-1", "outlet": "The Lantern", "url": None, "published": "2031-05-02", "title": None,
        "byline": None, "text": TEXT, "derived_from": [], "contacts": [], "positions": [],
        "statements": list(statements),
    }  # fmt: skip
    return {"story": "bridge", "actors": [MAYOR, GROUP], "origins": [], "claims": [], "articles": [row | article]}


@pytest.fixture
def write(tmp_path: Path) -> Any:
    def written(*rows: dict[str, Any]) -> list[Path]:
        paths = [tmp_path / f"story-{number}.json" for number, _ in enumerate(rows)]
        for path, row in zip(paths, rows, strict=True):
            path.write_text(json.dumps(row), encoding="utf-8")
        return paths

    return written


def place(words: str, nth: int = 1) -> list[int]:
    start = -1
    for _ in range(nth):
        start = TEXT.index(words, start + 1)
    return [start, start + len(words)]


WARNED = statement(
    "S2", source="two engineers", cue="warned", content="in May", within="S1", source_kind="anonymous", speaker=None,
    count=2, addressee="A1", chain=["The Lantern", "Ada Renn", "two engineers"],
)  # fmt: skip
SAID = statement("S1", source="She", cue="said", content="two engineers warned her in May")


@pytest.mark.shared
def test_version_1_is_found_in_the_text(write: Any) -> None:
    (gold,) = load_gold(write(story(WARNED, SAID)))
    outer, inner = gold.attributions
    assert [row["id"] for row in gold.statements] == ["S1", "S2"]
    assert (outer.source and outer.source.text, outer.cue and [outer.cue.start, outer.cue.end]) == (
        "She",
        place("said", 2),
    )
    assert (inner.within, [span.text for span in inner.content]) == (0, ["in May"])
    assert {mention.span.text for mention in gold.mentions} >= {"Ada Renn", "She", "two engineers", "her"}


def test_version_2_has_exact_places(write: Any) -> None:
    exact = SAID | {
        "source_span": place("She"), "cue_span": place("said", 2),
        "content_spans": [place("two engineers warned her in May")],
        "status": "expected",
    }  # fmt: skip
    mentions = [{"actor": "A1", "span": place("Ada Renn")}, {"actor": "A1", "span": place("She")}]
    (gold,) = load_gold(write(story(exact, mentions=mentions)))
    (attribution,) = gold.attributions
    assert attribution.status == "expected"
    assert [mention.span.text for mention in gold.mentions] == ["Ada Renn", "She"]


@pytest.mark.shared
def test_mentions_can_be_spoiled_the_same_way_twice(write: Any) -> None:
    (gold,) = load_gold(write(story(WARNED, SAID)))
    assert degrade(gold.mentions, seed=1) == degrade(gold.mentions, seed=1)
    assert degrade(gold.mentions, seed=1, drop=0, wrong=0) == gold.mentions
    assert degrade(gold.mentions, seed=1, drop=1) == ()


@pytest.mark.shared
def test_rooms_score_actors_on_gold_spans(write: Any, shared: Path) -> None:
    golds = load_gold(write(story(WARNED, SAID)))
    figures, errors = score(golds)
    assert errors == []
    assert figures["speaker"]["accuracy"] == figures["count"]["accuracy"] == figures["chain"]["accuracy"] == 1
    nobody = Article.of("." * len(TEXT), id="bridge/lantern-1")
    reading = reading_of(golds[0], resolve(nobody, [], []))
    assert [len(row["chain"]) for row in reading["statements"]] == [1, 1]


@pytest.mark.shared
def test_every_gold_statement_has_its_source(shared: Path) -> None:
    golds = load_gold([*stories("real"), *stories("first")])
    assert len(golds) == 36
    assert all(
        (a.source is None) == (row["source"] is None)
        for g in golds
        for a, row in zip(g.attributions, g.statements, strict=True)
    )
