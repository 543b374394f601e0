"""`reportedly batch`: many articles in, shards of their readings out; on the cores of this machine, or on a cluster."""

from __future__ import annotations

import argparse
from contextlib import ExitStack
from typing import TYPE_CHECKING

from reportedly.cli import arguments
from reportedly.cli.estimate import show_estimate
from reportedly.cli.told import tell
from reportedly.reading.intake.known import Known
from reportedly.render.wording import counted

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reportedly.adding.adding import Estimate
    from reportedly.batch.shards import Done, Shard

EXAMPLES = """examples:
  reportedly batch news.jsonl crawl/ run/
  reportedly batch s3://archive/2024/*.parquet run/ --ray 10.0.0.1:6379
  reportedly add news.duckdb run/
"""


# argparse gives no public name to what add_subparsers returns
def add_command(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Adds the command to the parser of the command line."""
    parser = commands.add_parser(
        "batch",
        help="read very many articles, here or on a cluster",
        description="Reads JSON Lines, Parquet and WARC files into a folder of shards, which `reportedly add` "
        "takes into a store. What is done is not done again, so it can be stopped at any moment and run again.",
        epilog=EXAMPLES,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.set_defaults(run=run)
    parser.add_argument(
        "sources", nargs="+", metavar="IN", help="a file, a folder, a pattern, or such an address of an object store"
    )
    parser.add_argument("out", metavar="OUT", help="the folder of the shards; made when there is none")
    known = parser.add_argument_group("what is known of all the articles, over what they say of themselves")
    known.add_argument("--outlet", help="who published them")
    known.add_argument("--published", metavar="DATE", type=arguments.moment, help="when")
    known.add_argument("--language", choices=["en"], help="they are English, whatever they look like")
    how = parser.add_argument_group("how")
    how.add_argument(
        "--articles", type=arguments.at_least_one, metavar="N", default=250, help="of a shard; without, 250"
    )
    how.add_argument("--sketches", action="store_true", help="make what the trace needs of each article too")
    arguments.add_encoder(how)
    where = how.add_mutually_exclusive_group()
    where.add_argument(
        "--processes",
        type=arguments.at_least_one,
        metavar="N",
        help="how many read side by side; without, and at most, one for each core",
    )
    where.add_argument("--ray", metavar="ADDRESS", help="read on the Ray cluster at this address")


def run(options: argparse.Namespace) -> int:
    """Reads what the options name into shards; 0 all read, 1 some failed or there was nothing to read."""
    from reportedly.batch import apart, running  # late, as all that needs DuckDB

    known = Known(outlet=options.outlet, published=options.published, language=options.language)
    with ExitStack() as shown:
        estimate: Estimate | None = None

        def begun(shards: Sequence[Shard], pending: Sequence[Shard]) -> None:
            nonlocal estimate
            estimate = shown.enter_context(show_estimate(total=sum(shard.size for shard in shards)))
            waiting = {shard.number for shard in pending}
            for shard in shards:
                if shard.number not in waiting:
                    estimate.passed(shard.size)

        def came(shard: Shard, done: Done) -> None:
            read = done.articles - done.failures
            for number in range(done.articles):
                if estimate is not None:
                    estimate.read(shard.size // done.articles, failed=number >= read)

        outcome = running.run(
            options.sources,
            options.out,
            known=known,
            encoder=options.encoder,
            articles=options.articles,
            processes=options.processes,
            cluster=options.ray,
            sketched=options.sketches,
            begun=begun,
            came=came,
            reader=apart.READER,
        )
    for trouble in (*outcome.refused, *outcome.lost):
        tell(trouble)
    read = outcome.articles - outcome.failures
    shards = counted(outcome.shards, "shard")
    tell(f"{read:,} read, {outcome.failures:,} not read, {shards}, {len(outcome.lost):,} of them lost")
    if not outcome.articles and not outcome.lost and not outcome.refused:
        tell("there was no article to read")
        return 1
    return 1 if outcome.failures or outcome.lost or outcome.refused else 0
