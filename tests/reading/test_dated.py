"""When something was said: records built by hand, and the times that their cues stand under."""

from __future__ import annotations

import pytest

from reportedly.reading.dated import dated, notes_on
from reportedly.reading.layout.segment import find_sentences
from reportedly.reading.times.timexes import find_timexes, timex_of
from reportedly.records import Article, Chain, Link, Span, Statement, Timex
from reportedly.records.statement import Form, Status
from tests.byhand import find

PUBLISHED = "2031-05-14"  # a Wednesday


def said(
    article: Article,
    id: str,
    actor: str,
    cue: str | None,
    content: str,
    *,
    within: Statement | None = None,
    form: Form = "indirect",
    status: Status = "made",
) -> Statement:
    """A statement with one hop of its own."""
    above = within.chain if within else (Link(actor="outlet"),)
    own = Link(actor=actor, cue=find(article, cue) if cue else None)
    return Statement(
        id=id,
        form=form,
        status=status,
        content=(find(article, content),),
        within=within.id if within else None,
        sourcing="on_record",
        chain=Chain((*above, own)),
        score=1.0,
    )


def days(article: Article, *statements: Statement) -> list[str | None]:
    """The day of the speaker of each statement."""
    timexes, sentences = find_timexes(article), find_sentences(article)

    def when(place: Span) -> Timex | None:
        return timex_of(place, article, timexes, sentences)

    return [s.chain.speaker.on.from_ if s.chain.speaker.on else None for s in dated(statements, when)]


def test_the_day_in_the_clause_of_the_cue() -> None:
    article = Article.of("Berg said on Monday that she would leave on Friday.", published=PUBLISHED)
    assert days(article, said(article, "s1", "berg", "said", "she would leave on Friday")) == ["2031-05-12"]


def test_a_day_in_the_content_is_not_when_it_was_said() -> None:
    article = Article.of("Nine people were killed on Tuesday, Berg said.", published=PUBLISHED)
    assert days(article, said(article, "s1", "berg", "said", "Nine people were killed on Tuesday")) == [None]


def test_what_is_expected_has_the_day_to_come() -> None:
    article = Article.of("Berg will urge them on Friday to leave.", published=PUBLISHED)
    assert days(article, said(article, "s1", "berg", "will urge", "to leave", status="expected")) == ["2031-05-16"]


@pytest.mark.parametrize(
    ("second", "cue", "day"),
    [
        ("She added that the road was closed.", "added", "2031-05-12"),
        ("She says that the road was closed.", "says", None),  # whenever she says it
        ("She has said that the road was closed.", "has said", None),
    ],
)
def test_the_same_actor_goes_on_speaking(second: str, cue: str, day: str | None) -> None:
    article = Article.of(f"Berg told reporters on Monday that she was tired. {second}", published=PUBLISHED)
    first = said(article, "s1", "berg", "told", "she was tired")
    assert days(article, first, said(article, "s2", "berg", cue, "the road was closed")) == ["2031-05-12", day]


def test_another_actor_does_not() -> None:
    article = Article.of("Berg said on Monday that she was tired. Vale added that he was not.", published=PUBLISHED)
    first = said(article, "s1", "berg", "said", "she was tired")
    assert days(article, first, said(article, "s2", "vale", "added", "he was not")) == ["2031-05-12", None]


def test_a_quotation_without_a_cue_goes_on() -> None:
    article = Article.of("“I am tired,” Berg said on Monday. “The road is closed.”", published=PUBLISHED)
    first = said(article, "s1", "berg", "said", "I am tired", form="direct")
    assert days(article, first, said(article, "s2", "berg", None, "The road is closed", form="direct")) == [
        "2031-05-12",
        "2031-05-12",
    ]


def test_a_day_to_come_is_not_carried_back_to_what_was_said() -> None:
    article = Article.of("Berg will ask on Friday for help. She said that she was tired.", published=PUBLISHED)
    first = said(article, "s1", "berg", "will ask", "help", status="expected")
    assert days(article, first, said(article, "s2", "berg", "said", "she was tired")) == ["2031-05-16", None]


def test_what_was_said_within_has_its_own_day() -> None:
    article = Article.of("Berg said on Monday that Vale had told her in March to wait.", published=PUBLISHED)
    outer = said(article, "s1", "berg", "said", "Vale had told her in March to wait")
    inner = said(article, "s2", "vale", "had told", "to wait", within=outer)
    assert days(article, outer, inner) == ["2031-05-12", "2031-03-01"]


def test_notes_say_what_is_left_open_without_a_day_of_publication() -> None:
    undated = Article.of("Berg said on Monday that it was over.")
    assert notes_on(undated, find_timexes(undated)) == ("published date unknown: 1 relative date left unresolved",)
    dated_article = Article.of(undated.text, published=PUBLISHED)
    assert notes_on(dated_article, find_timexes(dated_article)) == ()
