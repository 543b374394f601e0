"""Entities: who they are, what they said, what was said for and about them, where they stand, whom they meet."""

from __future__ import annotations

from dataclasses import dataclass

from fastapi import APIRouter

from reportedly.store.overviews.contacts import Contacts, contacts
from reportedly.store.overviews.entities import Entities, EntityPage
from reportedly.store.overviews.entities import entities as find_entities
from reportedly.store.overviews.entities import entity as find_entity
from reportedly.web.desk import Kept, Page, Words
from reportedly.web.missing import NotHere
from reportedly.web.twins import twin

router = APIRouter(tags=["entities"])


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """An entity with the contacts that it is a party of."""

    entity: EntityPage
    contacts: Contacts


@twin(router, "/entities", "entities.html.jinja")
def entities(store: Kept, q: Words = None, page: Page = 1) -> Entities:
    """The people, bodies and outlets of the store, those of the most articles first, with these words in a name."""
    return find_entities(store, words=q or None, page=page)


@twin(router, "/entities/{id}", "entity.html.jinja")
def entity(store: Kept, id: str) -> Known:
    """One entity across articles."""
    found = find_entity(store, id)
    if found is None:
        raise NotHere(
            "there is no such entity", where=id, do="see /entities; a new trace may have joined it to another"
        )
    return Known(entity=found, contacts=contacts(store, entity=id))
