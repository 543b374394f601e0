"""The storage's versions: numbered SQL files, each applied once, in one transaction with the note that it was."""

from __future__ import annotations

import re
from importlib.resources import files

import duckdb

from reportedly.errors import BadInput
from reportedly.store.inserting import transaction
from reportedly.store.refusing import no_store
from reportedly.store.words import words_of, words_of_name

NOTED = "create table if not exists migration (number integer not null, name varchar not null)"
COLUMNS_OF_NOTED = """select column_name from duckdb_columns()
    where table_name = 'migration' and schema_name = 'main' order by column_index"""
ANYTHING = "select 1 from duckdb_tables() union all select 1 from duckdb_views() where not internal"


def migrations() -> list[tuple[int, str, str]]:
    """Number, name and SQL of every migration that there is, in order."""
    entries = files("reportedly.store").joinpath("migrations").iterdir()
    named = ((re.fullmatch(r"(\d+)_(\w+)\.sql", entry.name), entry) for entry in entries)
    found = [(int(match[1]), match[2], entry.read_text(encoding="utf-8")) for match, entry in named if match]
    return sorted(found)


def applied(connection: duckdb.DuckDBPyConnection, *, where: str) -> list[int]:
    """The numbers of the migrations that a file has been through; none for a new file, Unreadable for a foreign one."""
    if [name for (name,) in connection.execute(COLUMNS_OF_NOTED).fetchall()] == ["number", "name"]:
        return [number for (number,) in connection.execute("select number from migration order by number").fetchall()]
    if connection.execute(ANYTHING).fetchall():
        raise no_store(where)
    return []


def migrate(connection: duckdb.DuckDBPyConnection, *, where: str) -> None:
    """Brings a file to the version of this program; BadInput when it is of a later one, Unreadable for no store."""
    done = applied(connection, where=where)
    steps = migrations()
    check_version(done, where=where)
    if not is_outdated(done):
        return
    functions = {"words_of": words_of, "words_of_name": words_of_name}
    for name, function in functions.items():
        connection.create_function(name, function, ["VARCHAR"], "VARCHAR")
    for number, name, sql in steps:
        if number not in done:
            with transaction(connection):
                connection.execute(NOTED)
                connection.execute(sql)
                connection.execute("insert into migration values ($number, $name)", {"number": number, "name": name})
    for name in functions:
        connection.remove_function(name)


def is_outdated(done: list[int]) -> bool:
    """Whether the file has yet to go through some migration."""
    return set(done) != {number for number, _, _ in migrations()}


def check_version(done: list[int], *, where: str) -> None:
    """Raises BadInput when the file has been through migrations that this program does not know."""
    if set(done) - {number for number, _, _ in migrations()}:
        raise BadInput("this store was written by a later version of reportedly", where=where, do="install that one")
