from __future__ import annotations

import pytest

from reportedly.reading.contacts.senders import without_senders
from reportedly.reading.encounter import Encounter
from reportedly.records import Article
from tests.byhand import find


@pytest.mark.parametrize(
    ("text", "trigger", "parties", "kept"),
    [
        (
            "Renn met Vale and handed him a letter from the queen, Ada Ost.",
            "met",
            ["Renn", "Vale", "queen", "Ada Ost"],
            2,
        ),
        ("Renn met Vale, bearing a note of thanks from Ada Ost.", "met", ["Renn", "Vale", "Ada Ost"], 2),
        ("Renn met Vale, the envoy from Ulm.", "met", ["Renn", "Vale", "Ulm"], 3),
        ("Renn read a letter from Ada Ost.", "letter", ["Renn", "Ada Ost"], 2),
    ],
)
def test_who_sent_a_letter_to_a_meeting_was_not_there(text: str, trigger: str, parties: list[str], kept: int) -> None:
    article = Article.of(text)
    spans = tuple(find(article, party) for party in parties)
    met = Encounter(
        trigger=find(article, trigger), parties=spans, kind="meeting", score=0.9, likely=(0.9,) * len(spans)
    )
    (found,) = without_senders(article, [met])
    assert found.parties == spans[:kept]
