from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from reportedly import Article, Failure, Reader, Reading
from reportedly.errors import BadInput
from reportedly.records.codec import decode_article

STORY = Path(__file__).parents[2] / "examples" / "story.jsonl"

pytestmark = pytest.mark.weights


def test_a_reading_is_the_same_whatever_is_read_beside_it() -> None:
    articles = [decode_article(json.loads(line)) for line in STORY.read_text(encoding="utf-8").splitlines()[:4]]
    reader = Reader.load()
    assert list(reader.read_all(articles)) == [reader.read(article) for article in articles]


def test_what_is_said_far_down_a_long_text_has_its_day() -> None:
    text = "Mayor Tom Bell told reporters on Thursday that the harbour would close.\n\n" * 400
    reading = Reader.load().read(Article.of(text, published="2031-03-14"))
    assert len(reading.statements) == 400
    on = reading.statements[-1].chain.speaker.on
    assert on is not None
    assert on.span == reading.article.span(text.rindex("Thursday"), text.rindex("Thursday") + len("Thursday"))
    assert on.from_ == "2031-03-13"


def test_what_is_no_article_is_refused_with_a_way_out() -> None:
    reader = Reader.load()
    for read in (reader.read, lambda given: list(reader.read_all([given]))):
        with pytest.raises(TypeError, match=r"a Reader reads articles, not str; make one .* Article\.of\(text\)"):
            read("The harbour will close, Ada Renn said.")  # type: ignore[arg-type]


def test_a_failure_says_its_place_once() -> None:
    articles = [Article.of("", url="https://lantern.example/a"), Article.of("The harbour will close, Ada Renn said.")]
    failure, reading = Reader.load().read_all(articles)
    assert failure == Failure(
        id=articles[0].id,
        source="https://lantern.example/a",
        reason="the text is empty; give the words of the article",
    )
    assert isinstance(reading, Reading)


@pytest.mark.parametrize(
    ("settings", "wrong"),
    [({"encoder": "huge"}, "there is no encoder 'huge'; name best or small"), ({"threads": "x"}, "'x' is no number"),
     ({"threads": 0}, "0 is no number of threads")],
)  # fmt: skip
def test_what_cannot_be_loaded_is_told(settings: dict[str, Any], wrong: str) -> None:
    with pytest.raises(BadInput, match=wrong):
        Reader.load(**settings)


def test_an_agency_has_not_its_name_from_what_the_page_says_of_itself() -> None:
    text = (
        "OSSUM, March 5 (Reuters) - The harbour will close on Monday, Mayor Ada Renn said.\n\n"
        "“It is not safe,” Renn told reporters.\n\nOur Standards: The Thomson Reuters Trust Principles."
    )
    reading = Reader.load().read(Article.of(text))
    assert [actor.name for actor in reading.actors if actor.kind == "outlet"][1:] == ["Reuters"]
