from __future__ import annotations

import pytest

from reportedly.reading.attributing.agentless import agentless
from reportedly.reading.attribution import Attribution
from reportedly.records import Article
from tests.byhand import attribution, find


def source_of(text: str, source: str, cue: str, content: str) -> str | None:
    article = Article.of(text)
    given = attribution(article, source, cue, [content])
    (found,) = agentless(article, [given])
    assert (found.source is None) == (found.sourcing == "none")
    return found.source.text if found.source else None


@pytest.mark.parametrize(
    ("text", "source", "cue", "content"),
    [
        ("Renn is said to favour a truce.", "Renn", "is said", "to favour a truce"),
        ("Her lawyers are understood to be at work.", "Her lawyers", "are understood", "to be at work"),
        ("Renn is said to favour a truce.", "Renn", "is said", "Renn is said to favour a truce"),
        ("Renn is expected to speak.", "Renn", "is expected", "to speak"),
        ("Renn is learnt to have paid.", "Renn", "is learnt", "to have paid"),
        ("The harbour, it emerged, was shut.", "it", "emerged", "The harbour"),
        ("It was also noted that the sides agreed.", "It", "was also noted", "the sides agreed"),
        ("Rumour has it that Renn will go.", "Rumour", "has it", "Renn will go"),
        ("Renn seems to be tired of it.", "Renn", "seems", "to be tired of it"),
        ("So far Renn does not seem to like it.", "Renn", "does not seem", "to like it"),
        ("It appeared that the harbour was shut.", "It", "appeared", "the harbour was shut"),
        ("Renn was widely criticised for the levy.", "Renn", "was widely criticised", "Renn was"),
        ("Too late, court told.", "court", "told", "Too late"),
        ("The man accused of theft left.", "The man", "accused of", "theft"),
        ("The man charged with theft left.", "The man", "charged", "theft"),
        ("The inquest heard that it was late.", "The inquest", "heard", "it was late"),
        ("It is also reported in Telva that Renn will go.", "Telva", "It is also reported", "Renn will go"),
    ],
)
def test_whom_others_tell_something_of_is_no_source(text: str, source: str, cue: str, content: str) -> None:
    assert source_of(text, source, cue, content) is None


@pytest.mark.parametrize(
    ("text", "source", "cue", "content"),
    [
        ("Renn said to wait.", "Renn", "said", "to wait"),
        ("It was Vale who he accused of theft.", "he", "accused of", "theft"),
        ("Renn accused Vale of theft.", "Renn", "accused", "theft"),
        ("Renn seems to believe in it.", "Renn", "seems", "to believe in it"),
        ("She quoted Renn as saying no.", "Renn", "quoted", "Renn as saying no"),
        ("Renn is said to have told them no.", "Renn", "is said", "to have told them no"),
        ("Renn is expected to have told them no.", "Renn", "is expected", "to have told them no"),
        ("Renn is expected to ask for a week.", "Renn", "is expected", "to ask for a week"),
        ("The court told Renn to come.", "The court", "told", "to come"),
        ("It was late, it said.", "it", "said", "It was late"),
        ("It is understood by aides that Renn will go.", "aides", "It is understood", "Renn will go"),
        ("The truce is near, it is thought by Renn.", "Renn", "is thought by", "The truce is near"),
    ],
)
def test_whoever_tells_stays_the_source(text: str, source: str, cue: str, content: str) -> None:
    assert source_of(text, source, cue, content) == source


def test_what_is_understood_is_not_what_somebody_declined_to_tell() -> None:
    article = Article.of("Renn declined to comment, but it is understood that she will go.")
    given = Attribution(
        source=find(article, "Renn"),
        cue=find(article, "declined to"),
        content=(find(article, "she will go"),),
        form="indirect",
        status="declined",
    )
    (found,) = agentless(article, [given])
    assert (found.source, found.cue, found.status) == (None, find(article, "is understood"), "made")
