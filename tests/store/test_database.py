from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory
from threading import Thread

import duckdb
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reportedly.errors import BadInput, Unreadable
from reportedly.records import Article, Failure, Reading
from reportedly.records.given import Given, KnownDate
from reportedly.store.database import AT_ONCE, Store
from reportedly.store.entries import Added
from reportedly.store.keeping import ANOTHER
from reportedly.store.lately import MOST, Lately
from reportedly.store.rows import COLUMNS
from tests.byhand import TEXT, small_article, small_reading
from tests.strategies import failures, readings


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store.open(tmp_path / "news.duckdb") as store:
        yield store


def rows_in(store: Store) -> dict[str, list[tuple[object, ...]]]:
    """Every row of every table."""
    return {table: store.query(f'select * from "{table}" order by all') for table in COLUMNS}


def plain(text: str, **known: str) -> Reading:
    return Reading(article=Article.of(text, **known))


@contextmanager
def fresh_store() -> Iterator[Path]:
    """The path of a store that is yet to be, removed afterwards: properties open dozens."""
    with TemporaryDirectory() as folder:
        yield Path(folder) / "a.duckdb"


@settings(max_examples=40)
@given(records=st.lists(readings(), max_size=4, unique_by=lambda reading: reading.article.id))
def test_readings_come_back_exactly(records: list[Reading]) -> None:
    with fresh_store() as path:
        with Store.open(path) as store:
            added = store.add(records)
        with Store.open(path, read_only=True) as store:
            kept = list(store.readings())
            assert [record for record in records if record in kept] == kept
            assert len(kept) == added.new
            assert added.new + added.held == len(records)
            assert store.article_ids() == [reading.article.id for reading in kept]


@settings(max_examples=20)
@given(reading=readings())
def test_flat_rows_hold_the_words_of_the_page(reading: Reading) -> None:
    with fresh_store() as path, Store.open(path) as store:
        store.add([reading])
        for table in ("mention", "content", "contact", "position"):
            for starts, ends, text in store.query(f'select starts, ends, text from "{table}"'):
                assert reading.article.text[starts:ends] == text
        assert len(store.query("select * from link")) == sum(len(s.chain) for s in reading.statements)


@settings(max_examples=20)
@given(failure=failures)
def test_failures_come_back(failure: Failure) -> None:
    with fresh_store() as path, Store.open(path) as store:
        assert store.add([failure, failure]) == Added(failed=2)
        kept = store.failures()
        assert set(kept) == {failure}
        assert len(kept) == 1 or (failure.id is None and failure.source is None)


def test_what_is_added_again_is_held(store: Store, reading: Reading) -> None:
    assert store.add([reading]) == Added(new=1)
    before = rows_in(store)
    assert store.add([reading]) == Added(held=1)
    assert store.add([reading, reading]) == Added(held=2)
    assert rows_in(store) == before


def test_a_better_reading_replaces_all_rows_of_the_older(store: Store, reading: Reading, tmp_path: Path) -> None:
    store.add([plain("Another article, about nothing."), replace(reading, statements=(), contacts=())], read_by="one")
    assert store.add([reading], read_by="two") == Added(replaced=1)
    with Store.open(tmp_path / "fresh.duckdb") as fresh:
        fresh.add([plain("Another article, about nothing.")], read_by="one")
        fresh.add([reading], read_by="two")
        counts = {table: len(rows) for table, rows in rows_in(store).items()}
        assert counts == {table: len(rows) for table, rows in rows_in(fresh).items()}
    assert list(store.readings())[-1] == reading
    assert store.add([replace(reading, notes=())], read_by="two") == Added(held=1)


def test_a_reading_is_replaced_within_one_batch_too(store: Store, reading: Reading) -> None:
    assert store.add([replace(reading, statements=(), contacts=(), positions=()), reading]) == Added(new=1, replaced=1)
    assert list(store.readings()) == [reading]
    assert len(store.query("select * from statement")) == 2


def test_the_same_article_under_another_id_is_kept_once(store: Store, reading: Reading) -> None:
    again = replace(reading, article=replace(reading.article, id="dump-7", url=None))
    assert store.add([reading]) + store.add([again]) == Added(new=1, held=1)
    assert store.article_ids() == [reading.article.id]
    assert store.reading("dump-7") == reading
    assert store.held(again.article) == (reading.article.id, None, True)


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ({"outlet": "The Lantern"}, {"outlet": "the  lantern", "title": "Rain"}, True),
        ({"outlet": "The Lantern"}, {"outlet": "Elswick Courier"}, False),
        ({"url": "https://a.example/7?utm_source=x#top"}, {"url": "http://www.a.example/7/"}, True),
        ({"url": "https://a.example/?id=7"}, {"url": "https://a.example/?id=8"}, False),
        ({"outlet": "The Lantern"}, {}, False),
        ({"published": "2031-03-14"}, {"published": "2031-03-15"}, False),
        ({"id": "x"}, {"id": "y"}, True),
    ],
)
def test_copies_of_two_outlets_are_two_articles(
    store: Store, one: dict[str, str], other: dict[str, str], same: bool
) -> None:
    store.add([plain("It rained in Elswick.", **one), plain("It  rained in\nElswick.", **other)])
    assert len(store.article_ids()) == (1 if same else 2)


def test_an_id_of_two_articles_is_a_failure_and_nothing_is_lost(store: Store) -> None:
    first, second = plain("It rained.", id="7", outlet="A"), plain("It snowed.", id="7", outlet="B")
    assert store.add([first, second]) == Added(new=1, failed=1)
    assert list(store.readings()) == [first]
    assert store.failures() == [Failure(id="7", source=None, reason=ANOTHER)]


def test_a_failure_is_forgotten_when_the_article_is_read(store: Store, reading: Reading) -> None:
    id = reading.article.id
    store.add([Failure(id=None, source="a.html", reason="no"), Failure(id=id, source="b", reason="no")])
    store.add([reading], given={id: Given(source="a.html")})
    assert store.failures() == []


def test_a_failure_of_another_file_whose_name_goes_on_is_kept(store: Store, reading: Reading) -> None:
    id = reading.article.id
    kept = Failure(id=None, source="/news/Talks at noon.txt", reason="no")
    store.add([kept, Failure(id=None, source="/news/Talks at published", reason="no day")])
    store.add([Failure(id=None, source="/news/Talks", reason="no")])
    store.add([reading], given={id: Given(source="/news/Talks")})
    assert store.failures() == [kept]


def test_every_date_is_kept_and_says_whether_it_was_used(store: Store, reading: Reading) -> None:
    dates = (
        KnownDate(kind="published", value="1970-01-01", trusted=False, why="before 1990"),
        KnownDate(kind="feed", value="2031-03-14", used=True, why="no other is trusted"),
    )
    store.add([reading], given={reading.article.id: Given(source="feed.xml, item 1", dates=dates)})
    later = KnownDate(kind="crawl", value="2031-03-20")
    copy = replace(reading, article=replace(reading.article, id="again"))
    store.add([copy], given={"again": Given(source="crawl.warc", dates=(dates[1], later))})
    assert store.dates(reading.article.id) == (*dates, later)
    assert store.query("select source from given") == [("feed.xml, item 1",), ("crawl.warc",)]


def test_without_more_the_date_of_publication_is_the_one_used(store: Store, reading: Reading) -> None:
    store.add([reading])
    assert store.dates(reading.article.id) == (KnownDate(kind="published", value="2031-03-14", used=True),)


def test_what_comes_after_a_transaction_that_failed_is_whole(
    store: Store, reading: Reading, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as broken:
        broken.setattr("reportedly.store.keeping.render_line", lambda record: 1 / 0)
        with pytest.raises(ZeroDivisionError):
            store.add([reading])
    assert store.article_ids() == []
    assert store.add([reading]) == Added(new=1)
    assert list(store.readings()) == [reading]
    assert store.query("select count(*) from word where number in (select word from recent_posting)")[0][0] > 0


def test_a_full_disk_is_said(store: Store, reading: Reading, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*given: object) -> None:
        raise duckdb.IOException("could not write: no space left on device")

    with monkeypatch.context() as broken:
        broken.setattr("reportedly.store.keeping.insert", full)
        with pytest.raises(BadInput, match="no space left on device"):
            store.add([reading])
    assert store.add([reading]) == Added(new=1)


def test_a_disk_that_is_full_when_all_is_to_be_written_is_said_too(store: Store) -> None:
    resource = pytest.importorskip("resource")
    before, most = resource.getrlimit(resource.RLIMIT_FSIZE)
    added = store.add([plain("It rained.")])
    resource.setrlimit(resource.RLIMIT_FSIZE, (100_000, most))
    try:
        with pytest.raises(BadInput, match=r"news.duckdb: the store cannot be written \(.*; make room for it"):
            store.add(plain(f"It rained {'a' * 3000} on day {number}.") for number in range(600))
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (before, most))
    assert added == Added(new=1)
    assert len(store.article_ids()) % AT_ONCE == 1
    assert store.add([plain("It snowed.")]) == Added(new=1)


def test_a_store_that_is_damaged_is_said(tmp_path: Path) -> None:
    path = tmp_path / "news.duckdb"
    with Store.open(path) as store:
        store.add(plain(f"It rained {'a' * 3000} on day {number}.") for number in range(300))
    whole = path.read_bytes()
    half = len(whole) // 2
    for damaged in (
        whole[:4096] + whole[8192:4096:-1] + whole[8192:],  # a header
        whole[:half] + bytes(byte ^ 255 for byte in whole[half:]),
        whole[:half],
    ):
        path.write_bytes(damaged)
        for question in (lambda store: list(store.readings()), Store.prepare):
            with (
                pytest.raises(Unreadable, match=r"news.duckdb: the store is damaged \(.*; go back to a copy of before"),
                Store.open(path, read_only=True) as store,
            ):
                question(store)


def test_a_store_that_this_program_has_open_in_another_way_is_said(store: Store) -> None:
    with pytest.raises(BadInput, match="this program has the store open already"):
        Store.open(store.where, read_only=True)


@pytest.mark.parametrize("table", ["payroll (a integer)", "article (a integer)", "migration (version integer)"])
def test_nothing_is_written_to_a_database_of_something_else(tmp_path: Path, table: str) -> None:
    path = tmp_path / "theirs.duckdb"
    with duckdb.connect(str(path)) as theirs:
        theirs.execute(f"create table {table}")
    for read_only in (False, True):
        with pytest.raises(Unreadable, match="this is no store"):
            Store.open(path, read_only=read_only)
    with duckdb.connect(str(path)) as theirs:
        assert theirs.execute("select table_name from duckdb_tables()").fetchall() == [(table.partition(" ")[0],)]


def test_stores_are_merged_without_replacing_anything(store: Store, reading: Reading, tmp_path: Path) -> None:
    store.add([reading], read_by="ours")
    with Store.open(tmp_path / "other.duckdb") as other:
        other.add([replace(reading, statements=(), contacts=(), positions=()), plain("It rained.")], read_by="theirs")
        other.add([Failure(id=None, source="a", reason="no")])
        assert store.merge(other) == Added(new=1, held=1, failed=1)
        assert store.merge(other) == Added(held=2, failed=1)
    assert [r.article.text for r in store.readings()] == [TEXT, "It rained."]
    assert next(store.readings()) == reading
    assert len(store.failures()) == 1


def test_a_merge_takes_over_how_articles_came_in(store: Store, reading: Reading, tmp_path: Path) -> None:
    id, copy = reading.article.id, replace(reading.article, id="copy")
    with Store.open(tmp_path / "other.duckdb") as other:
        other.add([reading], given={id: Given(source="a.jsonl, line 1", digest=1)})
        other.meet([(copy, Given(source="b.jsonl, line 1", digest=2))])
        store.merge(other)
        for table in ("alias", "given", "input", "known_date", "same_text"):
            sql = f'select * from "{table}" order by all'
            assert store.query(sql) == other.query(sql)
    assert store.reading("copy") == reading
    assert store.knows(2, "b.jsonl, line 1")


def test_many_readings_stream_in_order(store: Store) -> None:
    texts = [f"Article number {number}." for number in range(150)]
    assert store.add(map(plain, texts)) == Added(new=150)
    assert [reading.article.text for reading in store.readings()] == texts


def test_a_store_of_before_there_were_words_of_texts_gets_them(tmp_path: Path) -> None:
    path = tmp_path / "old.duckdb"
    with Store.open(path) as store:
        store.add(map(plain, ["Gulls were fed.", "It’s raining!"]))
        bodies = store.query("select * from body order by article")
        store.query("drop table body")
        store.query("delete from migration where number = 7")
    with Store.open(path) as store:
        assert store.query("select * from body order by article") == bodies == [(1, " fed gull "), (2, " rain ")]


def test_a_store_of_before_words_had_more_forms_is_indexed_anew(tmp_path: Path, reading: Reading) -> None:
    def index(store: Store) -> list[list[tuple[object, ...]]]:
        return [
            store.query(f"select word.word, {what} from {table} join word on word.number = {table}.word order by all")
            for table, what in (("name_word", "name"), ("target_word", "position"))
        ] + [
            store.query("""with posted as (select * from posting union all select * from recent_posting)
                select word.word, statement from posted join word on word.number = posted.word order by all"""),
            store.query("select * from body order by all"),
        ]  # fmt: skip

    path = tmp_path / "old.duckdb"
    with Store.open(path) as store:
        store.add([reading, plain("The move was denied.")])
        before = index(store)
        store.query("update word set word = word || 'd'")
        store.query("delete from name_word")
        store.query("update body set words = ' deni '")
        store.query("delete from migration where number = 10")
    with Store.open(path) as store:
        assert index(store) == before
        assert all(before)
        assert store.add([plain("The gulls denied it.")]) == Added(new=1)


def test_a_store_of_an_older_version_is_brought_up_to_date_by_a_question_too(tmp_path: Path) -> None:
    path = tmp_path / "old.duckdb"
    with Store.open(path) as store:
        store.add(map(plain, ["Gulls were fed."]))
        store.query("drop view feeds")
        store.query("drop table feed")
        store.query("delete from migration where number = 5")
    with Store.open(path, read_only=True) as store:
        assert store.query("select * from feeds") == []
        with pytest.raises(duckdb.InvalidInputException, match="read-only"):
            store.query("delete from article")


def test_the_words_of_an_article_are_those_of_the_text_that_is_held(store: Store) -> None:
    store.add([plain("Gulls were fed.", id="one")], read_by="one")
    store.add([replace(plain("Gulls were fed.", id="one"), notes=("read again",))], read_by="another")
    assert store.query("select words from body") == [(" fed gull ",)]


def test_a_store_of_a_later_version_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "a.duckdb"
    with Store.open(path) as store:
        store.query("insert into migration values (999, 'later')")
    for read_only in (False, True):
        with pytest.raises(BadInput, match="by a later version"):
            Store.open(path, read_only=read_only)


def test_what_is_no_store_is_refused(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("words")
    duckdb.connect(str(tmp_path / "b.duckdb")).close()
    for name in ("a.txt", "b.duckdb", "none.duckdb"):
        with pytest.raises(Unreadable, match=r"no (such )?store"):
            Store.open(tmp_path / name, read_only=True)
    with pytest.raises(Unreadable, match="cannot be opened"):
        Store.open(tmp_path / "nowhere" / "a.duckdb")


@pytest.mark.parametrize("name", ["news.jsonl", "news.json", "news.csv", ":memory:"])
@pytest.mark.parametrize("read_only", [True, False])
def test_nothing_is_kept_in_a_store_that_would_be_gone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, read_only: bool
) -> None:
    monkeypatch.chdir(tmp_path)
    if name.startswith("news"):
        (tmp_path / name).write_text('{"text": "The harbour will close."}\n')
    with pytest.raises(Unreadable, match=r"no (such )?store"):
        Store.open(name, read_only=read_only)
    assert [path.read_text() for path in tmp_path.iterdir()] == (
        ['{"text": "The harbour will close."}\n'] if name.startswith("news") else []
    )


def test_the_views_for_people_have_rows(store: Store, reading: Reading) -> None:
    store.add([reading, Failure(id=None, source="a", reason="no")])
    views = [name for (name,) in store.query("select view_name from duckdb_views() where not internal")]
    empty = [view for view in views if not store.query(f"select * from {view}")]
    assert sorted(empty) == [
        "claims", "contradictions", "corrections", "derivations", "entities", "feeds", "identities", "origins",
        "stories", "tellings", "variants",
    ]  # fmt: skip
    assert store.query("select text from texts") == [(small_article().text,)]
    assert small_reading() == reading


def test_many_read_beside_one_that_writes(tmp_path: Path) -> None:
    seen: list[int] = []

    def look(store: Store) -> None:
        with store.beside() as beside:
            seen.extend(len(beside.article_ids()) for _ in range(30))

    with Store.open(tmp_path / "a.duckdb") as store:
        readers = [Thread(target=look, args=(store,)) for _ in range(4)]
        for reader in readers:
            reader.start()
        for number in range(10):
            store.add([Reading(article=Article.of(f"The harbour closes, day {number}.", id=str(number)))])
        for reader in readers:
            reader.join()
        assert len(seen) == 120
        assert set(seen) <= set(range(11))
        with store.beside() as beside:
            assert len(beside.article_ids()) == 10


def test_a_store_that_another_program_writes_to_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "a.duckdb"
    script = f"""
import sys
from reportedly import Store
with Store.open({str(path)!r}) as store:
    print("open", flush=True)
    sys.stdin.read()
"""
    with subprocess.Popen([sys.executable, "-c", script], stdin=subprocess.PIPE, stdout=subprocess.PIPE) as other:
        assert other.stdout is not None
        assert other.stdin is not None
        assert other.stdout.readline() == b"open\n"
        for read_only in (False, True):
            with pytest.raises(BadInput, match="is open in another program"):
                Store.open(path, read_only=read_only)
        other.stdin.close()
    Store.open(path).close()


def test_a_store_that_was_killed_can_be_read(tmp_path: Path, reading: Reading) -> None:
    path = tmp_path / "a.duckdb"
    script = f"""
import os, signal
from reportedly import Store
from tests.byhand import small_reading
store = Store.open({str(path)!r})
store.add([small_reading()])
os.kill(os.getpid(), signal.SIGKILL)
"""
    subprocess.run([sys.executable, "-c", script], check=False, cwd=Path(__file__).parents[2])
    assert path.with_name("a.duckdb.wal").exists()
    with Store.open(path, read_only=True) as store:
        assert list(store.readings()) == [reading]


def test_a_reading_that_was_asked_for_lately_is_given_as_it_is_now(store: Store) -> None:
    first, second = small_reading(), replace(small_reading(), statements=())
    store.add([first], read_by="one")
    beside = store.beside()
    id = first.article.id
    assert beside.reading(id) == store.reading(id) == first
    assert beside.reading(id) is store.reading(id)
    store.add([second], read_by="another")
    assert beside.reading(id) == store.reading(id) == second


def test_a_reading_from_before_a_replacement_is_not_kept() -> None:
    lately = Lately()
    changes = lately.changes
    lately.forget()
    lately.put(1, small_reading(), changes=changes)
    assert lately.get(1) is None
    for number in range(MOST + 1):
        lately.put(number, small_reading(), changes=lately.changes)
    assert lately.get(0) is None
    assert lately.get(MOST) is not None


def test_what_is_no_record_is_refused_with_a_way_out(store: Store) -> None:
    with pytest.raises(TypeError, match="not str; read it first"):
        store.add("abc")  # type: ignore[arg-type]


def test_a_store_that_was_closed_says_so(store: Store) -> None:
    store.close()
    for use in (store.article_ids, lambda: store.add([small_reading()])):
        with pytest.raises(BadInput, match="the store was closed; open it again"):
            use()
