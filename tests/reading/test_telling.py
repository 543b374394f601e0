"""Which words tell of a contact, and on which day it is."""

from __future__ import annotations

import pytest

from reportedly.reading.contacts.days import day_of
from reportedly.reading.contacts.telling import is_told
from reportedly.reading.encounter import Encounter
from reportedly.records.article import Article, Span, Timex
from tests.byhand import find


@pytest.mark.parametrize(
    ("text", "trigger", "told"),
    [
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
        ("Varga's voters wrote in Tom Brask on their ballots.", "wrote in", False),
        ("Varga wrote in May that Brask should stand for election.", "wrote", True),
        ("Varga wrote to Brask on the eve of the election.", "wrote to", True),
        ("If Varga had met Brask earlier, she would have won.", "met", False),
        ("Varga said she would have attended the meeting.", "meeting", False),
        ("Have you talked to Brask?", "talked", False),
        ("Varga will speak there as well.", "speak", False),
        ("Renn spoke to reporters on Friday after Vale had tweeted.", "spoke", False),
        ("Renn spoke to a group of foreign reporters.", "spoke", False),
        ("She met the press late on Friday.", "met", False),
        ("Renn spoke to the reporter's editor.", "spoke", True),
        ("Renn met Brask before reporters came.", "met", True),
        ("Renn was accompanied by Brask.", "accompanied", False),
        ("Renn met media mogul Otar Lind.", "met", True),
        ("Renn spoke to press secretary Ada Vale.", "spoke", True),
        ("The office sent out an agenda for this week's meeting.", "meeting", False),
        ("Varga met Brask, who often travels.", "met", True),
        ("Varga spoke for an hour with Brask.", "spoke", True),
        ("Varga will call on Brask, her rival, not to sell the mill.", "call", False),
        ("Varga called on Brask and Renn to “leave the mill alone”.", "called", False),
        ("Varga called on Brask at his house and urged him to sell.", "called", True),
        ("Varga called on Brask to discuss the mill.", "called", True),
        ("Varga will call Brask to the stand.", "call", False),
        ("Varga will call Brask to ask about the mill.", "call", True),
        ("Varga received Brask on Monday.", "received", True),
        ("Varga called out Brask, her rival, for insulting boatmen.", "called", False),
        ("Varga spoke from the steps on Monday, alluding to Brask.", "spoke", False),
        ("Brask saw her love and care as she spoke.", "spoke", False),
        ("Varga answered Brask at a town hall meeting in Sarn.", "meeting", False),
        ("Varga held a town-hall style meeting with Brask.", "meeting", True),
        ("Varga met Brask.", "met", True),
        ("Speaking to lawmakers on Tuesday, Varga said it was over.", "Speaking to", False),
        ("Speaking to Brask by phone on Tuesday, Varga said it was over.", "Speaking to", True),
        ("Sarn meet Olden in Temeshk on Saturday.", "meet", False),
        ("Olden host Sarn on Saturday, Brask said.", "host", False),
        ("Varga will meet Brask in the final on Saturday.", "meet", False),
        ("Varga faces Brask in Sunday's run-off.", "faces", False),
        ("Olden will visit Sarn on Sunday in the league.", "visit", False),
        ("Varga and Brask met in the final round of talks.", "met", True),
        ("Varga met Brask at the final of the cup.", "met", True),
        ("Varga met Brask to discuss arrests in the city's football league.", "met", True),
        ("Ministers from across the seas met on Monday.", "met", True),
        ("Varga, speaking at a joint press conference with Brask, left.", "speaking", False),
        ("Varga held a joint press conference with Brask.", "conference", True),
        ("Varga held a press conference with Brask.", "conference", False),
        ("Did Varga meet Brask on Monday, she was asked.", "meet", True),
        ("Varga and Brask meet on Monday.", "meet", True),
        ("The rivers Arn and Selle meet near the town.", "meet", False),
        ("A letter of credit was sent by Varga to Brask.", "letter", False),
        ("A letter of thanks was sent by Varga to Brask.", "letter", True),
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
