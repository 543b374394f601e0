"""What shows when something was said: signs of the expressions of time around a cue."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from reportedly.reading.layout.segment import find_sentences
from reportedly.reading.saying.asked import Before, Dates, Last
from reportedly.reading.saying.sayings import Contents, Saying, sayings_of
from reportedly.reading.saying.signs import Days
from reportedly.reading.times.timexes import find_timexes
from reportedly.records import Actor, Article, Chain, Link, Span, Statement, Timex
from reportedly.records.statement import Form, Status
from tests.byhand import find

MONDAY, TUESDAY = ("2031-05-12", "2031-05-12"), ("2031-05-13", "2031-05-13")


def statement_in(
    article: Article, cue: str | None, content: str, *, form: Form = "indirect", status: Status = "made"
) -> Statement:
    link = Link(actor="berg", cue=find(article, cue) if cue else None)
    return Statement(
        id="s1",
        form=form,
        status=status,
        content=(find(article, content),),
        sourcing="on_record",
        chain=Chain((Link(actor="outlet"), link)),
        score=1.0,
    )


def places_of(article: Article, words: str) -> list[Span]:
    return [article.span(*found.span()) for found in re.finditer(re.escape(words), article.text)]


def signs_in(
    text: str, cue: str, content: str, *, status: Status = "made", own: Last | None = None
) -> dict[str | None, set[str]]:
    """The signs of each expression by its words, those of none under None."""
    article = Article.of(text, published="2031-05-14")  # a Wednesday
    statement = statement_in(article, cue, content, status=status)
    days = Days(article, find_timexes(article), find_sentences(article), [statement])
    (saying,) = sayings_of(statement, article)
    choices = days.choices(saying, Before(own=own, other=own))
    return {timex.span.text if timex and timex.span else None: set(signs) for timex, signs in choices}


PLACES = [
    # the text, with the cue "said" and the content "no"; an expression in it, and a sign of this
    ("Berg said on Monday no.", "Monday", "beside"),
    ("Berg said, hours after she came on Monday, no.", "Monday", "verbs after 1"),
    ("It fell on Monday. Berg said no.", "Monday", "back 1"),
    ("It fell on Monday. It rose. Berg said no.", "Monday", "back 2"),
    ("It fell on Monday.\n\nBerg said no.", "Monday", "paragraph before"),
    ("It fell on Monday. It rose on Tuesday. Berg said no.", "Monday", "nth 1"),
    ("It fell on Monday. It rose on Tuesday. Berg said no.", "Tuesday", "nth 0"),
    ("It fell on Monday. Berg said no.", "Monday", "verb event past"),
    ("Berg said on Monday no.", "Monday", "own verb"),
    ("It fell on Wednesday. Berg said no.", "Wednesday", "when today"),
    ("It fell in March. Berg said no.", "March", "when wide"),
    ("Monday’s letter was read. Berg said no.", "Monday", "of"),
    ("Berg said no. It fell on Monday.", "Monday", "ahead 1"),
    ("Berg said no. It fell. It rose on Monday.", "Monday", "ahead 2"),
    ("Berg said no.\n\nIt fell on Monday.", "Monday", "paragraph ahead"),
    ("The letter, dated Monday, was read. Berg said no.", "Monday", "made dated"),
    ("The letter, dated Monday, was read. Berg said no.", "Monday", "followed by ,"),
    ("It fell on Monday. Berg said no.", "Monday", "behind on"),
    ("It fell on Monday. Berg said no.", "Monday", "under fell"),
    ("It fell on Monday. Berg said no.", "Monday", "opens "),
    ("Monday: it fell. Berg said no.", "Monday", "opens a line"),
    ("It fell on Monday. Berg said no.", "Monday", "sayings 0"),
    ("It fell on Monday. Berg then said no.", "Monday", "then then & near"),
    ("It fell on Monday and Berg went home and said no.", "Monday", "joined yes & beside"),
    ("Berg said no. It fell on Monday.", "Monday", "joined no & ahead"),
]


@pytest.mark.parametrize(("text", "words", "sign"), PLACES)
def test_where_an_expression_stands(text: str, words: str, sign: str) -> None:
    assert sign in signs_in(text, "said", "no")[words]


TOLD_OF = [
    # the text, with the cue "said" and the content "no"; a sign of Monday
    ("Berg fell on Monday. It rained. Berg said no.", "tells of them & far"),
    ("Berg fell on Monday. It rained. Berg said no.", "tells of them & 0 of 1"),
    ("It fell on Monday. Berg ran. Berg said no.", "tells of others & 1 of 1"),
    ("It fell on Monday. It rained. Berg said no.", "tells of others & far"),
]


@pytest.mark.parametrize(("text", "sign"), TOLD_OF)
def test_whether_the_sentence_of_a_day_tells_of_whoever_speaks(text: str, sign: str) -> None:
    article = Article.of(text, published="2031-05-14")
    statement = statement_in(article, "said", "no")
    berg = Actor(id="berg", kind="person", mentions=tuple(places_of(article, "Berg")))
    days = Days(article, find_timexes(article), find_sentences(article), [statement], [berg])
    (saying,) = sayings_of(statement, article)
    ((_, signs), (_, of_none)) = days.choices(saying, Before())
    assert sign in signs
    assert f"none told of {text.count('Berg') - 1}" in of_none


def test_what_is_said_to_reporters_is_told_from_the_rest() -> None:
    article = Article.of("It fell on Monday. Berg told reporters no.", published="2031-05-14")
    statement = statement_in(article, "told", "no")
    link = replace(statement.chain.speaker, addressees=("press",))
    statement = replace(statement, chain=Chain((statement.chain[0], link)))
    press = Actor(id="press", kind="group", mentions=(find(article, "reporters"),))
    (saying,) = sayings_of(statement, article)
    for actors, told in (([press], "press"), ([], "somebody")):
        days = Days(article, find_timexes(article), find_sentences(article), [statement], actors)
        assert f"told {told} & near" in days.choices(saying, Before())[0][1]


@pytest.mark.parametrize(
    ("told", "often", "of_all"),
    [
        ({}, "often 0 of 0", "none often 0 of 0"),
        ({MONDAY: 1}, "often 1 of 0", "none often 1 of 1"),
        ({MONDAY: 5, TUESDAY: 1}, "often 3 of 1", "none often 3 of 2"),
        ({TUESDAY: 2}, "often 0 of 2", "none often 2 of 1"),
    ],
)
def test_how_much_was_said_on_a_day_before_is_a_sign(told: dict[Dates, int], often: str, of_all: str) -> None:
    article = Article.of("It fell on Monday. Berg said no.", published="2031-05-14")
    statement = statement_in(article, "said", "no")
    days = Days(article, find_timexes(article), find_sentences(article), [statement])
    (saying,) = sayings_of(statement, article)
    ((_, signs), (_, of_none)) = days.choices(saying, Before(told=told))
    assert {often, f"{often[:7]} & near", f"{often} & when week"} <= set(signs)
    assert of_all in of_none


def test_when_whoever_told_of_it_spoke_is_a_sign() -> None:
    article = Article.of("Vale said on Monday that Berg had said no.", published="2031-05-14")
    (monday,) = find_timexes(article)
    outer = Link(actor="vale", mention=find(article, "Vale"), cue=find(article, "said"))
    inner = Link(actor="berg", mention=find(article, "Berg"), cue=find(article, "had said"))
    statement = statement_in(article, "had said", "no")
    statement = replace(statement, chain=Chain((statement.chain[0], outer, inner)))
    first, second = sayings_of(statement, article)
    assert second.above == first.key
    days = Days(article, find_timexes(article), find_sentences(article), [statement])
    for on, how in ((monday, "same"), (None, "none")):
        told, of_none = days.choices(second, Before(above=Last(first.place.end, on)))
        assert f"above {how}" in told[1]
        assert f"none above {'none' if on is None else 'some'}" in of_none[1]


@pytest.mark.parametrize(
    "text",
    [
        "Berg, the head since Monday, said no.",
        "By Monday Berg said no.",
        "They meet on Friday. Berg said no.",  # Friday is to come
        "Berg said no.",
        "Berg said no. It was old. It was dear. It was new. It fell on Monday.",
    ],
)
def test_what_cannot_be_when_it_was_said_is_not_asked_about(text: str) -> None:
    assert set(signs_in(text, "said", "no")) <= {None}


def test_what_is_expected_may_be_on_a_day_to_come() -> None:
    assert "beside" in signs_in("Berg will say no on Friday.", "will say", "no", status="expected")["Friday"]


def test_what_the_same_actor_said_last_is_asked_about_however_far_off() -> None:
    text = "Berg came on Monday." + " It was old." * 200 + " Berg said no."
    article = Article.of(text, published="2031-05-14")
    (monday,) = find_timexes(article)
    assert not signs_in(text, "said", "no")
    assert "own last same more" in signs_in(text, "said", "no", own=Last(20, monday))["Monday"]


def test_a_day_that_is_told_again_afterwards_bears_out_the_first_place() -> None:
    article = Article.of(
        "It fell on Monday. Berg said no. She left on Monday, and he on Tuesday.", published="2031-05-14"
    )
    statement = statement_in(article, "said", "no")
    timexes = find_timexes(article)
    days = Days(article, timexes, find_sentences(article), [statement])
    (saying,) = sayings_of(statement, article)
    first, _, tuesday = timexes
    assert [timex for timex, _ in days.choices(saying, Before())] == [tuesday, first, first, None]


def test_a_day_in_what_is_said_is_told_from_others() -> None:
    signs = signs_in("Berg said that it fell on Monday.", "said", "that it fell on Monday")["Monday"]
    assert "in own content" in signs
    assert "beside" not in signs


def test_the_day_of_the_dateline_is_asked_about() -> None:
    article = Article.of("LIRA, May 14 (AP) - Berg said no.", published="2031-05-14")
    article = Article(
        id=article.id, text=article.text, published=article.published, dateline=find(article, "LIRA, May 14 (AP) -")
    )
    statement = statement_in(article, "said", "no")
    days = Days(article, find_timexes(article), find_sentences(article), [statement])
    ((timex, signs), _) = days.choices(next(sayings_of(statement, article)), Before())
    assert timex == Timex(span=find(article, "May 14"), from_="2031-05-14", to="2031-05-14")
    assert signs[0] == "dateline"


def test_a_link_without_a_cue_is_a_saying_where_its_words_are_quoted() -> None:
    article = Article.of("“No,” it read.")
    assert not list(sayings_of(statement_in(article, None, "No"), article))
    (saying,) = sayings_of(statement_in(article, None, "No", form="direct"), article)
    assert saying == Saying(saying.link, find(article, "No"), saying.statement, has_cue=False)


CITED = [
    # the text, the words of the cue of whoever passed it on
    ("The Post reported on Monday, citing Berg, that it fell.", "reported"),
    ("The Post had first reported on Monday, citing Berg, that it fell.", "had first reported"),
    ("As reported by the newspaper The Post on Monday, citing Berg, it fell.", "reported"),
    ("The Post, citing Berg, says that it fell.", None),
]


@pytest.mark.parametrize(("text", "verb"), CITED)
def test_whoever_cites_another_may_have_a_verb_of_its_own(text: str, verb: str | None) -> None:
    article = Article.of(text, published="2031-05-14")
    statement = statement_in(article, "citing", "it fell")
    relay = Link(actor="post", mention=find(article, "The Post"))
    statement = replace(statement, chain=Chain((statement.chain[0], relay, statement.chain[1])))
    found = [(saying.link.actor, saying.place.text) for saying in sayings_of(statement, article)]
    assert found == [*([("post", verb)] if verb else []), ("berg", "citing")]


def test_contents_around_a_place() -> None:
    article = Article.of("Berg said that Vale had said that it fell.")
    outer, inner = find(article, "that Vale had said that it fell"), find(article, "that it fell")
    contents = Contents([outer, inner])
    assert contents.around(find(article, "it fell")) == {outer, inner}
    assert contents.around(find(article, "Vale")) == {outer}
    assert contents.around(find(article, "Berg")) == frozenset()
