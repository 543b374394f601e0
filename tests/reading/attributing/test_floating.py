from __future__ import annotations

import pytest

from reportedly.reading.attributing.floating import with_speakers
from reportedly.reading.attribution import Attribution
from reportedly.reading.layout.segment import find_sentences
from reportedly.records import Article
from tests.byhand import find

QUOTED = "The pump has failed."


def speaker(text: str, source: str, *given: tuple[str, str, str]) -> str | None:
    """Who says the quotation, which was given to a source; all others are source, cue and content."""
    article = Article.of(text, id="one", language="en")
    floating = Attribution(
        source=find(article, source) if source else None, cue=None, content=(find(article, QUOTED),), form="direct"
    )
    others = [
        Attribution(source=find(article, who), cue=find(article, cue), content=(find(article, said),), form="indirect")
        for who, cue, said in given
    ]
    found = with_speakers(article, [*others, floating], find_sentences(article))[-1].source
    return None if found is None else found.text


@pytest.mark.parametrize(
    ("question", "source"),
    [
        ("Asked if he ever met Lund on the quay: ", "he"),
        ("It was late. Pressed on whether she knew Lund, ", "she"),
        ("Asked about the council: ", "Lund"),  # nobody is told of who was asked
        ("He asked whether she knew Lund, who said no. ", "Lund"),
        ("It was late. Does she fear the council? ", "she"),
        ("Is that all? ", "Lund"),
        ("Would she stay?\n\n", "Lund"),
    ],
)
def test_whoever_was_asked_answers(question: str, source: str) -> None:
    assert speaker(f"Lund came. {question}“{QUOTED}”", "Lund") == source


@pytest.mark.parametrize(
    ("before", "source", "speaks"),
    [
        ("He denied a delay, as Lund had. ", "Voss", "He"),
        ("He denied a delay. ", "", "He"),
        ("He denied a delay, and Lund nodded: ", "Lund", "Lund"),  # named closer to the quotation
        ("He denied a delay.\n\n", "Voss", "Voss"),
        ("He denied a delay. Is that all? ", "Voss", "He"),
        ("He denied a delay.\n\nIs that all? ", "Voss", "He"),
        ("He denied a delay. She sat down. ", "Voss", "She"),
        ("He denied a delay. Lund sat down. ", "Voss", "Voss"),
    ],
)
def test_whoever_spoke_in_the_sentence_before_goes_on(before: str, source: str, speaks: str) -> None:
    assert speaker(f"Voss came. {before}“{QUOTED}”", source, ("He", "denied", "a delay")) == speaks


@pytest.mark.parametrize(("between", "speaks"), [(" – ", "Lund"), (" ", "Lund"), (" Here it is. ", "He")])
def test_whoever_stands_right_behind_a_quotation_says_it(between: str, speaks: str) -> None:
    text = f"He denied a delay. “{QUOTED}”{between}Lund"
    assert speaker(text, "Lund", ("He", "denied", "a delay")) == speaks
