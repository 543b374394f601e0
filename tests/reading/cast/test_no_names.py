from __future__ import annotations

import pytest

from reportedly.reading.attribution import Attribution, Mention
from reportedly.reading.cast.actors import resolve
from reportedly.records import Actor, Article
from tests.byhand import find


def actors_of(text: str, *people: str, source: str | None = None) -> list[Actor]:
    article = Article.of(text)
    whole = (article.span(0, len(text)),)
    said = [
        Attribution(source=find(article, one), cue=None, content=whole, form="indirect") for one in (source,) if one
    ]
    mentions = [Mention(span=find(article, words), kind="person") for words in people]
    return list(resolve(article, said, mentions).actors[1:])


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Ada Renn met Democratic presidential candidate Mark Orten.", "Democratic"),
        ("Ada Renn saw a June poll.", "June"),
        ("Ada Renn was right. Early results surprised her, as early results do.", "Early"),
        ("Ada Renn was in an Iraqi town.", "Iraqi"),
        ("Ada Renn has an anti-Sarnish look.", "anti"),
        ("Ada Renn came from Elm.", "from"),
        ("Outside court, Ada Renn wept.", "Outside court"),
        ("Ada Renn wants no Kremlin-style summit.", "Kremlin"),
    ],
)
def test_a_word_that_only_qualifies_names_nobody(text: str, word: str) -> None:
    assert [actor.name for actor in actors_of(text, "Ada Renn", word)] == ["Ada Renn"]


@pytest.mark.parametrize("text", ["Renn was here. Renn left.", "June Orten left.", "June said it rained."])
def test_a_name_stays_a_name(text: str) -> None:
    assert [actor.name for actor in actors_of(text, text.split(" ")[0])] != []


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Mourners said it rained. There were many mourners.", "Mourners"),
        ("Many Ohioans said it rained. Yes, Ohioans.", "Ohioans"),
        ("Some say Chicagoans said it rained.", "Chicagoans"),
        ("Many African-Americans said it rained.", "African-Americans"),
        ("Some Christians said it rained.", "Christians"),
        ("Many younger Ohioans said it rained.", "younger Ohioans"),
    ],
)
def test_people_of_a_place_or_a_sort_are_a_group(text: str, word: str) -> None:
    assert [(a.kind, a.name, a.unnamed) for a in actors_of(text, word, source=word)] == [("group", None, True)]


@pytest.mark.parametrize(
    ("text", "cut", "whole"),
    [
        ("The presidential candidate said it rained.", "The presidential", "The presidential candidate"),
        ("Two meeting participants said it rained.", "Two meeting", "Two meeting participants"),
        ("The wounded company commander said it rained.", "The wounded", "The wounded"),
        ("The loud said it rained.", "The loud", "The loud"),
        ("The 44-year-old leads the Elms.", "The 44-year-old", "The 44-year-old"),
        ("The presidential Marc Renn said it rained.", "The presidential", "The presidential"),
    ],
)
def test_words_cut_before_their_noun_have_it(text: str, cut: str, whole: str) -> None:
    assert [m.text for actor in actors_of(text, cut, source=cut) for m in actor.mentions][:1] == [whole]


@pytest.mark.parametrize("words", ["(R-Fla.)", "D-NY", "Elswick-based", "There", "Absolutely"])
def test_where_somebody_is_from_is_nobody(words: str) -> None:
    assert actors_of(f"It rained, {words} vote.", words) == []


@pytest.mark.parametrize(("cut", "name"), [("Martin O", "Martin O’Malley"), ("Mr. D", "D’Souza")])
def test_a_name_cut_at_its_apostrophe_has_the_rest(cut: str, name: str) -> None:
    text = "Martin O’Malley left, and Mr. D’Souza stayed."
    assert [actor.name for actor in actors_of(text, cut)][:1] == [name]


@pytest.mark.parametrize("words", ["Monday night", "last week", "late Tuesday", "Wednesday’s"])
def test_a_time_is_nobody(words: str) -> None:
    assert actors_of(f"It rained {words} vote.", words) == []


def test_the_leader_of_last_week_is_not_last_weeks() -> None:
    text = "Last week’s leader said it rained; last week’s leader was wrong."
    found = actors_of(text, "last week’s leader", source="Last week’s leader")
    assert "last week" not in [m.text.lower() for actor in found for m in actor.mentions]


@pytest.mark.parametrize(
    ("text", "words", "found"),
    [
        ("The Brazilian limped off.", "The Brazilian", ("person", None)),
        ("It rained, the 31-year-old Dane said.", "the 31-year-old Dane", ("person", None)),
        ("Ostvara won. The Ostvaran wept.", "The Ostvaran", ("person", None)),
        ("The German-speaking town voted.", "The German", ("person", "German")),
        ("The Australian automotive trade fell.", "The Australian", ("government", "Australian")),
        ("The Chinese want peace.", "The Chinese", ("government", "Chinese")),
    ],
)
def test_one_is_called_by_the_country(text: str, words: str, found: tuple[str, str | None]) -> None:
    assert [(actor.kind, actor.name) for actor in actors_of(text, words, source=words)] == [found]


def test_who_lives_there_is_whoever_stands_before() -> None:
    article = Article.of("Ada Renn, who lives in Elswick, said it rained.")
    mentions = [Mention(span=find(article, words), kind="person") for words in ("Ada Renn", "who lives")]
    (renn,) = resolve(article, [], mentions).actors[1:]
    assert [mention.text for mention in renn.mentions] == ["Ada Renn", "who lives"]


def test_the_people_of_a_country_are_nobody_by_name() -> None:
    _, people = actors_of("Ada Renn told the Canadians that they lost.", "Ada Renn", "the Canadians")
    assert (people.kind, people.name) == ("group", None)
    assert [mention.text for mention in people.mentions] == ["the Canadians", "they"]
