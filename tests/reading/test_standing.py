"""Who can be a party by where the words stand, which words tell of a contact, and when it is."""

from __future__ import annotations

import pytest

from reportedly.reading.contacts.days import day_of
from reportedly.reading.contacts.standing import Standing
from reportedly.reading.contacts.telling import is_told
from reportedly.reading.encounter import Encounter
from reportedly.records.article import Article, Span, Timex
from tests.byhand import find


def standing_of(text: str, trigger: str, parties: tuple[str, ...], others: tuple[str, ...] = ()) -> dict[str, bool]:
    """Whether each of some words can be a party of the contact that others name."""
    article = Article.of(text)
    spans = [find(article, party) for party in parties]
    standing = Standing(text, (0, len(text)), find(article, trigger), [find(article, other) for other in others])
    return {span.text: standing.takes_part(span, spans) for span in spans}


@pytest.mark.parametrize(
    ("text", "trigger", "parties", "out"),
    [
        ("Varga's meeting with Brask was aimed at Orlo's plan.", "meeting", ("Varga", "Brask", "Orlo"), "Orlo"),
        ("Varga backed Orlo's plan in a letter to Brask.", "letter", ("Varga", "Orlo", "Brask"), "Orlo"),
        ("Varga met Brask after Orlo had left.", "met", ("Varga", "Brask", "Orlo"), "Orlo"),
        ("Varga will meet Brask when Orlo arrives.", "meet", ("Varga", "Brask", "Orlo"), "Orlo"),
        (
            "Orlo said the premier's June 3 meeting with Brask was short.",
            "meeting",
            ("Orlo", "premier", "Brask"),
            "Orlo",
        ),
        ("Orlo sent Varga to Sarn to meet Brask.", "meet", ("Orlo", "Varga", "Brask"), "Orlo"),
        ("Orlo spoke of Varga, who last week met Brask.", "met", ("Orlo", "Varga", "Brask"), "Orlo"),
        ("Varga telephoned Brask on behalf of Orlo.", "telephoned", ("Varga", "Brask", "Orlo"), "Orlo"),
        ("A critic of Orlo saw Brask.", "saw", ("A critic", "Orlo", "Brask"), "Orlo"),
        ("When Orlo resigned, Varga was meeting Brask.", "meeting", ("Orlo", "Varga", "Brask"), "Orlo"),
    ],
)
def test_who_is_only_named_beside_a_contact_is_no_party(
    text: str, trigger: str, parties: tuple[str, ...], out: str
) -> None:
    assert standing_of(text, trigger, parties) == {party: party != out for party in parties}


def test_each_of_two_contacts_in_a_sentence_has_its_own_party() -> None:
    text = "Following her meeting with Brask, Varga met with Orlo."
    parties = ("Brask", "Varga", "Orlo")
    assert standing_of(text, "meeting", parties, ("met with",)) == {"Brask": True, "Varga": True, "Orlo": False}
    assert standing_of(text, "met", parties, ("meeting",)) == {"Brask": False, "Varga": True, "Orlo": True}


@pytest.mark.parametrize(
    ("text", "trigger", "parties"),
    [
        ("Varga told Brask over coffee that Orlo had won.", "coffee", ("Varga", "Brask")),
        ("Ruben Astley, with whom Varga took coffee, agreed.", "coffee", ("Ruben Astley", "Varga")),
        ("A letter in which Varga offers Brask the audit went off.", "letter", ("Varga", "Brask")),
        ("Varga, a minister, who saw Brask, was pleased.", "saw", ("Varga", "Brask")),
    ],
)
def test_parties_are_found_around_a_contact(text: str, trigger: str, parties: tuple[str, ...]) -> None:
    article = Article.of(text)
    spans = [find(article, party) for party in parties]
    standing = Standing(text, (0, len(text)), find(article, trigger), is_letter=trigger == "letter")
    assert all(standing.takes_part(span, spans) for span in spans)


@pytest.mark.parametrize(
    ("text", "trigger", "party", "attached"),
    [
        ("Varga held private talks earlier in the day with Brask.", "talks", "Brask", True),
        ("Varga's first meeting lasted an hour.", "meeting", "Varga", True),
        ("He would go ahead with the Brask meeting.", "meeting", "Brask", True),
        ("Varga told Brask over lunch that he would go.", "lunch", "Brask", True),
        ("Varga spent most of the meeting listening to Brask.", "meeting", "Brask", False),
        ("Varga spoke in Sarn, and the town is proud of Brask.", "spoke", "Brask", False),
    ],
)
def test_words_for_a_contact_take_those_for_a_party(text: str, trigger: str, party: str, attached: bool) -> None:
    article = Article.of(text)
    span = find(article, party)
    assert Standing(text, (0, len(text)), find(article, trigger)).is_attached(span, [span]) is attached


@pytest.mark.parametrize(
    ("text", "trigger", "told"),
    [
        ("The ministers have not yet met, Varga said.", "met", False),
        ("Varga had never spoken to Brask.", "spoken", False),
        ("Varga has yet to meet Brask.", "meet", False),
        ("Varga has at last met Brask.", "met", True),
        ("The ministry did meet the deadline that parliament set.", "meet", False),
        ("The campaign is meeting stiff resistance from the guilds.", "meeting", False),
        ("Varga received the endorsement of Brask.", "received", False),
        ("Varga went to see Brask speak in Sarn.", "see", False),
        ("She kept him in jail after hearing clips of his show.", "hearing", False),
        ("Varga's negotiating partner, Brask, was not on board.", "negotiating", False),
        ("Varga held a rally with Brask's voters.", "rally", False),
        ("Varga cancelled a joint rally with Brask.", "rally", True),
        ("Varga often meets with Brask.", "meets", False),
        ("If Varga had met Brask earlier, she would have won.", "met", False),
        ("Varga said she would have attended the meeting.", "meeting", False),
        ("Have you talked to Brask?", "talked", False),
        ("Varga will speak there as well.", "speak", False),
        ("The office sent out an agenda for this week's meeting.", "meeting", False),
        ("Varga met Brask, who often travels.", "met", True),
        ("Varga spoke for an hour with Brask.", "spoke", True),
        ("Varga received Brask on Monday.", "received", True),
        ("Varga met Brask.", "met", True),
    ],
)
def test_a_sentence_tells_of_a_contact_or_not(text: str, trigger: str, told: bool) -> None:
    at = text.index(trigger)
    assert is_told(text, (0, len(text)), (at, at + len(trigger))) is told


@pytest.mark.parametrize(
    ("text", "trigger", "when", "day"),
    [
        (
            "The premier's Dec. 28 meeting with Brask was scheduled two weeks ago.",
            "meeting",
            "two weeks ago",
            "Dec. 28",
        ),
        ("On Sunday she cancelled a dinner with Brask slated for Wednesday.", "dinner", "On Sunday", "Wednesday"),
        ("Varga met Brask on Monday.", "met", "Monday", "Monday"),
        ("Varga said late Monday that she would go ahead with the Brask meeting.", "meeting", "Monday", None),
    ],
)
def test_a_contact_is_on_its_own_day(text: str, trigger: str, when: str, day: str | None) -> None:
    article = Article.of(text)
    known = [find(article, words) for words in {when, *([day] if day else [])}]

    def nearest(place: Span) -> Timex | None:
        over = [span for span in known if span.start < place.end and place.start < span.end]
        return Timex(span=(over or [find(article, when)])[0], from_=None, to=None)

    encounter = Encounter(trigger=find(article, trigger), kind="meeting", parties=(), when=find(article, when))
    found = day_of(article, (0, len(text)), encounter, nearest)
    assert (found.span.text if found and found.span else None) == day
