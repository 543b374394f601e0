"""`reportedly trace`: where the claims of a store come from; lines for people, the whole Trace for programs."""

from __future__ import annotations

import argparse
import json
import os
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from difflib import get_close_matches
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from reportedly.cli.folder import open_folder
from reportedly.cli.output import open_output
from reportedly.cli.told import Misused, tell
from reportedly.records import Claim, Reading, Story, Trace
from reportedly.records.codec import encode
from reportedly.render.sourced import Copy, claims_by_story

if TYPE_CHECKING:
    from reportedly.store.database import Store

Kept = TypeVar("Kept", Claim, Story)

NEAR = 3  # ids that are suggested for one that there is not
EXAMPLES = """examples:
  reportedly trace news.duckdb
  reportedly trace news.duckdb --json -o trace.json
  reportedly trace news.duckdb --claim c-0123456789abcdef
  reportedly trace news.duckdb --story st-0123456789abcdef --html -o story.html
  reportedly trace news.duckdb --html -o stories/
"""


# argparse gives no public name to what add_subparsers returns
def add_command(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Adds the command to the parser of the command line."""
    parser = commands.add_parser(
        "trace",
        help="where the claims of a store come from",
        description="Traces what is new in a store, and says where its claims come from: the weakest-sourced first.",
        epilog=EXAMPLES,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.set_defaults(run=run)
    parser.add_argument("store", metavar="STORE", help="the file, such as news.duckdb")
    of = parser.add_mutually_exclusive_group()
    of.add_argument("--claim", metavar="ID", help="one claim: how it travelled, from its origins on")
    of.add_argument("--story", metavar="ID", help="one story and its claims")
    form = parser.add_mutually_exclusive_group()
    form.add_argument("--json", action="store_const", dest="form", const="json", help="the trace as JSON")
    form.add_argument("--html", action="store_const", dest="form", const="html", help="a page for each story")
    parser.add_argument(
        "-o", "--output", metavar="FILE", help="write there; with --html a folder, for the pages of all stories"
    )


def run(options: argparse.Namespace) -> int:
    """Traces the store and writes what the options ask for; 0, or 1 when there is nothing to trace."""
    from reportedly.store.database import Store

    trace = _traced(options.store)
    if trace is None:
        tell(f"{options.store} holds no articles; put some in with: reportedly add")
        return 1
    with Store.open(options.store, read_only=True) as store:
        if options.form == "html":
            return _write_pages(options, trace, store)
        claim = _named(options.claim, trace.claims, "claim") if options.claim else None
        people = options.form is None
        with open_output(options.output, for_people=people and options.output is None) as output:
            chosen = _chosen(options, trace)
            if (people and options.output is not None) or options.form == "json":
                output.write(json.dumps(encode(chosen), ensure_ascii=False, allow_nan=False, indent=2) + "\n")
            elif claim is not None:
                from reportedly.render.claims_terminal import render_claim

                readings = _readings(store, _articles_of(claim, trace))
                output.write(render_claim(claim, trace, readings, width=output.width, colour=output.colour))
            else:
                from reportedly.render.claims_terminal import render_trace

                output.write(render_trace(chosen, _copies(store), width=output.width, colour=output.colour))
    return 0


def _traced(path: str) -> Trace | None:
    """The trace of all that the store holds, up to date; None when it holds nothing."""
    from reportedly.store.database import Store
    from reportedly.store.traced import kept_trace
    from reportedly.trace.updating import is_up_to_date, update_trace

    with Store.open(path, read_only=True) as store:  # a reader needs no right to write where nothing is new
        if not store.article_ids():
            return None
        if is_up_to_date(store):
            return kept_trace(store)
    with Store.open(path) as store:
        return update_trace(store)


def _chosen(options: argparse.Namespace, trace: Trace) -> Trace:
    """The whole trace, or what it says of one claim or of one story."""
    if options.claim:
        claim = _named(options.claim, trace.claims, "claim")
        articles = {told.article for told in claim.statements}
        stories = tuple(story for story in trace.stories if articles & set(story.articles))
        return _of(trace, stories, (claim,), articles)
    if options.story:
        story = _named(options.story, trace.stories, "story")
        return _of(trace, (story,), tuple(claims_by_story(trace)[story.id]), set(story.articles))
    return trace


def _of(trace: Trace, stories: tuple[Story, ...], claims: tuple[Claim, ...], articles: set[str]) -> Trace:
    derivations = tuple(made for made in trace.derivations if {made.from_, made.to} <= articles)
    return replace(trace, stories=stories, claims=claims, derivations=derivations)


def _named(id: str, kept: Iterable[Kept], what: str) -> Kept:
    """The one with this id; Misused, with those that are called nearly so."""
    by_id = {one.id: one for one in kept}
    if id in by_id:
        return by_id[id]
    begun = [other for other in by_id if other.startswith(id)]
    if len(begun) == 1 and id:
        return by_id[begun[0]]  # as much of an id as tells it from the others
    near = begun[:NEAR] or get_close_matches(id, by_id, n=NEAR, cutoff=0.5)
    do = f"did you mean {' or '.join(near)}?" if near else "see the ids with: reportedly trace STORE"
    raise Misused(f"there is no {what} {id!r}; {do}")


def _articles_of(claim: Claim, trace: Trace) -> list[str]:
    """Articles that the tree of a claim shows: those that tell it, those they were made from, those against it."""
    told = [statement.article for statement in claim.statements]
    upstream = [made.from_ for made in trace.derivations if made.to in told]
    against = [
        statement.article for other in trace.claims if other.id in claim.contradicts for statement in other.statements
    ]
    return list(dict.fromkeys([*told, *upstream, *against, *(v.against.article for v in claim.variants)]))


def _readings(store: Store, articles: Iterable[str]) -> dict[str, Reading]:
    return {id: store.reading(id) for id in articles}


def _copies(store: Store) -> dict[str, Copy]:
    rows = store.query("select id, outlet, published, title from article")
    return {id: Copy(id=id, outlet=outlet, published=published, title=title) for id, outlet, published, title in rows}


def _write_pages(options: argparse.Namespace, trace: Trace, store: Store) -> int:
    """The page of the one story that is asked for or that there is, or a folder with the pages of all."""
    stories = trace.stories
    if options.story:
        stories = (_named(options.story, trace.stories, "story"),)
    elif options.claim:
        stories = _chosen(options, trace).stories
    if options.output is not None and _is_folder(options.output, len(stories)):
        with open_folder(options.output, of="pages of stories", ours=_is_ours) as folder:
            for name, page in _pages(stories, trace, store):
                (folder / name).write_text(page, encoding="utf-8", errors="replace")
        return 0
    if len(stories) != 1:
        raise Misused(
            f"--html writes a page for each of {len(stories)} stories; name a folder with -o, or one by --story"
        )
    with open_output(options.output) as output:
        output.write(_page(stories[0], trace, store))
    return 0


def _is_folder(path: str, stories: int) -> bool:
    return stories != 1 or path.endswith(("/", os.sep)) or Path(path).is_dir()


def _pages(stories: Sequence[Story], trace: Trace, store: Store) -> Iterator[tuple[str, str]]:
    """The name and the page of each story, made when it is its turn, and of the one that leads to them."""
    from reportedly.render.story_page import render_index

    files = {story.id: f"{story.id}.html" for story in stories}
    yield "index.html", render_index(replace(trace, stories=tuple(stories)), _copies(store), files)
    for story in stories:
        yield files[story.id], _page(story, trace, store)


def _page(story: Story, trace: Trace, store: Store) -> str:
    from reportedly.render.story_page import render_story

    return render_story(story, trace, _readings(store, story.articles))


def _is_ours(name: str) -> bool:
    return name == "index.html" or re.fullmatch(r"st-[0-9a-f]+\.html", name) is not None
