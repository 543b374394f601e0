"""The page of a story: who copied whom, its claims with their origins, contradictions and articles."""

from __future__ import annotations

from collections.abc import Mapping

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse, JSONResponse

from reportedly.records import Claim, Reading, Story, Trace
from reportedly.records.codec import encode
from reportedly.render.journey import Words as WordsTold
from reportedly.render.sourced import Copy
from reportedly.render.story_page import StoryPage
from reportedly.store.corrections import all_corrected
from reportedly.store.database import Store
from reportedly.store.overviews.stories import Stories
from reportedly.store.overviews.stories import stories as find_stories
from reportedly.store.questions import Within
from reportedly.store.traced import kept_trace
from reportedly.web import addresses
from reportedly.web.desk import Day, Kept, Page, Words
from reportedly.web.missing import NotHere
from reportedly.web.twins import render, twin

router = APIRouter(tags=["traces"])


class DeskStory(StoryPage):
    """A story whose claims and articles have pages of their own."""

    has_pages = True

    def address_of_article(self, copy: Copy) -> str | None:
        """The page of an article."""
        return addresses.article(copy.id)

    def address_of_claim(self, claim: Claim) -> str | None:
        """The page of a claim."""
        return addresses.claim(claim.id)

    def address_of_words(self, told: WordsTold) -> str | None:
        """The words on the page of their article."""
        return addresses.article(told.telling.article, told.number)


@twin(router, "/stories", "stories_desk.html.jinja")
def stories(
    store: Kept, page: Page = 1, q: Words = None, outlet: Words = None, since: Day = None, until: Day = None
) -> Stories:
    """The stories, those with the newest articles first: words of the headline, an outlet, days of publication."""
    return find_stories(store, words=q or None, within=Within(since=since, until=until, outlet=outlet), page=page)


@router.get("/stories/{id}.json", response_model=dict)
def story(store: Kept, id: str) -> JSONResponse:
    """The Trace document of one story: its claims, with the derivations among its articles."""
    return JSONResponse(encode(traced(store, id)))


@router.get("/stories/{id}", include_in_schema=False)
def story_page(request: Request, store: Kept, id: str) -> HTMLResponse:
    """The page of a story."""
    trace = traced(store, id)
    told = trace.stories[0]
    return render(request, "story_desk.html.jinja", DeskStory(told, trace, readings_of(store, told)))


def traced(store: Store, story_id: str) -> Trace:
    """What the trace says of one story; NotHere when there is none of this id."""
    trace = kept_trace(store, stories=[story_id])
    if not trace.stories:
        raise NotHere("there is no such story", where=story_id, do="see /stories; a new trace may have joined it")
    return trace


def readings_of(store: Store, story: Story) -> Mapping[str, Reading]:
    """The readings of the articles of a story, as they are corrected."""
    return all_corrected(store, story.articles)
