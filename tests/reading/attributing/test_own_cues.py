from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest

from reportedly.reading.attributing.own_cues import with_own_cues
from reportedly.reading.attribution import Attribution, Mention
from reportedly.records import Article, Span
from tests.byhand import attribution, find


def direct(article: Article, source: str, cue: str, pieces: list[str]) -> Attribution:
    return replace(attribution(article, source, cue, pieces), form="direct")


def told(attributions: Sequence[Attribution]) -> list[tuple[str, str, list[str]]]:
    return [(words(a.source), words(a.cue), [span.text for span in a.content]) for a in attributions]


def words(span: Span | None) -> str:
    return span.text if span is not None else ""


@pytest.mark.parametrize(
    ("behind", "source", "cue"),
    [
        ("“Never,” said Ada Renn.", "Ada Renn", "said"),
        ("“Never!” Ada Renn said.", "Ada Renn", "said"),
        ("“Never,” Ada Renn replied with a grin.", "Ada Renn", "replied"),
        ("“Never.” Ada Renn said no more.", "a clerk", None),
        ("“Never,” and Ada Renn said so.", "a clerk", None),
        ("“Never.” It was late.", "a clerk", None),
    ],
)
def test_a_quotation_with_a_cue_of_its_own_is_of_whoever_stands_there(
    behind: str, source: str, cue: str | None
) -> None:
    article = Article.of(f"“Will it sail?” a clerk asked. {behind}", id="one", language="en")
    given = direct(article, "a clerk", "asked", ["Will it sail?", "Never"])
    names = [
        Mention(span=find(article, name), kind="person") for name in ("a clerk", "Ada Renn") if name in article.text
    ]
    found = told(with_own_cues(article, [given], names))
    if cue is None:
        assert found == [("a clerk", "asked", ["Will it sail?", "Never"])]
    else:
        assert found == [("a clerk", "asked", ["Will it sail?"]), (source, cue, ["Never"])]


def test_what_the_cue_before_has_too_is_left_to_its_own() -> None:
    article = Article.of("“Will it sail?” asked Tom Vale. “No,” said Ada Renn.", id="one", language="en")
    given = [
        direct(article, "Tom Vale", "asked", ["Will it sail?", "No"]),
        direct(article, "Ada Renn", "said", ["Will it sail?"]),
    ]
    names = [Mention(span=find(article, name), kind="person") for name in ("Tom Vale", "Ada Renn")]
    assert told(with_own_cues(article, given, names)) == [
        ("Tom Vale", "asked", ["Will it sail?"]),
        ("Ada Renn", "said", ["No"]),
    ]


def test_what_is_told_in_a_quotation_goes_with_it() -> None:
    article = Article.of("“Will it sail?” asked Tom Vale. “Orr says no,” said Ada Renn.", id="one", language="en")
    given = [
        direct(article, "Tom Vale", "asked", ["Will it sail?", "Orr says no"]),
        replace(direct(article, "Orr", "says", ["no"]), within=0),
    ]
    names = [Mention(span=find(article, name), kind="person") for name in ("Tom Vale", "Orr", "Ada Renn")]
    (_, inner, own) = with_own_cues(article, given, names)
    assert own.source == names[2].span
    assert inner.within == 2


def test_words_in_the_middle_of_a_quotation_are_as_they_were_found() -> None:
    article = Article.of("“Orr lets it sail,” said Ada Renn.", id="one", language="en")
    given = [direct(article, "Orr", "lets", ["it sail"])]
    assert with_own_cues(article, given, [Mention(span=find(article, "Ada Renn"), kind="person")]) == given
