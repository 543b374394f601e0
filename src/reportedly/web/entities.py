"""Entities: who they are, what they said, what was said for and about them, where they stand, whom they meet."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Annotated

from fastapi import APIRouter, Query

from reportedly.errors import NotHere
from reportedly.store.overviews import contacts as meetings
from reportedly.store.overviews.entities import LISTS, Entities, EntityPage, List
from reportedly.store.overviews.entities import entities as find_entities
from reportedly.store.overviews.entities import entity as find_entity
from reportedly.store.overviews.turns import Turn, turns_of
from reportedly.web.desk import Kept, Page, Words
from reportedly.web.twins import twin

router = APIRouter(tags=["entities"])

Alone = Annotated[List | meetings.List | None, Query(description="one of the lists alone", alias="list")]


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """An entity with the contacts that it is a party of, and where it said what contradicts what it said before."""

    entity: EntityPage
    turns: tuple[Turn, ...]
    contacts: meetings.Contacts | None
    alone: str | None  # the list that is asked for alone


@twin(router, "/entities", "entities.html.jinja")
def entities(store: Kept, q: Words = None, page: Page = 1) -> Entities:
    """The people, bodies and outlets of the store, those of the most articles first, with these words in a name."""
    return find_entities(store, words=q or None, page=page)


@twin(router, "/entities/{id}", "entity.html.jinja")
def entity(store: Kept, id: str, alone: Alone = None, page: Page = 1) -> Known:
    """One entity across articles: a page of each list, or of one alone."""
    own = tuple(name for name in LISTS if alone in (None, name))
    found = find_entity(store, id, lists=own, page=page)
    if found is None:
        raise NotHere(
            "there is no such entity", where=id, do="see /entities; a new trace may have joined it to another"
        )
    met = None
    if alone is None or alone in meetings.LISTS:
        only = next((name for name in meetings.LISTS if name == alone), None)
        met = meetings.Found(store, meetings.Wanted(entity=id), date.today()).contacts(only=only, page=page)
    turns = turns_of(store, id) if alone is None else ()
    return Known(entity=found, turns=turns, contacts=met, alone=alone)
