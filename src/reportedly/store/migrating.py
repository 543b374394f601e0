"""The storage's versions: numbered SQL files, each applied once, in one transaction with the note that it was."""

from __future__ import annotations

import re
from importlib.resources import files

import duckdb

from reportedly.errors import BadInput
from reportedly.store.words import words_of

NOTED = "create table if not exists migration (number integer not null, name varchar not null)"


def migrations() -> list[tuple[int, str, str]]:
    """Number, name and SQL of every migration that there is, in order."""
    entries = files("reportedly.store").joinpath("migrations").iterdir()
    named = ((re.fullmatch(r"(\d+)_(\w+)\.sql", entry.name), entry) for entry in entries)
    found = [(int(match[1]), match[2], entry.read_text(encoding="utf-8")) for match, entry in named if match]
    return sorted(found)


def applied(connection: duckdb.DuckDBPyConnection) -> list[int]:
    """The numbers of the migrations that a file has been through; none for a new file."""
    there = connection.execute("select count(*) from duckdb_tables() where table_name = 'migration'").fetchall()
    if not there[0][0]:
        return []
    return [number for (number,) in connection.execute("select number from migration order by number").fetchall()]


def migrate(connection: duckdb.DuckDBPyConnection, *, where: str) -> None:
    """Brings a file to the version of this program; BadInput when it is of a later one."""
    done = applied(connection)
    steps = migrations()
    check_version(done, where=where)
    if not is_outdated(done):
        return
    connection.create_function("words_of", words_of, ["VARCHAR"], "VARCHAR")
    for number, name, sql in steps:
        if number not in done:
            connection.execute("begin")
            connection.execute(NOTED)
            connection.execute(sql)
            connection.execute("insert into migration values ($number, $name)", {"number": number, "name": name})
            connection.execute("commit")
    connection.remove_function("words_of")


def is_outdated(done: list[int]) -> bool:
    """Whether the file has yet to go through some migration."""
    return set(done) != {number for number, _, _ in migrations()}


def check_version(done: list[int], *, where: str) -> None:
    """Raises BadInput when the file has been through migrations that this program does not know."""
    if set(done) - {number for number, _, _ in migrations()}:
        raise BadInput("this store was written by a later version of reportedly", where=where, do="install that one")
