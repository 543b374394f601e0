"""Subjects of which the source is but a piece."""

from __future__ import annotations

import pytest

from reportedly.reading.attributing.whole_subjects import with_whole_subjects
from reportedly.reading.attribution import Attribution, Mention
from reportedly.records import Article
from tests.byhand import find


def told(article: Article, source: str, cue: str, content: str) -> Attribution:
    return Attribution(
        source=find(article, source), cue=find(article, cue), content=(find(article, content),), form="indirect"
    )


@pytest.mark.parametrize(
    ("text", "source", "cue", "whole"),
    [
        ("The trade minister offered a truce.", "The trade", "offered", "The trade minister"),
        ("Renn's board has put off a truce.", "Renn's", "has put off", "Renn's board"),
        ("Renn's company still wants a truce.", "Renn", "wants", "Renn's company"),
        ("The think tank Gauge wants a truce.", "tank Gauge", "wants", "The think tank Gauge"),
        ("Renn later offered a truce.", "Renn", "offered", "Renn"),
        ("He minister offered a truce.", "He", "offered", "He"),
        ("Renn's remarks calling for a truce.", "Renn", "calling for", "Renn"),
        ("Renn's offer meant a truce.", "Renn", "offer", "Renn"),
    ],
)
def test_a_source_has_its_noun(text: str, source: str, cue: str, whole: str) -> None:
    article = Article.of(text, id="one", language="en")
    (found,) = with_whole_subjects(article, [told(article, source, cue, "a truce")], [])
    assert found.source is not None
    assert found.source.text == whole


@pytest.mark.parametrize(
    ("text", "source", "sources"),
    [
        ("ELSWICK (EN) — Marl and Vale have both asked for a truce.", "Marl", ["Marl", "Vale"]),
        ("She said that neither Marl nor Vale asked for a truce.", "Vale", ["Marl", "Vale"]),
        ("Talks began with Marl and Vale asked for a truce.", "Vale", ["Vale"]),
        ("Nobody told Marl, and Vale asked for a truce.", "Vale", ["Vale"]),
        ("Marl and Vale met and asked for a truce.", "Marl", ["Marl"]),
    ],
)
def test_two_subjects_of_one_cue_are_two_sources(text: str, source: str, sources: list[str]) -> None:
    article = Article.of(text, id="one", language="en")
    mentions = [Mention(span=find(article, name), kind="government") for name in ("Marl", "Vale")]
    found = with_whole_subjects(article, [told(article, source, "asked for", "a truce")], mentions)
    assert [a.source.text for a in found if a.source is not None] == sources


def test_whom_somebody_meets_to_ask_for_something_asks_for_nothing() -> None:
    article = Article.of("She met Renn, Marl and Vale to ask for a truce.", id="one", language="en")
    mentions = [Mention(span=find(article, name), kind="person") for name in ("Renn", "Marl", "Vale")]
    given = [told(article, "Vale", "to ask for", "a truce")]
    assert with_whole_subjects(article, given, mentions) == given


def test_who_is_told_of_already_is_not_told_of_twice() -> None:
    article = Article.of("Marl and Vale asked for a truce.", id="one", language="en")
    mentions = [Mention(span=find(article, name), kind="person") for name in ("Marl", "Vale")]
    given = [told(article, name, "asked for", "a truce") for name in ("Marl", "Vale")]
    assert with_whole_subjects(article, given, mentions) == given
