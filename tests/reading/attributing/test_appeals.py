from __future__ import annotations

import pytest

from reportedly.reading.attributing.appeals import with_those_asked
from reportedly.reading.attribution import Attribution
from reportedly.records import Article
from tests.byhand import find


def asked(text: str, cue: str, *contents: str, mentions: tuple[str, ...] = ()) -> tuple[list[str], list[str]]:
    """Who is told, and what, of Voss's words."""
    article = Article.of(text, id="one", language="en")
    given = Attribution(
        source=find(article, "Voss"), cue=find(article, cue), form="indirect",
        content=tuple(find(article, content) for content in contents),
    )  # fmt: skip
    (found,) = with_those_asked(article, [given], [find(article, mention) for mention in mentions])
    return [span.text for span in found.addressees], [span.text for span in found.content]


@pytest.mark.parametrize(
    ("text", "cue", "content", "mention", "told", "rest"),
    [
        ("Voss warned banks not to speculate.", "warned", "banks not to speculate", None, "banks", "not to speculate"),
        ("Voss urged the council to sell.", "urged", "the council to sell", "the council", "the council", "to sell"),
        ("Voss called on local drivers to wait.", "called", "local drivers to wait", None, "local drivers", "to wait"),
        ("Voss called on Lower Sarn to wait.", "called", "to wait", None, "Lower Sarn", "to wait"),
        ("Voss asked her to wait.", "asked", "her to wait", "her", "her", "to wait"),
        ("Voss asked both men to wait.", "asked", "both men to wait", "both men", None, "both men to wait"),
        ("Voss invited Pell to the works.", "invited", "Pell to the works", "Pell", None, "Pell to the works"),
        ("Voss asked for banks to wait.", "asked", "for banks to wait", None, None, "for banks to wait"),
        ("Voss urged calm to prevail.", "urged", "calm to prevail", None, None, "calm to prevail"),
        ("Voss expected banks to wait.", "expected", "banks to wait", None, None, "banks to wait"),
    ],
)
def test_who_is_asked_at_the_head_of_a_content_is_told(
    text: str, cue: str, content: str, mention: str | None, told: str | None, rest: str
) -> None:
    found = asked(text, cue, content, mentions=() if mention is None else (mention,))
    assert found == ([] if told is None else [told], [rest])


def test_who_is_asked_in_a_piece_of_its_own_is_no_content() -> None:
    assert asked("Voss warned banks not to sell.", "warned", "banks", "not to sell") == (["banks"], ["not to sell"])
