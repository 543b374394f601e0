"""Holders of offices that the encoder cut at "of"."""

from __future__ import annotations

import pytest

from reportedly.reading.attributing.whole_offices import WholeOffices
from reportedly.reading.attribution import Attribution, Mention
from reportedly.reading.encounter import Encounter
from reportedly.records import Article
from tests.byhand import find

ARTICLE = Article.of("President of Dravon Arkady Melnik said it was late. He met Renn.")
PIECES = [Mention(span=find(ARTICLE, words), kind="person") for words in ("President", "Dravon Arkady Melnik", "Renn")]
WHOLE = find(ARTICLE, "President of Dravon Arkady Melnik")


def test_the_pieces_are_one_mention_one_source_and_one_party() -> None:
    offices = WholeOffices(ARTICLE, PIECES)
    assert [m.span for m in offices.mentions(PIECES)] == [WHOLE, PIECES[2].span]
    said = Attribution(
        source=PIECES[1].span, cue=find(ARTICLE, "said"), content=(find(ARTICLE, "it was late"),), form="indirect"
    )
    assert [a.source for a in offices.attributions([said])] == [WHOLE]
    met = Encounter(
        trigger=find(ARTICLE, "met"), kind="meeting", parties=tuple(m.span for m in PIECES), likely=(0.4, 0.9, 0.8)
    )
    (encounter,) = offices.encounters([met])
    assert (encounter.parties, encounter.likely) == ((WHOLE, PIECES[2].span), (0.9, 0.8))


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The spokesman of Juan Carlos Perez came.", "Juan Carlos Perez"),  # his own name
        ("The minister of President Ada Renn came.", "President Ada Renn"),
        ("The roof of Dravon Arkady Melnik came.", "Dravon Arkady Melnik"),
        ("President of Dravon Melnik came.", "Dravon Melnik"),  # two words may be his
    ],
)
def test_other_names_behind_of_stay(text: str, name: str) -> None:
    article = Article.of(text)
    mentions = [Mention(span=find(article, name), kind="person")]
    offices = WholeOffices(article, mentions)
    assert offices.mentions(mentions) == mentions
    assert offices.attributions([]) == []
    assert offices.encounters([]) == []
