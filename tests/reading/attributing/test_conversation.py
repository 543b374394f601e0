from __future__ import annotations

import pytest

from reportedly.reading.attributing.conversation import with_people, with_turns
from reportedly.reading.attribution import Attribution, Mention
from reportedly.reading.layout.turns import Turn
from reportedly.records import Article, Span
from tests.byhand import find

ARTICLE = Article.of("VALE: We are done. The port says it will open, and “not one day later”.\nRENN: So it will.")
VALE = Turn(
    find(ARTICLE, "VALE"), (find(ARTICLE, "We are done. The port says it will open, and “not one day later”."),)
)
RENN = Turn(find(ARTICLE, "RENN"), (find(ARTICLE, "So it will."),))


def said(source: str | None, cue: str | None, *content: str, within: int | None = None) -> Attribution:
    def place(words: str | None) -> Span | None:
        return None if words is None else find(ARTICLE, words)

    spans = tuple(find(ARTICLE, words) for words in content)
    return Attribution(source=place(source), cue=place(cue), content=spans, form="indirect", within=within)


def test_what_is_no_conversation_stays_as_it_was() -> None:
    found = [said("The port", "says", "it will open")]
    assert with_turns(found, ()) == found


def test_a_turn_stands_around_what_is_said_in_it() -> None:
    turn, inner, other = with_turns([said("The port", "says", "it will open")], [VALE, RENN])
    assert (turn.source, turn.content, turn.cue, turn.form, turn.within) == (
        VALE.speaker,
        VALE.words,
        None,
        "direct",
        None,
    )
    assert (inner.source, inner.within) == (find(ARTICLE, "The port"), 0)
    assert (other.source, other.within) == (RENN.speaker, None)


def test_a_part_of_a_turn_goes_and_leaves_what_stands_in_it_to_the_turn() -> None:
    part = said("VALE", None, "The port says it will open")
    nested = said("The port", "says", "it will open", within=0)
    deeper = said(None, "says", "not one day later", within=1)
    found = with_turns([part, nested, deeper], [VALE])
    assert [one.within for one in found] == [None, 0, 1]
    assert found[0].content == VALE.words


def test_a_quotation_over_two_turns_is_none() -> None:
    over = said("VALE", None, "not one day later”.\nRENN: So")
    assert [one.source for one in with_turns([over], [VALE, RENN])] == [VALE.speaker, RENN.speaker]


def test_the_colon_of_a_turn_and_its_bare_words_are_the_turn() -> None:
    colon = said("RENN", ":", "So it will.")
    bare = said("The port", None, "So it will")
    assert [one.source for one in with_turns([colon, bare], [VALE, RENN])] == [VALE.speaker, RENN.speaker]


def test_nobody_states_what_is_only_asked() -> None:
    asked = said(None, None, "it will open")
    told = said("The port", "says", "it will open")
    found = with_turns([asked, told], [RENN], [find(ARTICLE, "The port says it will open")])
    assert [one.cue and one.cue.text for one in found] == ["says", None]


def test_a_guest_tells_the_outlet_that_asks() -> None:
    answer = Turn(RENN.speaker, RENN.words, told=find(ARTICLE, "The port"))
    (told,) = with_turns([], [answer])
    assert (told.addressees, told.to_outlet) == ((find(ARTICLE, "The port"),), False)


def test_an_office_behind_a_name_says_nothing_of_its_own() -> None:
    article = Article.of("VALE, THE MINISTER: We are done. The port will open.")
    words = "We are done. The port will open."
    turn = Turn(find(article, "VALE"), (find(article, words),))
    part = Attribution(
        source=find(article, "THE MINISTER"), cue=find(article, ":"), content=(find(article, "We are done"),),
        form="indirect",
    )  # fmt: skip
    (found,) = with_turns([part], [turn])
    assert (found.source, found.content) == (turn.speaker, turn.words)


@pytest.mark.parametrize(("later", "kind"), [("DORRAN", "person"), ("ADA", "outlet")])
def test_who_speaks_under_a_full_name_and_then_its_last_word_is_no_outlet(later: str, kind: str) -> None:
    article = Article.of(f"A talk with Ada Dorran.\nADA DORRAN: So it is.\n{later}: So it will be.")
    named = Mention(span=find(article, "Ada Dorran"), kind="outlet")
    turns = [
        Turn(find(article, "ADA DORRAN"), (find(article, "So it is."),)),
        Turn(find(article, later, nth=2), (find(article, "So it will be."),)),
    ]
    assert [m.kind for m in with_people([named], turns)] == [kind]
