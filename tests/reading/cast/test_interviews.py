"""Who says "I" in an interview whose turns nothing marks."""

import pytest

from reportedly.reading.attribution import Mention
from reportedly.reading.cast.actors import Cast, resolve
from reportedly.records import Article
from tests.byhand import find

TURNS = "\nWhy did you leave?\nI was tired.\nWill you be back?\nNot to my knowledge.\nDo I look it?\nNo."


def cast_of(text: str) -> tuple[Article, Cast]:
    article = Article.of(text, outlet="The Lantern")
    return article, resolve(article, [], [Mention(span=find(article, "Ada Renn"), kind="person")])


@pytest.mark.parametrize(
    "head", ["The Lantern interviews Ada Renn", "An interview with Ada Renn", "On Monday we spoke with Ada Renn."]
)
def test_the_guest_answers(head: str) -> None:
    article, cast = cast_of(head + TURNS)
    assert [span.text for span in cast.actor(cast.of(find(article, "Ada Renn")) or "").mentions] == [
        "Ada Renn", "I", "my", "I",
    ]  # fmt: skip


def test_where_i_stands_outside_quotations_whoever_is_named_before_the_questions_answers() -> None:
    article, cast = cast_of("Five years of Ada Renn" + TURNS + "\nI am old. I hope so.")
    assert len(cast.actor(cast.of(find(article, "Ada Renn")) or "").mentions) == 6


def test_who_wrote_the_article_asks() -> None:
    article = Article.of("Ada Renn left. She spoke to Tom Bell in Harrow." + TURNS, byline=["Tom Bell"])
    people = [Mention(span=find(article, name), kind="person") for name in ("Ada Renn", "Tom Bell")]
    cast = resolve(article, [], people)
    said = {name: cast.actor(cast.of(find(article, name)) or "").mentions for name in ("Ada Renn", "Tom Bell")}
    assert [span.text for span in said["Tom Bell"]] == ["Tom Bell"]
    assert [span.text for span in said["Ada Renn"]][-3:] == ["I", "my", "I"]


@pytest.mark.parametrize(
    "text",
    [
        "The Lantern interviews Ada Renn\nWhy?\nI was tired.",  # too few questions
        "Ada Renn in the Lantern" + TURNS,  # no talk
        "Dear Ada Renn, I have a deal.\nI know it.\nWhy not?\nI am old. I hope so. I go.\nWhy now?\nWho pays?\nMe.",
    ],
)
def test_elsewhere_nobody_is_known_to_say_i(text: str) -> None:
    article, cast = cast_of(text)
    assert [span.text for span in cast.actor(cast.of(find(article, "Ada Renn")) or "").mentions] == ["Ada Renn"]
