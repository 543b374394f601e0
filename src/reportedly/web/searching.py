"""Search: statements by their words, who says them, and what else is known of them."""

from __future__ import annotations

from fastapi import APIRouter

from reportedly.store.overviews.search import Found, Sought
from reportedly.store.overviews.search import search as find
from reportedly.web.desk import Day, Kept, Page, Words
from reportedly.web.twins import twin

router = APIRouter(tags=["search"])


@twin(router, "/search", "search.html.jinja")
def search(
    store: Kept,
    q: Words = "",
    speaker: Words = None,
    outlet: Words = None,
    story: Words = None,
    sourcing: Words = None,
    act: Words = None,
    since: Day = None,
    until: Day = None,
    page: Page = 1,
) -> Found:
    """Statements with all of the words, or by or about somebody of this name, newest first, with facets.

    Without words: those of an outlet, a story, a speaker, a kind of source, an act or days.
    """
    sought = Sought(
        q=q or "",
        speaker=speaker or None,
        outlet=outlet or None,
        story=story or None,
        sourcing=sourcing or None,
        act=act or None,
        since=since or None,
        until=until or None,
    )
    return find(store, sought, page=page)
