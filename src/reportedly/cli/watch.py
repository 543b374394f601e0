"""`reportedly watch`: feeds looked after for months; what is new is read into a store, and traced."""

from __future__ import annotations

import argparse
import logging
import sys
import time
from typing import TYPE_CHECKING

from reportedly.cli import arguments
from reportedly.cli.told import Misused, tell
from reportedly.errors import ReportedlyError
from reportedly.records import Failure

if TYPE_CHECKING:
    from reportedly.store.database import Store
    from reportedly.store.entries import Added
    from reportedly.watching.counts import Counts
    from reportedly.watching.watcher import Watcher

GLANCE = 60.0  # seconds: a clock that is set, or a machine that slept, is noticed by then
AFTER_TROUBLE = 60.0
METRICS = 9464
EXAMPLES = """examples:
  reportedly watch news.duckdb feeds.opml
  reportedly watch news.duckdb feeds.txt --once
  reportedly watch news.duckdb feeds.opml --metrics 9464 --log json
"""
log = logging.getLogger("reportedly.watch")


# argparse gives no public name to what add_subparsers returns
def add_command(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Adds the command to the parser of the command line."""
    parser = commands.add_parser(
        "watch",
        help="look after feeds: what is new is read and traced",
        description="Asks feeds for what is new, politely: only for what has changed, each site with pauses, as its "
        "robots.txt wants, ever less often where there is no news or no answer. Reads what is new into a store and "
        "brings its trace up to date. To be stopped at any moment, and started again.",
        epilog=EXAMPLES,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.set_defaults(run=run)
    parser.add_argument("store", metavar="STORE", help="the file, such as news.duckdb; made when there is none")
    parser.add_argument("feeds", metavar="FEEDS", help="an OPML file, or a text with the address of a feed a line")
    parser.add_argument("--once", action="store_true", help="ask the feeds that are due, then end")
    parser.add_argument(
        "--pause",
        type=arguments.seconds,
        metavar="SECONDS",
        default=2.0,
        help="between two requests to one site; 2 without",
    )
    parser.add_argument(
        "--metrics",
        type=arguments.port,
        metavar="PORT",
        help="open /metrics for Prometheus on this port of this machine",
    )
    parser.add_argument(
        "--log", choices=["text", "json"], help="how events are told on standard error; text on a terminal, else json"
    )
    parser.add_argument(
        "--allow-local", action="store_true", help="fetch addresses on this machine and the local network too"
    )
    arguments.add_encoder(parser)
    arguments.add_processes(parser, "read")


def run(options: argparse.Namespace) -> int:
    """Watches until it is stopped; after `--once` 0, or 1 where something could not be read; 1 when all are gone."""
    from reportedly.adding.adding import reader_name
    from reportedly.store.database import Store
    from reportedly.watching.counts import Counts
    from reportedly.watching.memory import InStore
    from reportedly.watching.opml import feeds_of
    from reportedly.watching.watcher import Watcher

    feeds = feeds_of(options.feeds)
    _open_log(options.log)
    counts = Counts()
    if options.metrics is not None:
        try:
            counts.serve(options.metrics)
        except OSError as error:
            raise Misused(f"the port {options.metrics} cannot be opened ({error.strerror}); give another") from error
    with Store.open(options.store) as store:
        watcher = Watcher(
            InStore(store),
            feeds,
            counts,
            read_by=reader_name(options.encoder),
            allow_local=options.allow_local,
            pause=options.pause,
        )
        log.info("watching", extra={"feeds": len(feeds), "store": options.store})
        if options.once:
            return 0 if _all_came(store, watcher, counts, options) else 1
        while True:
            came = _round(store, watcher, counts, options)
            left = watcher.seconds_left()
            if left is None:
                return _tell_gone()
            time.sleep(max(AFTER_TROUBLE, left) if came is None else min(left, GLANCE))


def _all_came(store: Store, watcher: Watcher, counts: Counts, options: argparse.Namespace) -> bool:
    """Asks the feeds that are due once; whether each answered, and all that they have could be read."""
    rounds = [_round(store, watcher, counts, options)]
    while watcher.busy:
        rounds.append(_round(store, watcher, counts, options, asking=False))
    if watcher.seconds_left() is None:
        _tell_gone()
    well = not any(feed.failures or feed.gone for feed in watcher.feeds.values())
    return well and not any(added is None or added.failed for added in rounds)


def _tell_gone() -> int:
    tell("all feeds are gone; give others")
    return 1


def _round(
    store: Store, watcher: Watcher, counts: Counts, options: argparse.Namespace, *, asking: bool = True
) -> Added | None:
    """Reads what is new and traces it; None where something stood in the way, which is told and tried again."""
    from datetime import UTC, datetime

    from reportedly.adding.adding import Adding
    from reportedly.trace.updating import bring_up_to_date

    try:
        adding = Adding(store, _Uncounted(), encoder=options.encoder, tell=_log_failure)
        added = adding.add(watcher.news(asking=asking), processes=options.processes)
        counts.added(new=added.new, replaced=added.replaced, held=added.held, failed=added.failed)
        if added.new or added.replaced:
            started = time.monotonic()
            bring_up_to_date(store)
            seconds = time.monotonic() - started
            counts.traced(seconds)
            log.info("traced", extra={"new": added.new, "failed": added.failed, "seconds": round(seconds, 2)})
    except ReportedlyError as error:
        watcher.broken_off()
        log.error("a round ended early", extra={"reason": str(error)})
        return None
    finally:
        counts.round(watcher.feeds, datetime.now(UTC))
    return added


def _log_failure(failure: Failure) -> None:
    log.warning("not read", extra={"source": failure.source or failure.id, "reason": failure.reason})


class _Uncounted:
    """Nobody waits for an end that there is not."""

    def passed(self, size: int) -> None:
        """Nothing."""

    def read(self, size: int, *, failed: bool) -> None:
        """Nothing."""


def _open_log(form: str | None) -> None:
    from reportedly.watching.lines import JsonLines, ShortLines

    text = form == "text" or (form is None and sys.stderr.isatty())
    lines = logging.StreamHandler()
    lines.setFormatter(ShortLines() if text else JsonLines())
    log.handlers = [lines]
    log.setLevel(logging.INFO)
    log.propagate = False
