"""The page of an article: its text with the statements marked, and what the store knows of it."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query, Request
from fastapi.responses import JSONResponse, RedirectResponse, Response

from reportedly.errors import NotHere
from reportedly.records import Reading
from reportedly.records.codec import encode
from reportedly.render.outline import Entry
from reportedly.render.parts import Part
from reportedly.store.corrections import corrected
from reportedly.store.database import Store
from reportedly.store.overviews.beside import ClaimTold, Known, known_of
from reportedly.web import addresses
from reportedly.web.desk import Kept
from reportedly.web.twins import render

router = APIRouter(tags=["articles"])


class ArticlePage:
    """The article, with the numbers that its statements have on the page."""

    def __init__(self, reading: Reading, known: Known) -> None:
        self.part = Part(reading, addresses.PART)
        self.known = known

    def told(self) -> list[tuple[Entry, ClaimTold]]:
        """The claims that its statements tell, in the order of the text."""
        entries = self.part.outline
        rows = [(entries.entry_of(claim.statement), claim) for claim in self.known.claims]
        return [(entry, claim) for entry, claim in rows if entry is not None]

    def speakers(self) -> list[tuple[str, str]]:
        """Who speaks in it, with the page of the entity that they are."""
        known = self.known.entities
        found = {group.actor.id: group.label for group in self.part.outline.groups if group.actor is not None}
        return [(label, addresses.entity(known[id])) for id, label in found.items() if id in known]


At = Annotated[int | None, Query(ge=0)]


@router.get("/articles/{id:path}.json", response_model=dict)
def article(
    request: Request, store: Kept, id: str, at: Annotated[int | None, Query(ge=0, include_in_schema=False)] = None
) -> Response:
    """The Reading document of one article; under `known`, what the store knows of it besides."""
    named = f"{id}.json"
    if not _is_held(store, id) and _is_held(store, named):  # an id that ends so itself: this is no twin
        return article_page(request, store, named, at)
    return JSONResponse({**encode(reading_of(store, id)), "known": encode(known_of(store, id))})


@router.get("/articles/{id:path}", include_in_schema=False)
def article_page(request: Request, store: Kept, id: str, at: At = None) -> Response:
    """The page of an article; with `at`, at the innermost statement whose content has this character."""
    bare = id.removesuffix(".html")
    if bare != id and addresses.MISTAKEN.search(bare) and _is_held(store, bare):
        id = bare
    reading = reading_of(store, id)
    page = ArticlePage(reading, known_of(store, id))
    if at is not None:
        here = [e for e in page.part.outline.entries if any(s.start <= at < s.end for s in e.statement.content)]
        inner = max(here, key=lambda entry: entry.depth, default=None)
        rest = request.url.remove_query_params("at").query
        return RedirectResponse(addresses.article(id, inner.number if inner else None, rest))
    return render(request, "article_desk.html.jinja", page)


def _is_held(store: Store, id: str) -> bool:
    return bool(store.query("select 1 from alias where id = $id limit 1", {"id": id}))


def reading_of(store: Store, id: str) -> Reading:
    """The reading of an article as it is corrected; NotHere when the store has none of this id."""
    try:
        return corrected(store, id)
    except KeyError as error:
        raise NotHere("there is no such article", where=id, do="see /stories, or search for its words") from error
