"""What the trace goes by beside the readings: sketches that need not be made again.

keep_sketches, sketches          what the trace remembers of articles and statements
sketches_of                      the same of some articles
"""

from __future__ import annotations

from collections.abc import Collection, Mapping

from reportedly.errors import BadInput
from reportedly.store.database import Store

Key = tuple[str, str]  # the id of an article, and that of an actor or a statement in it


def keep_sketches(store: Store, kind: str, values: Mapping[Key, bytes], *, made_by: str) -> None:
    """Keeps a sketch for each article and part ('' for the whole article), until there is a newer one."""
    numbers = ArticleNumbers(store, {article for article, _ in values})
    rows = [(numbers[article], part, kind, made_by, value) for (article, part), value in values.items()]
    with store.transaction():
        store.query(
            "delete from sketch where kind = $kind and (made_by <> $made_by "
            "or article in (select unnest($articles::integer[])))",
            {"kind": kind, "made_by": made_by, "articles": sorted({row[0] for row in rows})},
        )
        store.insert({"sketch": ("article", "part", "kind", "made_by", "value")}, {"sketch": rows})


def sketches(store: Store, kind: str, *, made_by: str) -> dict[Key, bytes]:
    """The sketches of a kind by article and part, as far as they were made by this version of what makes them."""
    sql = """select id, part, value from sketch join article on number = article
        where sketch.kind = $kind and made_by = $made_by order by sketch.rowid"""
    return {(id, part): value for id, part, value in store.query(sql, {"kind": kind, "made_by": made_by})}


def sketches_of(store: Store, kind: str, articles: Collection[str], *, made_by: str) -> dict[str, bytes]:
    """The sketches of a kind of whole articles, of some of them by their ids."""
    sql = """select id, value from sketch join article on number = article
        where sketch.kind = $kind and made_by = $made_by and part = '' and id in (select unnest($ids::varchar[]))"""
    return dict(store.query(sql, {"kind": kind, "made_by": made_by, "ids": list(articles)}))


class ArticleNumbers:
    """The numbers of the articles of a store, or of these, by their ids; BadInput for one that it does not hold."""

    def __init__(self, store: Store, ids: Collection[str] | None = None) -> None:
        these = "" if ids is None else " where id in (select unnest($ids::varchar[]))"
        values = {} if ids is None else {"ids": list(ids)}
        self._numbers: dict[str, int] = dict(store.query(f"select id, number from article{these}", values))
        self._where = store.where

    def __getitem__(self, id: str) -> int:
        if id not in self._numbers:
            raise BadInput(f"article {id} is not in the store", where=self._where, do="add it, or trace anew")
        return self._numbers[id]
