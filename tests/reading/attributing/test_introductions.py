from __future__ import annotations

import pytest

from reportedly.reading.attributing.introductions import with_introductions
from reportedly.reading.attribution import Attribution
from reportedly.reading.layout.segment import find_sentences
from reportedly.records import Article, Span
from tests.byhand import find

QUOTED = "The pump has failed."


def floating(article: Article, source: Span | None = None) -> Attribution:
    return Attribution(source=source, cue=None, content=(find(article, QUOTED),), form="direct", score=0.9)


def found(text: str, *given: Attribution) -> list[Attribution]:
    article = Article.of(text, id="one", language="en")
    names = [find(article, name) for name in ("Lund", "the council", "Voss") if name in text]
    return with_introductions(article, given or [floating(article)], names, find_sentences(article))


@pytest.mark.parametrize(
    ("introduction", "source", "cue"),
    [
        ("It was late. Voss said:\n\n", "Voss", "said"),
        ("Voss of the council went on to say:\n", "Voss", "went on to say"),
        ("On Monday Voss issued the following statement:\n\n", "Voss", "issued the following statement"),
        ("Stated Voss:\n\n", "Voss", "Stated"),
        ("Voss wrote on Monday. The full text of the letter reads:\n\n", "the letter", "reads"),
        ("The statement by Voss, made on Monday, reads in full:\n\n", "The statement by Voss", "reads"),
        ("Voss wrote:\n\n“Dear Lund,\n\n", "Voss", "wrote"),
        ("As Lund told Voss, it is broken. This is all:\n\n", None, None),
        ("Voss said: ", None, None),
        ("Voss does not budge:\n\n", None, None),
    ],
)
def test_a_paragraph_is_said_by_whoever_introduces_it(introduction: str, source: str | None, cue: str | None) -> None:
    (said,) = found(f"{introduction}“{QUOTED}”")
    assert (said.source and said.source.text, said.cue and said.cue.text) == (source, cue)


def test_whoever_has_said_something_in_the_introduction_says_more() -> None:
    article = Article.of(
        f"Voss said that it was late, of all days:\n\n“{QUOTED}” A nap, he thinks", id="one", language="en"
    )
    said = Attribution(
        source=find(article, "Voss"), cue=find(article, "said"), content=(find(article, "it was late, of all days"),),
        form="indirect", score=0.9,
    )  # fmt: skip
    nested = Attribution(
        source=find(article, "he"), cue=find(article, "thinks"), content=(find(article, "A nap"),), within=1,
        form="indirect", score=0.9,
    )  # fmt: skip
    whole, inner = found(article.text, said, floating(article), nested)
    assert [span.text for span in whole.content] == ["it was late, of all days", QUOTED]
    assert (whole.form, inner.within) == ("mixed", 0)


def test_what_goes_on_behind_the_quotation_is_kept_apart() -> None:
    article = Article.of(f"Voss said, and meant it:\n\n“{QUOTED}” It is late.", id="one", language="en")
    said = Attribution(
        source=find(article, "Voss"), cue=find(article, "said"), content=(find(article, "It is late"),),
        form="indirect", score=0.9,
    )  # fmt: skip
    assert [(a.source, len(a.content)) for a in found(article.text, said, floating(article))] == [(said.source, 1)] * 2
