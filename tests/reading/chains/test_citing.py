from __future__ import annotations

import pytest

from reportedly.reading.attribution import Attribution, Mention
from reportedly.reading.chains.citing import cites, find_cited
from reportedly.records import Article
from tests.byhand import find


def attribution(article: Article, source: str, cue: str | None, content: str) -> Attribution:
    return Attribution(
        source=find(article, source),
        cue=find(article, cue) if cue else None,
        content=(find(article, content),),
        form="indirect",
    )


@pytest.mark.parametrize(
    ("source", "cue", "expected"),
    [
        ("two officials", "citing", True),
        ("two officials", "with reference to", True),
        ("two officials", "quoted by", False),
        ("two officials", "said", False),
    ],
)
def test_a_cue_of_citing_shows_that_the_source_is_cited(source: str, cue: str, expected: bool) -> None:
    article = Article.of(f"The tax will fall, {cue} {source}.")
    assert cites(article.text, attribution(article, source, cue, "The tax will fall")) is expected


def test_the_word_before_the_source_shows_it_too() -> None:
    article = Article.of("Acker quoted her guest as saying that it was late.")
    assert cites(article.text, attribution(article, "her guest", "as saying", "it was late"))


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("KPAN first reported on Monday, citing three officers, that the camera ran.", "KPAN"),
        ("The camera ran, the Ansley Observer reported on Sunday, citing three officers.", "the Ansley Observer"),
        ("The camera ran. So writes the Blue Line Post, a website, citing three officers.", "the Blue Line Post"),
        ("Citing three officers, the Herald reported that the camera ran.", "the Herald"),
    ],
)
def test_a_name_that_cites_is_a_relay_though_it_is_no_mention(text: str, name: str) -> None:
    article = Article.of(text)
    content = "the camera ran" if "the camera ran" in text else "The camera ran"
    given = attribution(article, "three officers", "citing" if "citing" in text else "Citing", content)
    (found,) = find_cited(article, [given], [Mention(span=find(article, "three officers"), kind="group")])
    assert [relay.mention.text for relay in found.relays] == [name]


@pytest.mark.parametrize("text", ["On Monday he resigned, citing two officials.", "He resigned, citing two officials."])
def test_without_a_name_that_reports_there_is_no_relay(text: str) -> None:
    article = Article.of(text)
    given = attribution(article, "two officials", "citing", "resigned")
    assert find_cited(article, [given], []) == (given,)


def test_an_outlet_that_cites_becomes_a_relay_of_whom_it_cites() -> None:
    article = Article.of("The bank will be sold, the Courier reported, citing three people.")
    given = attribution(article, "the Courier", "reported", "The bank will be sold")
    mentions = [Mention(span=find(article, "the Courier"), kind="outlet")]
    (found,) = find_cited(article, [given], mentions)
    assert found.source == find(article, "three people")
    assert found.cue == find(article, "citing")
    assert [(relay.mention, relay.cue) for relay in found.relays] == [(given.source, given.cue)]


@pytest.mark.parametrize(
    ("text", "content", "source"),
    [
        (
            "The Courier reported on Friday that the bank would be sold to the highest bidder, citing three people.",
            "the bank would be sold to the highest bidder",
            "three people",
        ),
        (
            "The Courier wrote, on the strength of two officials, that the bank will be sold.",
            "the bank will be sold",
            "two officials",
        ),
        (
            "As The Courier reported after it learned from two officials, the bank will be sold.",
            "the bank will be sold",
            "two officials",
        ),
        (
            "The Courier reported that the bank has money until 2047, citing its yearly report; few believe it.",
            "the bank has money until 2047",
            "its yearly report",
        ),
    ],
)
def test_who_is_cited_stands_behind_the_words_too(text: str, content: str, source: str) -> None:
    article = Article.of(text)
    given = attribution(article, "The Courier", "wrote" if "wrote" in text else "reported", content)
    mentions = [Mention(span=given.source, kind="outlet")] if given.source else []
    if "its" in text:
        mentions.append(Mention(span=find(article, "its"), kind="outlet"))
    (found,) = find_cited(article, [given], mentions)
    assert found.source == find(article, source)
    assert [relay.mention for relay in found.relays] == [given.source]


@pytest.mark.parametrize(
    ("speaker", "kind", "reason"),
    [("the Courier", "outlet", "the weather"), ("the company", "organisation", "three people")],
)
def test_a_reason_is_no_source_and_only_an_outlet_is_a_relay(speaker: str, kind: str, reason: str) -> None:
    article = Article.of(f"The bank will be sold, {speaker} said, citing {reason}.")
    given = attribution(article, speaker, "said", "The bank will be sold")
    mentions = [Mention(span=find(article, speaker), kind="outlet" if kind == "outlet" else "organisation")]
    assert find_cited(article, [given], mentions) == (given,)


def test_whoever_has_an_attribution_of_their_own_stays_there() -> None:
    article = Article.of("The bank will be sold, the Courier reported, citing three people.")
    outer = attribution(article, "the Courier", "reported", "The bank will be sold")
    inner = attribution(article, "three people", "citing", "The bank will be sold")
    mentions = [Mention(span=find(article, "the Courier"), kind="outlet")]
    assert find_cited(article, [outer, inner], mentions) == (outer, inner)


def test_a_paper_that_nobody_knows_reports_what_it_cites_others_with() -> None:
    article = Article.of("He has resigned, Dagblad reported on Tuesday, referring to government circles.")
    given = attribution(article, "Dagblad", "reported", "He has resigned")
    (found,) = find_cited(article, [given], [Mention(span=find(article, "Dagblad"), kind="organisation")])
    assert found.source == find(article, "government circles")
    assert [relay.mention.text for relay in found.relays] == ["Dagblad"]
