"""What is said when a page cannot be given: one shape for programs, one page for people, no insides for anybody."""

from __future__ import annotations

import logging
import secrets
from dataclasses import dataclass

from fastapi import FastAPI, Request, Response
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse
from starlette.exceptions import HTTPException

from reportedly.errors import BadInput, NotHere, ReportedlyError
from reportedly.records.codec import encode
from reportedly.web.twins import render

log = logging.getLogger("reportedly.desk")

REPEATED = 60  # characters of what was typed
WRONG = {  # by the kinds of mistakes that pydantic tells apart
    "string_pattern_mismatch": "cannot be understood",
    "literal_error": "is none of those that there are",
    "enum": "is none of those that there are",
    "int_parsing": "is no whole number",
    "missing": "this is missing",
    "string_too_long": "this is too long",
    "string_too_short": "this is empty",
    "greater_than_equal": "this is too small a number",
    "less_than_equal": "this is too large a number",
    "value_error": "this is no file",  # the one thing that is checked so is a file that was sent
    "json_invalid": "this is no JSON",
    "dict_type": "this is no JSON object",
}
OF_WORDS = {"string_pattern_mismatch", "literal_error", "enum", "int_parsing"}  # these repeat what was typed
_DAYS = "write it as 2025-04-24, 2025-04 or 2025"
WRITTEN = {
    "since": _DAYS, "until": _DAYS, "month": "write it as 2025-04", "day": "write it as 2025-04-24",
    "files": "choose one first",
}  # fmt: skip
LIMITS = {
    "expected": "give one of {}", "max_length": "at most {:,} characters are taken", "ge": "give {} at least",
    "le": "give {} at most",
}  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Refusal:
    """The one shape of an error: what, where, what to do; `reference` stands in the log where it is our own fault."""

    status: int
    says: str
    where: str | None = None
    do: str | None = None
    reference: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Refused:
    """What a program gets in place of what it asked for."""

    error: Refusal


def refuse(app: FastAPI) -> None:
    """Makes the app answer every error in this shape."""
    app.add_exception_handler(ReportedlyError, _ours)
    app.add_exception_handler(RequestValidationError, _invalid)
    app.add_exception_handler(HTTPException, _http)


def refusal(request: Request, refused: Refusal) -> Response:
    """The answer to whoever asked: JSON where JSON was asked for, else a page."""
    if wants_json(request):
        return JSONResponse(encode(Refused(error=refused)), status_code=refused.status)
    response = render(request, "refused.html.jinja", refused)
    response.status_code = refused.status
    return response


def wants_json(request: Request) -> bool:
    """Whether a program asks: by an address that ends as JSON does, for a file, or in so many words."""
    asked, path = request.headers.get("accept", ""), request.url.path
    return path.endswith((".json", ".jsonl")) or ("html" not in asked and ("json" in asked or path.endswith(".ics")))


def _ours(request: Request, error: Exception) -> Response:
    status = getattr(error, "status_of_answer", 404 if isinstance(error, NotHere) else 400)
    if isinstance(error, BadInput):
        return refusal(request, Refusal(status=status, says=error.what, where=error.where, do=error.do))
    return refusal(request, Refusal(status=status, says=str(error)))


def _invalid(request: Request, error: Exception) -> Response:
    assert isinstance(error, RequestValidationError)
    first = error.errors()[0]
    where = next((str(part) for part in first["loc"][1:]), None)
    says = WRONG.get(first["type"], "this is not as it has to be")
    if isinstance(first["input"], str) and first["type"] in OF_WORDS:
        says = f"{shortened(first['input'])!r} {says}"
    limits = first.get("ctx", {})
    do = WRITTEN.get(
        where or "", next((said.format(limits[name]) for name, said in LIMITS.items() if name in limits), None)
    )
    return refusal(request, Refusal(status=400, says=says, where=where, do=do or "see /api"))


def shortened(words: str) -> str:
    """What somebody typed, as far as it is worth repeating."""
    return words if len(words) <= REPEATED else f"{words[:REPEATED]}…"


def _http(request: Request, error: Exception) -> Response:
    assert isinstance(error, HTTPException)
    says = {404: "there is no such page", 405: "this cannot be done here"}.get(error.status_code, str(error.detail))
    response = refusal(request, Refusal(status=error.status_code, says=says))
    response.headers.update(error.headers or {})
    return response


def bug(request: Request, error: Exception) -> Response:
    """The answer where a fault is ours: a reference, under which the log has all of it."""
    reference = secrets.token_hex(4)
    log.error("a page failed, reference %s: %s", reference, request.url.path, exc_info=error)
    return refusal(
        request,
        Refusal(status=500, says="something went wrong here", do="tell whoever runs this desk", reference=reference),
    )
