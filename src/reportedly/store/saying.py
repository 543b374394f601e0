"""Corrections as users make them: of records that there are, with an id of their own and the time.

spot_at(store, about, key)       where a record stands that a user names
spot_in(store, article, about, id)   the same of a record of an article
said(what, …)                    a correction that is made now
undoing(store, id, …)            one that takes another back
"""

from __future__ import annotations

import secrets
from collections.abc import Sequence
from datetime import UTC, datetime

from reportedly.errors import BadInput, NotHere
from reportedly.records.correction import About, Correction, Spot, What
from reportedly.store.correcting import spot_of
from reportedly.store.corrections import corrections
from reportedly.store.database import Store

TOLD_IN = """select article.id, statement from telling join article on article.number = telling.article
    where claim = $id order by telling.place"""
MET_IN = """select article.id, actor from identity join article on article.number = identity.article
    where entity = $id order by score desc, moment nulls last, article.id, actor"""


def spot_at(store: Store, about: About, key: str) -> Spot:
    """The record that is named as ARTICLE#ID, or the first statement of a claim, or an actor that is an entity.

    NotHere where there is none.
    """
    article, mark, id = key.rpartition("#")
    if not mark and about in ("statement", "actor"):
        for article, id in store.query(TOLD_IN if about == "statement" else MET_IN, {"id": key}):
            if (spot := spot_of(store.reading(article), about, id)) is not None:
                return spot
        what = "claim" if about == "statement" else "entity"
        raise NotHere(f"there is no such {what}", where=key, do="name one, or a record of an article as ARTICLE#ID")
    return spot_in(store, article, about, id)


def spot_in(store: Store, article: str, about: About, id: str) -> Spot:
    """Where a record of an article stands; NotHere when there is none such."""
    try:
        reading = store.reading(article)
    except KeyError as error:
        raise NotHere(
            "there is no such article", where=article, do="name a record of one that the store has"
        ) from error
    spot = spot_of(reading, about, id)
    if spot is None:
        raise NotHere(f"there is no such {about} in this article", where=id, do="see the ids in its reading")
    return spot


def said(
    what: What, *, spots: Sequence[Spot] = (), outlet: str | None = None, value: str | None = None, by: str,
    why: str | None = None,
) -> Correction:  # fmt: skip
    """A correction that somebody makes now; BadInput where it names one record twice, or no outlet."""
    if len(spots) == 2 and spots[0] == spots[1]:
        raise BadInput("this names one record twice", do="choose another one beside it")
    if what in ("owner", "agency") and not ((outlet or "").strip() and (value or "").strip()):
        raise BadInput("this names no outlet, or says nothing of it", do="give the name of the outlet, and what it is")
    return Correction(
        id=_new_id(), what=what, spots=tuple(spots), outlet=outlet.strip() if outlet else None,
        value=value.strip() if value else None, by=by, why=why, made=_now(),
    )  # fmt: skip


def undoing(store: Store, id: str, *, by: str, why: str | None = None) -> Correction:
    """A correction that takes another one back; NotHere where there is none of this id that counts."""
    if not any(m.counts and m.correction.what != "undo" and m.correction.id == id for m in corrections(store)):
        raise NotHere("there is no such correction that counts", where=id, do="see the ids in the list of them")
    return Correction(id=_new_id(), what="undo", undoes=id, by=by, why=why, made=_now())


def _new_id() -> str:
    return f"k-{secrets.token_hex(8)}"


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds").replace("+00:00", "Z")
