"""Talks with the press are no contacts."""

import pytest

from reportedly.reading.attribution import Mention
from reportedly.reading.contacts.interviews import without_interviews
from reportedly.reading.encounter import Encounter
from reportedly.records import Article
from tests.byhand import find


@pytest.mark.parametrize(
    ("text", "trigger", "kept"),
    [
        ("Renn spoke to the Courier about talks with Sarn.", "spoke", False),
        ("Renn talked exclusively to Courier on Monday.", "talked", False),
        ("Renn spoke to Vale, the Courier wrote.", "spoke", True),
        ("Renn met the Courier at the quay.", "met", True),
    ],
)
def test_who_speaks_to_an_outlet_meets_nobody(text: str, trigger: str, kept: bool) -> None:
    article = Article.of(text)
    outlet = find(article, "the Courier" if "the Courier" in text else "Courier")
    encounter = Encounter(trigger=find(article, trigger), kind="call", parties=(find(article, "Renn"), outlet))
    found = without_interviews(article, [encounter], [Mention(span=outlet, kind="outlet")])
    assert found == ([encounter] if kept else [])
