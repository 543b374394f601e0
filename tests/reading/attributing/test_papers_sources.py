"""Whose sources somebody is."""

import pytest

from reportedly.reading.attributing.papers_sources import with_papers
from reportedly.reading.attribution import Attribution, Mention
from reportedly.records import Article
from tests.byhand import find


@pytest.mark.parametrize(
    ("source", "paper"),
    [
        ("the newspaper's interlocutor in the government", ["the newspaper"]),
        ("a source of the publication", ["the publication"]),
        ("the agency's interlocutor", []),  # perhaps the one that writes
        ("the newspaper's editor", []),
    ],
)
def test_the_paper_whose_source_somebody_is_is_a_mention(source: str, paper: list[str]) -> None:
    article = Article.of(f"It was over, said {source}.")
    span = find(article, source)
    said = Attribution(source=span, cue=find(article, "said"), content=(find(article, "It was over"),), form="indirect")
    known = Mention(span=span, kind="person")
    found = with_papers(article, [known], [said])
    assert [mention.span.text for mention in found if mention is not known] == paper
    assert with_papers(article, found, [said]) == found
