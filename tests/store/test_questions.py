from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from reportedly.errors import BadInput
from reportedly.records import Reading, Stance, Trace
from reportedly.records.entity import Entity, Identity
from reportedly.store import corrections, feeds, questions, remembered, tokens, traced, tracing
from reportedly.store.answers import Answer
from reportedly.store.database import Store
from reportedly.store.questions import Within
from tests.byhand import find, small_reading


def retold(id: str, outlet: str, published: str | None) -> Reading:
    """The small reading as another outlet has it."""
    reading = small_reading()
    article = replace(reading.article, id=id, outlet=outlet, published=published, url=None)
    outlets = tuple(replace(actor, name=outlet) if actor.id == "a1" else actor for actor in reading.actors)
    return replace(reading, article=article, actors=outlets)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store.open(tmp_path / "news.duckdb") as store:
        store.add([
            retold("lantern", "The Lantern", "2031-03-14T10:00:00Z"),
            retold("courier", "Elswick Courier", "2031-03-14T09:00:00Z"),
            retold("mercury", "The Mercury", "2031-04-02"),
            retold("undated", "The Herald", None),
        ])  # fmt: skip
        yield store


def keys(answers: Sequence[Answer]) -> list[str]:
    return [answer.article for answer in answers]


def test_who_said_finds_any_form_of_the_words_newest_first(store: Store) -> None:
    answers = questions.who_said(store, "Harbours closed")
    assert keys(answers) == ["mercury", "lantern", "courier", "undated"]
    answer = answers[0]
    assert (answer.statement, answer.words, answer.outlet) == ("s1", "The harbour will close on Monday", "The Mercury")
    assert answer.chain == ("The Mercury", "two engineers who saw the survey")
    text = store.reading("mercury").article.text
    assert [text[start:end] for start, end in answer.places] == ["The harbour will close on Monday"]


@pytest.mark.parametrize("words", ["harbour safe", "volcano", "", "the", "%", "'; drop table statement; --"])
def test_words_that_no_statement_has_find_nothing(store: Store, words: str) -> None:
    assert questions.who_said(store, words) == []
    assert questions.said_by(store, words) == []


@pytest.mark.parametrize(
    "name", ["Ada Renn", "renn", "port authority", "spokeswoman for the port authority", "RENN, Ada"]
)
def test_said_by_finds_who_utters_and_whom_they_speak_for(store: Store, name: str) -> None:
    assert {answer.statement for answer in questions.said_by(store, name)} == {"s2"}
    assert len(questions.said_by(store, name)) == 4


def test_said_by_finds_unnamed_sources_by_what_they_are_called(store: Store) -> None:
    assert {answer.statement for answer in questions.said_by(store, "two engineers")} == {"s1"}
    assert questions.said_by(store, "The Lantern") == []  # it only relays


def test_said_about_finds_mentions_by_pronoun(tmp_path: Path) -> None:
    reading = small_reading()
    words = reading.article.text.index("Nobody")
    vale = replace(reading.actors[-1], mentions=(reading.article.span(words, words + 6),))
    with Store.open(tmp_path / "a.duckdb") as store:
        store.add([replace(reading, actors=(*reading.actors[:-1], vale))])
        assert [answer.statement for answer in questions.said_about(store, "Tom Vale")] == ["s2"]
        assert [answer.statement for answer in questions.said_about(store, "harbour")] == ["s1"]


def test_contacts_need_all_the_names(store: Store) -> None:
    answers = questions.contacts_of(store, "Vale", "Renn")
    assert keys(answers) == ["mercury", "lantern", "courier", "undated"]
    assert answers[0].parties == ("Ada Renn", "Tom Vale")
    assert (answers[0].from_, answers[0].when, answers[0].chain) == ("2031-03-14", "on Friday", ("The Mercury",))
    assert questions.contacts_of(store, "Vale", "Nobody") == []
    assert len(questions.contacts_of(store)) == 4


def called(store: Store, **names: str) -> None:
    """Keeps the small reading in which Ada Renn is called otherwise, by article."""
    for id, name in names.items():
        reading = retold(id, f"The {id.title()}", "2031-05-01")
        actors = tuple(replace(actor, name=name) if actor.id == "a5" else actor for actor in reading.actors)
        store.add([replace(reading, actors=actors)])


def test_somebody_is_found_by_all_names_that_the_trace_knows(tmp_path: Path) -> None:
    with Store.open(tmp_path / "a.duckdb") as store:
        called(store, one="Oleksandra Renenko", two="Renenka", three="Renenka")
        assert keys(questions.said_by(store, "Oleksandra")) == ["one"]
        entity = Entity(id="e-1", kind="person", names=("Oleksandra Renenko", "Renenka"))
        whose = [Identity(article=id, actor="a5", entity="e-1", score=1.0) for id in ("one", "two")]
        tracing.keep_trace(store, Trace(), entities=[entity], identities=whose)
        for name in ("Oleksandra", "renenko"):
            assert keys(questions.said_by(store, name)) == ["one", "two"]
            assert keys(questions.contacts_of(store, name, "Vale")) == ["one", "two"]
        assert keys(questions.said_by(store, "Renenka")) == ["one", "two", "three"]  # and whoever is called so
        assert [answer.statement for answer in questions.said_by(store, "Oleksandra")] == ["s2", "s2"]


@pytest.mark.parametrize("name", ["WHO", "who", "Will", "Will Carr", "the IT ministry", "IS"])
def test_names_that_are_common_words_are_found(tmp_path: Path, name: str) -> None:
    with Store.open(tmp_path / "a.duckdb") as store:
        called(store, who="WHO", will="Will Carr", it="IT ministry", other="IS")
        assert len(questions.said_by(store, name)) == 1
        assert questions.said_by(store, "of the") == []


@pytest.mark.parametrize("words", ["Vale", "mayor", "closing the harbour", None])
def test_positions_are_found_by_holder_and_by_subject(store: Store, words: str | None) -> None:
    answers = questions.positions_of(store, words)
    assert keys(answers) == ["mercury", "lantern", "courier", "undated"]
    assert (answers[0].holder, answers[0].stance, answers[0].target) == ("Tom Vale", "against", "closing the harbour")


def test_a_changed_position_comes_with_the_one_before(tmp_path: Path) -> None:
    def held(id: str, published: str | None, stance: Stance, target: str, words: str) -> Reading:
        reading = retold(id, f"The {id.title()}", published)
        evidence = find(reading.article, words)
        position = replace(reading.positions[0], stance=stance, target=target, evidence=evidence)
        return replace(reading, positions=(position,))

    with Store.open(tmp_path / "news.duckdb") as store:
        store.add([
            held("late", "2031-03-14T10:00:00Z", "for", "the closing of the harbour", "Vale is against closing"),
            held("first", "2031-03-11", "against", "closing the harbour", "against closing the harbour"),
            held("other", "2031-03-12", "for", "a new ferry", "the harbour"),
            held("same", "2031-03-15", "for", "closing the harbour", "against closing the harbour"),
            held("undated", None, "undecided", "closing the harbour", "against closing the harbour"),
        ])  # fmt: skip
        (turned,) = questions.changed_positions(store)
        assert (turned.later.article, turned.later.stance, turned.earlier.stance) == ("late", "for", "against")
        assert (turned.earlier.article, turned.earlier.words) == ("first", "against closing the harbour")
        assert questions.changed_positions(store, "Vale") == questions.changed_positions(store, "harbour") == [turned]
        assert questions.changed_positions(store, "ferry") == []
        assert questions.changed_positions(store, within=Within(until="2031-03-13")) == []
        assert questions.changed_positions(store, within=Within(since="2031-03-13")) == [turned]


def test_the_first_report_is_the_earliest_and_ties_are_shown(store: Store) -> None:
    assert keys(questions.first_reports(store, "harbour")) == ["courier"]
    store.add([retold("globe", "The Globe", "2031-03-14T11:00:00+02:00")])
    assert keys(questions.first_reports(store, "harbour")) == ["courier", "globe"]
    store.add([retold("mail", "The Mail", "2031-03-14"), retold("later", "The Times", "2031-03-15")])
    assert keys(questions.first_reports(store, "harbour")) == ["mail", "courier", "globe"]  # some time on that day
    assert keys(questions.first_reports(store, "harbour", Within(outlet="LANTERN"))) == ["lantern"]
    assert keys(questions.first_reports(store, "harbour", Within(outlet="nobody"))) == []


def test_the_undated_are_first_where_nobody_has_a_date(tmp_path: Path) -> None:
    with Store.open(tmp_path / "undated.duckdb") as store:
        store.add([retold("lantern", "The Lantern", None), retold("courier", "Elswick Courier", None)])
        assert keys(questions.first_reports(store, "harbour")) == ["lantern", "courier"]
        store.add([retold("mercury", "The Mercury", "2031-04-02")])
        assert keys(questions.first_reports(store, "harbour")) == ["mercury"]


@pytest.mark.parametrize(
    ("within", "found"),
    [
        (Within(since="2031-04"), ["mercury"]),
        (Within(until="2031-03"), ["lantern", "courier"]),
        (Within(since="2031", until="2031"), ["mercury", "lantern", "courier"]),
        (Within(since="2031-03-14", until="2031-03-14", outlet="courier"), ["courier"]),
        (Within(limit=1), ["mercury"]),
    ],
)
def test_answers_are_within_what_was_asked(store: Store, within: Within, found: list[str]) -> None:
    assert keys(questions.who_said(store, "harbour", within)) == found
    assert keys(questions.contacts_of(store, within=within)) == found
    assert keys(questions.positions_of(store, None, within)) == found


@pytest.mark.parametrize("day", ["May", "2031-13", "2031-02-30", "2031-2", "0000"])
def test_a_day_that_is_none_is_refused(store: Store, day: str) -> None:
    with pytest.raises(BadInput, match="is no day, month or year"):
        questions.who_said(store, "harbour", Within(since=day))


def test_the_last_day_of_a_month_is_counted() -> None:
    assert (questions.first_day("2032-02"), questions.last_day("2032-02")) == ("2032-02-01", "2032-02-29")


def test_a_reading_that_was_replaced_is_not_found(store: Store) -> None:
    reading = store.reading("mercury")
    store.add([replace(reading, statements=(), contacts=(), positions=())], read_by="another")
    for answers in (
        questions.who_said(store, "harbour"),
        questions.said_by(store, "Renn"),
        questions.contacts_of(store, "Renn"),
        questions.positions_of(store, "Vale"),
    ):
        assert "mercury" not in keys(answers)


def test_words_are_found_also_after_they_are_sorted_in(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    before = questions.who_said(store, "harbour close")
    monkeypatch.setattr("reportedly.store.keeping.UNSORTED", 10)
    store.add([retold("globe", "The Globe", "2031-05-01")])
    assert store.query("select count(*) from recent_posting") == [(0,)]
    assert store.query("select count(*) from posting") == [(40,)]
    assert questions.who_said(store, "harbour close")[1:] == before
    last = store.query("select max(statement) from posting")[0][0]
    store.add([replace(store.reading("globe"), statements=(), contacts=(), positions=())], read_by="another")
    assert questions.who_said(store, "harbour close") == before  # though its words are still there
    with Store.open(store.where) as reopened:
        reopened.add([retold("mail", "The Mail", "2031-05-02")])
        assert store.query("select min(number) from statement where article = 6") > [(last,)]
        assert [answer.article for answer in questions.who_said(reopened, "harbour", Within(limit=1))] == ["mail"]


def test_every_question_and_method_is_documented(root: Path) -> None:
    page = (root / "docs" / "store.md").read_text(encoding="utf-8")
    asked = [
        name
        for module in (questions, traced, tracing, remembered, feeds, corrections, tokens)
        for name, value in vars(module).items()
        if getattr(value, "__module__", "") == module.__name__
    ]
    public = [name for name in asked if name.islower() and not name.startswith("_") and not name.endswith("_day")]
    public += [name for name in vars(Store) if not name.startswith("_") and name not in ("close", "entries")]
    assert [name for name in public if f"`{name}(" not in page and f"`Store.{name}(" not in page] == []


def test_every_view_is_documented(root: Path, store: Store) -> None:
    page = (root / "docs" / "store.md").read_text(encoding="utf-8")
    views = [name for (name,) in store.query("select view_name from duckdb_views() where not internal")]
    assert [name for name in views if f"| `{name}` |" not in page] == []
