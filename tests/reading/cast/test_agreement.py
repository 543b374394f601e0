from __future__ import annotations

import pytest

from reportedly.reading.cast.agreement import bounds_of, countries_differ, differ, parties_differ


@pytest.mark.parametrize(
    ("asked", "held"),
    [
        ("the vice president", "President"),
        ("the governor", "the deputy governor"),
        ("the Israeli leader", "the leader of the Harbour League"),
        ("the president of Orlena", "Norrheim President"),
        ("the Democratic senator", "Republican Senator"),
    ],
)
def test_what_is_asked_is_not_what_is_held(asked: str, held: str) -> None:
    assert differ(bounds_of(asked), bounds_of(held))


@pytest.mark.parametrize(
    ("asked", "held"),
    [
        ("the president", "Norrheim President"),
        ("the Talveran leader", "Talvera's Prime Minister"),
        ("the British minister", "London's minister"),
        ("the U.S. secretary of state", "Secretary of State"),
        ("the foreign minister", "Foreign Minister"),
        ("the former vice president's aide", "aide"),
    ],
)
def test_what_is_asked_may_be_what_is_held(asked: str, held: str) -> None:
    assert not differ(bounds_of(asked), bounds_of(held))


def test_countries_and_parties_differ_only_where_both_are_told() -> None:
    german, iranian, nobody = map(bounds_of, ("the German", "Iranian envoy", "the envoy"))
    assert countries_differ(german, iranian)
    assert not countries_differ(german, nobody)
    assert parties_differ(bounds_of("the Democrat"), bounds_of("GOP donor"))
    assert not parties_differ(bounds_of("the Republican"), bounds_of("GOP donor"))


def test_a_former_holder_is_told() -> None:
    assert bounds_of("the former mayor").past
    assert not bounds_of("the former mayor's aide").past
