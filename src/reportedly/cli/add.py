"""`reportedly add`: articles in, their readings kept in a store; to be stopped at any moment and run again."""

from __future__ import annotations

import argparse
import os
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from reportedly.cli import arguments
from reportedly.cli.estimate import show_estimate
from reportedly.cli.told import tell, tell_failure
from reportedly.reading.intake.inputs import found_inputs
from reportedly.reading.intake.known import Known
from reportedly.reading.intake.sources import size_of_inputs, whole_path
from reportedly.records import Failure

if TYPE_CHECKING:
    from reportedly.adding.adding import Estimate
    from reportedly.batch.shards import Done, Shard

EXAMPLES = """examples:
  reportedly add news.duckdb articles/ pages/*.html dump.jsonl
  reportedly add news.duckdb crawl.warc.gz corpus.parquet
  reportedly add news.duckdb feed.xml https://example.org/rss
  reportedly add news.duckdb run/
"""


# argparse gives no public name to what add_subparsers returns
def add_command(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Adds the command to the parser of the command line."""
    parser = commands.add_parser(
        "add",
        help="read articles into a store",
        description="Reads articles and keeps what they say in a store. What is there already is not read again, so it "
        "can be stopped at any moment and run again.",
        epilog=EXAMPLES,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.set_defaults(run=run)
    parser.add_argument("store", metavar="STORE", help="the file, such as news.duckdb; made when there is none")
    parser.add_argument(
        "sources", nargs="+", metavar="PATH|URL|-", help="all that `reportedly read` takes; what a batch run has read"
    )
    known = parser.add_argument_group("what is known of all the articles, over what they say of themselves")
    known.add_argument("--outlet", help="who published them")
    known.add_argument("--published", metavar="DATE", type=arguments.moment, help="when")
    known.add_argument("--language", choices=["en"], help="they are English, whatever they look like")
    how = parser.add_argument_group("input")
    how.add_argument("--encoding", type=arguments.encoding, help="the encoding of the texts; without, it is found out")
    how.add_argument(
        "--allow-local", action="store_true", help="fetch addresses on this machine and the local network too"
    )
    arguments.add_encoder(how)
    arguments.add_processes(how, "read")


def run(options: argparse.Namespace) -> int:
    """Reads what the options name into the store; 0 all read or there already, 1 some failed."""
    from reportedly.adding.adding import Adding, reader_name  # late, as all that needs DuckDB
    from reportedly.batch.merging import add_shards, is_run
    from reportedly.store.database import Store
    from reportedly.store.entries import Added

    known = Known(outlet=options.outlet, published=options.published, language=options.language)
    sources = [whole_path(source) for source in options.sources]
    with (
        Store.open(options.store) as store,
        show_estimate(total=size_of_inputs(sources)) as estimate,
    ):
        added = Added()
        for folder in filter(is_run, sources):
            added += add_shards(store, folder, tell=_tell, came=partial(_came, estimate))
        inputs = found_inputs(
            [source for source in sources if not is_run(source)],
            known=known,
            encoding=options.encoding,
            allow_local=options.allow_local,
            passing=partial(store.knows, read_by=reader_name(options.encoder)),
            begun=store.retry,
        )
        adding = Adding(store, estimate, encoder=options.encoder, tell=_tell)
        try:
            added += adding.add(inputs, processes=options.processes)
        except KeyboardInterrupt:
            tell("stopped; what was read is kept, and the same command goes on from there")
            raise
    if not any((added.new, added.replaced, added.held, added.failed)):
        tell("there was no article to read")
        return 1
    tell(f"{added.new:,} added, {added.replaced:,} read again, {added.held:,} there already, {added.failed:,} not read")
    return 1 if added.failed else 0


def _came(estimate: Estimate, shard: Shard, done: Done) -> None:
    estimate.passed(shard.size)


def _tell(failure: Failure) -> None:
    """Tells of a failure; files below this folder by their names from here on."""
    tell_failure(replace(failure, source=failure.source and failure.source.removeprefix(f"{Path.cwd()}{os.sep}")))
