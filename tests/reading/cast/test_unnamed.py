from __future__ import annotations

import pytest

from reportedly.reading.attribution import Mention
from reportedly.reading.cast.phrases import parse
from reportedly.reading.cast.scene import Draft, Reference, Scene
from reportedly.reading.cast.unnamed import (
    akin_noun,
    count_of,
    group_before,
    member_of,
    note_source,
    same_noun,
)
from reportedly.records import Article
from tests.byhand import find


def scene_of(text: str, *words: str) -> tuple[Scene, list[Reference]]:
    article = Article.of(text)
    scene = Scene(article, [], [Mention(span=find(article, one), kind="group") for one in words])
    return scene, [scene.at[find(article, one).start, find(article, one).end] for one in words]


@pytest.mark.parametrize(
    ("words", "count"),
    [
        ("three officials", 3), ("a diplomat", 1), ("one of them", 1), ("none of them", None), ("no one", None),
        ("two people", 2),
        ("officials", None),
        ("several officials", None), ("both", 2), ("neither", 1), ("the official", 1), ("the officials", None),
        ("14 delegates", 14), ("another", 1), ("a third", 1), ("people familiar with the matter", None),
        ("other members", None),
        ("74 percent of likely voters", None),
        ("a chorus of senators", None),
        ("a number of diplomats", None),
        ("a group of three aides", 3),
        ("a dozen aides", 12),
        ("two dozen aides", 24),
    ],
)  # fmt: skip
def test_count(words: str, count: int | None) -> None:
    assert count_of(parse(words)) == count


def test_a_later_mention_tells_why_they_would_know_better() -> None:
    scene, (first, later) = scene_of(
        "An official of the union said no. The official, who was in the room, left.",
        "An official of the union",
        "The official",
    )
    draft = Draft()
    note_source(scene, draft, first)
    assert draft.basis is not None
    assert (draft.unnamed, draft.count, draft.basis.words) == (True, 1, "official of the union")
    note_source(scene, draft, later)
    assert draft.basis.words == "official of the union, who was in the room"
    note_source(scene, draft, first)
    assert draft.basis.words == "official of the union, who was in the room"


def test_a_member_has_the_basis_and_the_roles_of_its_group_and_its_own_count() -> None:
    scene, (group, one) = scene_of(
        "Three officials in the room said no. One of them wept.", "Three officials in the room", "One of them"
    )
    top = Draft(kind="group", roles=["officials"])
    note_source(scene, top, group)
    group.give(top)
    top.latest = group
    assert group_before([top], one.phrase) is top
    member = member_of(scene, top, one)
    assert member.basis is not None
    assert (member.group, member.count, member.basis.words, member.roles) == (top, 1, "in the room", ["officials"])
    assert member_of(scene, member, one).group is top


def test_what_a_member_is_called_tells_less_than_what_its_group_knows_and_one_too_many_is_none() -> None:
    scene, (group, second, third) = scene_of(
        "Two aides who read the letter wept. A second aide sang. A third aide, who was in the room, left.",
        "Two aides who read the letter", "A second aide", "A third aide",
    )  # fmt: skip
    top = Draft(kind="group")
    note_source(scene, top, group)
    one, other = member_of(scene, top, second), member_of(scene, top, third)
    assert (one.group, one.basis.words if one.basis else None) == (top, "aides who read the letter")
    assert (other.group, other.count, other.basis.words if other.basis else None) == (
        None,
        1,
        "aide who was in the room",
    )


def test_nouns_that_take_up_a_source() -> None:
    _, (first, same, source, other) = scene_of(
        "An official said so. The official added that the source had gone, and the Talveran official too.",
        "An official", "The official", "the source", "the Talveran official",
    )  # fmt: skip
    draft = Draft(kind="person", unnamed=True, count=1)
    first.give(draft)
    assert same_noun(draft, same)
    assert not same_noun(draft, source)
    assert akin_noun(draft, source.phrase)
    assert not same_noun(draft, other)


@pytest.mark.parametrize(
    "share",
    [
        "22% of voters", "22 percent of voters", "22 per cent of voters", "A third of independents, 33%",
        "Three quarters of renters", "two-thirds of likely voters", "Nearly 6 in 10 women", "one in eight teens",
        "A quarter of nurses", "one in every five", "one or more of its members", "Two or three officials",
    ],
)  # fmt: skip
def test_a_share_is_no_number_of_people(share: str) -> None:
    assert count_of(parse(share)) is None


def test_who_owns_a_share_is_counted() -> None:
    assert count_of(parse("three owners of half the shares")) == 3


def test_which_part_they_are_is_no_reason_why_they_would_know() -> None:
    scene, (share,) = scene_of("A third of independents said no.", "A third of independents")
    draft = Draft()
    note_source(scene, draft, share)
    assert (draft.unnamed, draft.count, draft.basis) == (True, None, None)


def test_those_told_of_in_passing_come_behind_those_who_act() -> None:
    _, (acting, passing, one) = scene_of("Two envoys spoke to the guests. One wept.", "Two envoys", "the guests", "One")
    passing.marked = False
    groups = [Draft(kind="group", unnamed=True, count=count) for count in (2, None)]
    for group, reference in zip(groups, (acting, passing), strict=True):
        reference.give(group)
        group.latest = reference
    assert group_before(groups, one.phrase) is groups[0]
