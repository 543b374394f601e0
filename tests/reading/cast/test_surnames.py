"""Surnames that are also nouns for bodies and papers: Mr. Camp, Jim Press."""

from __future__ import annotations

import pytest

from reportedly.reading.attribution import Attribution, Mention
from reportedly.reading.cast.actors import resolve
from reportedly.reading.cast.phrases import parse
from reportedly.records import ActorKind, Article


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Mr. Camp", "Camp"),
        ("Senator Banks", "Banks"),
        ("Judge Advocate Office", "Judge Advocate Office"),
        ("General Staff", "General Staff"),
        ("Lord Chamber", "Lord Chamber"),
    ],
)
def test_a_style_makes_a_noun_a_surname(text: str, name: str) -> None:
    place = parse(text).name
    assert place is not None
    assert text[slice(*place)] == name


@pytest.mark.parametrize(
    ("full", "short"),
    [("Jim Press", "Press"), ("Dave Camp", "Mr. Camp"), ("Ada Bench", "Bench")],
)
def test_a_noun_behind_a_first_name_is_somebody(full: str, short: str) -> None:
    article = Article.of(f"{full} resigned. {short} was tired.")
    places = (0, len(full)), (len(full) + 11, len(full) + 11 + len(short))
    cast = resolve(article, [], [Mention(span=article.span(*place), kind="person") for place in places])
    one, other = (cast.of(article.span(*place)) for place in places)
    assert one is not None
    assert one == other
    assert (cast.actor(one).kind, cast.actor(one).name) == ("person", full)


def test_whoever_is_told_of_keeps_the_surname_that_looks_like_a_paper() -> None:
    whole = "Jim Press, the chairman of Elm Motors"
    article = Article.of(f"{whole}, resigned. Press was tired.")
    places = (0, len(whole)), (len(whole) + 12, len(whole) + 17)
    spans = [article.span(*place) for place in places]
    cast = resolve(article, [], [Mention(span=spans[0], kind="person"), Mention(span=spans[1], kind="outlet")])
    assert cast.of(spans[0]) == cast.of(spans[1])


def test_a_body_with_a_first_name_in_it_stays_one() -> None:
    article = Article.of("They thanked the Ada Institute.")
    cast = resolve(article, [], [Mention(span=article.span(13, 30), kind="person")])
    assert cast.actor(cast.of(article.span(13, 30)) or "").kind == "organisation"


@pytest.mark.parametrize(
    ("words", "kind", "expected"),
    [
        ("The United States", "group", "government"),
        ("Article 33", "person", "document"),
        ("EU Member States", "group", "group"),
        ("Harbour rights advocates", "person", "group"),
        ("The legislature", "person", "organisation"),
        ("Depositions", "document", "document"),
        ("Today’s speech", "document", "document"),
    ],
)
def test_the_kind_that_a_noun_shows(words: str, kind: ActorKind, expected: ActorKind) -> None:
    article = Article.of(f"{words} said no.")
    span = article.span(0, len(words))
    said = Attribution(source=span, cue=None, content=(article.span(len(words) + 6, len(words) + 8),), form="indirect")
    cast = resolve(article, [said], [Mention(span=span, kind=kind)])
    found = cast.actor(cast.of(span) or "")
    assert found.kind == expected
    assert found.name in (None, "United States")
    assert len(cast.actors) == 2  # nobody is called Today


def test_a_paper_that_is_called_by_a_first_name_stays_one() -> None:
    article = Article.of("Austin Chronicle won.")
    cast = resolve(article, [], [Mention(span=article.span(0, 16), kind="outlet")])
    assert cast.actor(cast.of(article.span(0, 16)) or "").kind == "outlet"
