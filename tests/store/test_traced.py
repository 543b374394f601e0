from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from reportedly.errors import BadInput
from reportedly.records import Article, Claim, Derivation, Origin, Place, Reading, Span, Story, Telling, Trace, Variant
from reportedly.records.entity import Entity, Identity, Part
from reportedly.store import questions
from reportedly.store.database import Store
from reportedly.store.remembered import keep_sketches, sketches
from reportedly.store.traced import kept_entities, kept_trace, story_of, story_of_claim, untraced
from reportedly.store.tracing import COLUMNS, keep_trace
from tests.byhand import find, small_reading
from tests.store.test_questions import retold

IDS = ("lantern", "courier", "mercury")


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store.open(tmp_path / "news.duckdb") as store:
        store.add([retold(id, f"The {id.title()}", f"2031-03-1{day}T10:00:00Z") for day, id in enumerate(IDS, 4)])
        yield store


def words(text: str) -> Span:
    return find(small_reading().article, text)


def small_trace(claim: str = "c-1", story: str = "y-1", ids: tuple[str, ...] = IDS) -> Trace:
    """A trace with a record of every kind over the first two articles, one statement in several pieces."""
    first, second = ids[:2]
    pieces = (words("It is not safe"), words("Nobody should sail"))
    return Trace(
        stories=(Story(id=story, headline="Harbour to close", articles=ids),),
        claims=(
            Claim(
                id=claim,
                wording="The harbour will close on Monday",
                statements=(
                    Telling(article=first, statement="s1", content=(words("The harbour will close on Monday"),)),
                    Telling(article=second, statement="s2", content=pieces),
                ),
                origins=(
                    Origin(id="o-1", kind="unnamed", label="two engineers", articles=(second, first)),
                    Origin(id="o-2", kind="unheld", label="Elswick Courier", articles=()),
                ),
                independent_origins=2,
                first_report=(second, first),
                variants=(
                    Variant(
                        article=second,
                        statement="s2",
                        how="hedge",
                        against=Place(article=first, statement="s1"),
                        evidence=(words("not safe"), words("will close")),
                    ),
                ),
                contradicts=("c-9", "c-8"),
            ),
            Claim(
                id=f"{claim}-alone",
                wording="words",
                statements=(Telling(article=first, statement="s2", content=pieces[:1]),),
                origins=(),
                independent_origins=0,
                first_report=(),
            ),
        ),
        derivations=(
            Derivation(
                from_=first,
                to=second,
                kind="rewrite",
                credited=True,
                evidence=((words("It is not safe"), words("Nobody should sail")), (words("She"), words("met"))),
                score=0.97,
            ),
            Derivation(from_=first, to=ids[-1], kind="citation", credited=False, evidence=(), score=0.5),
        ),
    )


ENTITIES = (
    Entity(id="e-2", kind="person", names=("Ada Renn", "Renn"), roles=("spokeswoman",), sites=()),
    Entity(id="e-1", kind="outlet", names=("The Lantern",), sites=("lantern.example",)),
)
IDENTITIES = (
    Identity(article="lantern", actor="a5", entity="e-2", score=0.9, parts=(Part(name="name", score=1.0),)),
    Identity(article="courier", actor="a1", entity="e-1", score=1.0),
)


def test_a_trace_comes_back_exactly(store: Store) -> None:
    keep_trace(store, small_trace(), entities=ENTITIES, identities=IDENTITIES)
    assert kept_trace(store) == small_trace()
    assert kept_entities(store) == (ENTITIES, IDENTITIES)


def test_a_later_trace_replaces_the_one_before(store: Store) -> None:
    keep_trace(store, small_trace("c-old", "y-old"), entities=ENTITIES, identities=IDENTITIES)
    keep_trace(store, small_trace())
    assert kept_trace(store) == small_trace()
    assert kept_entities(store) == ((), ())
    keep_trace(store, Trace())
    assert kept_trace(store) == Trace()
    assert all(store.query(f"select * from {table}") == [] for table in COLUMNS if table != "traced")


def test_one_story_comes_without_the_others(store: Store) -> None:
    other = tuple(f"other-{number}" for number in range(3))
    store.add([retold(id, f"Outlet {id}", "2031-03-20") for id in other])
    past, new = small_trace(), small_trace("c-2", "y-2", other)
    keep_trace(store, past, entities=ENTITIES, identities=IDENTITIES, articles=IDS)
    keep_trace(store, new, articles=other)
    assert kept_trace(store, stories=["y-1"]) == past
    assert kept_trace(store, stories=["y-2"]) == new
    assert kept_trace(store, stories=["y-2", "y-1"]) == kept_trace(store)
    assert kept_trace(store, stories=["y-0"]) == kept_trace(store, stories=[]) == Trace()
    assert (story_of(store, "lantern"), story_of(store, "nobody")) == ("y-1", None)
    assert (story_of_claim(store, "c-2"), story_of_claim(store, "c-0")) == ("y-2", None)
    assert kept_entities(store, entities=["e-1"]) == (ENTITIES[1:], IDENTITIES[1:])


def test_what_is_traced_of_some_articles_leaves_the_rest(store: Store) -> None:
    other = tuple(f"other-{number}" for number in range(3))
    store.add([retold(id, f"Outlet {id}", "2031-03-20") for id in other])
    past = small_trace()
    keep_trace(store, past, entities=ENTITIES, identities=IDENTITIES, articles=IDS)
    assert untraced(store) == list(other)
    new = small_trace("c-2", "y-2", other)
    person = Entity(id="e-3", kind="person", names=("Tom Vale",))
    identity = Identity(article=other[0], actor="a6", entity="e-3", score=1.0)
    keep_trace(store, new, entities=(person,), identities=(identity,), articles=other)
    assert untraced(store) == []
    kept = kept_trace(store)
    assert kept.claims == past.claims + new.claims
    assert kept.stories == past.stories + new.stories
    assert kept.derivations == past.derivations + new.derivations
    assert kept_entities(store) == ((*ENTITIES, person), (*IDENTITIES, identity))
    grown = replace(past.stories[0], articles=(*IDS, other[0]))
    keep_trace(store, Trace(stories=(grown,), claims=past.claims), articles=[*IDS, other[0]])
    kept = kept_trace(store)
    assert kept.stories == (grown,)  # the story that an article has left is gone, or given anew
    assert [claim.id for claim in kept.claims] == ["c-1", "c-1-alone"]
    assert kept_entities(store) == ((), ())


def test_an_article_that_is_read_again_is_to_be_traced_again(store: Store) -> None:
    keep_trace(store, small_trace())
    remembered = {("lantern", ""): b"\x00\xff", ("courier", "s1"): b"2"}
    keep_sketches(store, "traits", remembered, made_by="1")
    store.add([store.reading("lantern")], read_by="a better one")
    assert untraced(store) == ["lantern"]
    assert sketches(store, "traits", made_by="1") == remembered  # what depends on it is found by what it was
    assert kept_trace(store).claims[0].id == "c-1"  # until then, what was known stays


def test_sketches_of_another_make_are_no_use(store: Store) -> None:
    keep_sketches(store, "traits", {("lantern", ""): b"1", ("courier", ""): b"1"}, made_by="1")
    keep_sketches(store, "traits", {("lantern", ""): b"3"}, made_by="1")
    assert sketches(store, "traits", made_by="1") == {("courier", ""): b"1", ("lantern", ""): b"3"}
    keep_sketches(store, "traits", {("lantern", "s1"): b"2"}, made_by="2")
    assert (sketches(store, "traits", made_by="1"), sketches(store, "other", made_by="2")) == ({}, {})
    assert sketches(store, "traits", made_by="2") == {("lantern", "s1"): b"2"}
    keep_sketches(store, "traits", {}, made_by="2")
    assert len(sketches(store, "traits", made_by="2")) == 1


def test_a_trace_of_other_articles_is_refused_and_changes_nothing(store: Store) -> None:
    keep_trace(store, small_trace())
    with pytest.raises(BadInput, match="article nobody is not in the store"):
        keep_trace(store, Trace(stories=(Story(id="y", headline=None, articles=("nobody",)),)))
    assert kept_trace(store) == small_trace()


def test_first_reports_are_those_of_claims_where_these_are_traced(store: Store) -> None:
    def told(text: str) -> list[tuple[str, str]]:
        return [(answer.article, answer.statement) for answer in questions.first_reports(store, text)]

    assert told("nobody sail") == [("lantern", "s2")]
    whole = small_trace()
    later = replace(whole.claims[0], id="c-2", statements=tuple(
        Telling(article=article, statement=statement, content=())
        for article, statement in (("courier", "s1"), ("mercury", "s2"))
    ), variants=())  # fmt: skip
    keep_trace(store, replace(whole, claims=(*whole.claims, later)))
    assert told("harbour close") == [("lantern", "s1"), ("courier", "s1"), ("mercury", "s1")]  # c-1, c-2, none
    # courier's retelling has changed the claim of s1, and mercury's tells that of courier in other words
    assert told("nobody sail") == [("lantern", "s1"), ("lantern", "s2"), ("courier", "s1")]


def test_the_views_of_the_trace_have_rows(store: Store) -> None:
    whole = small_trace()
    against = replace(whole.claims[0], contradicts=("c-1-alone",))
    keep_trace(
        store, replace(whole, claims=(against, *whole.claims[1:])), entities=ENTITIES, identities=IDENTITIES
    )  # fmt: skip
    views = "stories claims tellings origins variants derivations contradictions entities identities"
    for view in views.split():
        assert store.query(f"select * from {view}"), view
    assert store.query("select words, against_words from variants") == [("not safe", "will close")]
    assert store.query("select wording, article, statement, other_wording, other_statement from contradictions") == [
        ("The harbour will close on Monday", "lantern", "s1", "words", "s2")
    ]
    assert store.query("select name, actors, articles from entities") == [("Ada Renn", 1, 1), ("The Lantern", 1, 1)]
    assert store.query("select tellings, articles, variants, first_report from claims")[0] == (
        2, 2, 1, ["courier", "lantern"],
    )  # fmt: skip


def test_a_store_of_before_there_was_a_trace_gets_its_tables(tmp_path: Path) -> None:
    path = tmp_path / "old.duckdb"
    with Store.open(path) as store:
        store.add([Reading(article=Article.of("It rained."))])
        views = ("stories", "claims", "tellings", "origins", "variants", "derivations", "identities")
        for view in views:
            store.query(f"drop view {view}")
        store.query("drop view corrections")
        for table in (*COLUMNS, "correction", "sketch"):
            store.query(f"drop table {table}")
        store.query("delete from migration where number in (2, 3)")
    with Store.open(path) as store:
        assert len(untraced(store)) == 1
        assert kept_trace(store) == Trace()
