from __future__ import annotations

import pytest

from reportedly.reading.attributing.cut_contents import with_contents_ended
from reportedly.records import Article
from tests.byhand import attribution


@pytest.mark.parametrize(
    ("text", "content", "whole"),
    [
        (
            "Ada Renn said she had dined with Tom Vale last month, as they wrote.",
            "she had dined with",
            "{} Tom Vale last month",
        ),
        ("Ada Renn said he asked for the", "he asked for the", "{}"),
        ("Ada Renn said a word by Ms. Vale was rude.", "a word by", "{} Ms. Vale was rude"),
        ("Ada Renn said it fell by 3.5 percent and rose.", "it fell by", "{} 3.5 percent"),
        ("She waited for the boat, Ada Renn said.", "She waited for the", "{} boat"),
        ("She waited for the boat Ada Renn said was late.", "She waited for the", "{} boat"),
        ("Ada Renn said that on Monday.", "that", "{}"),
        ("Ada Renn said it rained on Monday.", "it rained", "{}"),
    ],
)
def test_a_phrase_goes_on_to_its_end(text: str, content: str, whole: str) -> None:
    article = Article.of(text, id="one", language="en")
    given = attribution(article, "Ada Renn", "said", [content])
    (found,) = with_contents_ended(article, [given])
    assert [span.text for span in found.content] == [whole.format(content)]


@pytest.mark.parametrize(
    ("text", "cue", "content", "whole"),
    [
        ("Ada Renn would not comment further.", "would not comment", "further", ("would not", "comment further")),
        ("Ada Renn did not comment publicly.", "did not comment", "publicly", ("did not", "comment publicly")),
        ("Ada Renn would not comment on it.", "would not comment", "on it", ("would not comment", "on it")),
        ("Ada Renn said further.", "said", "further", ("said", "further")),
    ],
)
def test_who_would_not_comment_further_said_no_further(
    text: str, cue: str, content: str, whole: tuple[str, str]
) -> None:
    article = Article.of(text, id="one", language="en")
    given = attribution(article, "Ada Renn", cue, [content])
    (found,) = with_contents_ended(article, [given])
    assert found.cue is not None
    assert (found.cue.text, found.content[0].text) == whole


@pytest.mark.parametrize(
    ("text", "content", "whole"),
    [
        (
            "Ada Renn, who said it can wait, will wait. Tom Vale left.",
            "it can wait, will wait",
            "it can wait",
        ),
        ("The woman, who police said was ill, died at sea.", "was ill, died at sea", "was ill"),
        ("The woman, who police said was ill, calm and old.", "was ill, calm and old", "was ill, calm and old"),
        ("The bill, which just said it ends, was lost.", "it ends, was lost", "it ends"),
        ("The bill, which said Vale, a clerk, was lost.", "Vale, a clerk, was lost", "Vale, a clerk, was lost"),
        ("The bill said Vale, will be lost.", "Vale, will be lost", "Vale, will be lost"),
    ],
)
def test_a_content_ends_with_its_relative_clause(text: str, content: str, whole: str) -> None:
    article = Article.of(text, id="one", language="en")
    given = attribution(article, None, "said", [content])
    (found,) = with_contents_ended(article, [given])
    assert [span.text for span in found.content] == [whole]


def test_what_the_source_did_in_a_clause_before_is_not_said() -> None:
    article = Article.of("Ada Renn, who had threatened strikes, welcomed the deal.", id="one", language="en")
    given = attribution(article, "Ada Renn", "welcomed", ["strikes", "the deal"])
    (found,) = with_contents_ended(article, [given])
    assert [span.text for span in found.content] == ["the deal"]


def test_what_the_bank_did_is_not_what_it_called_for() -> None:
    article = Article.of("The bank, which has called for lower taxes, cut jobs in May.", id="one", language="en")
    given = attribution(article, "The bank", "has called for", ["lower taxes", "cut jobs"])
    (found,) = with_contents_ended(article, [given])
    assert [span.text for span in found.content] == ["lower taxes"]
