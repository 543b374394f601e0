from __future__ import annotations

import pytest

from reportedly.reading.attributing.unsaid import asserted
from reportedly.reading.attribution import Attribution
from reportedly.records import Article
from tests.byhand import find

TEXT = "“Do I think it was a trick? No,” said Dean. A guest said Voss had asked Danev to stay away from Tolmere."
ARTICLE = Article.of(TEXT, id="one", language="en")


def attribution(source: str, cue: str, content: str, *, within: int | None = None, score: float = 0.9) -> Attribution:
    spans = [find(ARTICLE, words) for words in (source, cue, content)]
    return Attribution(
        source=spans[0], cue=spans[1], content=(spans[2],), within=within, form="indirect", score=score
    )  # fmt: skip


def is_said(text: str, source: str, cue: str, content: str) -> bool:
    """Whether an attribution that stands alone in a text is one."""
    article = Article.of(text, id="one", language="en")
    spans = [find(article, words) for words in (source, cue, content)]
    one = Attribution(source=spans[0], cue=spans[1], content=(spans[2],), form="indirect", score=0.9)
    return asserted(article, [one]) == [one]


SAID = attribution("Dean", "said", "Do I think it was a trick? No")
TOLD = attribution("A guest", "said Voss", "Voss had asked Danev to stay away from Tolmere")


def test_what_is_only_asked_is_not_said() -> None:
    assert asserted(ARTICLE, [SAID, attribution("I", "think", "it was a trick", within=0)]) == [SAID]


@pytest.mark.parametrize("score", [0.5, 0.95])
def test_one_verb_that_is_read_as_two_is_one(score: float) -> None:
    asked = attribution("Voss", "asked", "to stay away from Tolmere", within=0)
    had = attribution("Voss", "had", "Danev to stay away from Tolmere", within=0, score=score)
    assert asserted(ARTICLE, [TOLD, had, asked]) == [TOLD, asked]


def test_two_sources_of_the_same_words_stay() -> None:
    one = attribution("Voss", "asked", "to stay away", within=0)
    other = attribution("Danev", "asked", "to stay away", within=0)
    assert asserted(ARTICLE, [TOLD, one, other]) == [TOLD, one, other]


def test_what_stood_inside_one_that_goes_stands_inside_its_parent() -> None:
    had = attribution("Voss", "had", "asked Danev to stay away from Tolmere", within=0, score=0.4)
    asked = attribution("Voss", "asked", "Danev to stay away from Tolmere", within=0)
    deep = attribution("Danev", "to stay away", "from Tolmere", within=1)
    assert [a.within for a in asserted(ARTICLE, [TOLD, had, asked, deep])] == [None, 0, 0]


@pytest.mark.parametrize(("cue", "kept"), [("is", False), ("is to be", False), ("would not", True), ("for", True)])
def test_a_cue_says_something(cue: str, kept: bool) -> None:
    assert is_said(f"Voss {cue} the way out.", "Voss", cue, "the way out") is kept


def test_an_apostrophe_inside_a_content_says_nothing() -> None:
    article = Article.of("Renn denied Voss’s claim that it rained.", id="one", language="en")
    outer = Attribution(
        source=find(article, "Renn"), cue=find(article, "denied"), form="indirect",
        content=(find(article, "Voss’s claim that it rained"),),
    )  # fmt: skip
    inner = Attribution(
        source=find(article, "Voss"), cue=find(article, "’"), content=(find(article, "that"),), form="indirect",
        within=0,
    )  # fmt: skip
    assert asserted(article, [outer, inner]) == [outer]


@pytest.mark.parametrize(("score", "source", "kept"), [(0.9, "Voss", True), (0.4, "Voss", False), (0.9, None, False)])
def test_a_cue_that_is_cut_counts_where_it_is_sure(score: float, source: str | None, kept: bool) -> None:
    article = Article.of("Voss has told Lund the way out.", id="one", language="en")
    one = Attribution(
        source=find(article, source) if source else None, cue=find(article, "has"),
        content=(find(article, "the way out"),), form="indirect", score=score,
    )  # fmt: skip
    assert bool(asserted(article, [one])) is kept


@pytest.mark.parametrize(("content", "kept"), [("to", False), ("the", False), ("nothing", True), ("the price", True)])
def test_a_content_says_something(content: str, kept: bool) -> None:
    assert is_said(f"Voss declined {content} on Monday.", "Voss", "declined", content) is kept


@pytest.mark.parametrize(
    ("text", "nobody"),
    [
        ("There are plenty of unknowns about it.", "There"),
        ("Neither he nor she are plenty of unknowns about it.", "nor"),
        ("It is slow, chief among them are plenty of unknowns about it.", "chief among"),
        ("Last week are plenty of unknowns about it.", "Last week"),
    ],
)
def test_nobody_is_there_to_say_it(text: str, nobody: str) -> None:
    article = Article.of(text, id="one", language="en")
    source, cue, content = (find(article, words) for words in (nobody, "are plenty of unknowns about", "it."))
    told = Attribution(source=source, cue=cue, content=(content,), form="indirect")
    assert asserted(article, [told]) == []


@pytest.mark.parametrize(
    ("source", "score", "kept"), [("Voss", 0.15, False), ("Voss", 0.3, True), ("I", 0.3, False), ("I", 0.6, True)]
)
def test_inside_a_content_it_takes_more_to_be_believed(source: str, score: float, kept: bool) -> None:
    article = Article.of(f"“{source} thought it was late,” said Dean.", id="one", language="en")
    said, thought = (
        Attribution(
            source=find(article, who), cue=find(article, cue), content=(find(article, content),), within=within,
            form="direct", score=sure,
        )
        for who, cue, content, within, sure in (
            ("Dean", "said", f"{source} thought it was late", None, 0.15), (source, "thought", "it was late", 0, score)
        )
    )  # fmt: skip
    assert asserted(article, [said, thought]) == ([said, thought] if kept else [said])


@pytest.mark.parametrize(
    ("cue", "kept"),
    [
        ("were twice denied", False),
        ("is known for", False),
        ("was not authorised to discuss", False),
        ("denied", True),
        ("are opposed to", True),
    ],
)
def test_what_somebody_was_given_or_denied_is_not_what_they_say(cue: str, kept: bool) -> None:
    assert is_said(f"The girls {cue} visas.", "The girls", cue, "visas") is kept


@pytest.mark.parametrize(("kind", "kept"), [("talk", False), ("new poll", True)])
def test_a_show_shows_nothing(kind: str, kept: bool) -> None:
    assert is_said(f"In Telva the {kind} shows to defend it.", "Telva", "shows", "to defend it") is kept


@pytest.mark.parametrize(
    ("text", "source", "cue", "content"),
    [
        ("Oyler declined to comment, citing a trial.", "Oyler", "declined to comment", "a trial"),
        ("Oyler declined to comment, citing a trial.", "Oyler", "citing", "a trial"),
        ("It must be understood on all sides.", "all sides", "must be understood", "It"),
        ("Voters satisfied or scared say it is late.", "scared", "say", "it is late"),
        ("Percentage of voters who say it is late:", "who", "say", "it is late"),
        (
            "Police ask you to call 101, quoting Operation Elm.",
            "Operation Elm",
            "quoting",
            "Police ask you to call 101",
        ),
    ],
)
def test_a_reason_a_side_a_state_and_a_line_over_a_table_tell_nothing(
    text: str, source: str, cue: str, content: str
) -> None:
    assert not is_said(text, source, cue, content)


@pytest.mark.parametrize(
    ("text", "source", "cue", "content"),
    [
        ("The Post said no, citing a letter.", "The Post", "citing", "a letter"),
        ("All sides agreed to talk.", "All sides", "agreed", "to talk"),
        ("Oyler declined to name the man.", "Oyler", "declined to", "name the man"),
        ("The number of voters fell. Renn says it is late.", "Renn", "says", "it is late"),
    ],
)
def test_who_cites_agrees_or_declines_something_tells(text: str, source: str, cue: str, content: str) -> None:
    assert is_said(text, source, cue, content)


def test_what_stands_inside_a_line_over_a_table_goes_with_it() -> None:
    article = Article.of("Percentage of voters who say they would leave:", id="one", language="en")

    def made(source: str, cue: str, content: str, within: int | None) -> Attribution:
        spans = [find(article, words) for words in (source, cue, content)]
        return Attribution(source=spans[0], cue=spans[1], content=(spans[2],), within=within, form="indirect")

    assert asserted(article, [made("who", "say", "they would leave", None), made("they", "would", "leave", 0)]) == []


@pytest.mark.parametrize(
    ("text", "score", "kept"),
    [
        ("Renn wore a hat: “Make Sarn Great” she had made.", 0.15, False),
        ("Renn wore a hat: “Make Sarn Great” she had made.", 0.25, True),
        ("Renn wore a hat. “Make Sarn Great.” She had made it.", 0.15, True),
        ("Renn wore a hat. “Make Sarn Great.” She had made it.", 0.05, False),
    ],
)
def test_quoted_words_that_nobody_says_are_a_title(text: str, score: float, kept: bool) -> None:
    article = Article.of(text, id="one", language="en")
    one = Attribution(
        source=find(article, "Renn"), cue=None, content=(find(article, "Make Sarn Great"),), form="direct", score=score
    )
    assert asserted(article, [one]) == ([one] if kept else [])


def test_who_calls_on_somebody_and_asks_nothing_visits() -> None:
    assert not is_said("Voss called on Vale in Sarn and discussed tolls.", "Voss", "called on", "Vale in Sarn")
    assert is_said("Voss called on Vale to wait.", "Voss", "called on", "Vale to wait")
    assert is_said("Voss called on Gov. Vale to wait.", "Voss", "called on", "Gov. Vale to wait")
