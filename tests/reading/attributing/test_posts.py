from __future__ import annotations

import pytest

from reportedly.reading.attributing.posts import with_posts
from reportedly.reading.attribution import Attribution
from reportedly.records import Article
from tests.byhand import find

WORDS = "The tent is paid for, says Voss."


def read(text: str, *told: Attribution) -> list[tuple[str | None, list[str], int | None]]:
    found, _ = with_posts(Article.of(text), told, [])
    return [(a.source.text if a.source else None, [span.text for span in a.content], a.within) for a in found]


@pytest.mark.parametrize(
    "text",
    [
        f"It rained.\n\n{WORDS} https://t.example/x — Ada Renn (@adarenn) March 3, 2031\n\nIt rained.",
        f"It rained.\n\n{WORDS}\n— Ada Renn (@adarenn) 3 March 2031",
        f'<tweet id="1" author="@adarenn">{WORDS} pic.twitter.com/x — Ada Renn (@adarenn) March 3, 2031</tweet>.',
    ],
)
def test_a_post_is_said_by_whoever_signs_it(text: str) -> None:
    assert read(text) == [("Ada Renn", [WORDS], None)]
    _, (mention,) = with_posts(Article.of(text), [], [])
    assert mention.span.text == "Ada Renn"


def test_what_is_told_in_a_post_stands_within_it_and_what_floats_in_it_goes() -> None:
    article = Article.of(f"{WORDS} — Ada Renn (@adarenn) March 3, 2031")
    floating = Attribution(source=None, cue=None, content=(find(article, "The tent is paid for"),), form="direct")
    told = Attribution(
        source=find(article, "Voss"), cue=find(article, "says"), content=floating.content, form="indirect"
    )
    assert read(article.text, floating, told) == [
        ("Voss", ["The tent is paid for"], 1),
        ("Ada Renn", [WORDS], None),
    ]


@pytest.mark.parametrize(
    "text", ["A reporter for the Gazette — Ada Renn (@adarenn)", "It rained — said Ada Renn (@adarenn) of it."]
)
def test_a_name_with_its_account_signs_nothing_without_a_day(text: str) -> None:
    assert read(text) == []
