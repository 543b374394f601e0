"""Signing in with a token, and the page of the tokens."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from fastapi import APIRouter, Form, Request
from fastapi.responses import HTMLResponse, RedirectResponse

from reportedly.errors import NotHere
from reportedly.store.tokens import RIGHTS, Rights, Token, end_token, new_token, tokens
from reportedly.web.access import Editor, Insider, access_of, not_from_elsewhere, visitor_of
from reportedly.web.desk import Kept, desk_of
from reportedly.web.twins import render

router = APIRouter(tags=["access"], include_in_schema=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class AccessPage:
    """The tokens, and the secret of the one that was just made."""

    tokens: tuple[Token, ...]
    rights: tuple[Rights, ...] = RIGHTS
    secret: str | None = None


@router.get("/sign-in")
def sign_in_page(request: Request) -> HTMLResponse:
    """Asks for a token."""
    return render(request, "sign_in.html.jinja", None)


@router.post("/sign-in")
def sign_in(request: Request, token: Annotated[str, Form(max_length=200)]) -> RedirectResponse:
    """Begins a session for whoever has a token."""
    not_from_elsewhere(request)
    response = RedirectResponse("/", status_code=303)
    access = access_of(request)
    access.remember(response, access.sign_in(request, token))
    return response


@router.post("/sign-out")
def sign_out(request: Request) -> RedirectResponse:
    """Ends the session."""
    access_of(request).sign_out(visitor_of(request).session)
    return RedirectResponse("/sign-in", status_code=303)


@router.get("/access")
def access_page(request: Request, visitor: Insider, store: Kept) -> HTMLResponse:
    """Who may come in from elsewhere."""
    return render(request, "access.html.jinja", AccessPage(tokens=tokens(store)))


@router.post("/access")
def make_token(
    request: Request,
    visitor: Editor,
    name: Annotated[str, Form(min_length=1, max_length=100)],
    rights: Annotated[Rights, Form()],
) -> HTMLResponse:
    """Makes a token, and shows its secret this once."""
    with desk_of(request).writing() as store:
        secret = new_token(store, name, rights)
        return render(request, "access.html.jinja", AccessPage(tokens=tokens(store), secret=secret))


@router.post("/access/{id}/end")
def take_back(request: Request, visitor: Editor, id: str) -> RedirectResponse:
    """Takes a token back."""
    with desk_of(request).writing() as store:
        if not end_token(store, id):
            raise NotHere("there is no such token", where=id, do="see /access")
    return RedirectResponse("/access", status_code=303)
