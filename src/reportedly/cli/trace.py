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
from typing import TYPE_CHECKING, Literal

from reportedly.aside import Aside, here
from reportedly.cli import arguments
from reportedly.cli.folder import open_folder
from reportedly.cli.output import open_output
from reportedly.cli.told import Misused, tell
from reportedly.records import Claim, Reading, Story, Trace
from reportedly.records.codec import encode
from reportedly.render.sourced import Copy, Statuses, status_of

if TYPE_CHECKING:
    from reportedly.store.database import Store
    from reportedly.store.overviews.turns import Turn
    from reportedly.trace.updating import Each

FEW = 300  # articles: they are traced sooner than processes are started
NEAR = 3  # ids that are suggested for one that there is not
EXAMPLES = """examples:
  reportedly trace news.duckdb
  reportedly trace news.duckdb --json -o trace.json
  reportedly trace news.duckdb --claim c-0123456789abcdef
  reportedly trace news.duckdb --story st-0123456789abcdef --html -o story.html
  reportedly trace news.duckdb --html -o stories/
  reportedly trace archive.duckdb --ray 10.0.0.1:6379
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
    where = parser.add_mutually_exclusive_group()
    arguments.add_processes(where, "trace stories")
    where.add_argument("--ray", metavar="ADDRESS", help="trace stories on the Ray cluster at this address")


def run(options: argparse.Namespace) -> int:
    """Traces the store and writes what the options ask for; 0, or 1 when there is nothing to trace."""
    from reportedly.store.database import Store

    if not _traced(options):
        tell(f"{options.store} holds no articles; put some in with: reportedly add")
        return 1
    with Store.open(options.store, read_only=True) as store:
        trace, claim = _asked(options, store)
        if options.form == "html":
            return _write_pages(options, trace, store)
        people = options.form is None
        with open_output(options.output, for_people=people and options.output is None) as output:
            if (people and options.output is not None) or options.form == "json":
                chosen = trace if claim is None else _of_claim(trace, claim)
                output.write(json.dumps(encode(chosen), ensure_ascii=False, allow_nan=False, indent=2) + "\n")
            elif claim is not None:
                from reportedly.render.claims_terminal import render_claim

                readings = _readings(store, _articles_of(claim, trace))
                output.write(render_claim(claim, trace, readings, width=output.width, colour=output.colour))
            else:
                from reportedly.render.claims_terminal import render_trace

                statuses = _statuses(store, trace)
                output.write(render_trace(trace, _copies(store), statuses, width=output.width, colour=output.colour))
                if turns := _turns(store, trace):
                    from reportedly.cli.answered import render_turns

                    output.write(render_turns(turns, width=output.width, colour=output.colour))
    return 0


def _traced(options: argparse.Namespace) -> bool:
    """Whether the store holds anything; then all of it is traced."""
    from reportedly.store.database import Store
    from reportedly.trace.updating import bring_up_to_date, is_up_to_date

    with Store.open(options.store, read_only=True) as store:  # a reader needs no right to write where nothing is new
        if not store.article_ids():
            return False
        if is_up_to_date(store):
            return True
    with Store.open(options.store) as store, Aside(options.processes) as beside:
        if options.ray is not None:
            from reportedly.batch.running import each_on

            each: Each = each_on(options.ray)
        elif options.processes > 1 and len(store.article_ids()) > FEW:
            each = beside.each
        else:
            each = here
        bring_up_to_date(store, each)
    return True


def _asked(options: argparse.Namespace, store: Store) -> tuple[Trace, Claim | None]:
    """As much of the trace as is asked for: all, one story, or one claim with those that contradict it."""
    from reportedly.store.traced import kept_trace, story_of_claim

    if options.claim:
        id = _full(options.claim, store, "claim")
        story = [found] if (found := story_of_claim(store, id)) else []
        if options.form == "html":
            return kept_trace(store, story), None
        rows = store.query("select other from contradiction where claim = $id order by place", {"id": id})
        trace = kept_trace(store, story, claims=[id, *(other for (other,) in rows)], made_from=True)
        return trace, next(claim for claim in trace.claims if claim.id == id)
    if options.story:
        return kept_trace(store, [_full(options.story, store, "story")]), None
    return kept_trace(store), None


def _of_claim(trace: Trace, claim: Claim) -> Trace:
    """What the trace says of one claim."""
    articles = {told.article for told in claim.statements}
    derivations = tuple(made for made in trace.derivations if {made.from_, made.to} <= articles)
    return replace(trace, claims=(claim,), derivations=derivations)


def _full(id: str, store: Store, what: Literal["claim", "story"]) -> str:
    """The whole id of the one that is called so, or so from the beginning; Misused, with those called nearly so."""
    begun: list[str] = [
        other
        for (other,) in store.query(f"select id from {what} where starts_with(id, $id) order by place", {"id": id})
    ]
    if id in begun:
        return id
    if len(begun) == 1:
        return begun[0]  # as much of an id as tells it from the others
    every = [] if begun else [other for (other,) in store.query(f"select id from {what} order by place")]
    near = begun[:NEAR] or get_close_matches(id, every, n=NEAR, cutoff=0.5)
    do = f"did you mean {' or '.join(near)}?" if near else "see the ids with: reportedly trace STORE"
    raise Misused(f"there is no {what} {id!r}; {do}")


def _articles_of(claim: Claim, trace: Trace) -> list[str]:
    """Articles that the tree of a claim shows: those that tell it, those they were made from, those against it."""
    told = [statement.article for statement in claim.statements]
    upstream = [made.from_ for made in trace.derivations if made.to in told]
    against = [
        statement.article for other in trace.claims if other.id in claim.contradicts for statement in other.statements
    ]
    return list(
        dict.fromkeys([*told, *claim.first_report, *upstream, *against, *(v.against.article for v in claim.variants)])
    )


def _readings(store: Store, articles: Iterable[str]) -> dict[str, Reading]:
    return {id: store.reading(id) for id in articles}


def _copies(store: Store) -> dict[str, Copy]:
    rows = store.query("select id, outlet, published, title from article")
    return {id: Copy(id=id, outlet=outlet, published=published, title=title) for id, outlet, published, title in rows}


def _turns(store: Store, trace: Trace) -> list[Turn]:
    """Who said one thing and later the contrary, in the stories that have contradictions."""
    from reportedly.store.overviews.turns import turns_in

    opposed = {told.article for claim in trace.claims if claim.contradicts for told in claim.statements}
    stories = [story.id for story in trace.stories if not opposed.isdisjoint(story.articles)]
    return [turn for story in stories for turn in turns_in(store, story)]


def _statuses(store: Store, trace: Trace) -> Statuses:
    """The status of every statement that tells a claim."""
    articles = [article for story in trace.stories for article in story.articles]
    rows = store.query(
        """select distinct article.id, telling.statement, status, score from telling
            join statement on statement.article = telling.article and statement.id = telling.statement
            join article on article.number = telling.article
            where article.id in (select unnest($articles::varchar[]))""",
        {"articles": articles},
    )
    return {(article, statement): status_of(status, score) for article, statement, status, score in rows}


def _write_pages(options: argparse.Namespace, trace: Trace, store: Store) -> int:
    """The page of the one story that is asked for or that there is, or a folder with the pages of all."""
    stories = trace.stories
    if options.output is not None and _is_folder(options.output, one=bool(options.story or options.claim)):
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


def _is_folder(path: str, *, one: bool) -> bool:
    """Whether a name is that of a folder of pages: of all stories, unless it is that of a page."""
    if path.endswith(("/", os.sep)) or Path(path).is_dir():
        return True
    return not one and not Path(path).exists() and Path(path).suffix.lower() not in (".html", ".htm")


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
