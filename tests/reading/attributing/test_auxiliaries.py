from __future__ import annotations

import pytest

from reportedly.reading.attributing.auxiliaries import with_whole_cues
from reportedly.reading.attribution import Attribution
from reportedly.records import Article
from tests.byhand import attribution, find


@pytest.mark.parametrize(
    ("said", "cue", "whole"),
    [
        ("has told Lund the way out", "has", "has told"),
        ("has since repeatedly told Lund the way out", "has", "has since repeatedly told"),
        ("did not name the way out", "did not", "did not name"),
        ("also wrote down the way out", "also", "also wrote down"),
        ("will soon explain the way out", "will", "will soon explain"),
        ("reportedly wrote down the way out", "reportedly", "reportedly"),
        ("also, he wrote, the way out", "also", "also"),
        ("has the way out", "has", "has"),
        ("has Lund the way out", "has", "has"),
        ("is told the way out", "is", "is"),
        ("will veto the way out", "will", "will veto"),
        ("'s earlier claim that the way out", "earlier", "earlier claim"),
        ("'s latest was the way out", "latest", "latest"),
        ("and Lund don't want the way out", "don", "don't want"),
    ],
)
def test_a_verb_belongs_to_its_auxiliary(said: str, cue: str, whole: str) -> None:
    article = Article.of(f"Voss {said}.", id="one", language="en")
    content = (find(article, "the way out"),)
    one = Attribution(source=find(article, "Voss"), cue=find(article, cue), content=content, form="indirect")
    (found,) = with_whole_cues(article, [one])
    assert found.cue == find(article, whole)


def test_will_takes_its_verb_within_a_content_too() -> None:
    article = Article.of("Voss said Lund would veto it and had no plan.", id="one", language="en")
    given = [
        Attribution(source=find(article, "Lund"), cue=find(article, cue), content=(content,), within=0, form="indirect")
        for cue, content in (("would", find(article, "it")), ("had", find(article, "no plan")))
    ]
    assert [a.cue and a.cue.text for a in with_whole_cues(article, given)] == ["would veto", "had"]


@pytest.mark.parametrize("between", ["", " "])
def test_many_adverbs_take_no_time(between: str) -> None:
    cue = f"{between.join(['only'] * 60)} late"
    article = Article.of(f"Voss {cue} left the way out.", id="one", language="en")
    one = attribution(article, "Voss", cue, ["the way out"])
    assert with_whole_cues(article, [one]) == [one]
