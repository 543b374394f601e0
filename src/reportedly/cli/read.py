"""`reportedly read`: articles in, a page for people or JSON for programs out."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from itertools import chain, islice
from typing import TYPE_CHECKING

from reportedly.cli import arguments
from reportedly.cli.output import Output, open_output
from reportedly.cli.progress import show_progress
from reportedly.cli.told import Misused, tell, tell_failure
from reportedly.reading.intake.inputs import read_inputs
from reportedly.reading.intake.known import Known
from reportedly.reading.intake.sources import count_inputs, is_among
from reportedly.reading.shipped import BEST, EncoderName
from reportedly.records.article import Article
from reportedly.records.codec import encode, render_line
from reportedly.records.reading import Failure, Reading

if TYPE_CHECKING:
    from reportedly.cli.tables import Tables

Result = Reading | Failure

EXAMPLES = """examples:
  reportedly read article.txt --outlet UNN --published 2025-04-24
  reportedly read page.html --json -o reading.json
  reportedly read news/ --html -o news.html
  cat article.txt | reportedly read - --jsonl
  reportedly read articles.jsonl --jsonl > readings.jsonl
  reportedly read news/ --ics -o meetings.ics
  reportedly read news/ --csv tables/
  reportedly read https://example.org/news/1
"""


# argparse gives no public name to what add_subparsers returns
def add_command(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Adds the command to the parser of the command line."""
    parser = commands.add_parser(
        "read",
        help="who said what, through which chain",
        description="Reads articles: who said what, through which chain. Works offline, but for addresses.",
        epilog=EXAMPLES,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.set_defaults(run=run)
    parser.add_argument(
        "sources",
        nargs="+",
        metavar="PATH|URL|-",
        help="a text, HTML, JSON, JSON Lines, Parquet, WARC or feed file; a folder; an address; - for the input",
    )
    known = parser.add_argument_group("what is known of the article, over what it says of itself")
    known.add_argument("--outlet", help="who published it")
    known.add_argument(
        "--published", metavar="DATE", type=arguments.moment, help="when, as 2025-04-24 or 2025-04-24T18:30:00Z"
    )
    known.add_argument("--byline", action="append", default=[], metavar="NAME", help="who wrote it; may be repeated")
    known.add_argument("--title", help="its headline (of one article)")
    known.add_argument("--url", help="its address (of one article)")
    known.add_argument("--id", help="its id (of one article)")
    known.add_argument("--language", choices=["en"], help="it is English, whatever it looks like")
    how = parser.add_argument_group("input")
    how.add_argument("--encoding", type=arguments.encoding, help="the encoding of the text; without, it is found out")
    how.add_argument(
        "--allow-local", action="store_true", help="fetch addresses on this machine and the local network too"
    )
    arguments.add_encoder(how)
    output = parser.add_argument_group("output")
    form = output.add_mutually_exclusive_group()
    form.add_argument("--json", action="store_const", dest="form", const="json", help="one reading as JSON")
    form.add_argument(
        "--jsonl", action="store_const", dest="form", const="jsonl", help="a line of JSON for each article"
    )
    form.add_argument(
        "--html", action="store_const", dest="form", const="html", help="one HTML page that needs no other"
    )
    form.add_argument(
        "--ics", action="store_const", dest="form", const="ics", help="a calendar file of the contacts to come"
    )
    form.add_argument("--csv", metavar="DIR", help="a folder of CSV tables, one for each kind of record")
    output.add_argument("-o", "--output", metavar="FILE", help="write there; all of it or nothing")


def run(options: argparse.Namespace) -> int:
    """Reads what the options name and writes it as they say; 0 all read, 1 some failed."""
    known = Known(
        id=options.id,
        outlet=options.outlet,
        url=options.url,
        published=options.published,
        title=options.title,
        byline=tuple(options.byline),
        language=options.language,
    )
    inputs = read_inputs(options.sources, known=known, encoding=options.encoding, allow_local=options.allow_local)
    if options.form == "json":
        inputs = _only(inputs)
    if options.csv is not None and options.output is not None:
        raise Misused("--csv names the folder that it writes to; leave --output out")
    if options.output is not None and is_among(options.output, options.sources):
        raise Misused(f"{options.output} is one of the files that are read; name another to write to")
    people = options.form is None and options.csv is None
    counts = {Reading: 0, Failure: 0}
    # a bar beside pages on the same terminal would be in their way
    waiting = (options.output or options.csv) is not None or not (people and sys.stdout.isatty())
    with (
        _open(options, people) as write,
        show_progress(total=count_inputs(options.sources), wanted=waiting) as progress,
    ):

        def counted() -> Iterator[Result]:
            for result in read_articles(inputs, options.encoder):
                counts[type(result)] += 1
                progress.one_more(failed=isinstance(result, Failure))
                if isinstance(result, Failure):
                    tell_failure(result)
                yield result

        write(counted())
    return _status(counts[Reading], counts[Failure], stream=options.form == "jsonl")


def read_articles(inputs: Iterator[Article | Failure], encoder: EncoderName = BEST) -> Iterator[Result]:
    """The reading of each article; failures pass through. The encoder is loaded for the first article only."""
    for given in inputs:
        if isinstance(given, Failure):
            yield given
        else:
            from reportedly.reading.reader import Reader  # late: numpy and the runtime, half of a cold start

            yield from Reader.load(encoder=encoder).read_all(chain([given], inputs))


@contextmanager
def _open(options: argparse.Namespace, people: bool) -> Iterator[Callable[[Iterator[Result]], None]]:
    """What writes the results in the form that the options ask for, its file or folder open."""
    if options.csv is not None:
        from reportedly.cli.tables import open_tables

        with open_tables(options.csv) as tables:
            yield lambda results: _write_rows(results, tables)
    else:
        with open_output(options.output, for_people=people) as output:
            yield lambda results: _write(options.form, results, output)


def _write_rows(results: Iterator[Result], tables: Tables) -> None:
    for result in results:
        tables.write(result)


def _write(form: str | None, results: Iterator[Result], output: Output) -> None:
    if form == "html":
        from reportedly.render.page import render_html

        output.write(render_html(list(results)))
    elif form == "ics":
        from reportedly.render.calendar import render_calendar

        output.write(render_calendar([result for result in results if isinstance(result, Reading)]))
    elif form == "json":
        for result in results:
            output.write(json.dumps(encode(result), ensure_ascii=False, allow_nan=False, indent=2) + "\n")
    elif form == "jsonl":
        for result in results:
            output.write(render_line(result) + "\n")
    else:
        _write_pages(results, output)


def _write_pages(results: Iterator[Result], output: Output) -> None:
    from reportedly.render.terminal import render_terminal

    between = ""
    for result in results:
        if isinstance(result, Reading):
            output.write(between + render_terminal(result, width=output.width, colour=output.colour))
            between = "\n"


def _only(inputs: Iterator[Article | Failure]) -> Iterator[Article | Failure]:
    """The one input there is; Misused when there are more."""
    given = list(islice(inputs, 2))
    if len(given) > 1:
        raise Misused("--json writes one reading, and there are more articles; use --jsonl, a line for each")
    return iter(given)


def _status(read: int, failed: int, *, stream: bool) -> int:
    if not read and not failed and not stream:
        tell("there was no article to read")
        return 1
    if failed and read + failed > 1:
        tell(f"{failed:,} of {read + failed:,} articles could not be read")
    return 1 if failed else 0
