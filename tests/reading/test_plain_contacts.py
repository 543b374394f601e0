"""What words say plainly of a contact: refused, off, only possible, or none at all."""

from __future__ import annotations

import pytest

from reportedly.reading.contacts.plainly import Plain, broken_off, plainly


def place(text: str, trigger: str) -> tuple[tuple[int, int], tuple[int, int]]:
    """The whole text as the sentence, and where the words for the contact stand in it."""
    at = text.index(trigger)
    return (0, len(text)), (at, at + len(trigger))


@pytest.mark.parametrize(
    ("text", "trigger", "plain"),
    [
        ("Varga will not meet Brask in Sarn.", "meet", "refused"),
        ("Varga won’t be meeting with Brask.", "meeting", "refused"),
        ("Varga had no immediate plans for talks with Brask.", "talks", "refused"),
        ("Varga is not going to visit Sarn.", "visit", "refused"),
        ("Varga does not want to hold direct talks with Brask.", "talks", "refused"),
        ("Varga cannot receive Brask.", "receive", "refused"),
        ("Varga would never agree to meet Brask.", "meet", "refused"),
        ("Varga refused to take a call from Brask.", "call", "refused"),
        ("Varga rejected a request by Brask for a meeting.", "meeting", "refused"),
        ("Varga turned down Brask's invitation to visit Sarn.", "visit", "refused"),
        ("Varga ruled out any further talks with Brask.", "talks", "refused"),
        ("Varga is being received by Brask in Sarn.", "received", "held"),
        ("Varga and Brask are now meeting in Sarn.", "meeting", "held"),
        ("Varga is meeting Brask in Sarn on Friday.", "meeting", None),
        ("Varga held no fewer than three meetings with Brask.", "meetings", None),
        ("It was no ordinary meeting between Varga and Brask.", "meeting", None),
        ("Varga held No 10 talks with Brask.", "talks", None),
        ("Varga did not fail to meet Brask.", "meet", None),
        ("Varga snubbed Brask.", "snubbed", "refused"),
        ("A meeting with Brask, proposed by the hosts, was turned down by Varga.", "meeting", "refused"),
        ("A request by Brask to see her on Monday has been turned down.", "see", "refused"),
        ("The meeting ended after the plan was turned down.", "meeting", None),
        ("Varga was again denied a meeting with Brask.", "meeting", "refused"),
        ("Varga has asked Gov. Brask for a meeting.", "meeting", "possible"),
        ("A call between Varga and Brask is not planned for this week.", "call", "none"),
        ("Varga told the family not to attend a meeting with Brask.", "meeting", "none"),
        ("Varga called on all friends not to meet Brask.", "meet", "none"),
        ("Varga asked to be received by Brask.", "received", "possible"),
        ("Varga hopes to meet Brask on Monday.", "meet", "possible"),
        ("Varga demands a meeting with Brask.", "meeting", "possible"),
        ("Varga requested a meeting with Mr. Brask, which took place on Monday.", "meeting", None),
        ("Varga did not ask to meet Brask.", "meet", None),
        ("There will be no meeting with Brask.", "meeting", "refused"),
        ("Varga will visit neither Sarn nor Olden.", "visit", "refused"),
        ("Varga called off talks with Brask.", "talks", "cancelled"),
        ("Varga called off talks with Brask.", "called", "cancelled"),
        ("Varga pulled out of a breakfast with Brask.", "breakfast", "cancelled"),
        ("Varga scrapped plans to visit Sarn.", "visit", "cancelled"),
        ("Varga will not meet Brask on Monday after all.", "meet", "cancelled"),
        ("Varga and Brask did not meet on Monday as planned.", "meet", "cancelled"),
        ("Varga will no longer meet Brask.", "meet", "cancelled"),
        ("A visit by Vale, the envoy, pencilled in for June, has been struck from the diary.", "visit", "cancelled"),
        ("The talks on grain, which were to be held in Sarn, were called off.", "talks", "cancelled"),
        ("Varga, whose call with Brask was put off, will write to him.", "call", "cancelled"),
        ("After talks with Brask, the flight was cancelled.", "talks", None),
        ("The talks about the flights that were cancelled went on.", "talks", None),
        ("The talks with Brask ended in anger and the next round was cancelled.", "talks", None),
        ("Varga never met Brask.", "met", "none"),
        ("The ministers have not yet met, Varga said.", "met", "none"),
        ("Varga has yet to meet Brask.", "meet", "none"),
        ("Varga would not have met Brask.", "met", "none"),
        ("Varga failed to meet Brask.", "meet", "none"),
        ("Varga is not due to meet Brask.", "meet", "none"),
        ("Varga did not hold talks with Brask.", "talks with", "none"),
        ("Varga did not hold talks with Brask.", "did not hold", "none"),
        ("Varga denied having met Brask.", "met", "none"),
        ("Varga denied reports that he had secretly met Brask.", "met", "none"),
        ("Varga denied that he met Brask.", "met", "none"),
        ("Varga left without meeting Brask.", "meeting", "none"),
        ("There was no meeting between Varga and Brask.", "meeting", "none"),
        ("There are no plans for a meeting.", "meeting", "none"),
        ("Neither Varga nor Brask met the envoy.", "met", "none"),
        ("It is unclear whether Varga met Brask.", "met", "none"),
        ("It is unclear whether Varga will meet Brask.", "meet", "possible"),
        ("In a letter to Brask, Varga wrote that she would leave.", "letter", "held"),
        ("In Ada Varga's letter to Brask the mission is to go by June.", "letter", "held"),
        ("Varga will say so in a letter to Brask.", "letter", None),
        ("Varga has told Brask by letter that the winter would be hard.", "letter", "held"),
        ("Varga will tell Brask by letter.", "letter", None),
        ("Varga did not rule out talks with Brask.", "talks", "possible"),
        ("Varga might meet Brask on Friday.", "meet", "possible"),
        ("Varga invited Brask to talks in Sarn.", "talks", "possible"),
        ("Varga invited Brask to Sarn.", "invited", "possible"),
        ("Varga will not meet Brask until Monday.", "meet", None),
        ("Varga did not only meet Brask.", "meet", None),
        ("Varga did not deny that he had met Brask.", "met", None),
        ("Varga will not cancel his visit to Sarn.", "visit", None),
        ("Varga threatened to pull out of the talks.", "talks", None),
        ("The postponed talks with Brask will go on.", "talks", None),
        ("Varga refused to discuss the meeting.", "meeting", None),
        ("Varga will not attend the talks of Sarn and Olden.", "talks", None),
        ("No date has been set for the meeting.", "meeting", None),
        ("Varga had not been told of the meeting.", "meeting", None),
        ("Varga accepted an invitation to visit Sarn.", "visit", None),
        ("Varga will meet Brask.", "meet", None),
    ],
)
def test_some_words_leave_nothing_to_be_weighed(text: str, trigger: str, plain: Plain | None) -> None:
    assert plainly(text, *place(text, trigger)) == plain


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Varga was to meet Brask on Friday, but the meeting was cancelled.", "cancelled"),
        ("Varga had planned to meet Brask; it has since been put off.", "cancelled"),
        ("Varga was due to meet Brask, but Brask pulled out.", "cancelled"),
        ("Varga asked to meet Brask, but he turned her down.", "refused"),
        ("Varga asked to meet Brask and was refused.", "refused"),
        ("Varga was to meet Brask on Friday; Brask called it off.", "cancelled"),
        ("Varga will meet Brask on Friday, but the concert was cancelled.", None),
        ("Varga will meet Brask on Friday, and Vale said no agreement was expected.", None),
        ("Varga will meet Brask after their talks in May were called off.", None),
    ],
)
def test_what_was_to_be_can_be_off_in_the_same_sentence(text: str, status: str | None) -> None:
    assert broken_off(text, *place(text, "meet")) == status


def test_what_was_to_be_can_be_off_in_the_next_sentence() -> None:
    text = "Varga was to face Brask on Friday. The hearing has been put off. The trip was not."
    assert broken_off(text, (0, text.index(" The hearing")), (text.index("face"), text.index(" Brask"))) == "cancelled"
    assert broken_off(text, (0, text.index(" The trip")), (text.index("hearing"), text.index(" has"))) is None


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Varga cancelled a trip to Sarn, where she was to meet Brask.", "cancelled"),
        ("Varga cancelled a trip to Sarn, where she was born, to meet Brask.", None),
    ],
)
def test_what_was_to_be_is_off_where_somebody_calls_it_so(text: str, status: Plain | None) -> None:
    end = text.index(". ") + 1 if ". " in text else len(text)
    assert broken_off(text, (0, end), (text.index("meet"), text.index(" Brask"))) == status
