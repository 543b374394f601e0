from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from evaluation import trace
from reportedly.records import Reading
from tests.trace.press import press

ROWS = [
    ("meridian-wire", []),
    ("evening-post", [{"article": "meridian-wire", "how": "syndicated", "credited": True}]),
    ("the-lantern", [{"article": "meridian-wire", "how": "excerpted", "credited": True}]),
]


@pytest.fixture
def stories(tmp_path: Path) -> list[Path]:
    by_id = {reading.article.id: reading.article for reading in press()}

    def article(id: str, derived: list[dict[str, Any]]) -> dict[str, Any]:
        known = {"id": id, "published": by_id[id].published, "text": by_id[id].text}
        return known | {"derived_from": derived, "statements": []}

    quay = {"story": "quay", "claims": [], "articles": [article(*row) for row in ROWS]}
    stage = {"story": "stage", "claims": [], "articles": [article("stage-weekly", [])]}
    for row in (quay, stage):
        (tmp_path / f"story-{row['story']}.json").write_text(json.dumps(row), encoding="utf-8")
    return sorted(tmp_path.glob("*.json"))


def held() -> dict[str, Reading]:
    return {reading.article.id: reading for reading in press()}


@pytest.mark.shared
@pytest.mark.weights
def test_derivations_are_scored_alone_and_in_one_store(stories: list[Path]) -> None:
    found = trace.measure(stories, held(), "trace")
    assert found.figure("derivations").value == 1
    assert found.figure("derivations, one store").value == 1
    assert found.figure("stories that mix").value == 0
    assert found.figure("derivation credited").counts == "2 of 2"
