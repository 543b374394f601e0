"""Corrections: what can be mended, the forms for it, and the list of what was."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Annotated, Literal
from urllib.parse import quote, unquote

from fastapi import APIRouter, Form, Request
from fastapi.responses import HTMLResponse, RedirectResponse, StreamingResponse

from reportedly.errors import BadInput
from reportedly.records import Actor
from reportedly.records.correction import About, Spot, What
from reportedly.render.outline import Outline
from reportedly.store.corrections import corrected, taught
from reportedly.store.database import Store
from reportedly.store.overviews.around import (
    Entity,
    Other,
    claims_beside,
    entity_of_actor,
    stand_ins,
    tellings_beside,
)
from reportedly.store.overviews.corrections import Corrections
from reportedly.store.overviews.corrections import corrections as find_corrections
from reportedly.store.saying import said, spot_in, undoing
from reportedly.store.traced import story_of
from reportedly.trace.updating import mend as keep
from reportedly.web import addresses
from reportedly.web.access import Editor, Visitor, visitor_of
from reportedly.web.desk import Kept, Page, Words, desk_of
from reportedly.web.twins import render, twin

router = APIRouter(tags=["corrections"])

WHO = "who"  # the cookie with the name that somebody gave last
ONE_RECORD: dict[What, tuple[About, ...]] = {"wrong": ("statement", "contact", "position")}
TWO_RECORDS: dict[What, tuple[About, About]] = {
    "speaker": ("statement", "actor"), "same_entity": ("actor", "actor"), "other_entity": ("actor", "actor"),
    "same_claim": ("statement", "statement"), "other_claim": ("statement", "statement"),
}  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class MendPage:
    """One record with all that may be wrong with it, and what could stand in its place."""

    spot: Spot | None
    outlet: str | None
    heading: str
    who: str
    q: str
    actors: tuple[tuple[str, str], ...] = ()  # id and label of those of the article
    speaker: str | None = None
    tellings: tuple[Other, ...] = ()
    claims: tuple[Other, ...] = ()
    entity: Entity | None = None
    stand_ins: tuple[Other, ...] = ()


@twin(router, "/corrections", "corrections.html.jinja")
def list_corrections(store: Kept, what: What | None = None, by: Words = None, page: Page = 1) -> Corrections:
    """What users have said, the latest first: of a kind, by somebody; whether it counts and still applies."""
    return find_corrections(store, what=what, by=by, page=page)


@router.get("/corrections.jsonl", response_class=StreamingResponse)
def corrections_to_learn_from(store: Kept) -> StreamingResponse:
    """Every correction that counts with the text around it and what was read there, one JSON object a line."""
    rows = list(taught(store))

    def lines() -> Iterator[str]:
        for row in rows:
            yield json.dumps(row, ensure_ascii=False) + "\n"

    return StreamingResponse(lines(), media_type="application/x-ndjson")


@router.get("/correct", include_in_schema=False)
def mend_page(
    request: Request,
    store: Kept,
    about: Literal["statement", "contact", "position", "actor", "outlet"],
    article: Words = None,
    id: Words = None,
    outlet: Words = None,
    q: Words = "",
) -> HTMLResponse:
    """What may be wrong with one record, and forms to say so."""
    who = unquote(request.cookies.get(WHO, "")) or visitor_of(request).name
    if about == "outlet":
        return render(
            request, "mend.html.jinja", MendPage(spot=None, outlet=outlet, heading=outlet or "", who=who, q="")
        )
    spot = spot_in(store, article or "", about, id or "")
    return render(request, "mend.html.jinja", _page(store, spot, who, q or ""))


@router.post("/correct", include_in_schema=False)
def mend(
    request: Request,
    visitor: Editor,
    what: Annotated[What, Form()],
    about: Annotated[About, Form()] = "statement",
    article: Annotated[str, Form(max_length=2000)] = "",
    id: Annotated[str, Form(max_length=200)] = "",
    speaker: Annotated[str, Form(max_length=2400)] = "",
    parted: Annotated[str, Form(max_length=2400)] = "",
    joined: Annotated[str, Form(max_length=2400)] = "",
    outlet: Annotated[str, Form(max_length=300)] = "",
    owner: Annotated[str, Form(max_length=300)] = "",
    agency: Annotated[Literal["", "yes", "no"], Form()] = "",
    by: Annotated[str, Form(max_length=100)] = "",
    why: Annotated[str, Form(max_length=2000)] = "",
) -> RedirectResponse:
    """Keeps a correction, and makes anew what depends on it; of the fields, those of `what` count."""
    other = {"speaker": speaker, "other_entity": parted, "other_claim": parted}.get(what, joined)
    value = {"owner": owner, "agency": agency}.get(what, "")
    with desk_of(request).writing() as store:
        spots: tuple[Spot, ...] = ()
        if what in ONE_RECORD and about in ONE_RECORD[what]:
            spots = (spot_in(store, article, about, id),)
        elif what in TWO_RECORDS:
            one, two = TWO_RECORDS[what]
            other_article, _, other_id = other.rpartition("#")
            spots = (spot_in(store, article, one, id), spot_in(store, other_article or article, two, other_id))
        elif what not in ("owner", "agency") or not outlet.strip() or not value.strip():
            raise BadInput("this is no correction", do="use the forms of the desk")
        made = said(
            what,
            spots=spots,
            outlet=outlet if value else None,
            value=value or None,
            by=_name(by, visitor),
            why=why.strip() or None,
        )
        keep(store, made)
        landing = _landing(store, spots)
    return _done("corrected", by, landing)


@router.post("/corrections/{id}/undo", include_in_schema=False)
def undo(request: Request, visitor: Editor, id: str, by: Annotated[str, Form(max_length=100)] = "") -> RedirectResponse:
    """Takes a correction back; what depends on it is made anew."""
    with desk_of(request).writing() as store:
        keep(store, undoing(store, id, by=_name(by, visitor)))
    return _done("undone", by, "/corrections?")


def _page(store: Store, spot: Spot, who: str, q: str) -> MendPage:
    reading = corrected(store, spot.article)
    outline = Outline(reading)
    common = {"spot": spot, "outlet": None, "who": who, "q": q}
    if spot.about == "statement":
        statement = next((s for s in reading.statements if s.id == spot.id), None)
        story = story_of(store, spot.article)
        return MendPage(
            **common,  # type: ignore[arg-type]  # as the record names them
            heading="A statement",
            actors=tuple((a.id, outline.label(a.id)) for a in sorted(reading.actors, key=_by_name) if a.mentions),
            speaker=statement.chain.speaker.actor if statement else None,
            tellings=tellings_beside(store, spot.article, spot.id),
            claims=claims_beside(store, spot.article, spot.id, story) if story else (),
        )
    if spot.about == "actor":
        entity = entity_of_actor(store, spot.article, spot.id)
        found: tuple[Other, ...] = ()
        for words in (q,) if q.strip() else _edges_of(entity.name if entity and entity.name else ""):
            found = stand_ins(store, entity.id, words) if entity else ()
            common["q"] = words
            if found:
                break
        return MendPage(**common, heading=outline.label(spot.id), entity=entity, stand_ins=found)  # type: ignore[arg-type]
    return MendPage(**common, heading=f"A {spot.about}")  # type: ignore[arg-type]


def _edges_of(name: str) -> tuple[str, ...]:
    """The words that others of the same name are looked for by: a surname, else whose a body is."""
    words = name.split()
    return (words[-1], words[0]) if words else ()


def _by_name(actor: Actor) -> tuple[bool, str]:
    return actor.name is None, (actor.name or "").lower()


def _name(by: str, visitor: Visitor) -> str:
    return by.strip() or visitor.name


def _landing(store: Store, spots: tuple[Spot, ...]) -> str:
    """Where what was mended is seen: the words in their article, whoever somebody is now, else the list."""
    if not spots:
        return "/corrections?"
    spot = spots[0]
    if spot.about == "actor" and (entity := entity_of_actor(store, spot.article, spot.id)):
        return f"{addresses.entity(entity.id)}?"
    return f"{addresses.article_at(spot.article, spot.start)}&"


def _done(done: str, by: str, landing: str) -> RedirectResponse:
    response = RedirectResponse(f"{landing}done={done}", status_code=303)
    if by.strip():
        response.set_cookie(WHO, quote(by.strip()), max_age=365 * 24 * 3600, httponly=True, samesite="strict")
    return response
