from __future__ import annotations

import pytest

from reportedly.records import Reading


def test_records_are_found_by_id(reading: Reading) -> None:
    speaker = reading.statement("s2").chain.speaker
    assert reading.actor(speaker.actor).name == "port authority"


def test_an_id_that_leads_nowhere_is_told(reading: Reading) -> None:
    with pytest.raises(KeyError, match=f"no actor a99 in the reading of article {reading.article.id}"):
        reading.actor("a99")
    with pytest.raises(KeyError, match="no statement s99"):
        reading.statement("s99")


def test_a_reading_can_be_a_key(reading: Reading) -> None:
    assert len({reading, reading}) == 1
