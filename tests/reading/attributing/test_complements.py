"""People and bodies that the encoder cut before "of"."""

from __future__ import annotations

import pytest

from reportedly.reading.attributing.complements import complements_of, holders_whole, parties_whole, with_complements
from reportedly.reading.attribution import Attribution, Mention
from reportedly.reading.encounter import Encounter, Stand
from reportedly.records import ActorKind, Article, Span
from tests.byhand import find

Pieces = dict[str, ActorKind]


def mentions_of(article: Article, pieces: Pieces) -> list[Mention]:
    return [Mention(span=find(article, words), kind=kind) for words, kind in pieces.items()]


@pytest.mark.parametrize(
    ("text", "pieces", "whole"),
    [
        (
            "He met the head of the Harbour Board on Monday.",
            {"the head": "person", "the Harbour Board": "organisation"},
            "the head of the Harbour Board",
        ),
        (
            "He met the head of the Harbour Board, Ada Renn, on Monday.",
            {"the head": "person", "the Harbour Board": "organisation", "Ada Renn": "person"},
            "the head of the Harbour Board, Ada Renn",
        ),
        (
            "He met the president of Sarn, Ada Renn, on Monday.",
            {"the president": "person", "Sarn, Ada Renn": "person"},
            "the president of Sarn, Ada Renn",
        ),
        (
            "President of Dravon Arkady Melnik said it was late.",
            {"President": "person", "Dravon Arkady Melnik": "person"},
            "President of Dravon Arkady Melnik",
        ),
        (
            "A delegation of Sarn landed on Monday.",
            {"A delegation": "organisation", "Sarn": "government"},
            "A delegation of Sarn",
        ),
        (
            "The head of the Sarnish delegation left.",
            {"The head": "person", "the Sarnish": "government"},
            "The head of the Sarnish delegation",
        ),
        (
            "Commanders of the Sarnish People's Party left.",
            {"Commanders": "group", "the Sarnish": "government"},
            "Commanders of the Sarnish People's Party",
        ),
    ],
)
def test_whoever_was_cut_before_of_is_whole(text: str, pieces: Pieces, whole: str) -> None:
    article = Article.of(text)
    found = complements_of(article, mentions_of(article, pieces))
    cut = next(iter(pieces))
    assert found[find(article, cut)] == find(article, whole)
    assert set(found.values()) == {find(article, whole)}


def test_both_pieces_of_a_holder_and_body_are_one_party() -> None:
    article = Article.of("President of Dravon Arkady Melnik met Renn.")
    pieces = [find(article, words) for words in ("President", "Dravon Arkady Melnik", "Renn")]
    whole = find(article, "President of Dravon Arkady Melnik")
    wholes = complements_of(article, [Mention(span=span, kind="person") for span in pieces])
    assert wholes == dict.fromkeys(pieces[:2], whole)
    met = Encounter(trigger=find(article, "met"), kind="meeting", parties=tuple(pieces), likely=(0.4, 0.9, 0.8))
    (encounter,) = parties_whole(wholes, [met])
    assert (encounter.parties, encounter.likely) == ((whole, pieces[2]), (0.9, 0.8))


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The spokesman of Juan Carlos Perez came.", "Juan Carlos Perez"),  # his own name
        ("The minister of President Ada Renn came.", "President Ada Renn"),
        ("President of Dravon Melnik came.", "Dravon Melnik"),  # two words may be his
    ],
)
def test_other_names_behind_of_stay(text: str, name: str) -> None:
    article = Article.of(text)
    pieces = [find(article, text.split(" of ")[0]), find(article, name)]
    assert pieces[1] not in complements_of(article, [Mention(span=span, kind="person") for span in pieces])


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        ("The ministers of Sarn and Oda met.", {"The ministers": "group", "Sarn": "government", "Oda": "government"}),
        ("He met Renn of Sarn.", {"Renn": "person", "Sarn": "government"}),
        ("The head of the Board met.", {"The head": "person", "The head of the Board": "person", "the Board": None}),
        ("The letter of Sarn was new.", {"The letter": "document", "Sarn": "government"}),
        (
            "The governor of the Bank of Sarn, Ada Renn, left.",
            {"the Bank": "organisation", "Sarn, Ada Renn": "person"},
        ),
    ],
)  # fmt: skip
def test_several_names_and_things_stay_as_they_are(text: str, pieces: Pieces) -> None:
    article = Article.of(text)
    assert complements_of(article, mentions_of(article, pieces)) == {}


@pytest.mark.parametrize(
    ("text", "pieces", "whole"),
    [
        ("He sold it to Halcyon Press Works, he said.", {"Halcyon": "government"}, "Halcyon Press Works"),
        ("The Harbour Board has met.", {"The Harbour": "organisation"}, "The Harbour Board"),
        ("It was Halcyon Monday that he met.", {"Halcyon": "organisation"}, None),
        ("Halcyon Sells Works To Sarn", {"Halcyon": "organisation"}, None),
        ("Halcyon Sells works that nobody sells or buys.", {"Halcyon": "organisation"}, None),
        ("He met Ramata Renn, and Ms Renn left.", {"Ramata": "government", "Ms Renn": "person"}, None),
        ("He met Halcyon Press, he said.", {"Halcyon": "person"}, None),
    ],
)
def test_a_name_of_which_the_first_word_was_seen_is_whole(text: str, pieces: Pieces, whole: str | None) -> None:
    article = Article.of(text)
    found = complements_of(article, mentions_of(article, pieces))
    assert [*found.values()] == ([] if whole is None else [find(article, whole)])


def test_the_list_behind_a_body_names_others() -> None:
    article = Article.of("The head of the Board, Ada Renn and Otto Brandt met.")
    pieces: Pieces = {"The head": "person", "the Board": "organisation", "Ada Renn": "person", "Otto Brandt": "person"}
    assert [*complements_of(article, mentions_of(article, pieces)).values()] == [find(article, "The head of the Board")]


def test_sources_addressees_parties_and_holders_are_whole() -> None:
    article = Article.of("The mayor told the head of the Harbour Board that it was over.")
    cut, whole = find(article, "the head"), find(article, "the head of the Harbour Board")
    mayor, told = find(article, "The mayor"), find(article, "told")
    wholes: dict[Span, Span] = {cut: whole}
    said = Attribution(
        source=cut, cue=told, content=(find(article, "it was over"),), addressees=(cut, mayor), form="indirect"
    )
    attributions, mentions = with_complements(wholes, [said], [Mention(span=cut, kind="person")])
    assert [(a.source, a.addressees) for a in attributions] == [(whole, (whole, mayor))]
    assert mentions == [Mention(span=whole, kind="person")]
    (met,) = parties_whole(wholes, [Encounter(trigger=told, kind="talks", parties=(mayor, cut))])
    (stand,) = holders_whole(wholes, [Stand(evidence=told, stance="for", holder=cut)])
    assert (met.parties, stand.holder) == ((mayor, whole), whole)
