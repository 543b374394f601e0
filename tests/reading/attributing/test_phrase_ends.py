from __future__ import annotations

import pytest

from reportedly.reading.attributing.phrase_ends import with_ends
from reportedly.reading.attribution import Attribution, Mention, Relay
from reportedly.records import Article
from tests.byhand import find

TEXT = (
    "A fire chief, who wrote to families who wept, said it was late and left. Two of whom? “No,” said Ada Renn, a "
    "professor at U.C.L.A. He added that she knew a man like that. Some guests, such as he, ate."
)
ARTICLE = Article.of(TEXT)


@pytest.mark.parametrize(
    ("given", "ended"),
    [
        ("A fire chief, who", "A fire chief"),
        ("families who", "families"),
        ("Two of whom", "Two of whom"),
        ("who", "who"),
        ("Ada Renn, a professor at U.C.L.A. He", "Ada Renn, a professor at U.C.L.A."),
        ("a man like that", "a man like that"),
        ("a man like", "a man"),
        ("Some guests, such", "Some guests"),
        ("Some guests, such as", "Some guests"),
    ],
)
def test_a_source_ends_before_what_it_did_and_before_the_next_sentence(given: str, ended: str) -> None:
    span = find(ARTICLE, given)
    one = Attribution(source=span, cue=None, content=(find(ARTICLE, "No"),), addressees=(span,), form="direct")
    (found,), (mention,) = with_ends(ARTICLE, [one], [Mention(span=span, kind="person")])
    assert found.source == mention.span == find(ARTICLE, ended)
    assert found.addressees == (mention.span,)


def test_a_mention_cut_to_another_is_that_one() -> None:
    whole, cut = (find(ARTICLE, words) for words in ("families", "families who"))
    mentions = [Mention(span=whole, kind="group"), Mention(span=cut, kind="person")]
    assert with_ends(ARTICLE, [], mentions) == ([], mentions[:1])


def test_a_content_does_not_end_with_what_joins_the_next() -> None:
    one = Attribution(source=None, cue=None, content=(find(ARTICLE, "it was late and"),), form="indirect")
    ((found,), _) = with_ends(ARTICLE, [one], [])
    assert [span.text for span in found.content] == ["it was late"]


@pytest.mark.parametrize(
    ("given", "whole"), [("Valley.", "Valley.info"), ("the site Valley", "the site Valley.info"), ("Renn.", "Renn.")]
)
def test_the_address_of_a_site_is_its_name(given: str, whole: str) -> None:
    article = Article.of("Valley.info wrote that the site Valley.info had closed. It was late for Renn. He left.")
    span = find(article, given)
    relay = Relay(mention=span)
    said = Attribution(source=span, cue=None, content=(find(article, "late"),), relays=(relay,), form="indirect")
    (found,), (mention,) = with_ends(article, [said], [Mention(span=span, kind="outlet")])
    assert found.source == mention.span == found.relays[0].mention
    assert mention.span.text == whole
