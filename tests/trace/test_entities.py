from __future__ import annotations

from collections.abc import Sequence

from hypothesis import given
from hypothesis import strategies as st

from reportedly.records import Actor, ActorKind, Article, Reading, Story
from reportedly.trace.entities import Key, entity_of, find_entities


def reading(id: str, *actors: Actor, outlet: str = "The Lantern", url: str | None = None) -> Reading:
    return Reading(article=Article.of("A page.", id=id, outlet=outlet, url=url), actors=actors)


def actor(id: str, name: str | None, kind: ActorKind = "person", *roles: str) -> Actor:
    return Actor(id=id, kind=kind, name=name, roles=roles)


def one_story(*readings: Reading) -> list[Story]:
    return [Story(id="st-1", headline=None, articles=tuple(r.article.id for r in readings))]


def apart(*readings: Reading) -> list[Story]:
    return [Story(id=f"st-{r.article.id}", headline=None, articles=(r.article.id,)) for r in readings]


def same(readings: Sequence[Reading], stories: Sequence[Story], one: Key, other: Key) -> bool:
    of = entity_of(find_entities(readings, stories)[1])
    return of[one] == of[other]


A, B = ("x", "a1"), ("y", "a1")


def pair(one: Actor, other: Actor) -> list[Reading]:
    return [reading("x", one), reading("y", other)]


def test_a_full_name_is_the_same_person_in_any_story_and_spelling() -> None:
    held = pair(actor("a1", "Volodymyr Zelensky"), actor("a1", "Volodymyr Zelenskyy"))
    assert same(held, one_story(*held), A, B)
    assert same(held, apart(*held), A, B)


def test_a_last_name_alone_means_somebody_only_within_a_story() -> None:
    held = pair(actor("a1", "Ada Renn"), actor("a1", "Ms Renn"))
    assert same(held, one_story(*held), A, B)
    assert not same(held, apart(*held), A, B)


def test_a_role_stands_for_a_person_within_a_story() -> None:
    held = pair(actor("a1", "Ada Renn", "person", "mayor of Elswick"), actor("a1", None, "person", "mayor of Elswick"))
    assert same(held, one_story(*held), A, B)
    assert same(held[::-1], one_story(*held[::-1]), A, B)
    assert not same(held, apart(*held), A, B)


def test_a_role_that_several_have_stands_for_none_of_them() -> None:
    states = [
        actor(f"a{n}", name, "government", "member of the League") for n, name in enumerate(("Oyun", "Kartal"), 1)
    ]
    held = [reading("x", *states), reading("y", actor("a1", None, "government", "member of the League"))]
    of = entity_of(find_entities(held, one_story(*held))[1])
    assert of["y", "a1"] not in {of["x", "a1"], of["x", "a2"]}


def test_unnamed_people_are_never_one_across_articles() -> None:
    held = pair(
        Actor(id="a1", kind="group", unnamed=True, count=2, roles=("officials",)),
        Actor(id="a1", kind="group", unnamed=True, count=2, roles=("officials",)),
    )
    assert not same(held, one_story(*held), A, B)


def test_a_ministry_is_not_its_country_and_every_country_has_one() -> None:
    held = pair(actor("a1", "Kelmarra", "government"), actor("a1", "Kelmarran interior ministry", "organisation"))
    assert not same(held, one_story(*held), A, B)
    held = pair(actor("a1", "Foreign Ministry", "organisation"), actor("a1", "Foreign Ministry", "organisation"))
    assert same(held, one_story(*held), A, B)
    assert not same(held, apart(*held), A, B)


def test_an_outlet_is_known_by_its_name_its_initials_and_its_site() -> None:
    site = "https://mw.example/1"
    held = [
        reading("x", actor("a1", "Meridian Wire", "outlet"), outlet="Meridian Wire", url=site),
        reading("y", actor("a1", "The Lantern", "outlet"), actor("a2", "Meridian Wire", "organisation")),
        reading("z", actor("a1", "The Lantern", "outlet"), actor("a2", "the Meridian Wire", "outlet")),
        reading("w", actor("a1", "Meridian Newswire", "outlet"), outlet="Meridian Newswire", url=site),
    ]
    of = entity_of(find_entities(held, one_story(*held))[1])
    assert of["x", "a1"] == of["y", "a2"] == of["z", "a2"] == of["w", "a1"]
    assert of["y", "a1"] == of["z", "a1"] != of["x", "a1"]


def test_the_reasons_add_up_to_the_score() -> None:
    held = pair(actor("a1", "Ada Renn", "person", "mayor"), actor("a1", "Renn", "person", "mayor"))
    identity = find_entities(held, one_story(*held))[1][1]
    assert {part.name for part in identity.parts} == {"name", "story", "role"}
    assert 0.6 <= identity.score <= 1


def test_a_later_article_gives_nobody_of_an_earlier_one_another_id() -> None:
    old = [reading("x", actor("a1", "Ada Renn", "person", "mayor")), reading("y", actor("a1", "Renn"))]
    new = [reading("z", actor("a1", "Ada Renn")), reading("w", actor("a1", "Mayor Renn"))]
    before = find_entities(old, one_story(*old))[1]
    after = find_entities([*old, *new], [*one_story(*old), *apart(*new)])[1]
    assert after[:2] == before
    assert entity_of(after)["z", "a1"] == entity_of(before)["x", "a1"]


def test_the_word_of_the_user_wins() -> None:
    held = pair(actor("a1", "Ada Renn"), actor("a1", "Ada Renn"))
    of = entity_of(find_entities(held, one_story(*held), apart=[(A, B)])[1])
    assert of[A] != of[B]
    held = pair(actor("a1", "Ada Renn"), actor("a1", "the Fox"))
    entities, identities = find_entities(held, one_story(*held), together=[(A, B)])
    assert entity_of(identities)[A] == entity_of(identities)[B]
    assert entities[0].names == ("Ada Renn", "the Fox")
    assert identities[0].parts[0].name == "user"


@given(st.lists(st.sampled_from(["Ada Renn", "Renn", "Tom Vale", "Vale", "Rada Venn"]), min_size=1, max_size=8))
def test_every_actor_has_one_entity_which_holds_its_name(names: list[str]) -> None:
    held = [reading(f"r{n}", actor("a1", name)) for n, name in enumerate(names)]
    entities, identities = find_entities(held, one_story(*held))
    by_id = {entity.id: entity for entity in entities}
    assert [(i.article, i.actor) for i in identities] == [(f"r{n}", "a1") for n in range(len(names))]
    for identity, name in zip(identities, names, strict=True):
        assert name in by_id[identity.entity].names


def test_a_name_that_comes_later_still_tells_who_a_role_was() -> None:
    held = [
        reading("x", actor("a1", None, "person", "the chancellor")),
        reading("y", actor("a1", "Tom Vale", "person", "chancellor of Elswick")),
    ]
    assert same(held, one_story(*held), A, B)


def test_a_role_stands_once_however_it_is_spelt() -> None:
    held = [
        reading("x", actor("a1", "Tom Vale", "person", "Harbour Master")),
        reading("y", actor("a1", "Tom Vale", "person", "harbour master")),
        reading("z", actor("a1", "Tom Vale", "person", "skipper")),
    ]
    (entity,) = find_entities(held, one_story(*held))[0]
    assert entity.roles == ("harbour master", "skipper")
