"""When an actor of the gold is one actor of a reading, alone, and of the right kind."""

from __future__ import annotations

from typing import Any

import pytest

from evaluation.cast import figures, judged, unknown

TEXT = "Ada Renn met the minister. Renn left; he stayed. The Lantern wrote."
STORY: dict[str, Any] = {
    "actors": [
        {"id": "A1", "name": "Ada Renn", "kind": "person", "aliases": []},
        {"id": "A2", "name": None, "kind": "person", "aliases": ["the minister"]},
    ]
}


def at(*words: str) -> list[dict[str, Any]]:
    """The places of these words, each behind the one before it."""
    found, begin = [], 0
    for word in words:
        start = TEXT.index(word, begin)
        begin = start + len(word)
        found.append({"start": start, "end": begin, "text": word})
    return found


def gold() -> dict[str, Any]:
    told = [("A1", "Ada Renn"), ("A2", "the minister"), ("A1", "Renn"), ("A2", "he")]
    places = at(*(words for _, words in told))
    return {
        "id": "one",
        "text": TEXT,
        "mentions": [
            {"actor": actor, "span": [place["start"], place["end"]]}
            for (actor, _), place in zip(told, places, strict=True)
        ],
    }


def reading(*casts: tuple[str, list[dict[str, Any]]]) -> dict[str, Any]:
    return {
        "actors": [
            {"id": f"a{number}", "kind": kind, "name": None, "mentions": mentions}
            for number, (kind, mentions) in enumerate(casts, 1)
        ]
    }


RENN = at("Ada Renn")
LATER = at("Ada Renn", "Renn")[1:]
MINISTER = at("minister")  # nearly "the minister"
HE = at("left", "he")[1:]
WRONG = dict.fromkeys(("found", "right"), False)
RIGHT = dict.fromkeys(("found", "as one", "alone", "kind", "right"), True)


@pytest.mark.parametrize(
    ("casts", "renn", "minister"),
    [
        ([("person", RENN + LATER), ("person", MINISTER)], RIGHT, RIGHT),
        ([("person", RENN), ("person", LATER)], {**RIGHT, "as one": False, "right": False}, WRONG),
        ([("group", RENN + LATER)], {**RIGHT, "kind": False, "right": False}, WRONG),
        (
            [("person", RENN + MINISTER)],
            {**RIGHT, "alone": False, "right": False},
            {**RIGHT, "alone": False, "right": False},
        ),
        ([("person", RENN + HE), ("person", MINISTER)], RIGHT, RIGHT),  # pronouns tell nothing
    ],
)
def test_marks(casts: list[Any], renn: dict[str, bool], minister: dict[str, bool]) -> None:
    found = {one.words[0]: one.marks for one in judged(STORY, gold(), reading(*casts))}
    assert found == {"Ada Renn": renn, "the minister": minister}


def test_actors_that_the_gold_does_not_have() -> None:
    made = reading(("person", RENN), ("outlet", at("The Lantern")))
    assert [actor["id"] for actor in unknown(gold(), made)] == ["a2"]


def test_without_a_name_one_and_several_are_alike() -> None:
    group = {"actors": [{"id": "A1", "name": None, "kind": "group", "aliases": ["Ada Renn"]}, STORY["actors"][1]]}
    made = reading(("person", RENN), ("group", LATER), ("organisation", MINISTER))
    assert [one.marks["right"] for one in judged(group, gold(), made)] == [True, False]


def test_figures_count_what_was_asked() -> None:
    counted = {f.name: f.counts for f in figures(judged(STORY, gold(), reading(("group", RENN))), [True, False])}
    assert counted == {
        "found": "1 of 2", "as one": "1 of 1", "alone": "1 of 1", "kind": "0 of 1", "right": "0 of 2",
        "known": "1 of 2",
    }  # fmt: skip


def test_a_line_tells_what_is_wrong() -> None:
    (renn, minister) = judged(STORY, gold(), reading(("group", RENN + MINISTER)))
    assert (
        renn.line == "one: alone, kind: person 'Ada Renn' (Ada Renn, Renn) is a1 group None × 1 | with ['the minister']"
    )
    assert minister.line.startswith("one: alone: person None (the minister) is a1 group None × 1 | with Ada Renn")
