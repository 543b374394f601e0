from __future__ import annotations

import pytest

from reportedly.reading.attributing.joint_sources import with_joint_sources
from reportedly.reading.attribution import Attribution, Mention
from reportedly.records import ActorKind, Article
from tests.byhand import attribution, find


def sources_of(text: str, source: str, cue: str, content: str, *mentions: tuple[str, ActorKind]) -> list[str]:
    """The sources of the one attribution of a text, and after them what is a mention only then."""
    article = Article.of(text)
    said = attribution(article, source, cue, [content])
    marked = [Mention(span=find(article, words), kind=kind) for words, kind in mentions]
    attributions, after = with_joint_sources(article, [said], marked)
    new = {m.span for m in after} - {m.span for m in marked}
    assert new <= {a.source for a in attributions}
    return [a.source.text for a in attributions if a.source is not None]


def test_whoever_stands_before_a_source_says_it_too() -> None:
    text = "Two died in Sarn, residents and a local official told the Courier."
    mentions: tuple[tuple[str, ActorKind], ...] = (("residents", "group"), ("a local official", "person"))
    assert sources_of(text, "a local official", "told", "Two died in Sarn", *mentions) == [
        "residents",
        "a local official",
    ]


def test_whoever_is_only_told_of_before_a_source_says_nothing() -> None:
    text = "There was talk between residents and a local official said so."
    mentions: tuple[tuple[str, ActorKind], ...] = (("residents", "group"), ("a local official", "person"))
    assert sources_of(text, "a local official", "said", "so", *mentions) == ["a local official"]


def test_whoever_stands_behind_a_source_behind_its_cue_says_it_too() -> None:
    text = "The lock shuts, according to a council note and six clerks who had seen it."
    mentions: tuple[tuple[str, ActorKind], ...] = (("a council note", "document"), ("six clerks", "group"))
    whole: tuple[tuple[str, ActorKind], ...] = (
        ("a council note", "document"),
        ("six clerks who had seen it", "group"),
    )
    assert sources_of(text, "a council note", "according to", "The lock shuts", *mentions) == ["a council note"]
    assert sources_of(text, "a council note", "according to", "The lock shuts", *whole) == [
        "a council note",
        "six clerks who had seen it",
    ]


@pytest.mark.parametrize(
    ("source", "each"),
    [
        ("two aides and a party official", ["two aides", "a party official"]),
        ("both the ministry and the company", ["the ministry", "the company"]),
        ("a friend and adviser", ["a friend and adviser"]),
        ("doctors and aid workers", ["doctors and aid workers"]),
        ("aides to the mayor and the rector", ["aides to the mayor and the rector"]),
    ],
)
def test_two_in_one_run_of_words(source: str, each: list[str]) -> None:
    mention: tuple[str, ActorKind] = (source, "group")
    assert sources_of(f"It was late, {source} said.", source, "said", "It was late", mention) == each


@pytest.mark.parametrize(
    ("text", "source", "each"),
    [
        ("ELSWICK (EN) - Marl and Vale have both asked for a truce.", "Marl", ["Marl", "Vale"]),
        ("She said that neither Marl nor Vale asked for a truce.", "Vale", ["Marl", "Vale"]),
        ("Talks began with Marl and Vale asked for a truce.", "Vale", ["Vale"]),
        ("Nobody told Marl, and Vale asked for a truce.", "Vale", ["Vale"]),
        ("Marl and Vale met and asked for a truce.", "Marl", ["Marl"]),
    ],
)
def test_two_subjects_of_one_cue_are_two_sources(text: str, source: str, each: list[str]) -> None:
    mentions: tuple[tuple[str, ActorKind], ...] = (("Marl", "government"), ("Vale", "government"))
    assert sources_of(text, source, "asked for", "a truce", *mentions) == each


def test_whom_somebody_meets_to_ask_for_something_asks_for_nothing() -> None:
    mentions: tuple[tuple[str, ActorKind], ...] = (("Renn", "person"), ("Marl", "person"), ("Vale", "person"))
    assert sources_of(
        "She met Renn, Marl and Vale to ask for a truce.", "Vale", "to ask for", "a truce", *mentions
    ) == ["Vale"]


def test_a_pronoun_is_not_named_beside_a_source() -> None:
    mentions: tuple[tuple[str, ActorKind], ...] = (("Ada Renn", "person"), ("who", "person"))
    text = "It was late. Ada Renn and who said that it rained, nobody knows."
    assert sources_of(text, "Ada Renn", "said", "it rained", *mentions) == ["Ada Renn"]


def test_who_is_told_of_already_is_not_told_of_twice() -> None:
    article = Article.of("Marl and Vale asked for a truce.")
    cue, content = find(article, "asked for"), (find(article, "a truce"),)
    mentions = [Mention(span=find(article, name), kind="person") for name in ("Marl", "Vale")]
    given = [Attribution(source=m.span, cue=cue, content=content, form="indirect") for m in mentions]
    assert with_joint_sources(article, given, mentions) == (given, mentions)
