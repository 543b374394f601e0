from __future__ import annotations

import numpy as np
import pytest

from reportedly.trace.contrasts import CONTRASTS, contrasts_of
from reportedly.trace.kinship import Kinship
from reportedly.trace.matching import FEATURES, Comparison, Weighing
from tests.trace.tellings import ENGINEERS, VALE, Hop, Line, article, tell

MORNING, NOON = "2031-03-03T08:00:00Z", "2031-03-03T12:00:00Z"
MARSH = Hop(name="Jo Marsh")


def contrasts(earlier: Line | str, later: Line | str, *, linear: bool = True) -> dict[str, float]:
    """The contrasts of two statements by name; words alone are Vale's."""
    lines = [Line(content=one, hops=(VALE,)) if isinstance(one, str) else one for one in (earlier, later)]
    told = tell(article("A", MORNING, lines[0]), article("B", NOON, lines[1]))
    (row,) = contrasts_of(told, [(0, 1)], [linear], [True])
    return dict(zip(CONTRASTS, map(float, row), strict=True))


@pytest.mark.parametrize(
    ("earlier", "later", "same", "one"),
    [
        ("Nine skippers were fined at the quay", "Ninety skippers were fined at the quay", 1, 1),
        ("The quake had a magnitude of 6.9 there", "A magnitude of 9.6 was measured there", 1, 1),
        ("Nine skippers were fined at the quay", "The repairs of the quay cost 12 crowns", 0, 1),
        ("Nine skippers lost two boats", "Ninety skippers lost three nets", 1, 0),
        ("Nine skippers were fined", "Nine skippers were fined twice", 0, 0),
        ("Skippers were fined", "Ninety skippers were fined", 0, 0),
    ],
)
def test_numbers_differ_where_they_count_one_thing(earlier: str, later: str, same: float, one: float) -> None:
    found = contrasts(earlier, later)
    assert (found["number_of_one_thing"], found["one_number"]) == (same, one)
    assert found["one_number_of_one_thing"] == same * one
    assert bool(found["number_alike"]) == bool(found["contrast"]) == bool(same)


def test_a_number_that_fewer_articles_have_is_the_rarer_one() -> None:
    told = tell(
        article("A", MORNING, Line(content="Nine skippers were fined", hops=(VALE,))),
        article("B", MORNING, Line(content="Nine skippers paid", hops=(MARSH,))),
        article("C", NOON, Line(content="Ninety skippers were fined", hops=(VALE,))),
    )
    there, back = contrasts_of(told, [(0, 2), (2, 0)], [True, True], [True, True])
    rarer, commoner = CONTRASTS.index("number_rarer"), CONTRASTS.index("number_commoner")
    assert there[rarer] == back[commoner] > 0
    assert there[commoner] == back[rarer] == 0


@pytest.mark.parametrize(
    ("name", "earlier", "later"),
    [
        ("negated_alike", "The quay was closed on Monday", "The quay was not closed on Monday"),
        ("may_to_firm", "The harbour may close the quay", "The harbour will close the quay"),
        ("firm_to_may", "The harbour will close the quay", "The harbour may close the quay"),
        ("ahead_to_done", "The ministers will visit the quay", "The ministers have visited the quay"),
        ("done_to_ahead", "The ministers have visited the quay", "The ministers will visit the quay"),
        ("one_swapped", "The harbour fined nine skippers", "The harbour praised nine skippers"),
        ("other_names", "The ship of Ruvia sank", "The ship of Valdoria sank"),
    ],
)
def test_words_that_are_alike_differ_in_one_thing(name: str, earlier: str, later: str) -> None:
    assert contrasts(earlier, later)[name] > 0
    assert not any(contrasts(earlier, earlier).values())


def test_other_words_beside_the_same_mood_are_no_change_of_it() -> None:
    found = contrasts("The harbour may close the quay", "The mayor will open a school")
    assert found["may_to_firm"] == found["negated_alike"] == found["one_swapped"] == 0


def test_who_is_given_as_the_speaker_where_another_spoke() -> None:
    words = "Nine skippers were fined at the quay"
    unnamed = Line(content=words, hops=(ENGINEERS,), sourcing="unnamed")
    confirms = Line(content=words, hops=(VALE,), act="confirm", cue="confirmed")
    found = contrasts(unnamed, confirms)
    assert found["speaker_swapped"] == found["speaker_only_here"] == found["confirmed_instead"] == 1
    assert contrasts(unnamed, confirms, linear=False)["speaker_swapped"] == 0
    through = Line(content=words, hops=(MARSH, VALE))
    assert contrasts(Line(content=words, hops=(MARSH,)), through)["speaker_swapped"] == 0
    assert contrasts(unnamed, Line(content=words, hops=(VALE,)))["confirmed_instead"] == 0


def test_a_denial_of_the_same_words() -> None:
    denies = Line(content="Nine skippers were fined", hops=(MARSH,), act="deny", cue="denied")
    found = contrasts("Nine skippers were fined", denies)
    assert found["denied_alike"] == found["contrast"] == 1
    assert contrasts("The school was opened", denies)["denied_alike"] == 0


def test_contrasts_are_the_last_features_of_a_pair() -> None:
    told = tell(
        article("A", MORNING, Line(content="Nine skippers were fined", hops=(VALE,))),
        article("B", NOON, Line(content="Ninety skippers were fined", hops=(VALE,))),
    )
    (row,) = Comparison(Weighing.of(told), Kinship.of([]), {}).compare(told, [(0, 1)])
    assert row.shape == (len(FEATURES),)
    assert FEATURES[-len(CONTRASTS) :] == CONTRASTS
    assert row[FEATURES.index("number_of_one_thing")] == 1


def test_opposite_meanings_are_no_best_match() -> None:
    told = tell(
        article("A", MORNING, Line(content="Skippers dance", hops=(VALE,))),
        article("B", NOON, Line(content="Tickets cost much", hops=(MARSH,))),
    )
    places = [(one.place.article, one.place.statement) for one in told]
    vectors = {places[0]: np.ones(1, np.float32), places[1]: -np.ones(1, np.float32)}
    (row,) = Comparison(Weighing.of(told), Kinship.of([]), vectors).compare(told, [(0, 1)])
    assert row[FEATURES.index("best_of_all")] == 0
