from __future__ import annotations

import pytest

from reportedly.reading.attributing.content_edges import with_content_edges
from reportedly.reading.attribution import Attribution
from reportedly.records import Article, Span
from tests.byhand import find


def span(article: Article, words: str) -> Span:
    start, end = words.index("<"), words.index(">") - 1
    assert words.replace("<", "").replace(">", "") == article.text
    return article.span(start, end)


@pytest.mark.parametrize(
    ("cue", "content", "trimmed"),
    [
        ("Renn <will bid for> a week.", "Renn will bid <for a week>.", ("will bid for", "a week")),
        ("Renn <put the> idea to Vale.", "Renn put <the idea to Vale>.", ("put", "the idea to Vale")),
        (
            "It costs too much, <Renn says>.",
            "<It costs too much, Renn> says.",
            ("Renn says", "It costs too much"),
        ),
        ("Renn <would refuse>.", "Renn would <refuse>.", ("would refuse", "refuse")),
        ("Renn <called> it ‘a toy’.", "Renn called it ‘<a toy’>.", ("called", "a toy")),
        ("Renn <called> it ‘a toy’.", "Renn called <it ‘>a toy’.", ("called", "it")),
        ("Renn <called> it ‘a toy’.", "Renn called <it ‘a toy’>.", ("called", "it ‘a toy’")),
        ("Renn <said> ‘the “Ada's” crew’.", "Renn said ‘<the “Ada's” crew>’.", ("said", "the “Ada's” crew")),
        ('Renn <called> it "a toy."', 'Renn called <it "a toy>."', ("called", 'it "a toy."')),
        ("“A toy” is lost, Renn <said>.", "“<A toy” is lost>, Renn said.", ("said", "“A toy” is lost")),
        ("Renn <said> ‘go’ to him.", "Renn said <‘go>’ to him.", ("said", "go")),
        ("“The girls' boat,” Renn <said>.", "“<The girls' boat>,” Renn said.", ("said", "The girls' boat")),
        (
            "Renn <chose> after a week not to sell a mine.",
            "Renn chose after a week not to sell <a mine>.",
            ("chose", "not to sell a mine"),
        ),
        (
            "Renn <chose> a day. Not to miss it is best.",
            "Renn chose a day. Not to miss <it is best>.",
            ("chose", "it is best"),
        ),
        ("Renn <chose not to sell> a mine.", "Renn chose not to sell <a mine>.", ("chose not to sell", "a mine")),
        ('Renn <said> "go" and "come" twice.', 'Renn said "<go" and "come>" twice.', ("said", '"go" and "come"')),
    ],
)
def test_a_content_shares_no_words_with_its_cue_and_no_mark_with_what_stands_outside(
    cue: str, content: str, trimmed: tuple[str, str]
) -> None:
    article = Article.of(cue.replace("<", "").replace(">", ""), id="one", language="en")
    given = Attribution(
        source=find(article, "Renn"), cue=span(article, cue), content=(span(article, content),), form="indirect"
    )
    (found,) = with_content_edges(article, [given])
    assert found.cue is not None
    assert (found.cue.text, *(piece.text for piece in found.content)) == trimmed


def test_what_has_no_cue_stays() -> None:
    article = Article.of("“No.” Renn left.", id="one", language="en")
    given = Attribution(source=find(article, "Renn"), cue=None, content=(find(article, "No"),), form="direct")
    assert with_content_edges(article, [given]) == [given]
