from __future__ import annotations

import re

import numpy as np
import pytest

from reportedly.reading.attribution import Mention
from reportedly.reading.cast.actors import Cast
from reportedly.reading.chains.lookup import Lookup, Sentences
from reportedly.reading.contacts.contacts import Scene, find_contacts
from reportedly.reading.contacts.days import as_bound, day_of
from reportedly.reading.contacts.kinds import kind_of
from reportedly.reading.contacts.statuses import signs_of, status_weights
from reportedly.reading.encounter import Encounter
from reportedly.reading.layout.furniture import find_furniture
from reportedly.reading.layout.segment import find_sentences
from reportedly.reading.reader import _reading
from reportedly.reading.scoring.coreference import Coreference
from reportedly.reading.scoring.labels import COREFERENCE_WIDTH, DISTANCE_BUCKETS
from reportedly.reading.scoring.leanings import Leanings
from reportedly.reading.scoring.windows import Pieces
from reportedly.records import Actor, Article, Chain, Contact, Link, Statement, Timex
from tests.byhand import find
from tests.cases import Case, cases

NAMES = {"a2": ("person", "Varga"), "a3": ("person", "Brask"), "a4": ("government", "Sarn")}


def contacts(
    text: str,
    *told: tuple[str, tuple[str, ...]],
    said: str = "",
    place: str | None = None,
    speaks: bool = False,
    scores: tuple[float, ...] = (),
    likely: tuple[float, ...] = (),
    hearers: str = "",
    on: tuple[str, str] | None = None,
) -> list[Contact]:
    """The contacts of a text: each is the words for it and those for its parties; `said` are words of Varga's, who
    speaks for Brask where she `speaks`. `likely` are the encoder's probabilities of the parties, `scores` of the words.
    `on` is the only expression of time, with its day.
    """
    article = Article.of(text, outlet="The Lantern", published="2031-03-14")
    paper = (find(article, "The Lantern"),) if "The Lantern" in text else ()
    actors = [Actor(id="a1", kind="outlet", name="The Lantern", mentions=paper)]
    for id, (kind, name) in NAMES.items():
        if name in text:
            actors.append(Actor(id=id, kind=kind, name=name, mentions=(find(article, name),)))  # type: ignore[arg-type]
    if hearers:
        actors.append(Actor(id="a5", kind="group", name=None, mentions=(find(article, hearers),)))
    cast = Cast(
        actors=tuple(actors),
        outlet="a1",
        places={(m.start, m.end): a.id for a in actors for m in a.mentions},
        sourcings={"a2": "spokesperson"} if speaks else {},
        principals={"a2": ("a3",)} if speaks else {},
    )
    statement = Statement(
        id="s1",
        form="indirect",
        act="demand",
        status="made",
        sourcing="on_record",
        content=(find(article, said or text),),
        chain=Chain([Link(actor="a1"), Link(actor="a2")]),
        score=1.0,
    )
    scene = Scene(
        article=article,
        lookup=Lookup(cast),
        statements=[statement] if said else [],
        sentences=Sentences(find_sentences(article)),
        when=lambda span: Timex(span=find(article, on[0]), from_=on[1], to=on[1]) if on else None,
    )
    encounters = [
        Encounter(
            trigger=find(article, trigger),
            kind="meeting",
            parties=tuple(find(article, party) for party in parties),
            likely=likely,
            place=find(article, place) if place else None,
            score=score,
        )
        for (trigger, parties), score in zip(told, scores or (1.0,) * len(told), strict=True)
    ]
    return list(find_contacts(scene, encounters))


def test_what_is_told_twice_is_one_contact() -> None:
    text = "Varga met Brask. The two leaders held short talks."
    (contact,) = contacts(text, ("met", ("Varga", "Brask")), ("talks", ("The two leaders",)), scores=(1, 0.5))
    assert (contact.kind, contact.parties, contact.evidence.text) == ("meeting", ("a2", "a3"), "Varga met Brask")


def test_two_names_for_it_in_one_breath_are_one_contact() -> None:
    text = "Varga spoke to Brask by telephone."
    (contact,) = contacts(text, ("spoke", ("Varga", "Brask")), ("telephone", ("Varga", "Brask")))
    assert contact.kind == "call"


def test_the_same_words_for_a_day_mean_one_day() -> None:
    text = "Varga meets Brask on Friday, their first talks since the flood."
    found = contacts(text, ("meets", ("Varga", "Brask")), ("talks", ("Varga", "Brask")), on=("on Friday", "2031-03-14"))
    assert [contact.on and contact.on.to for contact in found] == ["2031-03-14"]


def test_the_place_of_a_contact_is_no_party_of_it_told_again() -> None:
    found = contacts(
        "Varga and Brask meet in Sarn, the first talks of Varga there.",
        ("meet", ("Varga", "Brask")), ("talks", ("Sarn", "Varga")), place="Sarn",
    )  # fmt: skip
    assert [contact.parties for contact in found] == [("a2", "a3")]


@pytest.mark.parametrize("speaks", [True, False])
def test_a_spokesperson_has_no_contact_with_whom_they_speak_for(speaks: bool) -> None:
    found = contacts("“We will talk to anyone,” Varga said for Brask.", ("talk", ("Varga", "Brask")), speaks=speaks)
    assert bool(found) is not speaks


def test_another_status_is_another_contact() -> None:
    text = "Varga met Brask. Varga will meet Brask again next week."
    found = contacts(text, ("met", ("Varga", "Brask")), ("meet", ("Varga", "Brask")))
    assert [contact.status for contact in found] == ["held", "planned"]


@pytest.mark.parametrize(("day", "expected"), [("2031-03-13", None), ("2031-03-14", "2031-03-14")])
def test_what_is_still_to_be_is_on_no_day_that_is_past(day: str, expected: str | None) -> None:
    text = "Varga, who arrived on Friday, will meet Brask."
    (contact,) = contacts(text, ("meet", ("Varga", "Brask")), on=("on Friday", day))
    assert (contact.status, contact.on and contact.on.to) == ("planned", expected)


@pytest.mark.parametrize(("day", "expected"), [("2031-03-15", None), ("2031-03-14", "2031-03-14")])
def test_what_has_been_is_on_no_day_that_is_to_come(day: str, expected: str | None) -> None:
    text = "Varga, who speaks on Saturday, met Brask."
    (contact,) = contacts(text, ("met", ("Varga", "Brask")), on=("on Saturday", day))
    assert (contact.status, contact.on and contact.on.to) == ("held", expected)


def test_who_has_written_and_hopes_to_meet_has_two_contacts() -> None:
    text = "Varga has written to Brask and hopes to meet her."
    told = contacts(text, ("written to", ("Varga", "Brask")), ("meet", ("Varga", "Brask")))
    assert [contact.status for contact in told] == ["held", "possible"]


def test_who_invites_is_the_host() -> None:
    (contact,) = contacts("Varga invited Brask to visit Sarn.", ("visit", ("Varga", "Brask")), place="Sarn")
    assert contact.parties == ("a2", "a3")


def test_whoever_speaks_by_telephone_and_agrees_to_meet_has_two_contacts() -> None:
    text = "Varga and Brask spoke by telephone on Tuesday and agreed to meet."
    found = contacts(
        text, ("spoke", ("Varga", "Brask")), ("meet", ("Varga", "Brask")), on=("on Tuesday", "2031-03-11")
    )  # fmt: skip
    told = [(contact.kind, contact.status, contact.on and contact.on.to) for contact in found]
    assert told == [("call", "held", "2031-03-11"), ("meeting", "planned", None)]


def test_the_two_leaders_are_those_named_last() -> None:
    text = "Varga and Brask were in Sarn. The two leaders met."
    (contact,) = contacts(text, ("met", ("The two leaders",)))
    assert contact.parties == ("a2", "a3")


@pytest.mark.parametrize(
    ("more", "words", "ordinal"),
    [
        ("Brask will chair the meeting.", "meeting", None),
        ("The talks lasted an hour.", "talks", None),
        ("It was Varga's third meeting with Brask.", "meeting", 3),
    ],
)
def test_what_only_says_more_of_a_contact_is_none_of_its_own(more: str, words: str, ordinal: int | None) -> None:
    text = f"Varga met Brask. {more}"
    (contact,) = contacts(text, ("met", ("Varga", "Brask")), (words, ("Varga", "Brask")), scores=(0.6, 1))
    assert (contact.evidence.text, contact.ordinal) == ("Varga met Brask", ordinal)


def test_whom_the_two_meet_is_a_third() -> None:
    (contact,) = contacts("Varga and Brask are old friends. The two met with Sarn.", ("met", ("Sarn",)))
    assert contact.parties == ("a2", "a3", "a4")


def test_whom_one_meets_to_discuss_is_no_party() -> None:
    (contact,) = contacts("Varga and Brask met to discuss Sarn.", ("met", ("Varga", "Brask", "Sarn")))
    assert contact.parties == ("a2", "a3")


def test_another_meeting_is_one_of_its_own() -> None:
    found = contacts(
        "Varga met Brask. Sarn will hear of the meeting of Varga with Sarn.",
        ("met", ("Varga", "Brask")), ("meeting", ("Varga", "Sarn")),
    )  # fmt: skip
    assert len(found) == 2


def test_who_demands_a_meeting_is_a_party() -> None:
    (contact,) = contacts("Varga demanded a meeting with Brask.", ("meeting", ("Brask",)), said="a meeting with Brask")
    assert contact.parties == ("a2", "a3")


def test_a_place_that_acts_hosts_the_visit() -> None:
    (contact,) = contacts("Varga flew to Sarn.", ("flew", ("Varga",)), place="Sarn")
    assert contact.parties == ("a2", "a4")


def test_who_is_named_before_it_is_the_other_party() -> None:
    (contact,) = contacts("Varga was late for a meeting with Brask.", ("meeting", ("Brask",)))
    assert contact.parties == ("a2", "a3")


def test_one_party_is_told_of_where_it_and_the_contact_are_plain() -> None:
    text = "Varga will meet the envoy of a country that nobody names."
    (contact,) = contacts(text, ("meet", ("Varga",)))
    assert (contact.parties, contact.status) == (("a2",), "planned")
    hoped = "In Sarn, after the vote, Varga hopes to have talks."
    (likelier_than_not,) = contacts(hoped, ("talks", ("Varga",)), likely=(0.5,))
    assert likelier_than_not.parties == ("a2",)
    assert contacts(text, ("meet", ("Varga",)), scores=(0.1,)) == []
    assert contacts("Varga will stand up for the whole country.", ("stand", ("Varga",))) == []


def test_what_is_told_with_both_sides_stays_so() -> None:
    text = "Varga met Brask. Varga, who met somebody in Sarn, is content."
    told = (("met Brask", ("Varga", "Brask")), ("met somebody", ("Varga",)))
    (contact,) = contacts(text, *told, scores=(0.6, 1))
    assert (contact.parties, contact.evidence.text) == (("a2", "a3"), "Varga met Brask")


def test_who_writes_takes_part_in_a_meeting_only() -> None:
    (contact,) = contacts("Varga received The Lantern at home.", ("received", ("Varga", "The Lantern")))
    assert {*contact.parties} == {"a1", "a2"}
    assert contacts("Varga told The Lantern by telephone.", ("telephone", ("Varga", "The Lantern"))) == []


def test_a_lawyer_visits_whom_they_speak_for() -> None:
    (contact,) = contacts("Varga visited Brask in prison.", ("visited", ("Varga", "Brask")), speaks=True)
    assert contact.parties == ("a2", "a3")


@pytest.mark.parametrize("hearers", ["reporters", "undecided voters"])
def test_who_only_hears_what_is_said_is_no_party(hearers: str) -> None:
    text = f"Brask said that Varga met {hearers}."
    assert contacts(text, ("met", ("Varga", hearers)), hearers=hearers) == []


def test_whom_talks_are_about_is_no_party() -> None:
    text = "Varga had a discussion about Sarn with Brask."
    (contact,) = contacts(text, ("discussion", ("Varga", "Sarn", "Brask")), likely=(1.0, 0.2, 1.0))
    assert contact.parties == ("a2", "a3")


def test_whom_the_encoder_plainly_takes_for_a_party_is_one_whatever_the_signs_say() -> None:
    text = "It is said of Sarn, after the vote, that a meeting with Brask is due."
    parties = ("Sarn", "Brask")
    (plain,) = contacts(text, ("meeting", parties), likely=(0.9, 1.0))
    assert plain.parties == ("a4", "a3")
    (alone,) = contacts(text, ("meeting", parties), likely=(0.1, 1.0))
    assert alone.parties == ("a3",)


def test_a_contact_is_as_likely_as_its_words_and_parties() -> None:
    text = "Varga met Brask."
    sure, unsure = (contacts(text, ("met", ("Varga", "Brask")), scores=(score,))[0] for score in (0.9, 0.2))
    assert 1 > sure.score > unsure.score
    assert contacts(text, ("met", ("Varga", "Brask")), scores=(0.06,)) == []


def test_who_is_written_to_about_something_is_a_party() -> None:
    (contact,) = contacts("Varga wrote about this to Brask.", ("wrote", ("Varga", "Brask")))
    assert contact.parties == ("a2", "a3")


@pytest.mark.parametrize(
    ("text", "words", "parties"),
    [
        ("aides to Varga met Brask in Sarn.", ("aides", "Varga", "Brask"), ("a2", "a3")),
        ("Varga, an envoy, met Brask.", ("Varga", "an envoy", "Brask"), ("a2", "a3")),
        ("ministers of Sarn met Brask.", ("ministers", "Sarn", "Brask"), ("a4", "a3")),
    ],
)
def test_what_says_more_of_a_party_is_none(text: str, words: tuple[str, ...], parties: tuple[str, ...]) -> None:
    (contact,) = contacts(text, ("met", words))
    assert contact.parties == parties


@pytest.mark.parametrize(
    ("text", "ordinal"),
    [
        ("Varga met Brask for the fourth time.", 4),
        ("Varga met Brask, for the 2nd time.", 2),
        ("Varga met Brask.", None),
    ],
)
def test_the_text_counts_contacts(text: str, ordinal: int | None) -> None:
    (contact,) = contacts(text, ("met", ("Varga", "Brask")))
    assert contact.ordinal == ordinal


@pytest.mark.parametrize(
    ("words", "after", "kind"),
    [
        ("lunched", " with the minister", "meeting"),
        ("rang", " her counterpart", "call"),
        ("spoke", " with him on Friday", "call"),
        ("telephone conversation", "", "call"),
        ("press conference", " with her counterpart", "meeting"),
        ("raised concerns", " with the mayor in a phone call on Friday", "call"),
        ("conversation", " with Varga by phone", "call"),
        ("conversation", " with Varga in the garden", None),
        ("briefed", " the council by video on Friday", "call"),
        ("talked by video", " with Varga", "call"),
        ("called", " on the prime minister", "visit"),
        ("called", " on Friday", "call"),
        ("called", " him in", "meeting"),
        ("call", " off the exchange", None),
        ("called", " off this week's talks with Varga", "talks"),
        ("call", " to fall behind the mandates", None),
        ("call", " to his counterpart", "call"),
        ("calls", " to Bernie", "call"),
        ("spoke", " of the legacy of the war", None),
        ("spoke", " on behalf of the donors", None),
        ("spoke", " from the East Room", None),
        ("interview", " with the host", None),
        ("spoken", " emotionally about his father", None),
        ("summit talks", "", "summit"),
        ("flew", " to Sarn", "visit"),
        ("second round", "", "talks"),
        ("wrote", " to the council", "letter"),
        ("signing ceremony", "", "ceremony"),
        ("disagreement", "", None),
    ],
)
def test_the_words_say_what_kind_of_contact_it_is(words: str, after: str, kind: str | None) -> None:
    assert kind_of(words, after) == kind


_LIKELY = re.compile(r"(.+?)(?: (0\.\d+))?")
TODAY = "2031-03-14"


@pytest.mark.parametrize(
    ("text", "trigger", "days", "status"),
    [
        ("Varga met Brask on Thursday.", "met", ("2031-03-13", "2031-03-13"), "held"),
        ("Varga will meet Brask on Monday.", "meet", ("2031-03-17", "2031-03-17"), "planned"),
        ("Varga is due to visit Sarn next week.", "visit", ("2031-03-17", "2031-03-23"), "planned"),
        ("Varga may meet Brask in Sarn.", "meet", (None, None), "possible"),
        ("Varga asked for a meeting with Brask.", "meeting", (None, None), "possible"),
        ("The meeting of Varga and Brask was called off.", "meeting", (None, None), "cancelled"),
        ("A visit to Sarn, planned for Monday, has been cancelled.", "visit", (None, None), "cancelled"),
        ("Varga refused to meet Brask.", "meet", (None, None), "refused"),
        ("Varga called off a strike after talks with Brask.", "talks", (None, None), "held"),
        ("Varga refused to sign the pact during her visit to Sarn.", "visit", (None, None), "held"),
        ("Varga declined to receive Brask.", "receive", (None, None), "refused"),
    ],
)
def test_signs_in_its_sentence_tell_the_status(
    text: str, trigger: str, days: tuple[str | None, str | None], status: str
) -> None:
    at = text.index(trigger)
    signs = signs_of(text, (0, len(text)), (at, at + len(trigger)), days, TODAY)
    assert status_weights().best(signs, (0.2,) * 5) == status


@pytest.mark.parametrize("case", cases("contacts"), ids=lambda case: case.name)
def test_worked_cases(case: Case) -> None:
    """`> words | party | … | at place` is what the encoder finds, `~` any other mention; the rest are the contacts.

    A number behind a party is how likely the encoder holds it for one.
    """
    mentions, encounters = [], []
    for line in case.expected:
        if line.startswith("~ "):
            mentions.append(Mention(span=find(case.article, line[2:]), kind="person"))
        elif line.startswith("> "):
            trigger, *named = line[2:].split(" | ")
            place = next((find(case.article, words[3:]) for words in named if words.startswith("at ")), None)
            parties = [_LIKELY.fullmatch(words) for words in named if not words.startswith("at ")]
            encounters.append(
                Encounter(
                    trigger=find(case.article, trigger),
                    kind="meeting",
                    parties=tuple(find(case.article, party[1]) for party in parties if party),
                    likely=tuple(float(party[2] or 1) for party in parties if party),
                    place=place,
                )
            )
    whole = np.array([[0], [len(case.article.text)], [0], [0], [0]], np.int32)
    pieces = Pieces(ids=whole[2], starts=whole[0], ends=whole[1], features=whole[3], paragraphs=whole[4])
    unsure = np.zeros((1, 2 * COREFERENCE_WIDTH), np.float16)
    unasked = Coreference([(pieces, unsure)], np.zeros(DISTANCE_BUCKETS, np.float32))
    reading = _reading(find_furniture(case.article), [], mentions, encounters, [], Leanings(), unasked)
    actors = {actor.id: actor for actor in reading.actors}

    def told(contact: Contact) -> str:
        parties = [actors[id] for id in contact.parties]
        names = " × ".join(f"{actor.name or actor.mentions[0].text} ({actor.kind})" for actor in parties)
        place = f" · {contact.place.text}" if contact.place else ""
        return f"{contact.status} {contact.kind}: {names}{place}"

    assert [told(contact) for contact in reading.contacts] == [line for line in case.expected if line[:2] not in "~ > "]


def test_nothing_is_called_off_of_which_no_word_says_so() -> None:
    text = "Varga's long-planned visit to Sarn, focused on preparations for the summit, comes as Brask resigns."
    signs = signs_of(text, (0, len(text)), (text.index("visit"), text.index("visit") + 5), (None, None), TODAY)
    assert status_weights().best(signs, (0.2, 0.3, 0.2, 0.2, 0.1)) == "planned"


@pytest.mark.parametrize("off", ["never took place", "did not happen", "didn't take place", "will not go ahead"])
def test_what_did_not_happen_is_off(off: str) -> None:
    text = f"The visit of Varga to Sarn {off}."
    signs = signs_of(text, (0, len(text)), (text.index("visit"), text.index("visit") + 5), (None, None), TODAY)
    assert "cancelling after" in signs


@pytest.mark.parametrize("before", ["called off a strike after", "refused to sign the pact during"])
def test_what_is_called_off_after_another_event_is_not_that_one(before: str) -> None:
    text = f"Varga {before} a visit to Sarn."
    signs = signs_of(text, (0, len(text)), (text.index("visit"), text.index("visit") + 5), (None, None), TODAY)
    assert not {"cancelling before", "refusing before"} & set(signs)


@pytest.mark.parametrize(
    ("when", "days"),
    [
        ("on 20 March", ("2031-03-20", "2031-03-20")),
        ("before 20 March", ("2031-03-14", "2031-03-20")),
        ("by 20 March", ("2031-03-14", "2031-03-20")),
        ("no later than 20 March", ("2031-03-14", "2031-03-20")),
        ("ahead of the 20 March", ("2031-03-14", "2031-03-20")),
        ("after 20 March", ("2031-03-20", None)),
        ("not before 20 March", ("2031-03-20", None)),
        ("no earlier than 20 March", ("2031-03-20", None)),
    ],
)
def test_a_day_before_or_after_which_one_meets_bounds_it(when: str, days: tuple[str | None, str | None]) -> None:
    text = f"Varga will meet Brask {when}."
    (contact,) = contacts(text, ("meet", ("Varga", "Brask")), on=("20 March", "2031-03-20"))
    assert contact.on is not None
    assert (contact.on.from_, contact.on.to) == days


@pytest.mark.parametrize(
    ("when", "days"),
    [
        ("before March", (None, "2031-03-01")),
        ("by March", (None, "2031-03-31")),
        ("after March", ("2031-03-31", None)),
        ("not before March", ("2031-03-01", None)),
    ],
)
def test_a_month_bounds_a_contact_by_one_of_its_ends(when: str, days: tuple[str | None, str | None]) -> None:
    article = Article.of(f"They will meet {when}.")
    bound = as_bound(
        article,
        Timex(span=find(article, "March"), from_="2031-03-01", to="2031-03-31"),
        "planned",
        find(article, "meet"),
    )
    assert bound is not None
    assert (bound.from_, bound.to) == days


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Varga will meet Brask, who came last, on Monday.", "2031-03-17"),
        ("Varga will meet Brask, as agreed last Monday.", None),
        ("On Monday word came that Varga will meet Brask.", None),
        ("Varga met Brask on Monday.", "2031-03-10"),
    ],
)
def test_a_weekday_behind_what_is_planned_is_the_next(text: str, day: str | None) -> None:
    (contact,) = contacts(text, ("meet" if "will" in text else "met", ("Varga", "Brask")), on=("Monday", "2031-03-10"))
    assert (contact.on and contact.on.from_) == day


@pytest.mark.parametrize(
    ("when", "told", "days"),
    [
        ("three times since Monday", "Monday", ("2031-03-10", "2031-03-14")),
        ("before Monday", "Monday", (None, "2031-03-10")),
        ("shortly before midnight on Monday", "midnight on Monday", ("2031-03-10", "2031-03-10")),
        ("not after 3 p.m. on Monday", "3 p.m. on Monday", ("2031-03-10", "2031-03-10")),
    ],
)
def test_what_was_held_since_a_day_was_so_until_now(when: str, told: str, days: tuple[str | None, str | None]) -> None:
    article = Article.of(f"They met {when}.", published="2031-03-14T10:00:00Z")
    bound = as_bound(
        article, Timex(span=find(article, told), from_="2031-03-10", to="2031-03-10"), "held", find(article, "met")
    )
    assert bound is not None
    assert (bound.from_, bound.to) == days


@pytest.mark.parametrize(("named", "last"), [("supper", "2031-03-10"), ("met", None)])
def test_what_its_day_names_was_on_that_day(named: str, last: str | None) -> None:
    article = Article.of("After Monday’s supper she met Brask.", published="2031-03-14T10:00:00Z")
    monday = Timex(span=find(article, "Monday"), from_="2031-03-10", to="2031-03-10")
    bound = as_bound(article, monday, "held", find(article, named))
    assert bound is not None
    assert (bound.from_, bound.to) == ("2031-03-10", last)


@pytest.mark.parametrize(
    ("text", "trigger", "when", "has_day"),
    [
        ("Varga's visit for preparations before the summit in June goes on.", "visit", "June", False),
        ("Varga's visit in June goes on.", "visit", "June", True),
        ("The visit was the first by Varga since the flood of June.", "visit", "June", False),
        ("The visit was the first by Varga since the flood on June 3.", "visit", "June 3", True),
        ("The visit with Varga has gone on since June.", "visit", "June", True),
        ("Varga made a visit at the summit in June.", "visit", "June", True),
        ("It will be the second visit of Varga this year.", "visit", "this year", False),
        ("Varga made a visit for the second time this year.", "visit", "this year", True),
        ("Varga met Brask, the Courier reported on Monday.", "met", "Monday", False),
        ("Varga met Brask, a spokesman for the minister said on Monday.", "met", "Monday", False),
        ("Varga met Brask, the mayor of Telva, on Monday.", "met", "Monday", True),
        ("Varga met Brask on Monday, the Courier reported.", "met", "Monday", True),
        ("Varga told reporters on Monday that Brask had met him.", "met", "Monday", False),
        ("Varga told reporters on Monday after talks with Brask.", "talks", "Monday", True),
        ("Varga said on Monday when he met Brask that he would stay.", "met", "Monday", True),
        ("Varga said on Monday when asked if he had met Brask.", "met", "Monday", False),
        ("Varga had a call with Brask and will fly to Sarn in June.", "call", "June", False),
        ("The talks with Brask failed and will be held anew in June.", "talks", "June", True),
        ("Varga held talks on a plan presented by Brask in June.", "talks", "June", False),
    ],
)
def test_the_day_of_what_is_prepared_or_of_the_report_is_not_that_of_a_contact(
    text: str, trigger: str, when: str, has_day: bool
) -> None:
    article = Article.of(text, published="2031-03-14")
    told = Timex(span=find(article, when), from_="2031-03-10", to="2031-03-10")
    encounter = Encounter(trigger=find(article, trigger), kind="visit", parties=())
    assert (day_of(article, (0, len(text)), encounter, lambda span: told) == told) is has_day


def test_a_contact_is_not_on_the_day_of_the_dateline() -> None:
    text = "SARN, March 14 (Lantern) - Talks with Brask will resume on Thursday."
    article = Article.of(text, published="2031-03-14")
    dateline, told = (
        Timex(span=find(article, words), from_=day, to=day)
        for words, day in (("March 14", "2031-03-14"), ("Thursday", "2031-03-20"))
    )
    encounter = Encounter(trigger=find(article, "Talks"), kind="talks", parties=())
    found = day_of(article, (0, len(text)), encounter, lambda span: told if span == told.span else dateline)
    assert found == told


def test_the_day_of_the_next_sentence_is_that_of_something_else() -> None:
    text = "It will be their first meeting. They spoke in July."
    article = Article.of(text, published="2031-03-14")
    told = Timex(span=find(article, "in July"), from_="2030-07-01", to="2030-07-31")
    encounter = Encounter(trigger=find(article, "meeting"), kind="meeting", parties=(), when=find(article, "in July"))
    assert (
        day_of(article, (0, text.index(" They")), encounter, lambda span: told if span == told.span else None) is None
    )
