from __future__ import annotations

import random

import pytest

from reportedly.records import Story
from reportedly.trace.candidates import COMPARED, Candidates
from reportedly.trace.reuse import find_derivations, regressions, weigh_all
from reportedly.trace.signs import SIGNS
from reportedly.trace.traits import Traits
from tests.trace.press import APART, REWRITE, WIRE, press, reading


def test_a_reprint_and_a_rewrite_are_found_with_their_credit_and_nothing_else() -> None:
    found = {(d.from_, d.to): d for d in find_derivations(press())}
    assert set(found) == {("meridian-wire", "evening-post"), ("meridian-wire", "the-lantern")}
    assert found["meridian-wire", "evening-post"].kind == "reprint"
    assert found["meridian-wire", "the-lantern"].credited


def test_the_evidence_stands_in_both_articles_the_earlier_one_first() -> None:
    texts = {reading.article.id: reading.article.text for reading in press()}
    for derivation in find_derivations(press()):
        assert derivation.evidence
        for earlier, later in derivation.evidence:
            assert texts[derivation.from_][earlier.start : earlier.end] == earlier.text
            assert texts[derivation.to][later.start : later.end] == later.text


def test_the_order_of_the_readings_does_not_matter() -> None:
    shuffled = press()
    random.Random(0).shuffle(shuffled)
    assert set(find_derivations(shuffled)) == set(find_derivations(press()))


def test_articles_of_different_stories_are_not_compared() -> None:
    apart = [Story(id=id, headline=None, articles=(id,)) for id in ("meridian-wire", "evening-post", "the-lantern")]
    assert find_derivations(press(), apart) == ()


@pytest.mark.parametrize(
    ("wire", "rewrite"),
    [
        (None, None),
        ("2031-03-03", "2031-03-03"),
        ("2031-03-03T10:00:00+00:00", "2031-03-03"),
        ("2031-03-03", "2031-03-03T10:00:00+00:00"),
        ("2031-03-03T10:00:00+00:00", "2031-03-03T11:00:00+01:00"),
    ],
)
def test_where_the_dates_do_not_tell_a_credit_tells_the_direction(wire: str | None, rewrite: str | None) -> None:
    tied = [reading("Meridian Wire", WIRE, wire, id="z"), reading("The Lantern", REWRITE, rewrite, id="a")]
    assert {(d.from_, d.to) for d in find_derivations(tied)} == {("z", "a")}


def test_one_article_is_compared_with_a_bounded_number_of_others() -> None:
    candidates = Candidates()
    for number in range(3 * COMPARED):
        candidates.add(Traits.of(reading("Meridian Wire", WIRE + f" Number{number}", None, id=f"w{number}")))
    assert len(candidates.of(Traits.of(reading("The Lantern", REWRITE, None)))) <= COMPARED
    assert candidates.of(Traits.of(reading("Stage Weekly", "Zwölf Boxkämpfer jagen Viktor", None))) == []


def test_the_learnt_weights_are_of_signs_that_are_made() -> None:
    for regression in regressions().values():
        assert set(regression.weights) <= set(SIGNS)


def test_an_article_on_something_else_comes_from_nothing() -> None:
    assert all(d.to != "stage-weekly" for d in find_derivations([*press(), reading("Late News", APART[:40], None)]))


PHRASES = (
    "In Elswick divers found cracks somewhere, Mayor Tom Vale recalled. Ada Renn, a spokeswoman for harbours, spoke of "
    "12 million crowns. Some waited for the autumn herring season near the north quay."
)
PASSAGE = WIRE.replace("ELSWICK, March 3 (MW) — ", "").replace("Meridian Wire", "everybody")


@pytest.mark.parametrize(
    ("shared", "own", "holds"), [(PHRASES, 38, False), (PASSAGE, 32, True), (PHRASES, 22, True)]
)  # ten words a sentence of its own: the last is no long article
def test_a_long_article_that_shares_phrases_alone_is_no_excerpt(shared: str, own: int, holds: bool) -> None:
    words = ["Rope", "maker", "knots", "barrels", "beside", "lamps", "while", "gulls", "circle", "slowly"]
    apart = " ".join(" ".join(f"{word}{number}" for word in words) + "." for number in range(own))
    wire = reading("Meridian Wire", WIRE, "2031-03-03T10:00:00+00:00")
    later = reading("Late News", f"{shared} {apart}", "2031-03-04T10:00:00+00:00")
    (weighed,) = weigh_all([Traits.of(wire), Traits.of(later)])
    assert weighed.score >= regressions()["silent"].at
    assert weighed.holds is holds
    assert [derivation.kind for derivation in find_derivations([wire, later])] == ["excerpt"] * holds
