"""The app of the desk: its pages and their twins, what they are dressed in, and what is said when one fails."""

from __future__ import annotations

from collections.abc import Awaitable, Callable

from fastapi import FastAPI, Request, Response
from fastapi.staticfiles import StaticFiles

from reportedly import __version__
from reportedly.web import articles, claims, contacts, entities, positions, searching, sources, stories, today
from reportedly.web.desk import Desk
from reportedly.web.refusals import refuse

POLICY = (
    "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; connect-src 'self'; "
    "form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
ROOMS = (today, stories, claims, articles, entities, contacts, positions, searching, sources)
HEADERS = {
    "Content-Security-Policy": POLICY,
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "Cross-Origin-Opener-Policy": "same-origin",
}


def make_app(desk: Desk) -> FastAPI:
    """The app that opens this desk to browsers and programs."""
    app = FastAPI(title="reportedly", version=__version__, docs_url=None, redoc_url=None)
    app.state.desk = desk
    app.middleware("http")(_sealed)
    refuse(app)
    app.mount("/static/page", StaticFiles(packages=[("reportedly.render", "static")]))
    app.mount("/static", StaticFiles(packages=[("reportedly.web", "static")]))
    for room in ROOMS:
        app.include_router(room.router)
    return app


async def _sealed(request: Request, answer: Callable[[Request], Awaitable[Response]]) -> Response:
    """Nothing from elsewhere is loaded, nothing is sent elsewhere, whatever an article says."""
    response = await answer(request)
    for name, value in HEADERS.items():
        response.headers.setdefault(name, value)
    return response
