from __future__ import annotations

import pytest

from reportedly.records import CHANGES
from reportedly.trace.kinds import CONTRADICTION, KINDS
from training import lessons

CLAIMS = {
    "C1": {"distorts": None, "distortion": None, "contradicts": ["C3"]},
    "C2": {"distorts": "C1", "distortion": "hedge", "contradicts": []},
    "C3": {"distorts": None, "distortion": None, "contradicts": ["C1"]},
}


@pytest.mark.parametrize(
    ("earlier", "later", "kind", "weight"),
    [
        ("C1", "C1", 0, 1.0),
        ("C1", "C2", 1 + CHANGES.index("hedge"), 1.0),
        ("C2", "C1", -1, 0.0),
        ("C1", "C3", KINDS.index(CONTRADICTION), 1.0),
        ("C2", "C3", len(KINDS) - 1, 1.0),
        ("C1", None, len(KINDS) - 1, lessons.UNSURE),
        (None, None, -1, 0.0),
    ],
)
def test_what_the_gold_says_of_a_pair(earlier: str | None, later: str | None, kind: int, weight: float) -> None:
    assert lessons.kind_of(earlier, later, CLAIMS) == (kind, weight)
