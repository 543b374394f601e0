from __future__ import annotations

from reportedly.reading.attributing.apart import with_quotations_apart
from reportedly.reading.attribution import Attribution
from reportedly.records import Article
from tests.byhand import find


def apart(text: str, pieces: list[str], *, form: str = "mixed") -> list[tuple[bool, str, list[str]]]:
    """Whether each attribution that is left has a cue, its form, and its content, of what "she said"."""
    article = Article.of(text)
    given = Attribution(
        source=find(article, "she"),
        cue=find(article, "said"),
        content=tuple(find(article, piece) for piece in pieces),
        form="direct" if form == "direct" else "mixed",
    )
    return [
        (a.cue is not None, a.form, [span.text for span in a.content]) for a in with_quotations_apart(article, [given])
    ]


def test_a_quotation_of_a_sentence_behind_other_words_is_a_statement_of_its_own() -> None:
    found = apart("The offer was dead, she said. “I count the votes.”", ["The offer was dead", "I count the votes."])
    assert found == [(True, "indirect", ["The offer was dead"]), (False, "direct", ["I count the votes."])]


def test_an_answer_behind_a_question_of_the_writers_is_one_too() -> None:
    text = "“We sold it,” she said. To whom? “Ask the bank.”"
    assert apart(text, ["We sold it", "Ask the bank."], form="direct") == [
        (True, "direct", ["We sold it"]),
        (False, "direct", ["Ask the bank."]),
    ]


def test_a_quotation_behind_the_colon_of_another_sentence_is_not_hers() -> None:
    text = "“We sold it,” she said. Another thinks they had to: “The bank rang.”"
    assert apart(text, ["We sold it", "The bank rang."], form="direct") == [
        (True, "direct", ["We sold it"]),
        (False, "direct", ["The bank rang."]),
    ]


def test_what_goes_on_with_a_quotation_stays() -> None:
    text = "“We sold it,” she said. “It was time.”"
    assert apart(text, ["We sold it", "It was time."], form="direct") == [
        (True, "direct", ["We sold it", "It was time."])
    ]
    text = "The offer, she said, was “a joke”."
    assert apart(text, ["The offer", "was “a joke”"]) == [(True, "mixed", ["The offer", "was “a joke”"])]


def test_what_is_told_inside_a_quotation_apart_stands_within_it() -> None:
    article = Article.of("The offer was dead, she said. “Renn told me so.”")
    pieces = (find(article, "The offer was dead"), find(article, "Renn told me so."))
    outer = Attribution(source=find(article, "she"), cue=find(article, "said"), content=pieces, form="mixed")
    inner = Attribution(
        source=find(article, "Renn"),
        cue=find(article, "told"),
        content=(find(article, "so"),),
        within=0,
        form="indirect",
    )
    assert [a.within for a in with_quotations_apart(article, [outer, inner])] == [None, 2, None]
