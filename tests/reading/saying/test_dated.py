"""When something was said: records built by hand, and the times that their cues stand under."""

from __future__ import annotations

from dataclasses import replace

import pytest

from reportedly.reading.layout.segment import find_sentences
from reportedly.reading.saying.dated import History, dated, notes_on
from reportedly.reading.saying.sayings import sayings_of
from reportedly.reading.times.timexes import find_timexes
from reportedly.records import Actor, Article, Chain, Link, Statement
from reportedly.records.statement import Form, Sourcing, Status
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
    mention: str | None = None,
    sourcing: Sourcing = "on_record",
) -> Statement:
    """A statement with one hop of its own."""
    above = within.chain if within else (Link(actor="outlet"),)
    own = Link(
        actor=actor, cue=find(article, cue) if cue else None, mention=find(article, mention) if mention else None
    )
    return Statement(
        id=id,
        form=form,
        status=status,
        content=(find(article, content),),
        within=within.id if within else None,
        sourcing=sourcing,
        chain=Chain((*above, own)),
        score=1.0,
    )


def days(article: Article, *statements: Statement) -> list[str | None]:
    """The day of the speaker of each statement."""
    timexes, sentences = find_timexes(article), find_sentences(article)
    found = dated(statements, article, timexes, sentences)
    return [s.chain.speaker.on.from_ if s.chain.speaker.on else None for s in found]


def test_only_what_was_said_is_counted_by_its_day() -> None:
    article = Article.of("Berg said on Monday no. Vale will say on Friday yes. Holm said so.", published=PUBLISHED)
    monday, friday = find_timexes(article)
    no = said(article, "s1", "berg", "said", "no")
    yes = said(article, "s2", "vale", "will say", "yes", status="expected")
    history = History()
    for statement, on in ((no, monday), (yes, friday)):
        (saying,) = sayings_of(statement, article)
        history.add(saying, on)
    (last,) = sayings_of(yes, article)
    assert history.before(last).told == {(monday.from_, monday.to): 1}


def test_the_day_in_the_clause_of_the_cue() -> None:
    article = Article.of("Berg said on Monday that she would leave on Friday.", published=PUBLISHED)
    assert days(article, said(article, "s1", "berg", "said", "she would leave on Friday")) == ["2031-05-12"]


def test_a_day_in_the_content_is_not_when_it_was_said() -> None:
    article = Article.of("Nine people were killed on Monday, Berg said.", published=PUBLISHED)
    assert days(article, said(article, "s1", "berg", "said", "Nine people were killed on Monday")) == [None]


def test_what_happened_today_was_said_today() -> None:
    article = Article.of("Nine people were killed on Wednesday, Berg said.", published=PUBLISHED)
    assert days(article, said(article, "s1", "berg", "said", "Nine people were killed on Wednesday")) == ["2031-05-14"]


TODAY = [
    # what is told before, the cue, its source, its day
    ("The gate fell on Wednesday.", "said", "on_record", "2031-05-14"),
    ("The gate fell on Wednesday.", "says", "on_record", "2031-05-14"),
    ("The gate fell on Wednesday. It opens on Friday.", "said", "on_record", "2031-05-14"),
    ("The gate fell on Wednesday. It had fallen on Monday too.", "said", "on_record", "2031-05-14"),
    ("The gate fell in March.", "said", "on_record", None),
    ("The gate fell on Wednesday.", "said", "unnamed", "2031-05-14"),
    ("The gate fell on Wednesday." + " It was old." * 20, "said", "unnamed", "2031-05-14"),
    ("The gate fell on Monday.", "said", "on_record", "2031-05-12"),
    ("The gate fell on Monday." + " It was old." * 20, "said", "on_record", None),
]


@pytest.mark.parametrize(("before", "cue", "sourcing", "day"), TODAY)
def test_a_day_once_told_goes_on_for_a_while(before: str, cue: str, sourcing: Sourcing, day: str | None) -> None:
    article = Article.of(f"{before} Berg {cue} no.", published=PUBLISHED)
    assert days(article, said(article, "s1", "berg", cue, "no", sourcing=sourcing)) == [day]


def test_today_in_a_quotation_is_not_when_somebody_else_spoke() -> None:
    article = Article.of("“They claim today that I lied,” Berg said. Vale denied it.", published=PUBLISHED)
    quoted = said(article, "s1", "berg", "said", "They claim today that I lied", form="direct")
    assert days(article, quoted, said(article, "s2", "vale", "denied", "it"))[1] is None


def test_the_day_of_the_sentence_before_is_that_of_whoever_it_tells_of() -> None:
    article = Article.of("Berg came on Monday. She told the workers to wait. Vale promised help.", published=PUBLISHED)
    told = said(article, "s1", "berg", "told", "to wait", mention="She")
    assert days(article, told, said(article, "s2", "vale", "promised", "help", mention="Vale")) == ["2031-05-12", None]


@pytest.mark.parametrize(
    ("sentence", "cue"),
    [
        ("Berg, head of the port since Monday, said no.", "said"),
        ("For Friday Berg says no.", "says"),
        ("In 2029 Berg lost the town, but now Berg says no.", "says"),
        ("To mend what the town lost in 2029, Berg has ordered boats.", "has ordered"),
    ],
)
def test_a_time_that_bounds_or_is_to_come_is_not_when_it_was_said(sentence: str, cue: str) -> None:
    article = Article.of(sentence, published=PUBLISHED)
    content = "boats" if "boats" in sentence else "no"
    assert days(article, said(article, "s1", "berg", cue, content)) == [None]


def test_what_is_expected_has_the_day_to_come() -> None:
    article = Article.of("Berg will urge them on Friday to leave.", published=PUBLISHED)
    assert days(article, said(article, "s1", "berg", "will urge", "to leave", status="expected")) == ["2031-05-16"]


@pytest.mark.parametrize(
    ("second", "cue", "day"),
    [
        ("She added that the road was closed.", "added", "2031-05-12"),
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


DESCRIBED = [
    # the text, whose cue is "said", who says it there, and the day: that of a description is none of the saying
    ("Ada Berg, who founded the club in 2019, said no.", "Ada Berg", None),
    ("Ada Berg, who founded the club in 2019, said no.", "Ada Berg, who founded the club in 2019", None),
    ("“No,” said Ada Berg, who was chosen on Monday.", "Ada Berg", None),
    ("“No,” said Ada Berg, a manager of the 2024 campaign.", "Ada Berg", None),
    ("Ada Berg, the 2024 nominee, said no.", "Ada Berg", None),
    ("The 2024 nominee said no.", "The 2024 nominee", None),
    ("Ada Berg, who met him on Sunday, said on Tuesday no.", "Ada Berg", "2031-05-13"),
    ("Ada Berg, speaking on Monday in Oslo, said no.", "Ada Berg", "2031-05-12"),
    ("Ada Berg, who spoke on Monday in Oslo, said no.", "Ada Berg", "2031-05-12"),
    ("Ada Berg, who spoke of it in 2019, said no.", "Ada Berg", None),
    ("With the 9/11 plotter dead, Ada Berg said no.", "Ada Berg", None),
    ("In 2024, Ada Berg said no.", "Ada Berg", "2024-01-01"),
    ("The 2024 report said no.", "The 2024 report", "2024-01-01"),
]


@pytest.mark.parametrize(("text", "mention", "day"), DESCRIBED)
def test_a_day_that_tells_who_speaks_is_not_when_they_spoke(text: str, mention: str, day: str | None) -> None:
    article = Article.of(text, published=PUBLISHED)
    content = "“No,”" if text.startswith("“") else " no."
    statement = said(article, "s1", "berg", "said", content, mention=mention)
    assert days(article, statement) == [day]


def test_a_day_behind_who_is_that_of_the_saying_it_begins_alone() -> None:
    article = Article.of("Ada Berg, who on Monday urged them to go, said no.", published=PUBLISHED)
    urged = said(article, "s1", "berg", "urged", "to go", mention="Ada Berg")
    assert days(article, urged, said(article, "s2", "berg", "said", " no", mention="Ada Berg")) == ["2031-05-12", None]


def test_what_was_said_within_has_its_own_day() -> None:
    article = Article.of("Berg said on Monday that Vale had told her in March to wait.", published=PUBLISHED)
    outer = said(article, "s1", "berg", "said", "Vale had told her in March to wait")
    inner = said(article, "s2", "vale", "had told", "to wait", within=outer)
    assert days(article, outer, inner) == ["2031-05-12", "2031-03-01"]


def test_what_was_said_within_was_said_on_the_day_that_is_told_around_it() -> None:
    article = Article.of("Vale rang on Monday. He told her to wait, Berg said.", published=PUBLISHED)
    outer = said(article, "s1", "berg", "said", "He told her to wait")
    inner = said(article, "s2", "vale", "told", "to wait", within=outer)
    assert days(article, outer, inner)[1] == "2031-05-12"


def test_what_somebody_would_not_say_was_not_said_that_day() -> None:
    article = Article.of("Berg spoke to reporters on Wednesday. She would not say why.", published=PUBLISHED)
    declined = said(article, "s1", "berg", "would not say", "why", status="declined", mention="She")
    assert days(article, declined) == ["2031-05-14"]


def test_a_month_is_not_carried_on() -> None:
    article = Article.of(
        "Berg said in March that she was tired. She said that the road was closed.", published=PUBLISHED
    )
    first = said(article, "s1", "berg", "said", "she was tired")
    assert days(article, first, said(article, "s2", "berg", "She said", "the road was closed")) == ["2031-03-01", None]


@pytest.mark.parametrize(
    ("text", "cue", "content"),
    [
        ("Berg supported the pact, which hurt Mr. Vale after it took effect in 1994.", "supported", "the pact"),
        ("Berg blamed the pact, which was signed on Monday.", "blamed", "the pact"),
        ("Voters described themselves as poor, a higher share than four years ago.", "described", "themselves as poor"),
        ("Berg lost the town in the 1990s. She believed that the road was bad.", "believed", "the road was bad"),
    ],
)
def test_the_day_of_something_told_of_beside_it_is_not_that_of_a_saying(text: str, cue: str, content: str) -> None:
    article = Article.of(text, published=PUBLISHED)
    assert days(article, said(article, "s1", "berg", cue, content)) == [None]


def test_notes_say_what_is_left_open_without_a_day_of_publication() -> None:
    undated = Article.of("Berg said on Monday that it was over.")
    assert notes_on(undated, find_timexes(undated)) == ("published date unknown: 1 relative date left unresolved",)
    dated_article = Article.of(undated.text, published=PUBLISHED)
    assert notes_on(dated_article, find_timexes(dated_article)) == ()


@pytest.mark.parametrize("died", ["died", "was shot dead", "has been killed"])
def test_nobody_speaks_on_the_day_of_their_death(died: str) -> None:
    article = Article.of(
        f"OSSUM — Renn, who wrote nine novels, {died} on Sunday. “It rains,” she later said. Voss said it was late.",
        published=PUBLISHED,
    )
    renn, voss = said(article, "s1", "renn", "later said", "It rains"), said(article, "s2", "voss", "said it", "late")
    actors = [
        Actor(id=name.lower(), kind="person", name=name, mentions=(find(article, name),)) for name in ("Renn", "Voss")
    ]
    found = dated((renn, voss), article, find_timexes(article), find_sentences(article), actors)
    assert found[0].chain.speaker.on is None


def test_what_somebody_used_to_say_was_said_on_no_day() -> None:
    article = Article.of("On Sunday Renn left. She used to say it rains.", published=PUBLISHED)
    assert days(article, said(article, "s1", "renn", "used to say", "it rains")) == [None]


def test_what_a_letter_says_was_said_on_its_day() -> None:
    article = Article.of(
        "Voss read out on Tuesday a letter of 9 March in which Renn wrote it rains.", published=PUBLISHED
    )
    letter = Link(actor="letter", mention=find(article, "a letter of 9 March"))
    own = Link(actor="renn", cue=find(article, "wrote"))
    given = said(article, "s1", "renn", "wrote", "it rains")
    (found,) = dated(
        [replace(given, chain=Chain((given.chain[0], letter, own)))],
        article,
        find_timexes(article),
        find_sentences(article),
    )
    on = found.chain.speaker.on
    assert on is not None
    assert on.from_ == "2031-03-09"
