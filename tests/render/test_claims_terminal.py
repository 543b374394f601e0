from __future__ import annotations

import sys
import unicodedata
from dataclasses import replace
from itertools import pairwise

import pytest

from reportedly.records import Status, Trace
from reportedly.render.claims_terminal import render_claim, render_trace
from reportedly.render.sourced import Copy
from tests.render.traced import reading_of, readings, trace

COPIES = {id: Copy.of(reading.article) for id, reading in readings().items()}
CLOSED = trace().claims[1]


def test_stories_and_claims_are_listed() -> None:
    assert render_trace(trace(), COPIES, width=100) == (
        "Posts may close\n"
        "5 articles · 5 outlets · 2 May 2031, 14:10 UTC – 2 May 2031, 19:00 UTC · 2 claims · st-01\n"
        "\n"
        "  Valdoria may close five posts\n"
        "    2 independent origins, 3 outlets, not traced to its end (the Courier cited, not held), never\n"
        "      on record in what is held, first: Meridian Wire 14:10 UTC, 1 retelling changed it,\n"
        "      contradicted by 1 claim\n"
        "    from three officials, to Meridian Wire; the Courier\n"
        "    c-closed\n"
        "\n"
        "  Valdoria will close no post\n"
        "    1 origin, 1 outlet, on record, first: Post 19:00 UTC, contradicted by 1 claim\n"
        "    from Ilse Varga\n"
        "    c-denied\n"
    )
    assert render_trace(Trace(), {}) == "No stories found.\n"


def test_what_nobody_said_is_marked_whatever_a_changed_retelling_makes_of_it() -> None:
    statuses: dict[tuple[str, str], Status] = {(one.article, one.statement): "declined" for one in CLOSED.statements}
    changed = CLOSED.variants[0]
    statuses[changed.article, changed.statement] = "made"
    assert "declined · 2 independent origins" in render_trace(trace(), COPIES, statuses, width=100)
    held = CLOSED.statements[0]
    assert "declined" not in render_trace(trace(), COPIES, {**statuses, (held.article, held.statement): "made"})


def test_words_that_their_speaker_denies_are_not_shown_as_said() -> None:
    held = readings()
    (statement,) = held["wire"].statements
    held["wire"] = replace(held["wire"], statements=(replace(statement, act="deny", score=0.2),))
    page = render_claim(CLOSED, trace(), held, width=100)
    assert "Valdoria may close five posts · denies · unsure ¶1 0–29\n" in page
    assert page.count("· denies ·") == 1


def test_a_claim_is_a_tree_with_every_wording_and_both_of_a_change() -> None:
    page = render_claim(CLOSED, trace(), readings(), width=100)
    assert (
        "three officials, to Meridian Wire · unnamed\n"
        "└─ Meridian Wire · 2 May 2031, 14:10 UTC · told by the source\n"
        "   │  wire\n"
        "   │  Valdoria may close five posts ¶1 0–29\n"
        "   │  Meridian Wire ‹ three officials\n"
        "   └─ The Lantern · 2 May 2031, 15:00 UTC · reprint, credited\n"
        "         print\n"
    ) in page
    assert "the Courier · cited, not held\n  its own report is not in the store: not traced to its end\n" in page
    assert (
        "      ≠ another number (number)\n"
        "        here: Valdoria may close [seven] posts, three officials said. 19–24\n"
        "        Meridian Wire: Valdoria may close [five] posts, three officials said. 19–23\n"
    ) in page
    assert "Contradicted by\n  Valdoria will close no post\n" in page
    assert "    Post · " in page.partition("Contradicted by")[2]


@pytest.mark.parametrize("width", [10, 24, 40, 80, 300])
def test_lines_keep_to_the_width(width: int) -> None:
    for page in (render_trace(trace(), COPIES, width=width), render_claim(CLOSED, trace(), readings(), width=width)):
        assert max(map(len, page.splitlines())) <= min(max(width, 24), 100)


def test_colours_come_only_when_asked_for() -> None:
    assert "\x1b[" not in render_claim(CLOSED, trace(), readings())
    assert "\x1b[" in render_claim(CLOSED, trace(), readings(), colour=True)


def test_nothing_in_the_articles_drives_the_terminal() -> None:
    hostile = "\x1b[2J\u202ex\nnew line"
    held = readings()
    twisted = replace(held["wire"].article, outlet=hostile)
    held["wire"] = replace(reading_of("wire", title=hostile), article=twisted)
    claim = replace(CLOSED, wording=hostile, origins=(replace(CLOSED.origins[0], label=hostile), CLOSED.origins[1]))
    whole = replace(trace(), claims=(claim,), stories=(replace(trace().stories[0], headline=hostile),))
    copies = COPIES | {"wire": Copy.of(held["wire"].article)}
    for page in (render_claim(claim, whole, held), render_trace(whole, copies)):
        assert {c for c in page if unicodedata.category(c) == "Cc"} == {"\n"}
        assert "\u202e" not in page


def test_a_claim_that_travelled_through_any_number_of_articles_is_printed() -> None:
    """A feed that reprints itself stands in a row longer than Python calls functions within functions."""
    claim, made, own = trace().claims[1], trace().derivations[0], readings()["print"]
    number = sys.getrecursionlimit() + 200
    ids = [f"n{at:05}" for at in range(number)]
    many = {id: replace(own, article=replace(own.article, id=id)) for id in ids}
    telling = next(told for told in claim.statements if told.article == "print")
    long = replace(
        claim,
        statements=tuple(replace(telling, article=id) for id in ids),
        origins=(replace(claim.origins[0], articles=tuple(ids)),),
        variants=(),
        contradicts=(),
    )
    line = tuple(replace(made, from_=one, to=other) for one, other in pairwise(ids))
    lines = render_claim(long, Trace(claims=(long,), derivations=line), many).splitlines()
    assert [sum(id in line for line in lines) for id in ids] == [1] * number
    assert lines[next(at for at, line in enumerate(lines) if ids[1] in line) - 1].startswith("   └─ The Lantern")
