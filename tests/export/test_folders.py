from __future__ import annotations

import csv
import json
from collections.abc import Iterator
from dataclasses import replace
from importlib.util import find_spec
from pathlib import Path

import duckdb
import pytest

from reportedly.errors import BadInput
from reportedly.export import kept
from reportedly.export.columns import COLUMNS
from reportedly.export.folders import export_csv, export_jsonl, export_parquet
from reportedly.export.investigation import export_ftm
from reportedly.export.network import export_graphml
from reportedly.export.provenance import export_prov
from reportedly.records import Article, Failure, Reading
from reportedly.records.codec import encode, render_line
from reportedly.records.entity import Entity, Identity
from reportedly.store.database import Store
from reportedly.store.traced import kept_entities, kept_trace
from reportedly.store.tracing import keep_trace
from tests.byhand import small_reading
from tests.store.test_questions import retold
from tests.store.test_traced import ENTITIES, IDENTITIES, IDS, small_trace

FAILURE = Failure(id=None, source="a.txt", reason="=cmd|' /C calc'!A0")
COUNTS = {
    "articles": 3, "actors": 18, "mentions": 21, "statements": 6, "contents": 9, "links": 15, "contacts": 3,
    "positions": 3, "timexes": 6, "failures": 1, "stories": 1, "story_articles": 3, "claims": 2, "tellings": 3,
    "origins": 2, "variants": 1, "contradictions": 2, "derivations": 2, "passages": 2, "entities": 2, "identities": 2,
}  # fmt: skip


def filled(path: Path) -> Store:
    """A store of three readings and a failure, with a trace that has a record of every kind."""
    store = Store.open(path)
    store.add([retold(id, f"The {id.title()}", f"2031-03-1{day}T10:00:00Z") for day, id in enumerate(IDS, 4)])
    store.add([FAILURE])
    keep_trace(store, small_trace(), entities=ENTITIES, identities=IDENTITIES)
    return store


def unnamed(store: Store) -> None:
    """Makes the two engineers of one article an entity, which has no name."""
    nobody = Entity(id="e-3", kind="group", names=(), roles=("engineers",), sites=())
    same = Identity(article="lantern", actor="a3", entity="e-3", score=1.0)
    keep_trace(store, small_trace(), entities=(*ENTITIES, nobody), identities=(*IDENTITIES, same))


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with filled(tmp_path / "news.duckdb") as store:
        yield store


@pytest.fixture
def hostile(tmp_path: Path) -> Iterator[Store]:
    with Store.open(tmp_path / "hostile.duckdb") as store:
        text = "=1+1\x00 \x1b[31m ]]> <a&b>\r\n\x85\u2028\ufffe '=x"
        article = Article.of(text, id="@x/../<&\"'; -", outlet="-2+3", title="'=x", published="2031-03-14")
        store.add([replace(small_reading(), article=article, statements=(), actors=(), contacts=(), positions=(),
                           timexes=())])  # fmt: skip
        yield store


def tables(folder: Path) -> dict[str, list[dict[str, str]]]:
    found = {}
    for path in folder.iterdir():
        with path.open(encoding="utf-8", newline="") as lines:
            found[path.stem] = list(csv.DictReader(lines))
    return found


def test_every_record_has_a_row_in_csv(store: Store, tmp_path: Path) -> None:
    export_csv(store, tmp_path / "tables")
    found = tables(tmp_path / "tables")
    assert {table: len(rows) for table, rows in found.items()} == COUNTS
    assert set(COUNTS) == set(COLUMNS)


def test_the_words_stand_at_their_offsets(store: Store, tmp_path: Path) -> None:
    export_csv(store, tmp_path / "tables")
    found = tables(tmp_path / "tables")
    texts = {row["article"]: row["text"] for row in found["articles"]}
    places = [
        (row[article], row[f"{side}start"], row[f"{side}end"], row[f"{side}text"])
        for table, article, side in (
            ("mentions", "article", ""), ("contents", "article", ""), ("contacts", "article", ""),
            ("positions", "article", ""), ("timexes", "article", ""), ("variants", "article", ""),
            ("variants", "against_article", "against_"), ("passages", "from", "from_"), ("passages", "to", "to_"),
        )
        for row in found[table]
    ]  # fmt: skip
    assert [texts[article][int(start) : int(end)] for article, start, end, _ in places] == [text for *_, text in places]
    pieces = found["tellings"][1]
    assert (pieces["starts"], pieces["ends"], pieces["text"]) == (
        "126; 197", "140; 215", "It is not safe … Nobody should sail",
    )  # fmt: skip


def test_parquet_has_the_same_rows_with_types(store: Store, tmp_path: Path) -> None:
    export_parquet(store, tmp_path / "tables")
    with duckdb.connect() as connection:

        def ask(sql: str) -> list[tuple[object, ...]]:
            return connection.execute(sql.replace("@", f"{tmp_path}/tables/")).fetchall()

        assert {table: ask(f"select count(*) from '@{table}.parquet'")[0][0] for table in COLUMNS} == COUNTS
        for table, columns in COLUMNS.items():
            assert [row[0] for row in ask(f"describe select * from '@{table}.parquet'")] == list(columns)
        assert ask(
            """select count(*) from '@mentions.parquet' as m join '@articles.parquet' as a using (article)
            where a.text[m.start + 1 : m.end] = m.text"""
        ) == [(21,)]
        assert ask("""select ordinal, place, "from", score from '@contacts.parquet' limit 1""") == [
            (3, None, "2031-03-14", 0.9)
        ]
        assert ask("select distinct unnamed from '@actors.parquet' order by all") == [(False,), (True,)]
        assert ask("select reason from '@failures.parquet'") == [(FAILURE.reason,)]
    assert {path.name for path in (tmp_path / "tables").iterdir()} == {f"{table}.parquet" for table in COLUMNS}


def test_json_lines_are_those_of_read_and_the_trace_is_that_of_the_store(store: Store, tmp_path: Path) -> None:
    export_jsonl(store, tmp_path / "lines")
    lines = (tmp_path / "lines/readings.jsonl").read_text(encoding="utf-8")
    held: list[Reading | Failure] = [*store.readings(), FAILURE]
    assert lines == "".join(f"{render_line(result)}\n" for result in held)
    assert json.loads((tmp_path / "lines/trace.json").read_text(encoding="utf-8")) == encode(small_trace())
    for name, records in zip(("entities", "identities"), kept_entities(store), strict=True):
        found = (tmp_path / f"lines/{name}.jsonl").read_text(encoding="utf-8").splitlines()
        assert [json.loads(line) for line in found] == [encode(record) for record in records]


def test_a_store_without_a_trace_has_an_empty_one(tmp_path: Path) -> None:
    with Store.open(tmp_path / "news.duckdb") as store:
        store.add([small_reading()])
        export_jsonl(store, tmp_path / "lines")
    document = json.loads((tmp_path / "lines/trace.json").read_text(encoding="utf-8"))
    assert document == {"trace": 1, "stories": [], "claims": [], "derivations": []}


def test_the_trace_is_read_in_pages_as_it_was_kept(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(kept, "PAGE", 1)
    monkeypatch.setattr(kept, "READINGS", 2)
    monkeypatch.setattr(kept, "ARTICLES", 1)
    trace = kept_trace(store)
    assert tuple(kept.stories(store)) == trace.stories
    assert tuple(kept.claims(store)) == trace.claims
    assert tuple(kept.derivations(store)) == trace.derivations
    assert (tuple(kept.entities(store)), tuple(kept.identities(store))) == kept_entities(store)
    pages = list(kept.reading_pages(store))
    assert [reading.article.id for page in pages for reading in page.readings] == list(IDS)
    assert pages[0].entities == {("lantern", "a5"): "e-2", ("courier", "a1"): "e-1"}
    assert pages[0].claims[("lantern", "s2")] == ("c-1-alone",)


def test_no_cell_is_a_formula_and_each_can_be_undone(hostile: Store, tmp_path: Path) -> None:
    export_csv(hostile, tmp_path / "tables")
    (row,) = tables(tmp_path / "tables")["articles"]
    assert (row["article"][:3], row["outlet"], row["title"]) == ("'@x", "'-2+3", "''=x")
    (reading,) = hostile.readings()
    assert row["text"] == "'" + reading.article.text
    export_parquet(hostile, tmp_path / "parquet")
    with duckdb.connect() as connection:
        found = connection.execute(
            f"select article, outlet, text from '{tmp_path}/parquet/articles.parquet'"
        ).fetchall()
    assert found == [(reading.article.id, "-2+3", reading.article.text)]


def test_nothing_is_written_over_unless_it_is_said(store: Store, tmp_path: Path) -> None:
    out = tmp_path / "tables"
    export_csv(store, out)
    (out / "claims.csv").write_text("mine")
    with pytest.raises(BadInput, match="there already"):
        export_csv(store, out)
    assert (out / "claims.csv").read_text() == "mine"
    export_csv(store, out, replace=True)
    assert (out / "claims.csv").read_text().startswith("claim,")
    (out / "notes.txt").write_text("mine")
    with pytest.raises(BadInput, match="other things"):
        export_csv(store, out, replace=True)
    assert (out / "notes.txt").read_text() == "mine"


def test_nothing_is_left_after_an_error(store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(_: Store) -> Iterator[Reading]:
        yield from ()
        raise KeyboardInterrupt

    monkeypatch.setattr(kept, "results", broken)
    monkeypatch.setattr(kept, "entities", broken)
    monkeypatch.setattr(kept, "entities_of", lambda store, _: broken(store))
    before = {path.name for path in tmp_path.iterdir()}
    old = ((export_graphml, "<graphml>mine"), (export_ftm, '{"schema":"Person"}'))
    ftm = (export_ftm,) if find_spec("followthemoney") else ()
    for export in (export_csv, export_parquet, export_jsonl, export_graphml, export_prov, *ftm):
        with pytest.raises(KeyboardInterrupt):
            export(store, tmp_path / "new")
    for export, mine in old[: 1 + len(ftm)]:
        (tmp_path / "old").write_text(mine)
        with pytest.raises(KeyboardInterrupt):
            export(store, tmp_path / "old", replace=True)
        assert (tmp_path / "old").read_text() == mine
    assert {path.name for path in tmp_path.iterdir()} == before | {"old"}


def test_what_was_there_comes_back_when_the_new_cannot_take_its_name(
    store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    out = tmp_path / "tables"
    export_csv(store, out)
    (out / "claims.csv").write_text("mine")
    before = {path.name for path in tmp_path.iterdir()}
    plain = Path.replace

    def full(path: Path, target: Path) -> Path:
        if path.name.endswith(".part"):
            raise OSError(28, "No space left on device")
        return plain(path, target)

    monkeypatch.setattr(Path, "replace", full)
    with pytest.raises(BadInput, match=r"cannot be written \(No space"):
        export_csv(store, out, replace=True)
    assert (out / "claims.csv").read_text() == "mine"
    assert {path.name for path in tmp_path.iterdir()} == before
