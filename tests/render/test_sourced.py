from __future__ import annotations

from dataclasses import replace

import pytest

from reportedly.records import Claim, Origin, Status
from reportedly.render.sourced import (
    Copy,
    caveat,
    grade_of,
    line_of,
    named_origins,
    status_of,
    stories_weakest_first,
    weakest_first,
)
from tests.render.traced import readings, trace

COPIES = {id: Copy.of(reading.article) for id, reading in readings().items()}
DENIED, CLOSED = trace().claims


def of(claim: Claim, *origins: Origin, independent: int | None = None) -> Claim:
    return replace(claim, origins=origins, independent_origins=len(origins) if independent is None else independent)


TIE = "1 origin, 1 outlet, on record, first: Post and Channel 6 on 2 May 2031, 19:00 UTC"
UNNAMED, UNHELD = CLOSED.origins
(NAMED,) = DENIED.origins


def test_a_claim_that_is_not_traced_to_its_end_never_looks_so() -> None:
    assert line_of(CLOSED, COPIES, day=False) == (
        "2 independent origins, 3 outlets, not traced to its end (the Courier cited, not held), never on record in "
        "what is held, first: Meridian Wire 14:10 UTC, 1 retelling changed it, contradicted by 1 claim"
    )
    assert named_origins(CLOSED) == "three officials, to Meridian Wire; the Courier"
    officials = replace(UNHELD, label="three officials, to the Courier")
    assert "traced to its end (the Courier cited, not held)" in line_of(of(CLOSED, officials), COPIES)


@pytest.mark.parametrize(
    ("claim", "begins"),
    [
        (of(CLOSED, UNNAMED), "1 origin, 3 outlets, never on record, first: Meridian Wire on 2 May 2031, 14:10 UTC"),
        (of(CLOSED, UNNAMED, NAMED, independent=1), "2 origins, 1 independent, 3 outlets, on record, first"),
        (of(CLOSED), "no origin, 3 outlets, first"),
        (replace(DENIED, first_report=("denies", "cites")), TIE),
        (replace(DENIED, first_report=()), "1 origin, 1 outlet, on record, contradicted"),
    ],
)  # fmt: skip
def test_the_line_says_what_is_known(claim: Claim, begins: str) -> None:
    assert line_of(claim, COPIES).startswith(begins)


def test_the_weakest_sourced_come_first() -> None:
    named, unnamed, alone = of(CLOSED, NAMED), of(CLOSED, UNNAMED), of(replace(CLOSED, statements=()), UNNAMED)
    given = [of(CLOSED, UNNAMED, NAMED), named, alone, unnamed, of(CLOSED, UNHELD), of(CLOSED)]
    assert weakest_first(given, COPIES) == [
        of(CLOSED), of(CLOSED, UNHELD), unnamed, alone, named, of(CLOSED, UNNAMED, NAMED),
    ]  # fmt: skip
    ((story, claims),) = stories_weakest_first(trace(), COPIES)
    assert (story.id, [claim.id for claim in claims]) == ("st-01", ["c-closed", "c-denied"])


@pytest.mark.parametrize(
    "wording",
    ["this", "the closure", "for … their trade", "about the harbour dues of last year", "the skippers reject it"],
)
def test_words_that_tell_nothing_alone_come_last(wording: str) -> None:
    scrap, firm = replace(of(CLOSED), wording=wording), of(DENIED, NAMED)
    assert weakest_first([scrap, firm], COPIES) == [firm, scrap]
    assert weakest_first([of(CLOSED), firm], COPIES) == [of(CLOSED), firm]


@pytest.mark.parametrize(
    ("status", "score", "words"),
    [("declined", 0.9, "declined"), ("expected", 0.9, "not yet said"), ("made", 0.4, "unsure")],
)
def test_what_nobody_said_or_may_be_misread_comes_last(status: Status, score: float, words: str) -> None:
    doubtful, firm = of(CLOSED), of(DENIED, NAMED)
    statuses = {(one.article, one.statement): status_of(status, score) for one in CLOSED.statements}
    assert weakest_first([doubtful, firm], COPIES, statuses) == [firm, doubtful]
    assert caveat(doubtful, statuses) == words
    told = CLOSED.statements[0]
    assert caveat(doubtful, statuses | {(told.article, told.statement): status_of("made", 0.6)}) is None


@pytest.mark.parametrize(
    ("published", "full", "clock"),
    [
        ("2031-05-02T14:10:00+02:00", "2 May 2031, 14:10 +02:00", "14:10 +02:00"),
        ("2031-05-02", "2 May 2031", "2 May 2031"),
        (None, "date not known", "date not known"),
    ],
)
def test_a_moment_is_only_as_precise_as_it_is_known(published: str | None, full: str, clock: str) -> None:
    copy = Copy(id="x", published=published)
    assert (copy.when(), copy.when(day=False)) == (full, clock)


def test_a_claim_is_as_firm_as_its_firmest_origin_but_for_one_that_is_not_traced_to_its_end() -> None:
    grades = [grade_of(claim) for claim in (DENIED, of(CLOSED, UNNAMED, NAMED), of(CLOSED, NAMED, UNHELD), of(CLOSED))]
    assert grades == ["firm", "firm", "soft", "soft"]
