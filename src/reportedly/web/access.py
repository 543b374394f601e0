"""Who may come to the desk, and what they may do: checked before anything else is looked at.

On this machine everybody reads and edits, and nobody else comes in: a page elsewhere that has its name point here (DNS
rebinding) sends another Host and is refused. From other machines a token is needed, or the desk is open to read.
Whatever writes must come from a page of the desk itself, by its origin and by a token that its forms carry; programs
that show a token of access are no browsers, and need neither.
"""

from __future__ import annotations

import hmac
import secrets
import time
from collections import OrderedDict
from dataclasses import dataclass, field
from hashlib import sha256
from ipaddress import ip_address
from typing import Annotated, Literal
from urllib.parse import urlsplit

from fastapi import Depends, Form, Request, Response

from reportedly.errors import BadInput
from reportedly.store.tokens import Rights, note_use, token_of
from reportedly.web.desk import desk_of

COOKIE = "desk"
KEPT = 30 * 24 * 3600  # seconds that a session lasts
SESSIONS = 10_000  # the oldest are forgotten past these
LOCAL_NAMES = frozenset({"127.0.0.1", "localhost", "::1", "[::1]"})
PASSED_ON = ("x-forwarded-for", "x-forwarded-host", "forwarded", "via")  # by a proxy, for somebody elsewhere
SAFE = frozenset({"GET", "HEAD", "OPTIONS"})


class NotAllowed(BadInput):
    """Somebody who may not do this, or not without a token."""

    def __init__(self, what: str, *, do: str, status_of_answer: int = 403) -> None:
        super().__init__(what, do=do)
        self.status_of_answer = status_of_answer


@dataclass(frozen=True, slots=True)
class Visitor:
    """Who asks: what they may do, under which name, by which session, and how they have shown who they are."""

    rights: Literal["none", "read", "edit"]
    name: str
    session: str
    form_token: str
    by_token: bool = False
    by_session: bool = False  # they signed in


@dataclass(slots=True)
class Access:
    """The rules of one desk. `names` are the hosts under which it is reached; with none, every name is."""

    local: bool = True
    open_to_read: bool = False
    names: frozenset[str] = LOCAL_NAMES
    secure: bool = False  # whether it is reached by https, so that cookies go no other way
    secret: bytes = field(default_factory=lambda: secrets.token_bytes(32))
    _signed_in: OrderedDict[str, tuple[str, str, Rights, float]] = field(default_factory=OrderedDict, init=False)

    def visitor(self, request: Request) -> Visitor:
        """Who asks; NotAllowed when they come by a name that is not the desk's."""
        host = _host_of(f"//{request.headers.get('host', '')}")
        if self.names and host not in self.names and f"[{host}]" not in self.names:
            raise NotAllowed("this desk is not known by that name", do="use the address that it was opened with")
        if self.local and any(name in request.headers for name in PASSED_ON):
            raise NotAllowed(
                "this desk is for this machine alone", do="behind a proxy, name the host that browsers use with --name"
            )
        session = request.cookies.get(COOKIE) or secrets.token_urlsafe(24)
        rights: Literal["none", "read", "edit"] = "read" if self.open_to_read else "none"
        name = "a visitor"
        scheme, _, secret = request.headers.get("authorization", "").partition(" ")
        if scheme.lower() == "bearer":
            with desk_of(request).reading() as store:
                token = token_of(store, secret.strip())
            if token is None:
                raise NotAllowed("this token is not known", do="ask for another", status_of_answer=401)
            return Visitor(token.rights, token.name, session, "", by_token=True)
        known = self._known(request, session)
        if self.local and _is_loopback(request):
            rights, name = "edit", "somebody at this machine"
        elif known is not None:
            name, rights = known
        signed_in = known is not None and not self.local
        return Visitor(rights, name, session, self.form_token(session), by_session=signed_in)

    def form_token(self, session: str) -> str:
        """What a form of this session carries, which no other site can know."""
        return hmac.new(self.secret, session.encode(), sha256).hexdigest()

    def sign_in(self, request: Request, secret: str) -> str:
        """A session for whoever shows this token; NotAllowed when there is none such."""
        desk = desk_of(request)
        with desk.reading() as store:
            token = token_of(store, secret.strip())
        if token is None:
            raise NotAllowed("this token is not known", do="check it, or ask for another", status_of_answer=401)
        with desk.writing() as store:
            note_use(store, token.id)
        session = secrets.token_urlsafe(24)  # a new one, so that a session that was known before gains nothing
        self._signed_in[session] = (secret.strip(), token.name, token.rights, time.time() + KEPT)
        while len(self._signed_in) > SESSIONS:
            self._signed_in.popitem(last=False)
        return session

    def sign_out(self, session: str) -> None:
        """Ends a session."""
        self._signed_in.pop(session, None)

    def remember(self, response: Response, session: str) -> None:
        """Gives the browser its session."""
        response.set_cookie(
            COOKIE, session, max_age=KEPT, httponly=True, samesite="strict", secure=self.secure, path="/"
        )

    def _known(self, request: Request, session: str) -> tuple[str, Rights] | None:
        """Who signed in by this session, as long as their token counts."""
        secret, name, rights, until = self._signed_in.get(session, ("", "", "read", 0.0))
        if until < time.time():
            self.sign_out(session)
            return None
        with desk_of(request).reading() as store:
            return (name, rights) if token_of(store, secret) is not None else None


def _host_of(address: str) -> str:
    """The host of an address; none where it is no address, which is the name of no desk."""
    try:
        return urlsplit(address).hostname or ""
    except ValueError:
        return ""


def _is_loopback(request: Request) -> bool:
    try:
        return request.client is not None and ip_address(request.client.host).is_loopback
    except ValueError:  # a test client, or a socket of the system: both are of this machine
        return True


def access_of(request: Request) -> Access:
    """The rules of the desk that answers."""
    access: Access = request.app.state.access
    return access


def visitor_of(request: Request) -> Visitor:
    """Who asks, as the guard has found."""
    visitor: Visitor = request.state.visitor
    return visitor


def may_edit(request: Request, form_token: Annotated[str, Form()] = "") -> Visitor:
    """Whoever may change something, by a form of the desk; NotAllowed for all others."""
    visitor = may_write(request)
    if not visitor.by_token and not hmac.compare_digest(
        form_token.encode(errors="replace"), visitor.form_token.encode()
    ):
        raise NotAllowed("this form is not of this session", do="load the page again, and send it once more")
    return visitor


def may_write(request: Request) -> Visitor:
    """Whoever may change something, by a program or a form; NotAllowed for all others, and for other sites' pages."""
    visitor = may_look_behind(request)
    if not visitor.by_token:
        not_from_elsewhere(request)
    return visitor


def may_look_behind(request: Request) -> Visitor:
    """Whoever may see what is not for readers: who comes in, and what was delivered; NotAllowed for all others."""
    visitor = visitor_of(request)
    if visitor.rights != "edit":
        raise NotAllowed("this needs a token with the right to edit", do="sign in with one, or ask for one")
    return visitor


def not_from_elsewhere(request: Request) -> None:
    """NotAllowed when a page of another site has a browser send this."""
    if _from_elsewhere(request):
        raise NotAllowed("this was sent by another site", do="use the pages of the desk")


def _from_elsewhere(request: Request) -> bool:
    """Whether a browser says that the page which asks is not of the desk."""
    site = request.headers.get("sec-fetch-site")
    if site is not None and site not in ("same-origin", "none"):
        return True
    origin = request.headers.get("origin")
    try:
        return origin is not None and urlsplit(origin).netloc != request.headers.get("host", "")
    except ValueError:  # no address at all
        return True


Editor = Annotated[Visitor, Depends(may_edit)]
Writer = Annotated[Visitor, Depends(may_write)]
Insider = Annotated[Visitor, Depends(may_look_behind)]
