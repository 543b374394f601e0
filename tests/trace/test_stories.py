from __future__ import annotations

import random

import pytest

from reportedly.trace.gists import Gist, when
from reportedly.trace.rarity import Rarity, everyday
from reportedly.trace.stories import Grouping, find_stories
from tests.trace.press import WIRE, press, reading


def test_articles_on_one_happening_are_one_story_in_the_order_of_their_dates() -> None:
    shuffled = press()
    random.Random(1).shuffle(shuffled)
    quay, theatre = find_stories(shuffled)
    assert quay.articles == ("meridian-wire", "evening-post", "the-lantern")
    assert theatre.articles == ("stage-weekly",)


def test_every_article_is_in_one_story_even_when_it_has_no_words() -> None:
    readings = [*press(), reading("Blank Page", "…", None), reading("Late Page", "…", "2031-03-05")]
    articles = [article for story in find_stories(readings) for article in story.articles]
    assert sorted(articles) == sorted(reading.article.id for reading in readings)


def test_the_id_of_a_story_comes_from_its_first_article() -> None:
    first = find_stories(press()[:1])[0].id
    assert find_stories(press())[0].id == first


def test_the_same_words_months_later_are_another_story() -> None:
    again = reading("Evening Post", WIRE, "2032-01-20T12:00:00+00:00")
    assert len(find_stories([press()[0], again])) == 2


def test_the_same_words_on_other_people_in_another_town_are_another_story() -> None:
    landslide = (
        "A landslide buried six houses in {town} early on Monday after a night of heavy rain, and rescuers with dogs "
        "were looking for nine people, the town's mayor said.\n\n“The slope gave way without a sound,” said {mayor}. "
        "The road to the valley is closed, and schools will stay shut until the end of the week."
    )
    one = landslide.format(town="Oberlind", mayor="Greta Hollis")
    other = landslide.format(town="Castel Varo", mayor="Tito Barend")
    early = [reading("A", one, "2031-03-03T09:00:00Z"), reading("B", other, "2031-03-03T19:00:00Z")]
    assert [story.articles for story in find_stories(early)] == [("a",), ("b",)]
    later = reading("C", "Rescuers in Oberlind found three of the nine alive, Greta Hollis said.", "2031-03-04")
    assert [story.articles for story in find_stories([*early, later])] == [("a", "c"), ("b",)]


def test_articles_with_hardly_any_name_go_by_their_words_alone() -> None:
    text = "On Monday the bakers marched with loaves against the flour tax, and the herring market stayed shut."
    again = f"{text} So Greta Hollis of Oberlind said."
    assert len(find_stories([reading("A", text, "2031-03-03"), reading("B", again, "2031-03-04")])) == 1


def test_only_an_article_without_a_date_goes_by_the_years_that_it_names() -> None:
    text = "In 2031, as in 2019, robbers took the cash boxes of the Elswick harbour bank."
    assert Gist.of(reading("A", text, None)).year == 2031
    assert Gist.of(reading("A", text, "2031-03-01")).year is None


def test_two_stories_that_an_article_brings_together_become_one() -> None:
    bakery = "The bakers of Elswick marched with loaves against the flour tax of Count Morholm."
    count = "Police in Dravia seized account books at a villa of the exiled banker Ulrich Senner."
    both = f"{bakery} {count}"
    early = [reading("A", bakery, "2031-03-01"), reading("B", count, "2031-03-02")]
    assert len(find_stories(early)) == 2
    assert len(find_stories([*early, reading("C", both, "2031-03-03"), reading("D", both, "2031-03-04")])) == 1


def test_what_was_done_with_an_article_is_done_again(monkeypatch: pytest.MonkeyPatch) -> None:
    gists = sorted(map(Gist.of, press()), key=when)
    whole, later = Grouping(), Grouping()
    steps = [whole.add(gist) for gist in gists]
    monkeypatch.setattr(Grouping, "_near", None)  # nothing is compared
    for gist, step in zip(gists, steps, strict=True):
        later.again(Gist.unpacked(gist.packed()), step)
    assert later.stories() == whole.stories()


def test_a_gist_comes_back_as_it_was() -> None:
    for one in [*press(), reading("Blank Page", "…", None)]:
        assert Gist.unpacked(Gist.of(one).packed()) == Gist.of(one)


def test_words_that_everybody_uses_weigh_less_and_those_of_a_store_lose_weight() -> None:
    rarity = Rarity()
    assert rarity.weight("presid") < rarity.weight("herring")
    before = rarity.weight("herring")
    for _ in range(50):
        rarity.note({"herring"})
    assert rarity.weight("herring") < before
    assert everyday()[""] == 840
