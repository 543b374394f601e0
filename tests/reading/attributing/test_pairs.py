from __future__ import annotations

import pytest

from reportedly.reading.attributing.pairs import parties_apart, with_pairs
from reportedly.reading.attribution import Attribution, Mention
from reportedly.reading.encounter import Encounter
from reportedly.records import Article
from tests.byhand import find


@pytest.mark.parametrize(
    ("words", "names"),
    [
        ("Anna Renn and Peter Vale", ["Anna Renn", "Peter Vale"]),
        ("Reps. Anna Renn (Elm) and Peter Vale (Ash)", ["Anna Renn (Elm)", "Peter Vale (Ash)"]),
        ("Rep. Anna Renn and Peter Vale", ["Rep. Anna Renn", "Peter Vale"]),
        ("Mr. Peter Vale and Mrs. Anna Renn", ["Mr. Peter Vale", "Mrs. Anna Renn"]),
        ("opposition senators Anna Renn and Peter Vale", ["Anna Renn", "Peter Vale"]),
        ("Odalys-Wren Brenk and Peter Vale", ["Odalys-Wren Brenk", "Peter Vale"]),
        ("Secretary of State Anna Renn, Mayor Peter Vale", ["Secretary of State Anna Renn", "Mayor Peter Vale"]),
        ("Mayor Anna Renn, chair of the board", ["Mayor Anna Renn, chair of the board"]),
        ("Work and Pensions", ["Work and Pensions"]),
        ("Brenk and Brenk", ["Brenk and Brenk"]),
        ("Foreign Ministry and Defence Ministry", ["Foreign Ministry and Defence Ministry"]),
        ("Anna Renn and her aide", ["Anna Renn and her aide"]),
        ("lawyers for Anna Renn and Peter Vale", ["lawyers for Anna Renn and Peter Vale"]),
        (
            "Secretary of State Anna Renn and Harbour Secretary Peter Vale",
            ["Secretary of State Anna Renn", "Harbour Secretary Peter Vale"],
        ),
        (
            "Brenk, Lund, Elm Gov. Peter Vale and Sen. Anna Renn of Ohio",
            ["Brenk", "Lund", "Elm Gov. Peter Vale", "Sen. Anna Renn of Ohio"],
        ),
        ("Brenk, Lund and Vale", ["Brenk", "Lund", "Vale"]),
        ("Peter Vale, Mayor of Elswick and Salt", ["Peter Vale, Mayor of Elswick and Salt"]),
        ("Neither the ministry nor the embassy", ["the ministry", "the embassy"]),
        ("Lund and Peter Vale Partners", ["Lund and Peter Vale Partners"]),
    ],
)
def test_a_run_of_words_for_two_people_is_two(words: str, names: list[str]) -> None:
    article = Article.of(f"{words} said it was over. Some fear so.")
    source, other = find(article, words), find(article, "Some")
    said = Attribution(
        source=source, cue=find(article, "said"), content=(find(article, "it was over"),), form="indirect"
    )
    inner = Attribution(
        source=other, cue=find(article, "fear"), content=(find(article, "so"),), form="indirect", within=0
    )
    attributions, mentions = with_pairs(article, [said, inner], [Mention(span=source, kind="person")])
    assert [a.source.text for a in attributions if a.source] == [*names, "Some"]
    assert [m.span.text for m in mentions] == names
    assert attributions[-1].within == 0


def test_two_parties_in_one_run_of_words_are_two_as_likely() -> None:
    article = Article.of("Lund met Mayor Anna Renn, Minister Peter Vale.")
    both = find(article, "Mayor Anna Renn, Minister Peter Vale")
    told = Encounter(
        trigger=find(article, "met"), kind="meeting", parties=(find(article, "Lund"), both), likely=(0.9, 0.8)
    )
    (found,) = parties_apart(article, [told])
    assert [span.text for span in found.parties] == ["Lund", "Mayor Anna Renn", "Minister Peter Vale"]
    assert found.likely == (0.9, 0.8, 0.8)


@pytest.mark.parametrize(
    ("text", "marked", "apart"),
    [
        (
            "The foreign ministers of Sarn, Olden and Temeshk met.",
            ["The foreign ministers of Sarn", "Olden", "Temeshk"],
            ["The foreign ministers", "Sarn", "Olden", "Temeshk"],
        ),
        (
            "The prime ministers of Sarn and Olden met.",
            ["The prime", "ministers of Sarn and Olden"],
            ["The prime ministers", "Sarn", "Olden"],
        ),
        ("The ministers of Sarn met.", ["The ministers of Sarn"], ["The ministers of Sarn"]),
        ("The rivals of Sarn and Olden met.", ["The rivals of Sarn"], ["The rivals of Sarn"]),
    ],
)
def test_holders_of_one_office_in_several_bodies_are_apart_from_these(
    text: str, marked: list[str], apart: list[str]
) -> None:
    article = Article.of(text)
    _, mentions = with_pairs(article, [], [Mention(span=find(article, words), kind="group") for words in marked])
    assert [m.span.text for m in mentions] == apart
