from __future__ import annotations

import pytest

from reportedly.reading.attribution import Attribution, Mention
from reportedly.reading.cast.actors import resolve
from reportedly.reading.chains.chains import find_statements
from reportedly.reading.chains.guests import with_guests
from reportedly.reading.chains.lookup import Lookup
from reportedly.reading.layout.furniture import find_furniture
from reportedly.records import Article, Contact
from reportedly.records.contact import ContactStatus
from tests.byhand import find


def told(guest: str, status: ContactStatus = "held", parties: tuple[str, str] = ("Renn", "Vale")) -> list[str]:
    """Whom Renn is said to have told, after a meeting, by the words for them."""
    article = Article.of(f"Renn received Vale and Dahl on Monday. Later Renn told {guest} it was over.")
    spans = [find(article, name) for name in ("Renn", "Vale", "Dahl", guest)]
    said = Attribution(
        source=find(article, "Renn", nth=2), cue=find(article, "told"), content=(find(article, "it was over"),),
        addressees=(spans[-1],), form="indirect",
    )  # fmt: skip
    mentions = [Mention(span=span, kind="person") for span in (*spans, find(article, "Renn", nth=2))]
    cast = resolve(article, [said], mentions)
    ids = [cast.of(find(article, name)) for name in parties]
    meeting = Contact(
        id="c1", kind="meeting", status=status, parties=tuple(id for id in ids if id is not None),
        evidence=find(article, "received"), score=0.9,
    )  # fmt: skip
    statements = find_statements(find_furniture(article), [said], mentions, cast)
    (statement,) = with_guests(statements, [meeting], Lookup(cast))
    return [cast.actor(id).mentions[0].text for id in statement.chain.speaker.addressees]


@pytest.mark.parametrize("guest", ["her guest", "the visitor", "her eminent guest"])
def test_a_guest_is_the_other_one_of_the_two_who_met(guest: str) -> None:
    assert told(guest) == ["Vale"]


def test_other_guests_stay_as_they_are_called() -> None:
    assert told("a guest") == ["a guest"]
    assert told("her aide") == ["her aide"]
    assert told("her guest", status="refused") == ["her guest"]
    assert told("her guest", parties=("Vale", "Dahl")) == ["her guest"]
