from __future__ import annotations

import pytest

from reportedly.reading.contacts.kinds import kind_of
from reportedly.reading.contacts.statuses import signs_of, status_weights


@pytest.mark.parametrize(
    ("words", "after", "kind"),
    [
        ("lunched", " with the minister", "meeting"),
        ("rang", " her counterpart", "call"),
        ("spoke", " with him on Friday", "call"),
        ("telephone conversation", "", "call"),
        ("conversation", " with Varga by phone", "call"),
        ("conversation", " with Varga in the garden", None),
        ("called", " on the prime minister", "visit"),
        ("called", " on Friday", "call"),
        ("called", " him in", "meeting"),
        ("summit talks", "", "summit"),
        ("flew", " to Sarn", "visit"),
        ("second round", "", "talks"),
        ("wrote", " to the council", "letter"),
        ("signing ceremony", "", "ceremony"),
        ("disagreement", "", None),
    ],
)
def test_the_words_say_what_kind_of_contact_it_is(words: str, after: str, kind: str | None) -> None:
    assert kind_of(words, after) == kind


TODAY = "2031-03-14"


@pytest.mark.parametrize(
    ("text", "trigger", "days", "status"),
    [
        ("Varga met Brask on Thursday.", "met", ("2031-03-13", "2031-03-13"), "held"),
        ("Varga will meet Brask on Monday.", "meet", ("2031-03-17", "2031-03-17"), "planned"),
        ("Varga is due to visit Sarn next week.", "visit", ("2031-03-17", "2031-03-23"), "planned"),
        ("Varga may meet Brask in Sarn.", "meet", (None, None), "possible"),
        ("Varga asked for a meeting with Brask.", "meeting", (None, None), "possible"),
        ("The meeting of Varga and Brask was called off.", "meeting", (None, None), "cancelled"),
        ("A visit to Sarn, planned for Monday, has been cancelled.", "visit", (None, None), "cancelled"),
        ("Varga refused to meet Brask.", "meet", (None, None), "refused"),
        ("Varga declined to receive Brask.", "receive", (None, None), "refused"),
    ],
)
def test_signs_in_its_sentence_tell_the_status(
    text: str, trigger: str, days: tuple[str | None, str | None], status: str
) -> None:
    at = text.index(trigger)
    signs = signs_of(text, (0, len(text)), (at, at + len(trigger)), days, TODAY)
    assert status_weights().best(signs, (0.2,) * 5) == status
