"""What a threat is about: what would make somebody do as he threatens."""

from __future__ import annotations

import pytest

from reportedly.reading.positions.targets import target_in
from reportedly.reading.positions.threats import threatened


@pytest.mark.parametrize(
    ("cue", "content", "against"),
    [
        ("threatened", "to chain himself to the lock if the toll rises", "the toll rises"),
        ("a threat", "to leave should the toll rise, whatever it costs", "the toll rise"),
        ("vowed", "to go on strike in the event of a sale", "a sale"),
        ("said", "the boatmen would walk out if the lock was sold", "the lock was sold"),
        ("threatened", "to leave if the sale of the lock went ahead in May", "the sale of the lock"),
        ("threatened", "to chain himself to the lock unless the toll falls", None),
        ("threatened", "to leave if the toll is not lowered", None),
        ("threatened", "to leave if nothing happens", None),
        ("threatened", "to leave if it is sold", None),
        ("threatened", "to leave even if the toll falls", None),
        ("said", "the boatmen would come if the lock was open", None),
    ],
)
def test_who_threatens_is_against_what_would_bring_it_on(cue: str, content: str, against: str | None) -> None:
    plain = threatened(cue, content)
    found = None if plain is None else (plain.stance, target_in(content[: plain.stop], plain.skip, plain.stop or 0))
    assert found == (None if against is None else ("against", against))
