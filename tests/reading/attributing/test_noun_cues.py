from __future__ import annotations

from dataclasses import replace

import pytest

from reportedly.reading.attributing.cut_contents import with_contents_ended
from reportedly.reading.attributing.noun_cues import with_clauses_whole
from reportedly.records import Article
from tests.byhand import attribution


@pytest.mark.parametrize(
    ("text", "cue", "content", "whole"),
    [
        ("Ada Renn's desire for a deal threatens them.", "desire", "for a deal threatens", "for a deal"),
        ("Ada Renn's wish for a law has split us.", "wish for", "a law has split us", "a law"),
        ("Ada Renn's plea to end the war has moved few.", "plea", "to end the war has moved few", "to end the war"),
        ("Ada Renn's hope that it will pass looks weak.", "hope", "that it will pass looks weak", "that it will pass"),
        ("Ada Renn's fear that it will pass.", "fear", "that it will pass", "that it will pass"),
        ("Ada Renn's wish to have a deal.", "wish", "to have a deal", "to have a deal"),
        ("Ada Renn's threat to go if it is late.", "threat", "to go if it is late", "to go if it is late"),
        ("Ada Renn hopes for a law that has teeth.", "hopes", "for a law that has teeth", "for a law that has teeth"),
        ("Ada Renn hopes for a tax as has Vale.", "hopes", "for a tax as has Vale", "for a tax as has Vale"),
        ("Ada Renn's claim that it had sunk was wrong.", "claim", "it had sunk was wrong", "it had sunk"),
        ("Ada Renn's claim that it sank was wrong.", "claim", "it sank was wrong", "it sank was wrong"),
        ("Reports that it could close are false.", "Reports", "it could close are false", "it could close"),
        ("Reports that it could close are false.", "Reports that", "it could close are false", "it could close"),
        ("Ada Renn's view that all can wait has won.", "view", "that all can wait has won", "that all can wait"),
        ("Ada Renn's claim that it could have sunk.", "claim", "it could have sunk", "it could have sunk"),
        ("Ada Renn's claim that he had said it was.", "claim", "he had said it was", "he had said it was"),
        ("Ada Renn's claim that all he had was lost.", "claim", "all he had was lost", "all he had was lost"),
        ("Ada Renn's claim that she is and was ill.", "claim", "she is and was ill", "she is and was ill"),
        ("Ada Renn claims that it had sunk was luck.", "claims", "it had sunk was luck", "it had sunk was luck"),
    ],
)  # fmt: skip
def test_what_a_noun_tells_or_wishes_ends_before_its_verb(text: str, cue: str, content: str, whole: str) -> None:
    article = Article.of(text, id="one", language="en")
    given = attribution(article, "Ada Renn" if "Ada Renn" in text else None, cue, [content])
    (found,) = with_contents_ended(article, [given])
    assert [span.text for span in found.content] == [whole]


def test_a_piece_behind_that_verb_goes_too() -> None:
    article = Article.of("Ada Renn's wish for a softer law has delayed the plan.", id="one", language="en")
    given = attribution(article, "Ada Renn", "wish for", ["a softer law", "the plan"])
    (found,) = with_contents_ended(article, [given])
    assert [span.text for span in found.content] == ["a softer law"]


@pytest.mark.parametrize(
    ("told", "whole"),
    [
        (["Vale"], "Vale had lied to the crew"),
        (["Vale", "the crew"], "Vale had lied to the crew"),
        (["to the crew"], "Vale had lied to the crew"),
        (["Vale had lied"], "Vale had lied"),
    ],
)
def test_what_somebody_denies_that_a_noun_tells_is_the_whole_clause(told: list[str], whole: str) -> None:
    article = Article.of("Tom Orr denied Ada Renn's claim that Vale had lied to the crew.", id="one", language="en")
    outer = attribution(article, "Tom Orr", "denied", ["Ada Renn's claim that Vale had lied to the crew"])
    inner = replace(attribution(article, "Ada Renn", "claim", told), within=0)
    *_, found = with_clauses_whole(article, [outer, inner])
    assert [span.text for span in found.content] == [whole]


def test_a_clause_that_nobody_takes_up_is_as_it_was_found() -> None:
    article = Article.of("Ada Renn's claim that Vale had lied to the crew.", id="one", language="en")
    given = attribution(article, "Ada Renn", "claim", ["to the crew"])
    assert with_clauses_whole(article, [given]) == [given]


def test_her_is_whom_it_was_done_to() -> None:
    text = "Ada Renn's claim that he threatened to kill her was read out."
    article = Article.of(text, id="one", language="en")
    given = attribution(article, "Ada Renn", "claim", ["he threatened to kill her"])
    assert with_contents_ended(article, [given]) == [given]
