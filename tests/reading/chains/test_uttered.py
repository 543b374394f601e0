"""Which cues alone tell that something was said or is still to be said."""

from __future__ import annotations

import pytest

from reportedly.reading.chains.uttered import uttered
from reportedly.records.statement import Status


@pytest.mark.parametrize(
    ("cue", "status", "told"),
    [
        ("is going to recommend", "made", "expected"),
        ("are set to call for", "made", "expected"),
        ("plans to urge", "made", "expected"),
        ("is expected to visit", "made", "made"),
        ("planned to urge", "made", "made"),
        ("denied", "declined", "made"),
        ("continues to deny", "declined", "made"),
        ("would only say", "declined", "made"),
        ("would say nothing", "declined", "declined"),
        ("did not deny", "declined", "declined"),
        ("said", "made", "made"),
    ],
)
def test_the_cue_tells_whether_it_was_said(cue: str, status: Status, told: Status) -> None:
    assert uttered(cue, status) == told
