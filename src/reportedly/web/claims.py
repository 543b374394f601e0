"""The page of a claim: how it travelled, and every wording of it beside the first."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Literal

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse, JSONResponse

from reportedly.errors import NotHere
from reportedly.records import Claim, Span, Telling, Variant
from reportedly.records.codec import encode
from reportedly.render.inert import one_line
from reportedly.render.sourced import Copy, changed_of, line_of
from reportedly.store.corrections import all_corrected
from reportedly.store.database import Store
from reportedly.store.traced import articles_of_claims, kept_trace, story_of_claim
from reportedly.web import addresses
from reportedly.web.desk import Kept
from reportedly.web.stories import DeskStory
from reportedly.web.twins import render

router = APIRouter(tags=["traces"])

Compared = Literal["same", "new", "dropped"]

COMPARED = 400  # words at most: comparing takes their square or more

_PIECE = re.compile(r"(\s*)(\w+(?:[.,:’'-]\w+)*|[^\w\s]|$)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Wording:
    """One telling beside the first: its words in pieces, with those that only the first has where they were."""

    copy: Copy
    address: str
    statement: str
    speaker: str
    pieces: tuple[tuple[str, Compared], ...]
    is_compared: bool
    variants: tuple[Variant, ...]
    first: bool = False


class ClaimPage(DeskStory):
    """The claim among those of its story."""

    folds = False
    claim: Claim

    def link_to_article(self, article: str) -> str | None:
        """The page of an article: this page has no list of them."""
        return addresses.article(article)

    def link_to_claim(self, claim: Claim) -> str | None:
        """The page of another claim: this page shows one alone."""
        return addresses.claim(claim.id)

    def line(self, claim: Claim) -> str:
        """The honest line, with its day: no heading of a story has it."""
        return line_of(claim, self.copies)

    def address_of_claim(self, claim: Claim) -> str | None:
        """None: it is this page."""
        return None

    def wordings(self) -> list[Wording]:
        """Every telling in the order of time, what it adds to the first and drops of it marked."""
        changed = changed_of(self.claim)
        told = sorted(self.claim.statements, key=lambda one: (*self.copies[one.article].moment, one.article))
        first = next((one for one in told if (one.article, one.statement) not in changed), told[0])
        rest = [one for one in told if one != first]
        return [self._wording(one, first) for one in (first, *rest)]

    def _wording(self, told: Telling, first: Telling) -> Wording:
        reading = self.readings[told.article]
        statement = next((s for s in reading.statements if s.id == told.statement), None)
        speaker = reading.actor(statement.chain.speaker.actor) if statement else None
        named = speaker.label if speaker and (speaker.name or speaker.mentions) else "no source named"
        pieces = compared(words_of(told.content), words_of(first.content))
        return Wording(
            copy=self.copies[told.article],
            address=addresses.article_at(told.article, told.content[0].start),
            statement=told.statement,
            speaker=one_line(named),
            pieces=pieces or ((words_of(told.content), "same"),),
            is_compared=pieces is not None,
            variants=tuple(
                v for v in self.claim.variants if (v.article, v.statement) == (told.article, told.statement)
            ),
            first=told == first,
        )


def words_of(content: tuple[Span, ...]) -> str:
    """The pieces of a content on one line."""
    return " … ".join(one_line(span.text) for span in content)


def compared(words: str, others: str) -> tuple[tuple[str, Compared], ...] | None:
    """The words in pieces, and what only the others have between them, whatever the case; None if they are too long.

    Where less than half of the others was kept, what only they have is left out: it would drown the words.
    """
    own, theirs = _PIECE.findall(words), _PIECE.findall(others)
    if max(len(own), len(theirs)) > COMPARED:
        return None
    matcher = SequenceMatcher(None, [p.lower() for _, p in own], [p.lower() for _, p in theirs], autojunk=False)
    kept = sum(size for _, _, size in matcher.get_matching_blocks())
    pieces: list[tuple[str, Compared]] = []
    for kind, start, end, first, last in matcher.get_opcodes():
        if first < last and kind != "equal" and kept >= len(theirs) / 2:
            pieces.append((_run(theirs[first:last]), "dropped"))
        if start < end:
            pieces += [(own[start][0], "same"), (_run(own[start:end]), "same" if kind == "equal" else "new")]
    return tuple((piece, kind) for piece, kind in pieces if piece)


def _run(pieces: Sequence[tuple[str, str]]) -> str:
    """The pieces with the gaps between them, without the one before."""
    return pieces[0][1] + "".join(gap + piece for gap, piece in pieces[1:])


@router.get("/claims/{id}.json", response_model=dict)
def claim(store: Kept, id: str) -> JSONResponse:
    """One claim as in the Trace document, with the id of its story."""
    story_id, page = found(store, id)
    return JSONResponse({"story": story_id, "claim": encode(page.claim)})


@router.get("/claims/{id}", include_in_schema=False)
def claim_page(request: Request, store: Kept, id: str) -> HTMLResponse:
    """The page of a claim."""
    return render(request, "claim_desk.html.jinja", found(store, id)[1])


@router.get("/claims/{id}/journey", include_in_schema=False)
def journey(request: Request, store: Kept, id: str) -> HTMLResponse:
    """How a claim travelled, as the part of a page of its story that is folded until it is asked for."""
    return render(request, "journey_part.html.jinja", found(store, id)[1])


def found(store: Store, id: str) -> tuple[str, ClaimPage]:
    """The story of a claim and what its page shows; NotHere when there is none of this id."""
    story_id = story_of_claim(store, id)
    if story_id is None:
        raise NotHere("there is no such claim", where=id, do="see /stories; a new trace may have joined it to another")
    # beside it, only what contradicts it is shown: a story of hundreds of articles need not be read for that
    sql = "select other from contradiction where claim = $id"
    claims = [id, *(other for (other,) in store.query(sql, {"id": id}))]
    readings = all_corrected(store, articles_of_claims(store, claims))
    at_hand = [reading.article for reading in readings.values()]
    trace = kept_trace(store, [story_id], claims=claims, at_hand=at_hand)
    page = ClaimPage(trace.stories[0], trace, readings)
    page.claim = next(claim for claim in trace.claims if claim.id == id)
    return story_id, page
