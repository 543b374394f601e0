from __future__ import annotations

import pytest

from reportedly.reading.contacts.kinds import kind_of


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
