"""The app of the desk: its pages and their twins, what they are dressed in, and what is said when one fails."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from fastapi import FastAPI
from fastapi.staticfiles import StaticFiles

from reportedly import __version__
from reportedly.web import (
    adding,
    articles,
    claims,
    contacts,
    entities,
    mending,
    positions,
    programs,
    searching,
    signing,
    sources,
    stories,
    today,
)
from reportedly.web.access import Access
from reportedly.web.described import describe
from reportedly.web.desk import Desk
from reportedly.web.guard import Guard
from reportedly.web.jobs import Jobs
from reportedly.web.refusals import Refused, refuse
from reportedly.web.twins import compile_pages

ROOMS = (
    adding,
    today,
    stories,
    claims,
    articles,
    entities,
    contacts,
    mending,
    positions,
    programs,
    searching,
    sources,
    signing,
)


ABOUT = "Who said what, through which chain, and where each claim comes from: a store of readings, to be questioned."


@asynccontextmanager
async def _open(app: FastAPI) -> AsyncIterator[None]:
    """As long as the desk is open; then nobody waits for a reading any more."""
    compile_pages()
    with app.state.desk.holding() as store:
        store.prepare()
    yield
    app.state.jobs.end()


def make_app(desk: Desk, access: Access | None = None, *, allow_local: bool = False) -> FastAPI:
    """The app that opens this desk to browsers and programs; without other rules, to those at this machine.

    With `allow_local`, addresses on this machine and the local network are fetched too.
    """
    app = FastAPI(
        title="reportedly",
        version=__version__,
        description=ABOUT,
        docs_url=None,
        redoc_url=None,
        lifespan=_open,
        responses={code: {"model": Refused, "description": "it cannot be given"} for code in (400, 401, 403, 404, 500)},
    )
    app.state.desk = desk
    app.state.access = access or Access()
    app.state.jobs = Jobs(desk, allow_local=allow_local)
    app.add_middleware(Guard)
    refuse(app)
    app.mount("/static/page", StaticFiles(packages=[("reportedly.render", "static")]))
    app.mount("/static", StaticFiles(packages=[("reportedly.web", "static")]))
    for room in ROOMS:
        app.include_router(room.router)
    describe(app)
    return app
