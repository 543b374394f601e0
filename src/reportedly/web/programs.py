"""For programs: everything in bulk as JSON Lines, and a page that says what there is to ask."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Annotated, Any

from fastapi import APIRouter, Query, Request
from fastapi.responses import HTMLResponse, StreamingResponse

from reportedly.records.codec import encode, render_line
from reportedly.store.corrections import corrected
from reportedly.store.questions import Within
from reportedly.store.traced import kept_trace
from reportedly.web.desk import Day, Desk, desk_of
from reportedly.web.twins import render

router = APIRouter(tags=["bulk"])

LINES: dict[int | str, dict[str, Any]] = {
    200: {"description": "one JSON object a line", "content": {"application/x-ndjson": {}}}
}
WANTED = """
select id from article where (day >= $since or $since is null) and (day <= $until or $until is null)
    and (contains(lower(outlet), $outlet) or $outlet is null) order by number"""
CLAIMS = """
select story_article.story, list(distinct telling.claim)
from story join story_article on story_article.story = story.id join article on article.number = story_article.article
    join telling on telling.article = article.number
where (day >= $since or $since is null) and (day <= $until or $until is null)
    and (contains(lower(outlet), $outlet) or $outlet is null)
group by story_article.story, story.place order by story.place"""
STATEMENTS = "select * from statements where article = $id order by statement"
Outlet = Annotated[str | None, Query(max_length=400, description="part of the name of the outlet")]


@router.get("/readings.jsonl", response_class=StreamingResponse, responses=LINES)
def readings(request: Request, since: Day = None, until: Day = None, outlet: Outlet = None) -> StreamingResponse:
    """The Reading document of every article, as it is corrected, in the order in which they came."""
    desk, wanted = desk_of(request), _wanted(since, until, outlet)

    def lines() -> Iterator[str]:
        with desk.reading() as store:
            for (id,) in store.query(WANTED, wanted):
                yield render_line(corrected(store, id)) + "\n"

    return _streamed(lines())


@router.get("/statements.jsonl", response_class=StreamingResponse, responses=LINES)
def statements(request: Request, since: Day = None, until: Day = None, outlet: Outlet = None) -> StreamingResponse:
    """Every statement as a flat row: who, what, how firmly, through which chain, and where it stands."""
    desk, wanted = desk_of(request), _wanted(since, until, outlet)

    def lines() -> Iterator[str]:
        with desk.reading() as store:
            names = [name for (name,) in store.query("select column_name from (describe statements)")]
            for (id,) in store.query(WANTED, wanted):
                for row in store.query(STATEMENTS, {"id": id}):
                    yield json.dumps(dict(zip(names, row, strict=True)), ensure_ascii=False) + "\n"

    return _streamed(lines())


@router.get("/claims.jsonl", response_class=StreamingResponse, responses=LINES)
def claims(request: Request, since: Day = None, until: Day = None, outlet: Outlet = None) -> StreamingResponse:
    """Every claim as in the Trace document, with the id of its story; of an outlet or days, what is told there."""
    return _streamed(_claims(desk_of(request), _wanted(since, until, outlet)))


@router.get("/api", include_in_schema=False)
def api_page(request: Request) -> HTMLResponse:
    """What programs may ask, with the parameters of each address."""
    return render(request, "api.html.jinja", request.app.openapi())


def _claims(desk: Desk, wanted: dict[str, Any]) -> Iterator[str]:
    with desk.reading() as store:
        for story, told in store.query(CLAIMS, wanted):
            for claim in kept_trace(store, stories=[story], claims=told).claims:
                yield json.dumps({"story": story, **encode(claim)}, ensure_ascii=False) + "\n"


def _wanted(since: str | None, until: str | None, outlet: str | None) -> dict[str, Any]:
    values = Within(since=since, until=until, outlet=outlet).values()
    del values["limit"]
    return values


def _streamed(lines: Iterator[str]) -> StreamingResponse:
    return StreamingResponse(lines, media_type="application/x-ndjson")
