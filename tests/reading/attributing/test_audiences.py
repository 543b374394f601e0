from __future__ import annotations

import pytest

from reportedly.reading.attributing.audiences import with_audiences
from reportedly.reading.attribution import Attribution, Mention
from reportedly.records import ActorKind, Article
from tests.byhand import attribution, find


def told(text: str, *mentions: str, marked: str | None = None, cue: str = "told") -> list[str]:
    article = Article.of(text, id="one", language="en")
    given = Attribution(
        source=find(article, "Voss"), cue=find(article, cue), content=(find(article, "it was over"),),
        addressees=() if marked is None else (find(article, marked),), form="indirect",
    )  # fmt: skip
    (found,) = with_audiences(article, [given], [Mention(span=find(article, m), kind=None) for m in mentions])
    return [span.text for span in found.addressees]


@pytest.mark.parametrize(
    ("behind", "audience"),
    [
        ("a rally in Elm Harbour that", "a rally in Elm Harbour"),
        ("a parliamentary hearing on Monday", "a parliamentary hearing"),
        ("stunned party members", "stunned party members"),
        ("the court", "the court"),
        ("the Elm Harbour court", None),
        ("the Elm court on Monday", "the Elm court"),
        ("a packed room that", "a packed room"),
        ("his nation on Friday", "his nation"),
        ("friends", "friends"),
        ("council leader Ada Renn", None),
        ("how friends had wept;", None),
        ("nobody", None),
        ("them", None),
    ],
)
def test_the_people_or_the_gathering_behind_a_cue_of_telling_are_told(behind: str, audience: str | None) -> None:
    assert told(f"Voss told {behind} it was over.") == ([] if audience is None else [audience])


def test_only_telling_has_listeners_and_only_outside_what_is_told() -> None:
    assert told("Voss recalled friends it was over.", cue="recalled") == []
    assert told("Voss wrote in a brief letter to staff that it was over.", cue="wrote") == ["staff"]
    assert told("Voss told friends it was over.", "friends") == []  # who is marked is seen to elsewhere
    assert told("Voss told her friends it was over.", "her") == ["her friends"]
    article = Article.of("Voss told friends.", id="one", language="en")
    given = attribution(article, "Voss", "told", ["friends"])
    assert with_audiences(article, [given], []) == [given]


@pytest.mark.parametrize(
    ("where", "audience"),
    [
        ("before the senate", ["the senate"]),
        ("in the Dáil on Tuesday", ["the Dáil"]),
        ("on Tuesday in parliament", ["parliament"]),
        ("at a hearing of the budget committee", ["the budget committee"]),
        ("at a closed briefing for lawmakers", ["lawmakers"]),
        ("at a noisy rally in Elm", ["a noisy rally"]),
        ("at her daily briefing on Monday", ["her daily briefing"]),
        ("at a briefing on whales", []),
        ("in Parliament Square", []),
        ("in the garden", []),
        ("at a meeting of minds", []),
    ],
)
def test_who_declares_something_before_a_gathering_tells_it(where: str, audience: list[str]) -> None:
    assert told(f"Voss declared {where} that it was over.", cue="declared") == audience
    assert told(f"It rained and it was over, said Voss {where}.", cue="said") == audience
    assert told(f"Voss thinks {where} that it was over.", cue="thinks") == []


@pytest.mark.parametrize(
    ("text", "marked", "mentions", "whole"),
    [
        ("Voss told a farmers' fair it was over.", "a farmers", [], "a farmers' fair"),
        ("Voss told a harbour rally it was over.", "a harbour", [], "a harbour rally"),
        ("Voss told a news conference it was over.", "a news", [], "a news conference"),
        ("Voss told a neighbour Ulm knew: it was over.", "a neighbour", ["Ulm"], "a neighbour"),
        ("Voss told the farmers it was over.", "the farmers", [], "the farmers"),
    ],
)
def test_whoever_is_told_is_told_in_full(text: str, marked: str, mentions: list[str], whole: str) -> None:
    assert told(text, *mentions, marked=marked) == [whole]


@pytest.mark.parametrize(
    ("text", "audience"),
    [
        ("In a memo to employees, Voss said it was over.", ["employees"]),
        ("ELM, Nov 24 - In a long speech to party members, Voss said it was over.", ["party members"]),
        ("Speaking to lawmakers on Tuesday, Voss said it was over.", ["lawmakers"]),
        ("Testifying before the Senate banking committee, Voss said it was over.", ["the Senate banking committee"]),
        ("Voss, addressing students in Elm, said it was over.", ["students in Elm"]),
        ("In a speech to mark the day, Voss said it was over.", []),
        ("In a memo to employees, Voss had been said to wait. It was over; it was over.", []),
        ("In a memo to employees nothing new stood. Voss said it was over.", []),
    ],
)
def test_who_gets_a_memo_or_hears_a_speech_at_the_head_of_a_sentence_is_told(text: str, audience: list[str]) -> None:
    cue = "had been said" if "had been said" in text else "said"
    assert told(text, cue=cue) == audience


@pytest.mark.parametrize(
    ("behind", "audience"),
    [
        ("farmers that", ["farmers"]),
        ("reforms that", []),
        ("farmers’ pay that", []),
        ("her voters that", ["her voters"]),
    ],
)
def test_people_are_promised_what_stands_behind_them(behind: str, audience: list[str]) -> None:
    assert told(f"Voss promised {behind} it was over.", cue="promised") == audience


@pytest.mark.parametrize(
    "when",
    [
        "parliament voted", "the inquiry began", "the jury’s verdict", "the crew left the court",
        "the senate committee met", "the Senate Finance panel",
    ],
)  # fmt: skip
def test_what_comes_before_a_court_acts_is_not_told_to_it(when: str) -> None:
    assert told(f"Voss said before {when} that it was over.", cue="said") == (
        ["the Senate Finance panel"] if when.endswith("panel") else []
    )


def test_who_testifies_does_so_before_a_committee() -> None:
    assert told("Voss testified before the senate committee that it was over.", cue="testified") == [
        "the senate committee"
    ]
    assert told("Voss testified before the committee room was full that it was over.", cue="testified") == []


@pytest.mark.parametrize(("kind", "name"), [("outlet", "Channel Four"), ("person", "Daybreak")])
def test_a_programme_is_told_as_the_outlet_whose_it_is(kind: ActorKind, name: str) -> None:
    article = Article.of("Voss told Channel Four's “Daybreak” it was over.", id="one", language="en")
    given = Attribution(
        source=find(article, "Voss"), cue=find(article, "told"), content=(find(article, "it was over"),),
        addressees=(find(article, "Daybreak"),), form="indirect",
    )  # fmt: skip
    mentions = [
        Mention(span=find(article, "Channel Four"), kind="outlet"), Mention(span=find(article, "Daybreak"), kind=kind),
    ]  # fmt: skip
    (found,) = with_audiences(article, [given], mentions)
    assert [span.text for span in found.addressees] == [name]
