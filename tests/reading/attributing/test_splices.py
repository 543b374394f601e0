from __future__ import annotations

from reportedly.reading.attributing.splices import unspliced
from reportedly.reading.layout.segment import find_sentences
from reportedly.records import Article
from tests.byhand import attribution


def contents(text: str, *told: tuple[str, str, list[str]]) -> list[list[str]]:
    """The contents that are left, of attributions by source, cue and content."""
    article = Article.of(text)
    given = [attribution(article, *one) for one in told]
    return [[span.text for span in a.content] for a in unspliced(article, given, find_sentences(article))]


def test_the_words_of_a_sentence_with_a_cue_of_its_own_are_not_the_last_ones() -> None:
    found = contents(
        "Both men declined to comment on it. Neither firm replied to emails.",
        ("Both men", "declined to", ["comment on it", "emails"]),
        ("Neither firm", "replied to", ["emails"]),
    )
    assert found == [["comment on it"], ["emails"]]


def test_a_quotation_and_the_sentence_behind_go_on() -> None:
    pieces = ["it was late", "The boat had gone", "We walked home."]
    found = contents("Ada Renn said it was late. The boat had gone. “We walked home.”", ("Ada Renn", "said", pieces))
    assert found == [pieces]


def test_words_far_off_are_none_of_it() -> None:
    found = contents(
        "Ada Renn said it was late. The boat had gone. It rained all over the harbour.",
        ("Ada Renn", "said", ["it was late", "the harbour"]),
    )
    assert found == [["it was late"]]
