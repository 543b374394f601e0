from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from reportedly.records import Chain
from reportedly.trace import side_by_side
from reportedly.trace.side_by_side import Answers, all_as_told
from reportedly.trace.statement_encoder import ANSWERS, Floats
from tests.trace.tellings import Hop, Line, article, tell

VALE = Hop(name="Ada Vale")


def shown(content: str, cue: str = "said", hop: Hop = VALE) -> str:
    (line,) = all_as_told(tell(article("Courier", "2031-03-03", Line(content=content, hops=(hop,), cue=cue))))
    return line


def test_a_statement_is_shown_with_who_made_it_and_what_else_its_sentence_says() -> None:
    content = "The quay will be closed from Monday on"
    assert shown(content) == f"Ada Vale: {content} (… , Ada Vale said.)"
    officials = Hop(name="two officials", kind="group", unnamed=True)
    assert shown(content, hop=officials) == f"two officials: {content} (… , two officials said.)"


def test_of_a_long_sentence_the_nearest_words_are_shown() -> None:
    (line,) = all_as_told(
        tell(article("Courier", "2031-03-03", Line(content="It shuts", hops=(VALE,), cue="wept " * 40)))
    )
    assert line.startswith("Ada Vale: It shuts (… , Ada Vale wept wept")
    assert line.endswith("wept …)")
    assert len(line.split()) < 40


def test_a_denial_is_shown_as_one() -> None:
    assert shown("The quay will be closed from Monday on", cue="denied").startswith("Ada Vale denied: The quay")


def test_who_reports_what_another_denies_does_not_deny_it() -> None:
    paper = Hop(name="a paper", kind="outlet")
    denial = article("Courier", "2031-03-03", Line(content="the quay will be closed", hops=(VALE, paper), cue="denied"))
    (inside,) = denial.statements
    outlet, vale, reports = inside.chain
    vale, reports = replace(vale, cue=reports.cue), replace(reports, cue=None)
    outside = replace(inside, id="s0", chain=Chain((outlet, vale)))
    inside = replace(inside, within="s0", chain=Chain((outlet, vale, reports)))
    told = tell(replace(denial, statements=(outside, inside)))
    assert [one.denied for one in told] == [True, False]


class Encoder:
    """Says how long two lines are, and keeps what it was asked."""

    def __init__(self) -> None:
        self.asked: list[tuple[str, str]] = []

    def compare(self, pairs: list[tuple[str, str]]) -> Floats:
        self.asked += pairs
        rows = [[len(earlier), len(later)] + [0] * (ANSWERS - 2) for earlier, later in pairs]
        return np.array(rows, np.float32).reshape(len(pairs), ANSWERS)


@pytest.fixture
def encoder(monkeypatch: pytest.MonkeyPatch) -> Encoder:
    encoder = Encoder()
    monkeypatch.setattr(side_by_side, "shipped", lambda: encoder)
    return encoder


TOLD = tell(
    article("Courier", "2031-03-03", Line(content="The quay will be closed from Monday on", hops=(VALE,))),
    article("Gazette", "2031-03-04", Line(content="From Monday on the quay is going to be shut", hops=(VALE,))),
    article("Herald", "2031-03-05", Line(content="The quay is closed from Tuesday on, perhaps", hops=(VALE,))),
)


def test_what_was_said_of_a_pair_before_is_said_again_and_not_asked(encoder: Encoder) -> None:
    first = Answers()
    said = first.about(TOLD)([(0, 1), (0, 2)])
    assert set(first.made) == {"gazette-1", "herald-1"}
    again = Answers(first.made)
    assert (again.about(TOLD)([(0, 1), (0, 2)]) == said).all()
    assert len(encoder.asked) == 2
    assert again.made == first.made
    again.about(TOLD)([(1, 2)])
    assert len(encoder.asked) == 3
    assert len(again.made["herald-1"]) == 2 * len(first.made["herald-1"])


def test_the_other_way_round_is_another_question(encoder: Encoder) -> None:
    about = Answers().about(TOLD)
    assert not (about([(0, 1)]) == about([(1, 0)])).all()
    assert len(encoder.asked) == 2


def test_of_no_pairs_nothing_is_said(encoder: Encoder) -> None:
    answers = Answers()
    assert answers.about(TOLD)([]).shape == (0, ANSWERS)
    assert answers.made == {}
