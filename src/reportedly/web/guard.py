"""What stands before every page: who asks, how much they may send and for how long, and the seals of the answer."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Coroutine, Iterator
from contextlib import contextmanager
from threading import BoundedSemaphore
from typing import Any

from fastapi.routing import APIRoute
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from reportedly.errors import BadInput
from reportedly.web.access import COOKIE, SAFE, NotAllowed, access_of
from reportedly.web.refusals import Refusal, bug, refusal, wants_json

LARGEST = 50_000_000  # bytes of what is sent to the desk
SLOWEST = 120.0  # seconds in which all of it must be there
OPEN_TO_ALL = ("/static/", "/sign-in")
POLICY = (
    "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; connect-src 'self'; "
    "form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
HEADERS = {
    "Content-Security-Policy": POLICY,
    "Referrer-Policy": "same-origin",
    "X-Content-Type-Options": "nosniff",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
}


class TooMuch(BadInput):
    """More waits to be read than the desk takes in."""

    status_of_answer = 503


class Places:
    """So many may wait at one time for what they sent."""

    def __init__(self, number: int) -> None:
        self._free = BoundedSemaphore(number)

    @contextmanager
    def one(self) -> Iterator[None]:
        """A place, as long as it is needed; TooMuch when all are taken."""
        if not self._free.acquire(blocking=False):
            raise TooMuch("too much is waiting to be read", do="come again")
        try:
            yield
        finally:
            self._free.release()


class LongForms(APIRoute):
    """Routes whose forms hold as much in one field as may be sent at all."""

    def get_route_handler(self) -> Callable[[Request], Coroutine[Any, Any, Response]]:
        """The route, its form taken apart beforehand: else a field ends at 1 MB."""
        answer = super().get_route_handler()

        async def answered(request: Request) -> Response:
            if "form" in request.headers.get("content-type", ""):
                await request.form(max_part_size=LARGEST)
            return await answer(request)

        return answered


class Guard:
    """Lets in who may come, and seals every answer: nothing from elsewhere is loaded, nothing is sent elsewhere."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answers one request."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        scope["query_string"] = _chosen(scope["query_string"])
        request = Request(scope)
        new_session = request.cookies.get(COOKIE) is None

        started = False

        async def sealed(message: Message) -> None:
            nonlocal started
            started = True
            if message["type"] == "http.response.start":
                headers = [(n, v) for n, v in message["headers"] if n.lower() not in _SEALS]
                message["headers"] = headers + [(n.lower().encode(), v.encode()) for n, v in HEADERS.items()]
                if new_session and not wants_json(request) and "visitor" in scope.get("state", {}):
                    plain = Response()
                    access_of(request).remember(plain, scope["state"]["visitor"].session)
                    if not any(name == b"set-cookie" for name, _ in message["headers"]):
                        message["headers"].append((b"set-cookie", plain.headers["set-cookie"].encode()))
            await send(message)

        try:
            stopped = await asyncio.to_thread(self._stop, request)
            if stopped is not None:
                await stopped(scope, receive, sealed)
                return
            await self._app(scope, _limited(receive), sealed)
        except Exception as error:  # whatever it is, nobody outside is shown our insides
            if started:
                raise
            await bug(request, error)(scope, receive, sealed)

    def _stop(self, request: Request) -> Response | None:
        """The answer to those who may not come in; None for those who may."""
        length = request.headers.get("content-length", "0")
        if not length.isdecimal() or int(length) > LARGEST:
            says = f"more than {LARGEST:,} bytes at once"
            return refusal(request, Refusal(status=413, says=says, do="split it, or use: reportedly add"))
        try:
            visitor = access_of(request).visitor(request)
        except NotAllowed as error:
            return refusal(request, Refusal(status=error.status_of_answer, says=error.what, do=error.do))
        request.scope.setdefault("state", {})["visitor"] = visitor
        if visitor.rights != "none" or request.url.path.startswith(OPEN_TO_ALL):
            return None
        if wants_json(request) or request.method not in SAFE:
            do = "send a token: Authorization: Bearer …"
            return refusal(request, Refusal(status=401, says="this desk needs a token", do=do))
        return RedirectResponse("/sign-in", status_code=303)


_SEALS = frozenset(name.lower().encode() for name in HEADERS)


def _chosen(query: bytes) -> bytes:
    """A query without the fields in which nothing was chosen: forms send them too."""
    return b"&".join(field for field in query.split(b"&") if field.partition(b"=")[2])


def _limited(receive: Receive) -> Receive:
    """What is sent, up to the limit of bytes and seconds; more is cut off as if the sender had hung up."""
    seen = 0
    ends: float | None = None

    async def limited() -> Message:
        nonlocal seen, ends
        loop = asyncio.get_running_loop()
        ends = ends if ends is not None else loop.time() + SLOWEST
        message: Message
        if seen >= 0:
            try:
                message = await asyncio.wait_for(receive(), max(0.01, ends - loop.time()))
            except TimeoutError:
                return {"type": "http.disconnect"}
            if message["type"] == "http.request":
                seen += len(message.get("body", b""))
                if seen > LARGEST:
                    return {"type": "http.disconnect"}
                if not message.get("more_body", False):
                    seen = -1  # all is there: what comes now is the end of the connection, which may take its time
            return message
        message = await receive()
        return message

    return limited
