"""What is found where the encoder marks nothing."""

import pytest

from reportedly.reading.attribution import Mention
from reportedly.reading.cast.actors import resolve
from reportedly.reading.cast.described import find_described
from reportedly.reading.cast.unmarked import find_people, find_press, find_pronouns
from reportedly.records import Article
from tests.byhand import find


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Votes for Ronald Reagan and Mary J. Cole came in. Reagan won.", ["Ronald Reagan", "Mary J. Cole", "Reagan"]),
        ("They read the Victoria Times.", []),
        ("They met Ronald Minister.", []),  # a noun is no surname
        ("The Anna Karen Foundation met.", []),  # part of a longer name
        ("They held Ymnet Oru, 14. Ymnet had left Ymnet Lake.", ["Ymnet Oru", "Ymnet"]),
        ("They thanked Mr. Oru's aunt and Ms Vex-Lind.", ["Mr. Oru", "Ms Vex-Lind"]),
    ],
)
def test_people_by_their_first_names(text: str, expected: list[str]) -> None:
    assert [text[slice(*place)] for place in find_people(text, [])] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("They chose Brannoc. Adelind Brannoc did not.", ["Brannoc"]),
        ("Ada went. So did Cole, and Senator Cole.", ["Ada", "Cole", "Cole"]),
        ("Jim Cole spoke for Cole Street.", ["Jim Cole"]),  # another name's end, and a street
    ],
)
def test_names_that_are_marked_elsewhere(text: str, expected: list[str]) -> None:
    assert [text[slice(*place)] for place in find_people(text, [], ["Ada Cole", "Brannoc"])] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("what a young scientist has in his mind", ["a young scientist"]),
        ("she bothers her child with it", ["her child"]),
        ("critics say voters see two doctors", ["critics", "voters", "two doctors"]),
        ("the minister Orten, the police chief and the head of the bank", ["the police chief"]),
        ("sailor is no description", []),
        ("Lind says that sailors left, and that one sailor stayed", ["one sailor"]),
        ("A 66-year-old woman met an Ohio farmer", ["A 66-year-old woman", "an Ohio farmer"]),
        ("Sarn soldiers left. Voters stayed.", ["Sarn soldiers", "Voters"]),
        ("1,200 workers and 23 refugees", ["1,200 workers", "23 refugees"]),
        ("On Monday voters thanked Renn’s supporters", ["voters", "supporters"]),
        ("Lind, who chairs it and judges the bread, leads", []),
        ("Lind heads into the vote, and Renn leads a team", []),
        ("Sarn bosses left", ["Sarn bosses"]),
    ],
)
def test_people_who_are_only_described(text: str, expected: list[str]) -> None:
    assert [text[slice(*place)] for place, _ in find_described(text, [])] == expected


def test_a_marked_name_may_stand_in_a_description() -> None:
    text = "A Sarn sailor saw two sailors of Sarn"
    sarn, sailors = (2, 6), (text.index("two"), text.index(" of"))
    assert [text[slice(*place)] for place, _ in find_described(text, [sarn, sailors])] == ["A Sarn sailor"]


def test_marked_words_are_left_alone() -> None:
    text = "Ronald Reagan thanked her."
    assert [*find_people(text, [(7, 13)])] == []
    assert [*find_pronouns(text, [(22, 25)])] == []


def test_them_of_whom_one_is_marked_is_left_alone() -> None:
    text = "One of them saw three of them"
    assert [text[slice(*place)] for place in find_pronouns(text, [(0, 11)])] == ["them"]
    assert [*find_pronouns(text, [(0, 11)])] == [(25, 29)]
    assert [*find_pronouns("a member of her team", [(0, 20)])] == [(12, 15)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("he told a hasty briefing on Monday", "a hasty briefing"),
        ("she said at her daily press conference", "her daily press conference"),
        ("told waiting reporters", "waiting reporters"),
        ("a briefing by the navy", None),
        ("the reporters left", None),
    ],
)
def test_the_press_that_is_told(text: str, expected: str | None) -> None:
    assert [text[slice(*place)] for place in find_press(text)] == ([expected] if expected else [])


def test_a_name_in_passing_is_an_actor_only_where_a_pronoun_means_it() -> None:
    article = Article.of("Ada Cole met fans of Ronald Reagan and his films. She quoted Mark Twain.")
    cast = resolve(article, [], [Mention(span=find(article, "Ada Cole"), kind="person")])
    assert [actor.name for actor in cast.actors[1:]] == ["Ada Cole", "Ronald Reagan"]
