from __future__ import annotations

import pytest

from reportedly.records import Article
from reportedly.trace.manners import is_loud, is_primary, vague_credits


@pytest.mark.parametrize(
    ("title", "text", "loud"),
    [
        ("Mayor SLAMMED over quay", "The mayor was criticised.", True),
        ("NATO meets in Elswick", "Ministers of NATO met.", False),
        ("QUAY TO CLOSE ON MONDAY", "The quay will close.", False),
        ("Quay to close!", "The quay will close.", True),
        ("Quay to close", "EXCLUSIVE: the quay will close.", True),
        ("Quay to close", "The quay will close.", False),
        (None, "The quay will close.", False),
    ],
)
def test_a_headline_shouts_in_words_that_are_no_initials(title: str | None, text: str, loud: bool) -> None:
    assert is_loud(Article.of(text, title=title)) is loud


def test_the_page_of_a_body_and_a_transcript_are_primary() -> None:
    assert is_primary(Article.of("x", outlet="Elswick Press Office"))
    assert is_primary(Article.of("x", outlet="The Lantern", title="Transcript: the mayor’s speech"))
    assert not is_primary(Article.of("x", outlet="The Lantern", title="The mayor spoke"))


def test_credits_without_a_name_are_counted() -> None:
    assert vague_credits(Article.of("It emerged that, media say, a newspaper had it.")) == 3
    assert vague_credits(Article.of("Meridian Wire had it.")) == 0
