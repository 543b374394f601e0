from __future__ import annotations

from dataclasses import replace

import pytest

from reportedly.records import Actor, Article, Chain, Link, Reading, Statement
from reportedly.trace.plainest import as_worded, plainest
from reportedly.trace.told import Told, tell_all
from tests.trace.tellings import Hop, Line, article, tell

BODIES = {
    "The Elswick Ferry Company": (
        "The Elswick Ferry Company",
        "Elswick Ferry",
        "The company",
        "the company",
        "It",
        "it",
    ),
    "Ada Renn": ("Ada Renn", "Renn", "she"),
}


def said(number: int, content: str) -> Told:
    """What somebody said of the company or of Ada Renn."""
    article = Article.of(f"{content}, a skipper said.", id=f"post-{number}", outlet="Evening Post")
    actors = [Actor(id="a1", kind="outlet", name="Evening Post"), Actor(id="a2", kind="person", name=None)]
    for name, mentions in BODIES.items():
        found = [article.span(at, at + len(m)) for m in mentions if (at := f"{article.text} ".find(f"{m} ")) >= 0]
        actors.append(Actor(id=f"a{len(actors) + 1}", kind="person", name=name, mentions=tuple(found[:1])))
    chain = Chain((Link(actor="a1"), Link(actor="a2")))
    statement = Statement(
        id="s1", form="indirect", content=(article.span(0, len(content)),), sourcing="unnamed", chain=chain, score=1.0
    )
    reading = Reading(article=article, actors=tuple(actors), statements=(statement,))
    (told,) = tell_all([reading], {(article.id, actor.id): actor.name or actor.id for actor in actors})
    return told


@pytest.mark.parametrize(
    ("first", "later"),
    [
        ("she had sold two boats to a yard in the north", "Renn sold two boats to a northern yard"),
        ("The company will cut the morning crossings to Skerry", "Elswick Ferry will cut morning crossings to Skerry"),
        ("to cut the morning crossings of Elswick Ferry", "Elswick Ferry would cut its morning crossings"),
        ("this", "Elswick Ferry would cut its morning crossings"),
        ("to sell two new boats of Elswick Ferry", "two new boats will be sold in Elswick this week"),
        ("to pay for two boats of Elswick Ferry", "Skerry would pay for two Elswick Ferry boats"),
        ("for help from the ministry", "harbour towns would ask the ministry for help"),
    ],
)
def test_a_claim_is_worded_by_who_names_those_it_is_about(first: str, later: str) -> None:
    assert plainest([said(1, first), said(2, later)]).statement.content[0].text == later


def test_of_tellings_that_all_say_so_the_first_words_it() -> None:
    tellings = [said(1, "Elswick Ferry cut its morning crossings"), said(2, "Ada Renn said who cut which crossings")]
    assert plainest(tellings) is tellings[0]


def test_a_name_is_worth_no_other_proposition() -> None:
    tellings = [said(1, "she had sold two boats to a yard in the north"), said(2, "Ada Renn was tired of the quarrel")]
    assert plainest(tellings) is tellings[0]
    tellings = [
        said(1, "to sell two boats of Elswick Ferry at once"),
        said(2, "Ada Renn was tired of the long quarrel"),
    ]
    assert plainest(tellings) is tellings[0]


def test_a_claim_is_not_worded_by_what_a_cue_cuts_in_two() -> None:
    whole = said(2, "Elswick Ferry cut its morning crossings")
    cut = said(1, "Elswick Ferry cut its morning crossings")
    page = cut.reading.article
    pieces = page.span(0, 17), page.span(18, 39)
    cut = replace(cut, statement=replace(cut.statement, content=pieces))
    assert plainest([cut, whole]) is whole


def test_where_none_says_so_the_fullest_words_it() -> None:
    assert plainest([said(1, "for comment"), said(2, "a request for written comment")]).place.article == "post-2"
    assert plainest([said(1, "for comment"), said(2, "it had no comment")]).place.article == "post-2"


def test_words_that_say_little_are_told_with_who_says_so() -> None:
    renn = Hop(name="Ada Renn")
    few, enough = tell(
        article(
            "Courier", "2031-03-03",
            Line(content="it rained", hops=(renn,), cue="admits", cue_first=True),
            Line(content="the old quay of Elswick would close for good", hops=(renn,), cue="denied", cue_first=True),
        )
    )  # fmt: skip
    assert as_worded(few) == "Ada Renn admits that it rained"
    assert as_worded(enough) == "the old quay of Elswick would close for good"


@pytest.mark.parametrize(
    ("who", "cue", "content", "text", "worded"),
    [
        ("Renn", "urged", "to sell both", "Renn urged Vale to sell both.", "Renn urged Vale to sell both"),
        ("She", "praised", "skippers who had kept the long crossings",
         "She praised skippers who had kept the long crossings.",
         "Ada Renn praised skippers who had kept the long crossings"),
        ("Renn", "said", "skippers had kept the long morning crossings",
         "Renn said skippers had kept the long morning crossings.", "skippers had kept the long morning crossings"),
        ("Renn", "said", "it had kept the long morning crossings to Skerry",
         "Renn said in a letter that it had kept the long morning crossings to Skerry.",
         "Renn said in a letter that it had kept the long morning crossings to Skerry"),
        ("Ada Renn, the mayor", "said", "it rained", "Ada Renn, the mayor, said it rained.", "Ada Renn said it rained"),
        ("her", "plea", "for both boats", "At noon her plea for both boats failed.", "for both boats"),
        ("Renn", "spoke", "of both boats", "Renn spoke. The Post wrote of both boats.", "of both boats"),
    ],
)  # fmt: skip
def test_words_that_are_no_sentence_are_told_with_who_says_so(
    who: str, cue: str, content: str, text: str, worded: str
) -> None:
    article = Article.of(text, id="post-1", outlet="Evening Post")
    spans = [article.span(text.index(words), text.index(words) + len(words)) for words in (who, cue, content)]
    actors = (Actor(id="a1", kind="outlet", name="Evening Post"), Actor(id="a2", kind="person", name="Ada Renn"))
    statement = Statement(
        id="s1",
        form="indirect",
        content=(spans[2],),
        sourcing="on_record",
        chain=Chain((Link(actor="a1"), Link(actor="a2", mention=spans[0], cue=spans[1]))),
        score=1.0,
    )
    reading = Reading(article=article, actors=actors, statements=(statement,))
    (told,) = tell_all([reading], {("post-1", actor.id): actor.name or actor.id for actor in actors})
    assert as_worded(told) == worded
