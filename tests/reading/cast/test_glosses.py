"""Short names that stand in brackets behind full ones, and the reverse."""

from __future__ import annotations

import pytest

from reportedly.records import ActorKind
from tests.reading.cast.test_names import groups


@pytest.mark.parametrize(
    ("text", "names", "expected"),
    [
        (
            "The Sarn Union of Bakers (SBK) met. SBK left.",
            [("The Sarn Union of Bakers (SBK)", "organisation"), ("SBK", "government")],
            [["The Sarn Union of Bakers (SBK)", "SBK"]],
        ),
        (
            "The Union of Sarnish Cooks and Waiters (UCSW) met. The UCSW left.",  # cut at the "and"
            [("The Union of Sarnish Cooks and Waiters (UCSW)", "organisation"), ("The UCSW", "organisation")],
            [["The Union of Sarnish Cooks and Waiters (UCSW)", "The UCSW"]],
        ),
        (
            "Ask the PEK (Sarn Bishops League). PEK left.",
            [("the PEK", "person"), ("Sarn Bishops League", "organisation"), ("PEK", "person")],
            [["the PEK", "Sarn Bishops League", "PEK"]],
        ),
        (
            "Ada Renn (SDP) stood. SDP left.",
            [("Ada Renn (SDP)", "person"), ("SDP", "organisation")],
            [["Ada Renn (SDP)"], ["SDP"]],
        ),
    ],
)
def test_brackets_explain_a_name(text: str, names: list[tuple[str, ActorKind]], expected: list[list[str]]) -> None:
    assert groups(text, names) == expected
