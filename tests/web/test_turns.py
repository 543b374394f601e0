"""Speakers who said one thing and later the contrary stand on their page, on that of the story, and in both twins."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from reportedly.records import Claim, Place, Reading, Story, Telling, Trace, Variant
from reportedly.records.entity import Entity, Identity
from reportedly.store.database import Store
from reportedly.store.tracing import keep_trace
from reportedly.web.app import make_app
from reportedly.web.desk import Desk
from tests.render.markup import parse
from tests.web.desks import HERE, says

ADA, TOM = "e-ada", "e-tom"


def claim(id: str, other: str, *readings: Reading, changed: Reading | None = None) -> Claim:
    """A claim that these tell, and that contradicts the other; one may tell it in changed words."""

    def content(reading: Reading) -> Telling:
        return Telling(article=reading.article.id, statement="s1", content=reading.statements[0].content)

    words = [told.content[0] for told in map(content, readings)]
    variants = []
    if changed is not None:
        here, there = (
            Place(article=changed.article.id, statement="s1"),
            Place(article=readings[0].article.id, statement="s1"),
        )
        spans = (content(changed).content[0], words[0])
        variants = [Variant(article=here.article, statement="s1", how="negation", against=there, evidence=spans)]
    return Claim(
        id=id, wording=words[0].text, statements=tuple(map(content, (*readings, *([changed] if changed else [])))),
        origins=(), independent_origins=0, first_report=(), variants=tuple(variants), contradicts=(other,),
    )  # fmt: skip


def desk(path: Path, readings: list[Reading], claims: tuple[Claim, ...]) -> Iterator[TestClient]:
    known = {"Ada Renn": ADA, "Tom Vale": TOM}
    identities = [
        Identity(article=reading.article.id, actor=actor.id, entity=known[actor.name], score=1.0)
        for reading in readings for actor in reading.actors if actor.name in known
    ]  # fmt: skip
    entities = [Entity(id=id, kind="person", names=(name,)) for name, id in known.items()]
    story = Story(id="st-1", headline="Of sheep", articles=tuple(reading.article.id for reading in readings))
    with Store.open(path / "turns.duckdb") as store:
        store.add(readings)
        keep_trace(store, Trace(stories=(story,), claims=claims), entities=entities, identities=identities)
        with TestClient(make_app(Desk(store)), base_url=HERE) as client:
            yield client


@pytest.fixture
def turned(tmp_path: Path) -> Iterator[TestClient]:
    """Ada Renn tells c-1 twice, and then c-2 by her spokesman; Tom Vale tells c-2 alone."""
    first, again = says(1, "2031-05-02"), says(2, "2031-05-03", outlet="Pryzma")
    later, tom = says(3, "2031-05-06", voice="Bo Lind"), says(4, "2031-05-01", speaker="Tom Vale")
    twisted = says(5, "2031-05-01", speaker="Ada Renn", outlet="Twister")  # says that she told c-2, in changed words
    claims = (claim("c-1", "c-2", first, again), claim("c-2", "c-1", later, tom, changed=twisted))
    yield from desk(tmp_path, [first, again, later, tom, twisted], claims)


def test_a_speaker_who_changed_their_word_is_shown_with_both(turned: TestClient) -> None:
    (turn,) = turned.get(f"/entities/{ADA}.json").json()["turns"]
    assert (turn["before"]["claim"], turn["before"]["article"]) == ("c-1", "s1")
    assert (turn["after"]["claim"], turn["after"]["article"], turn["name"]) == ("c-2", "s3", "Ada Renn")
    section = parse(turned.get(f"/entities/{ADA}").text).one(of_class="turns")
    assert "the 1 sheep are safe" in section.text
    assert "the 3 sheep are safe" in section.text
    links = [link.attributes["href"] for link in section.all(tag="a")]
    assert {"/claims/c-1", "/claims/c-2"} <= set(links)
    led = turned.get(next(link for link in links if "/articles/s3" in link), follow_redirects=False)
    assert led.headers["location"] == "/articles/s3#as1"  # to the words on the page


def test_the_story_names_who_it_was(turned: TestClient) -> None:
    assert [turn["entity"] for turn in turned.get("/stories/st-1.json").json()["turns"]] == [ADA]
    page = parse(turned.get("/stories/st-1").text)
    section = page.one(of_class="turns")
    assert "#turns" in [link.attributes.get("href") for link in page.all(tag="a")]
    assert f"/entities/{ADA}" in [link.attributes["href"] for link in section.all(tag="a")]


def test_who_kept_to_their_word_is_not_shown(turned: TestClient) -> None:
    assert turned.get(f"/entities/{TOM}.json").json()["turns"] == []
    assert not list(parse(turned.get(f"/entities/{TOM}").text).all(of_class="turns"))


def test_at_one_moment_nobody_changes_their_word(tmp_path: Path) -> None:
    one, other = says(1, "2031-05-02"), says(2, "2031-05-02", outlet="Pryzma")
    undated = replace(says(3, "2031-05-02"), article=replace(says(3, "2031-05-02").article, published=None))
    readings = [one, other, undated]
    claims = (claim("c-1", "c-2", one), claim("c-2", "c-1", other, undated))
    for client in desk(tmp_path, readings, claims):
        assert client.get(f"/entities/{ADA}.json").json()["turns"] == []


def test_what_another_says_that_they_said_is_no_word_of_theirs(tmp_path: Path) -> None:
    one, told_of = says(1, "2031-05-02"), says(2, "2031-05-03", voice="Bo Lind")
    accuser = tuple(replace(actor, speaks_for=()) for actor in told_of.actors)
    readings = [one, replace(told_of, actors=accuser)]
    for client in desk(tmp_path, readings, (claim("c-1", "c-2", one), claim("c-2", "c-1", readings[1]))):
        assert client.get(f"/entities/{ADA}.json").json()["turns"] == []


def test_who_speaks_of_two_things_has_not_changed_their_word(tmp_path: Path) -> None:
    one, other = says(1, "2031-05-02"), says(2, "2031-05-03")
    (statement,) = other.statements
    start = other.article.text.index("Ada")
    words = replace(statement, content=(other.article.span(start, start + len("Ada Renn")),))
    readings = [one, replace(other, statements=(words,))]
    for client in desk(tmp_path, readings, (claim("c-1", "c-2", one), claim("c-2", "c-1", readings[1]))):
        assert client.get(f"/entities/{ADA}.json").json()["turns"] == []
