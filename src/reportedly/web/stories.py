"""The page of a story: who copied whom, its claims with their origins, contradictions and articles."""

from __future__ import annotations

from collections.abc import Mapping

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse, JSONResponse

from reportedly.errors import NotHere
from reportedly.records import Claim, Reading, Span, Trace
from reportedly.records.codec import encode
from reportedly.render.journey import Words as WordsTold
from reportedly.render.sourced import Copy
from reportedly.render.story_page import StoryPage
from reportedly.store.corrections import all_corrected
from reportedly.store.database import Store
from reportedly.store.overviews.stories import Stories
from reportedly.store.overviews.stories import stories as find_stories
from reportedly.store.overviews.turns import Turn, turns_in
from reportedly.store.questions import Within
from reportedly.store.traced import articles_of, kept_trace
from reportedly.web import addresses
from reportedly.web.desk import Day, Kept, Page, Words
from reportedly.web.twins import render, twin

router = APIRouter(tags=["traces"])


class DeskStory(StoryPage):
    """A story whose claims and articles have pages of their own."""

    has_pages = True
    folds = True
    turns: tuple[Turn, ...] = ()

    def address_of_article(self, copy: Copy) -> str | None:
        """The page of an article."""
        return addresses.article(copy.id)

    def address_of_claim(self, claim: Claim) -> str | None:
        """The page of a claim."""
        return addresses.claim(claim.id)

    def address_of_words(self, told: WordsTold) -> str | None:
        """The words on the page of their article."""
        return addresses.article(told.telling.article, told.number)

    def address_of_place(self, article: str, span: Span) -> str | None:
        """The page of the article, at these words."""
        return addresses.article_at(article, span.start)


@twin(router, "/stories", "stories_desk.html.jinja")
def stories(
    store: Kept, page: Page = 1, q: Words = None, outlet: Words = None, since: Day = None, until: Day = None
) -> Stories:
    """The stories, those with the newest articles first: words of the headline, an outlet, days of publication."""
    return find_stories(store, words=q or None, within=Within(since=since, until=until, outlet=outlet), page=page)


@router.get("/stories/{id}.json", response_model=dict)
def story(store: Kept, id: str) -> JSONResponse:
    """The Trace document of one story: its claims, with the derivations among its articles.

    Under `turns`, where a speaker said one thing and later what contradicts it.
    """
    return JSONResponse({**encode(traced(store, id)), "turns": encode(turns_in(store, id))})


@router.get("/stories/{id}", include_in_schema=False)
def story_page(request: Request, store: Kept, id: str) -> HTMLResponse:
    """The page of a story."""
    trace, readings = story_at_hand(store, id)
    page = DeskStory(trace.stories[0], trace, readings)
    page.turns = turns_in(store, id)
    return render(request, "story_desk.html.jinja", page)


def traced(store: Store, story_id: str) -> Trace:
    """What the trace says of one story; NotHere when there is none of this id."""
    return _there(kept_trace(store, [story_id]), story_id)


def story_at_hand(store: Store, story_id: str) -> tuple[Trace, Mapping[str, Reading]]:
    """What the trace says of one story, and the readings of its articles as they are corrected."""
    readings = all_corrected(store, articles_of(store, story_id))
    trace = kept_trace(store, [story_id], at_hand=[reading.article for reading in readings.values()])
    return _there(trace, story_id), readings


def _there(trace: Trace, story_id: str) -> Trace:
    if not trace.stories:
        raise NotHere("there is no such story", where=story_id, do="see /stories; a new trace may have joined it")
    return trace
