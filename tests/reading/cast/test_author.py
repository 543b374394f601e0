"""The "I" of whoever wrote an article."""

import pytest

from reportedly.reading.attribution import Mention
from reportedly.reading.cast.actors import resolve
from reportedly.records import Article
from tests.byhand import attribution, find


def says_i(text: str, cue: str, content: str, *, byline: str, outlet: str = "The Lantern") -> str | None:
    """The name of whoever says "I" in the article."""
    article = Article.of(text, outlet=outlet, byline=[byline])
    told = attribution(article, "I", cue, [content])
    cast = resolve(article, [told], [Mention(span=find(article, "I"), kind="person")])
    return cast.actor(cast.of(find(article, "I")) or "").name


@pytest.mark.parametrize("byline", ["Ada Renn", "By Ada Renn", "Ada Renn, columnist"])
def test_the_columnist_says_i(byline: str) -> None:
    assert says_i("I fear that the mayor is tired.", "fear", "the mayor is tired", byline=byline) == "Ada Renn"


@pytest.mark.parametrize("byline", ["The Lantern", "Ada Renn and Otar Lind", "Lantern politics desk", "Posted by Ada"])
def test_where_nobody_or_several_wrote_it_the_outlet_says_i(byline: str) -> None:
    assert says_i("I fear that the mayor is tired.", "fear", "the mayor is tired", byline=byline) == "The Lantern"


def test_a_letter_named_like_its_outlet_has_no_other_author() -> None:
    text = "I fear that the mayor is tired."
    assert says_i(text, "fear", "the mayor is tired", byline="Clean Plate", outlet="Clean Plate") == "Clean Plate"


def test_what_a_reporter_saw_is_the_outlets() -> None:
    assert says_i("I saw that the mayor slept.", "saw", "the mayor slept", byline="Ada Renn") == "The Lantern"


def test_who_wrote_it_is_nobody_it_tells_of() -> None:
    text = "By Otar Lind\n\nThe line ran by Otar Lind. Tom Vale rose. He said it was late."
    article = Article.of(text, byline=["Otar Lind"])
    people = [Mention(span=find(article, name), kind="person") for name in ("Tom Vale", "He")]
    writer = Mention(span=find(article, "Otar Lind", nth=2), kind="person")
    cast = resolve(article, [attribution(article, "He", "said", ["it was late"])], [*people, writer])
    assert cast.actor(cast.of(find(article, "He")) or "").name == "Tom Vale"
