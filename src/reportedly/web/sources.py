"""Sources and failures: on what each outlet rests, who is quoted, and what could not be read."""

from __future__ import annotations

from typing import Literal

from fastapi import APIRouter

from reportedly.reading.layout.agencies import known_agency
from reportedly.store.overviews.failures import Failures
from reportedly.store.overviews.failures import failures as find_failures
from reportedly.store.overviews.sources import Sources
from reportedly.store.overviews.sources import sources as find_sources
from reportedly.web.desk import Kept, Page
from reportedly.web.twins import twin

router = APIRouter(tags=["overviews"])

Sort = Literal["statements", "articles", "unnamed", "through", "agencies", "on-record", "own", "taken", "outlet"]


@twin(router, "/sources", "sources.html.jinja")
def sources(store: Kept, sort: Sort = "statements", page: Page = 1) -> Sources:
    """How often each outlet rests on unnamed sources, agencies, others and its own reporting; who is quoted most."""
    return find_sources(store, is_listed=lambda name: known_agency(name) is not None, sort=sort, page=page)


@twin(router, "/failures", "failures.html.jinja")
def failures(store: Kept, page: Page = 1) -> Failures:
    """What could not be read, and why, the latest first."""
    return find_failures(store, page=page)
