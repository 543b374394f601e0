"""What could not be read, kept until it is read, tried again or fails again."""

from __future__ import annotations

import re

import duckdb

from reportedly.records import Failure
from reportedly.store.rows import Rows

OF_FIELD = " at "  # between the source of a failure and the field that is wrong
FORGET = """delete from failure where source = $source
    or (starts_with(source, $source || $field)
        and regexp_full_match(source[len($source || $field) + 1:], '[a-z_]+(\\[[0-9]+\\])*'))
    or (id = $id and reason is distinct from $but)"""
_FIELD = re.compile(r"[a-z_]+(?:\[[0-9]+\])*")


class Failures:
    """The failures in the tables, and by what they are known, so that asking costs nothing."""

    def __init__(self, connection: duckdb.DuckDBPyConnection) -> None:
        self._connection = connection
        self._known: set[str] = set()
        for id, source in connection.execute("select id, source from failure").fetchall():
            self._known |= _known_by(id, source)

    def __contains__(self, source: str) -> bool:
        """Whether a failure says that this source, or an article of this id, could not be read."""
        return source in self._known

    def enter(self, failure: Failure, read_by: str | None, rows: Rows) -> None:
        """Adds the row of a failure; earlier ones of the same source go."""
        # two sources may fail to give the same article, and each says so
        self.forget(rows, source=failure.source, id=None if failure.source else failure.id)
        self._known |= _known_by(failure.id, failure.source)
        rows["failure"].append((failure.id, failure.source, failure.reason, read_by))

    def retry(self, source: str) -> None:
        """Takes out the failure of a source that is looked at again; what is wrong with a part of it stays."""
        self.forget({}, source=source, id=None)
        self._known.discard(source)

    def forget(self, rows: Rows, *, source: str | None, id: str | None, but: str | None = None) -> None:
        """Takes out earlier failures of what is known by this source, or one of its fields, or by this id.

        With `but`, those by the id that have this reason stay: they are of another text.
        """
        if not {source, id} & self._known:
            return
        rows["failure"] = [
            row
            for row in rows.get("failure", ())
            if (id is None or row[0] != id or row[2] == but) and (source is None or not _is_of(str(row[1]), source))
        ]
        self._connection.execute(FORGET, {"source": source, "id": id, "but": but, "field": OF_FIELD})


def _known_by(id: str | None, source: str | None) -> set[str]:
    """What a failure is forgotten by: an id, a source, and that of which the source names a field."""
    whole = None if source is None else source.rpartition(OF_FIELD)[0]
    return {part for part in (id, source, whole) if part is not None}


def _is_of(failed: str, source: str) -> bool:
    """Whether what failed is a source or a field of it; not another whose name goes on with " at "."""
    whole, at, field = failed.rpartition(OF_FIELD)
    return failed == source or (bool(at) and whole == source and _FIELD.fullmatch(field) is not None)
