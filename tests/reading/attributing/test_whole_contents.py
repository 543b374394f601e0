from __future__ import annotations

import pytest

from reportedly.reading.attributing.whole_contents import with_whole_contents
from reportedly.reading.attribution import Attribution
from reportedly.records import Article
from tests.byhand import find

TEXT = (
    "Renn called for better lighting on the towpath. She urged the council not to wait.\n\n"
    "The lamps are out. She told Ms Hall to resign. She expressed the hope that it would rain. "
    "He denied a report that the well was dry. The paper quoted a boy as saying that he was wet."
)
ARTICLE = Article.of(TEXT, id="one", language="en")


@pytest.mark.parametrize(
    ("pieces", "whole"),
    [
        (["for", "better lighting"], ["better lighting"]),
        (["better", "lighting", "on the towpath"], ["better lighting on the towpath"]),
        (["better lighting", "the towpath"], ["better lighting", "the towpath"]),
        (["the council", "not to wait"], ["not to wait"]),
        (["Ms", "to resign"], ["to resign"]),
        (["The", "to resign"], ["to resign"]),
        (["The", "it would rain"], ["it would rain"]),
        (["the hope", "it would rain"], ["it would rain"]),
        (["a report", "the well was dry"], ["a report that the well was dry"]),
        (["the well was", "that he was wet"], ["the well was", "that he was wet"]),
        (["She expressed the", "that it would rain"], ["She expressed the hope that it would rain"]),
        (["The lamps are", "She told Ms"], ["The lamps are", "She told Ms"]),
        (["Renn called for better", "on the towpath"], ["Renn called for better lighting on the towpath"]),
        (["as saying", "he was wet"], ["he was wet"]),
        (["a boy as saying", "he was wet"], ["a boy as saying that he was wet"]),
        (["not to wait", "The lamps are out"], ["not to wait", "The lamps are out"]),
    ],
)
def test_pieces_side_by_side_are_one(pieces: list[str], whole: list[str]) -> None:
    content = tuple(find(ARTICLE, piece) for piece in pieces)
    one = Attribution(
        source=find(ARTICLE, "Renn"),
        cue=find(ARTICLE, "called"),
        content=content,
        addressees=(find(ARTICLE, "the council"),),
        form="indirect",
    )
    (found,) = with_whole_contents(ARTICLE, [one])
    assert [span.text for span in found.content] == whole


def test_who_is_quoted_and_is_the_source_is_no_content() -> None:
    quoted = Attribution(
        source=find(ARTICLE, "a boy"),
        cue=find(ARTICLE, "quoted"),
        content=(find(ARTICLE, "a boy as saying"), find(ARTICLE, "he was wet")),
        form="indirect",
    )
    (found,) = with_whole_contents(ARTICLE, [quoted])
    assert [span.text for span in found.content] == ["he was wet"]


@pytest.mark.parametrize(
    ("text", "pieces", "whole"),
    [
        ("Renn said it could not comment on single cases.", ["it", "on single cases"], 1),
        ("Renn said it known that they did nothing.", ["it", "they did nothing"], 2),
        ("Renn said nobody could comment on single cases.", ["nobody", "on single cases"], 2),
    ],
)
def test_a_pronoun_is_no_piece_of_its_own_before_what_it_does(text: str, pieces: list[str], whole: int) -> None:
    article = Article.of(text, id="one", language="en")
    given = Attribution(
        source=find(article, "Renn"), cue=find(article, "said"), content=tuple(find(article, p) for p in pieces),
        form="indirect",
    )  # fmt: skip
    (found,) = with_whole_contents(article, [given])
    assert len(found.content) == whole


@pytest.mark.parametrize(
    ("text", "pieces", "whole"),
    [
        ("Renn called the plan “a joke”.", ["the plan", "a joke"], ["the plan “a joke”"]),
        ('Renn called the plan "a joke".', ["the plan", "a joke"], ['the plan "a joke"']),
        ("Renn asked for a week, “or two”.", ["for a week", "or two"], ["for a week, “or two”"]),
        ("Renn called the plan “a joke, and no plan”.", ["the plan", "a joke"], ["the plan “a joke"]),
        ("Renn mocked the plan: “A joke.”", ["the plan", "A joke."], ["the plan", "A joke."]),
    ],
)
def test_what_is_called_something_is_one_piece_with_what_it_is_called(
    text: str, pieces: list[str], whole: list[str]
) -> None:
    article = Article.of(text, id="one", language="en")
    content = tuple(find(article, piece) for piece in pieces)
    given = Attribution(source=find(article, "Renn"), cue=None, content=content, form="mixed")
    (found,) = with_whole_contents(article, [given])
    assert [span.text for span in found.content] == whole
