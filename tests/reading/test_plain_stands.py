"""What words say plainly of a stand, and what a stand is on, in words that can be printed."""

from __future__ import annotations

import time

import pytest

from reportedly.reading.positions.conditions import conditioned, is_a_condition
from reportedly.reading.positions.cues import (
    conditional,
    judges,
    left_open,
    negates,
    strictly_conditional,
    thinks,
    weighs,
)
from reportedly.reading.positions.plain import Plain
from reportedly.reading.positions.plainly import by_words, named
from reportedly.reading.positions.targets import stood_on, target_in
from reportedly.reading.positions.threats import threatened
from reportedly.reading.positions.told_by_cues import by_cue


def told(plain: Plain | None, words: str) -> tuple[str | None, str | None]:
    """The stance and the words that it is on."""
    if plain is None:
        return None, None
    end = len(words) if plain.stop is None else plain.stop
    return plain.stance, target_in(words[:end], plain.skip, end)


@pytest.mark.parametrize(
    ("cue", "content", "stance", "target"),
    [
        ("is campaigning against", "plans to fill the canal", "against", "plans to fill the canal"),
        ("will not support", "the toll", "against", "the toll"),
        ("doesn’t support", "changing the rules of the lock", "against", "changing the rules of the lock"),
        ("pushed back on", "those charges", "against", "those charges"),
        ("called Monday for", "the keeper to resign", "for", "the keeper to resign"),
        ("called", "to protest outside the hall", "for", "protest outside the hall"),
        ("called", "to protest against the toll", "against", "the toll"),
        ("vowed", "to impose a toll on barges", "for", "impose a toll on barges"),
        ("promised", "to reject bad contracts", "against", "bad contracts"),
        ("vowed", "that her party's deputies will reject any toll", "against", "any toll"),
        ("refused", "to support a second lock", "against", "a second lock"),
        ("refused to pledge", "to open the lock", "against", "open the lock"),
        ("asked", "to drain the basin", "for", "drain the basin"),
        ("called", "to ban barges from the basin", "for", "ban barges from the basin"),
        ("did not rule out", "a second lock", "undecided", "a second lock"),
        ("vowed", "to fight the toll", "against", "the toll"),
        ("vowed", "to fight on", "for", "fight"),
        ("vowed", "to fight all the way to the lock", "for", "fight all the way to the lock"),
        ("vowed", "to fight the election", "for", "fight the election"),
        ("promised", "never again to drain the basin", "against", "drain the basin"),
        ("urged boatmen", "to stay away from the lock", "against", "the lock"),
        ("wants", "the clause removed", "against", "the clause"),
        ("wants", "the request turned down", "against", "the request"),
        ("urged the town", "to reverse its refusal of licences", "against", "its refusal of licences"),
        ("called on the port", "not to scrap the ferry", "for", "the ferry"),
        ("has called for", "the keeper to go", "against", "the keeper"),
        ("wants", "the last barge to be gone by May", "against", "the last barge"),
        ("wants", "the keeper to go to the lock", "for", "the keeper to go to the lock"),
        ("is for", "staying out", "for", "staying out"),
        ("demanded", "that the toll be scrapped", "against", "the toll"),
        ("called for", "the ferry to be suspended", "against", "the ferry"),
        ("wants", "the invitation to Ms. Renn withdrawn", "against", "the invitation to Ms. Renn"),
        ("wants", "the last barge to be out of the basin by May", "against", "the last barge"),
        ("urged", "every boatman in Brask to refuse to sail", "against", "sail"),
        ("asked", "the council to scrap the fair", "against", "the fair"),
        ("asked", "the council to mend the lock", "for", "the council to mend the lock"),
        ("begged", "the town not to sell the lock", "against", "sell the lock"),
        ("would prefer", "the toll not to be raised", "against", "the toll"),
        ("demanded", "that Orlen cancel the fair", "against", "the fair"),
        ("demanded", "that the mayor stay out of the quarrel", "against", "the quarrel"),
        ("wants", "nothing to do with the ferry", "against", "the ferry"),
        ("supports", "the right to refuse the toll", "for", "the right to refuse the toll"),
        ("vetoed the plan", "to keep the lock", "against", "keep the lock"),
        ("rejected all calls for", "a second lock", "against", "a second lock"),
        ("wants", "not one barge to pass the lock", "against", "barge to pass the lock"),
        ("has not endorsed", "the mayor", None, "the mayor"),
        ("never called for", "a ban", None, "a ban"),
        ("urged boatmen", "to vote no on the toll", "against", "the toll"),
        ("has urged others", "to vote the toll down", "against", "the toll"),
        ("urged boatmen", "to call the strike off", "against", "the strike"),
        ("would appeal against", "the toll", "against", "the toll"),
        ("is minded", "to refuse a licence", "against", "a licence"),
        ("is open to", "a second lock", "undecided", "a second lock"),
        ("is not convinced by", "a second lock", "undecided", "a second lock"),
        ("has yet to take a position on", "a second lock", "undecided", "a second lock"),
        ("has full confidence in", "the lock keeper", "for", "the lock keeper"),
        ("has lost confidence in", "the lock keeper", "against", "the lock keeper"),
        ("is considering", "a second lock", "undecided", "a second lock"),
        ("could live with", "the toll", "for", "the toll"),
        ("is sceptical of", "the toll", "against", "the toll"),
        ("is sticking with", "the toll", "for", "the toll"),
        ("promised", "her men would not touch the swans", "against", "touch the swans"),
        ("has no desire", "to drain the basin", "against", "drain the basin"),
        ("wants", "to be crystal clear", None, "be crystal clear"),
        ("have thrown their support behind", "the mayor", "for", "the mayor"),
        ("refused to say", "that the lock leaks", None, "the lock leaks"),
        ("was widely criticized for", "the leak", None, "the leak"),
    ],
)
def test_a_cue_tells_a_stance(cue: str, content: str, stance: str | None, target: str) -> None:
    assert told(by_cue(cue, content), content) == (stance, target)


def test_the_support_of_somebody_is_no_stand_for_him() -> None:
    assert by_words("The support of Mr. Brask", own=False) is None


def test_what_reporters_ask_is_no_stand() -> None:
    assert by_cue("asked the mayor", "to describe the lock") is None


@pytest.mark.parametrize("cue", ["said", "as opposed to", "considered", "called"])
def test_other_cues_tell_none(cue: str) -> None:
    assert by_cue(cue, "the canal") is None


@pytest.mark.parametrize(
    ("words", "stance", "target"),
    [
        ("they will not back the harbour bill", "against", "the harbour bill"),
        ("she is willing to sit down with the ferrymen", "for", "sit down with the ferrymen"),
        ("his party would vote against any toll", "against", "any toll"),
        ("it is considering a second lock", "undecided", "a second lock"),
        ("the port “should not wait for the boats”", "against", "wait for the boats"),
        ("the port should hire more pilots", "for", "the port should hire more pilots"),
        ("judges shouldn’t weigh in on tolls", "against", "weigh in on tolls"),
        ("a vote on the toll must not happen", "against", "a vote on the toll"),
        ("the sale of the lock must be stopped", "against", "the sale of the lock"),
        ("the sale of the lock must not be stopped", "for", "the sale of the lock"),
        ("the keeper should scrap the toll", "against", "the toll"),
        ("the keeper must not scrap the toll", "for", "the toll"),
        ("she would stop the barges", "against", "the barges"),
        ("the keeper's house must not be sold", "against", "the keeper's house"),
        ("she would decide by May whether to open the lock", "undecided", "open the lock"),
        ("the demand for a second lock was heard in Orlen", None, None),
        ("she is not against a second lock", "for", "a second lock"),
        ("they have nothing against a second lock", "for", "a second lock"),
        ("she had not offered to drain the basin", None, None),
        ("it was “totally opposed” to a second lock", "against", "a second lock"),
        ("he will fight the toll", "against", "the toll"),
        ("he has not committed to a second lock", "undecided", "a second lock"),
        ("she had taken no decision on the second lock", "undecided", "the second lock"),
        ("he is neither for nor against", "undecided", "neither for nor against"),
        ("the toll is unfair", "against", "the toll"),
        ("It is against the law to move the swans to the lock", "against", "move the swans to the lock"),
        ("There will be no further strike this year", "against", "strike this year"),
        ("she would “not open the till of any baker”", "against", "open the till of any baker"),
        ("the water rose by a foot", None, None),
        ("she'd consider a second lock", "undecided", "a second lock"),
        ("the keeper must decide if he wants a toll", None, None),
        ("barges threaten the swans", None, None),
        ("he must be doing something right", None, None),
    ],
)
def test_what_somebody_says_tells_where_he_stands(words: str, stance: str | None, target: str | None) -> None:
    assert told(by_words(words, own=True), words) == (stance, target)


@pytest.mark.parametrize(
    ("words", "stance", "target"),
    [
        ("who backs Mr. Brask", "for", "Mr. Brask"),
        ("fiercely opposed those tolls", "against", "those tolls"),
        ("voted in favor of joining the League", "for", "joining the League"),
        ("opposition to the toll", "against", "the toll"),
        ("'s enthusiasm for the new lock", "for", "the new lock"),
        ("This toll was rejected", "against", "This toll"),
    ],
)
def test_the_writer_tells_where_somebody_stands(words: str, stance: str, target: str) -> None:
    assert told(by_words(words, own=False), words) == (stance, target)


def test_another_is_no_speaker() -> None:
    assert by_words("Varga backs the toll", own=True) is None


@pytest.mark.parametrize(
    ("words", "stance", "target"),
    [
        ("the toll “a disgrace to the town”", "against", "the toll"),
        ('the keeper "an honest man"', None, None),
        ("it “the least bad lock of the lot”", None, None),
    ],
)
def test_what_something_is_called_is_a_stand_only_where_the_word_judges(
    words: str, stance: str | None, target: str | None
) -> None:
    assert told(named(words), words) == (stance, target)


def test_cues_that_show_no_stand() -> None:
    assert judges("called")
    assert not judges("called for")
    assert thinks("considered")
    assert not thinks("demanded")
    assert weighs("considered")
    assert not weighs("is considering")
    assert negates("didn’t come out and say")
    assert not negates("said")


def test_a_condition_and_an_open_mind_have_words() -> None:
    assert conditional("he would come if the lock opened")
    assert conditional("the town to drain the basin first")
    assert conditional("he would not open the lock before the swans are gone")
    assert conditional("no lock without a keeper")
    assert conditional("the lock stays shut as long as it rains")
    assert not conditional("the lock stays shut as long as necessary")
    assert not is_a_condition("as long as it takes")
    assert not conditional("the lock to be opened before the summer")
    assert not conditional("an example of why locks leak")
    assert conditional("leave, should the lock be shut")
    assert not conditional("the port should be led by boatmen")
    assert not conditional("she would not open the till of any baker")
    assert not conditional("she stands by it, for it is a first-hand account")
    assert not conditional("the town to become the first on the river to have a lock")
    assert not conditional("a second lock if necessary")
    assert strictly_conditional("only if the lock opened")
    assert strictly_conditional("made the visit conditional on a second lock")
    assert strictly_conditional("so long as the lock leaks")
    assert not strictly_conditional("if the lock opened")
    assert not strictly_conditional("said a keeper, on condition of anonymity")
    assert left_open("has not yet decided on the lock")
    assert not left_open("is uneasy about the lock")
    assert not left_open("maybe it rained")
    assert not left_open("she will meet boatmen whether they are rich or poor")


@pytest.mark.parametrize(
    ("text", "words", "target"),
    [
        (
            "She voted against a measure to extend the old toll, again.",
            "a measure to extend the",
            "a measure to extend the old toll",
        ),
        (
            "I oppose any cut to the ferry, and I told the mayor so.",
            "any cut to the ferry, and I told the mayor so",
            "any cut to the ferry",
        ),
        ("They blocked a number of lock-backed plans.", "a number of lock", "a number of lock-backed plans"),
        ("He backed the bid of Mr. Brask.", "the bid of", "the bid of Mr. Brask"),
        ("He pledged a gift of $2.5 million.", "a gift of $", "a gift of $2.5 million"),
        ("Varga's call to drain all basins.", "s call to drain all", "call to drain all basins"),
        ('She wants the lock "back on duty."', 'the lock "back on duty', "the lock back on duty"),
        ("She wants “a lock” (now).", "a lock” (now", "a lock now"),
        ("He backs the toll because it pays.", "the toll because it pays", "the toll"),
        ("It would drown the swans and raise the toll.", "and raise the toll", "raise the toll"),
        ("He wants it.", "it", None),
        ("He backed a lock, which no boatman wants.", "which", None),
        ("She backed Ada Renn in May.", "Ada", "Ada Renn"),
        ("She backed Renn Monday.", "Renn", "Renn"),
        ("She has backed the lock for years.", "the lock for years", "the lock"),
        ("She championed the boatmen’s right to strike, he says.", "the boatmen’s", "the boatmen’s right to strike"),
        ("She is for bringing back the old toll.", "bringing", "bringing back the old toll"),
        ("She voted for it on Monday.", "on Monday", None),
        ("He backs the lock and considers Orlen a fool.", "the lock and considers Orlen a fool", "the lock"),
        ("He wants more.", "more", None),
        ("He backs the lock and praised the keeper.", "the lock and praised the keeper", "the lock"),
        ("She backed the governor on Monday night.", "the governor on Monday night", "the governor"),
        ("She backed a vote on Monday.", "a vote on Monday", "a vote on Monday"),
        ("They decided to.", "to", None),
    ],
)
def test_a_target_reads_well(text: str, words: str, target: str | None) -> None:
    start = text.index(words)
    assert target_in(text, start, start + len(words)) == target


def test_a_text_that_ends_with_the_sign_names_no_target() -> None:
    text = "She said he is against"
    assert target_in(text, len(text), len(text)) is None


@pytest.mark.parametrize(
    ("before", "what"),
    [
        ("The lock is old. Varga would sign the deed, she said, but ", "sign the deed"),
        ("Varga will sell the ferry ", "sell the ferry"),
        ("Varga would be ready to meet the boatmen, “", "meet the boatmen"),
        ("Varga would ", None),
        ("Varga was tired ", None),
    ],
)
def test_what_a_condition_is_set_for_may_stand_before_it(before: str, what: str | None) -> None:
    condition = "only if the toll falls"
    assert is_a_condition(condition)
    assert conditioned(before + condition, len(before), condition) == what


@pytest.mark.parametrize(
    "much", ['"' * 20_000, " " * 20_000, "a " * 10_000, "“,”" * 7_000, "has “" * 5_000, "to vote " * 4_000]
)
def test_words_that_nobody_writes_are_soon_read(much: str) -> None:
    begun = time.process_time()
    by_words(much, own=True)
    by_cue("wants", much)
    threatened("threatened", f"to leave{much}")
    stood_on(f"the toll{much}", "conditional")
    assert time.process_time() - begun < 2  # seconds; with backtracking half a minute
