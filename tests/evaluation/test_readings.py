"""Corpora read through a stand-in for the Reader, and hand-made readings judged by the scorers."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

import pytest

from evaluation.calibration import Judged, judged_attributions, judged_statements
from evaluation.corpora import Row
from evaluation.first_article import compare
from evaluation.polnear import attributions
from evaluation.readings import read, story_rows
from evaluation.stories import figures_of, tally
from reportedly.records import Actor, Article, Chain, Failure, Link, Reading
from reportedly.records.codec import encode


class StandIn:
    """Finds nothing in articles, and fails on those about football."""

    def read_all(self, articles: Iterable[Article | Failure]) -> Iterator[Reading | Failure]:
        for article in articles:
            assert isinstance(article, Article)
            football = "football" in article.text
            yield Failure(id=article.id, source=None, reason="football") if football else Reading(article=article)


def gold(reading: Row) -> tuple[Row, Row]:
    """A story, and its one article, whose gold is what the hand-made reading says."""
    engineers, spokeswoman = reading["statements"]
    statements = [
        gold_statement(engineers, "two engineers who saw the survey", "anonymous", count=2),
        gold_statement(spokeswoman, "Ada Renn", "spokesperson", "port authority", speaks_for="A2"),
    ]
    article = reading["article"] | {"statements": statements, "contacts": [], "positions": [], "dates": []}
    people = [("A1", "Ada Renn", "person"), ("A2", "port authority", "organisation")]
    actors = [{"id": id, "name": name, "kind": kind, "roles": [], "aliases": []} for id, name, kind in people]
    return {"actors": actors, "articles": [article]}, article


def gold_statement(read: Row, source: str, kind: str, *principals: str, **more: object) -> Row:
    mention = next(link["mention"] for link in reversed(read["chain"]) if link["mention"])
    return {
        "id": read["id"].upper(),
        "source": source,
        "source_span": [mention["start"], mention["end"]],
        "content": [span["text"] for span in read["content"]],
        "content_spans": [[span["start"], span["end"]] for span in read["content"]],
        "mode": read["form"],
        "act": read["act"],
        "source_kind": kind,
        "within": None,
        "chain": ["The Lantern", source, *principals],
        **more,
    }


def misread(reading: Reading) -> Reading:
    """The same reading, in which the spokeswoman's words are the mayor's."""
    first, second = reading.statements
    outlet, _, _ = second.chain
    mayor = reading.actors[-1]
    link = Link(actor=mayor.id, mention=mayor.mentions[0])
    return replace(reading, statements=(first, replace(second, chain=Chain((outlet, link)))))


def test_articles_are_read_by_id_and_failures_are_remarked() -> None:
    found = read(StandIn(), [{"id": "a", "text": "a vote"}, {"id": "b", "text": "football"}])
    assert list(found.by_id) == ["a"]
    assert found.by_id["a"]["statements"] == []
    assert found.remarks == ("not read: b: football",)


def test_stories_are_read_without_their_gold(reading: Reading) -> None:
    (row,) = story_rows([gold(encode(reading))[0]])
    assert set(row) == {"id", "outlet", "url", "published", "title", "byline", "text"}


@pytest.mark.shared
def test_a_reading_as_its_gold_has_every_statement_and_chain(reading: Reading) -> None:
    story, article = gold(encode(reading))
    first = compare(story, article, encode(reading))
    assert [figure.value for figure in first.figures][:5] == [2, 0, 0, 0, 0]
    assert first.remarks == ()
    figures = {figure.name: figure for figure in figures_of(tally([story], {article["id"]: encode(reading)}))}
    assert {figures[name].value for name in ("attributed", "chain", "chain 3+", "form", "sourcing", "count")} == {1}
    assert figures["attributed"].counts == "2 of 2 found, 2 gold"


@pytest.mark.shared
def test_what_is_not_as_the_gold_has_it_is_said_in_words(reading: Reading) -> None:
    story, article = gold(encode(reading))
    first, second = reading.statements
    stranger = Actor(id="a9", kind="person", name="Somebody")
    relayed = replace(first, chain=Chain((first.chain[0], Link(actor="a9"), first.chain[1])))
    invented = replace(second, id="s3", content=(reading.article.span(0, 12),))
    said = compare(
        story,
        article,
        encode(replace(reading, actors=(*reading.actors, stranger), statements=(relayed, invented))),
    )
    assert [figure.value for figure in said.figures][:5] == [1, 1, 1, 0, 1]
    assert said.remarks == (
        "another chain: The Lantern > two engineers who saw the survey: The harbour will close on Monday",
        "       it has: The Lantern > Somebody > two engineers who saw the survey",
        "missing: The Lantern > Ada Renn > port authority: It is not safe … Nobody should sail",
        "not in the gold: The Lantern > Ada Renn > port authority: PORT ELSWICK",
    )
    wrong = compare(story, article, encode(misread(reading)))
    assert wrong.remarks == (
        "another source: The Lantern > Ada Renn > port authority: It is not safe … Nobody should sail",
        "        it has: Mayor Tom Vale",
    )


@pytest.mark.shared
def test_an_article_that_was_not_read_has_no_statements(reading: Reading) -> None:
    figures = {figure.name: figure for figure in figures_of(tally([gold(encode(reading))[0]], {}))}
    assert figures["attributed"].counts == "0 of 0 found, 2 gold"


@pytest.mark.shared
def test_statements_are_right_where_the_scorers_count_a_hit(reading: Reading) -> None:
    _, article = gold(encode(reading))
    polnear = {"text": reading.article.text, "attributions": attributions(encode(reading))}
    for spoiled, right in ((reading, True), (misread(reading), False)):
        expected = [Judged(score=0.91, right=True), Judged(score=0.98, right=right)]
        assert list(judged_statements(article, encode(spoiled))) == expected
        assert list(judged_attributions(polnear, encode(spoiled))) == expected


@pytest.mark.shared
def test_on_polnear_only_outermost_statements_are_judged(reading: Reading) -> None:
    outer, inner = reading.statements
    nested = replace(reading, statements=(replace(inner, id="s0", within=outer.id), outer))
    polnear = {"text": reading.article.text, "attributions": attributions(encode(reading))}
    assert list(judged_attributions(polnear, encode(nested))) == [Judged(score=0.91, right=True)]
