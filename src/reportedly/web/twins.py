"""Pages and their JSON twins: one function finds what is shown, a template shows it, the twin gives it as it is."""

from __future__ import annotations

import inspect
from collections.abc import Callable
from dataclasses import fields, is_dataclass, replace
from functools import cache
from typing import Any, TypeVar

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse, JSONResponse
from jinja2 import ChoiceLoader, Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from reportedly.records.codec import encode
from reportedly.render import sourced, wording
from reportedly.render.inert import inert, one_line
from reportedly.store.database import Store
from reportedly.store.overviews.paging import Cut
from reportedly.web import addresses
from reportedly.web.desk import desk_of
from reportedly.web.sought import found_in

DONE = {  # what a page says after a form, by the word in its address: nobody else's words get onto a page that way
    "corrected": "Kept, and what depends on it was made anew.",
    "undone": "Undone, and what depends on it was made anew.",
}

DAY_FORM = Markup(  # so that a browser asks for another day before the form is sent, and keeps what was typed
    ' pattern="[1-9][0-9]{3}(-[0-9]{2}(-[0-9]{2})?)?" title="a day, a month or a year: 2025-04-24, 2025-04 or 2025"'
)

Find = TypeVar("Find", bound=Callable[..., Any])


def twin(router: APIRouter, address: str, template: str) -> Callable[[Find], Find]:
    """Registers what finds a page under its address, shown by the template as `page`, and under `.json` as it is.

    The twin of the first page, "/", is "/today.json".

    What was found is remembered until the store is written to. The docstring and the types of the function are what
    the documentation of the API says of it; it returns a frozen record, or raises a ReportedlyError.
    """

    def register(find: Find) -> Find:
        given = inspect.signature(find, eval_str=True)
        as_json = _wrapped(find, given, lambda found, request: JSONResponse(encode(found)))
        as_page = _wrapped(find, given, lambda found, request: render(request, template, found))
        name = "/today" if address == "/" else address
        router.add_api_route(name + ".json", as_json, response_model=given.return_annotation, name=find.__name__)
        router.add_api_route(address, as_page, response_class=HTMLResponse, include_in_schema=False)
        return find

    return register


def render(request: Request, template: str, page: object) -> HTMLResponse:
    """A page, or a part of one, by its template; every template knows the request and the words for records."""
    return HTMLResponse(_surroundings().get_template(template).render(request=request, page=page))


def with_links(found: Any, request: Request) -> Any:
    """A record whose lists say at which addresses they go on, and begin."""
    if isinstance(found, Cut):
        return replace(found, next=_turned(found, 1, request), previous=_turned(found, -1, request))
    if not is_dataclass(found) or isinstance(found, type):
        return found
    parts = {field.name: getattr(found, field.name) for field in fields(found)}
    changed = {name: with_links(part, request) for name, part in parts.items() if is_dataclass(part)}
    return replace(found, **changed) if changed else found


def _turned(cut: Cut, by: int, request: Request) -> str | None:
    """The address of a page further on, or back to the last that there is; None where there is none."""
    page = min(cut.page + by, cut.pages) if by < 0 else cut.page + by
    if not 1 <= page <= cut.pages or page == cut.page:
        return None
    there = request.url.include_query_params(page=page, **({"list": cut.list} if cut.list else {}))
    return f"{there.path}?{there.query}"


def _wrapped(find: Callable[..., Any], given: inspect.Signature, answer: Callable[[Any, Request], Any]) -> Any:
    """The function as FastAPI is to see it: its own parameters, and the request."""

    def _respond(request: Request, **values: Any) -> Any:
        asked = tuple(sorted((name, value) for name, value in values.items() if not isinstance(value, Store)))
        found = desk_of(request).remembered((find.__qualname__, find.__module__, repr(asked)), lambda: find(**values))
        return answer(with_links(found, request), request)

    own = inspect.Parameter("request", inspect.Parameter.POSITIONAL_OR_KEYWORD, annotation=Request)
    rest = [parameter.replace(kind=inspect.Parameter.KEYWORD_ONLY) for parameter in given.parameters.values()]
    _respond.__signature__ = inspect.Signature([own, *rest])  # type: ignore[attr-defined]  # read by inspect
    _respond.__doc__ = find.__doc__
    return _respond


def _chosen(values: dict[str, Any]) -> dict[str, Any]:
    """Those that have a value, as a query holds them."""
    return {name: value for name, value in values.items() if value}


def compile_pages() -> None:
    """Compiles every template, so that the first who opens a page waits no longer than the next."""
    for name in _surroundings().list_templates(extensions=["jinja"]):
        _surroundings().get_template(name)


@cache
def _surroundings() -> Environment:
    surroundings = Environment(
        loader=ChoiceLoader([PackageLoader("reportedly.web"), PackageLoader("reportedly.render")]),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )
    surroundings.filters |= {"chosen": _chosen, "inert": inert, "one_line": one_line, "words": wording.words_of}
    surroundings.globals |= {
        "addresses": addresses,
        "done": DONE,
        "counted": wording.counted,
        "day_form": DAY_FORM,
        "found_in": found_in,
        "sourced": sourced,
        "wording": wording,
    }
    return surroundings
