from __future__ import annotations

import pytest

from reportedly.records.schema import brief, decoder_for


@pytest.mark.parametrize("kind", [object, dict[str, str], str | int, tuple[str, str], list[str]])
def test_what_records_are_not_made_of_is_refused(kind: object) -> None:
    with pytest.raises(TypeError, match="records are not made of"):
        decoder_for(kind)


@pytest.mark.parametrize(("value", "shown"), [(None, "null"), ("a", "'a'"), ("a" * 99, "'" + "a" * 36 + "...")])
def test_a_message_shows_a_value_briefly(value: object, shown: str) -> None:
    assert brief(value) == shown
