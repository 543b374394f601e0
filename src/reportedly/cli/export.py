"""`reportedly export`: a store, in the formats of other programs."""

from __future__ import annotations

import argparse
from collections.abc import Callable

from reportedly.cli.told import tell

FORMATS = {
    "csv": "a folder of CSV tables",
    "parquet": "a folder of Parquet tables",
    "jsonl": "a folder with readings.jsonl and trace.json",
    "graphml": "one file, a network for Gephi",
    "prov": "a folder of W3C PROV documents",
    "ftm": "one file of FollowTheMoney entities, for Aleph",
}
EXAMPLES = """examples:
  reportedly export news.duckdb tables/ --format csv
  reportedly export news.duckdb news.graphml --format graphml
  reportedly export news.duckdb news.ftm.json --format ftm
"""


# argparse gives no public name to what add_subparsers returns
def add_command(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Adds the command to the parser of the command line."""
    parser = commands.add_parser(
        "export",
        help="a store, in the formats of other programs",
        description="Writes all that a store holds in a format of other programs: "
        + "; ".join(f"{name} is {what}" for name, what in FORMATS.items())
        + ".",
        epilog=EXAMPLES,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.set_defaults(run=run)
    parser.add_argument("store", metavar="STORE", help="the file, such as news.duckdb")
    parser.add_argument("out", metavar="OUT", help="the folder or file to write, which is there whole or not at all")
    parser.add_argument("--format", choices=list(FORMATS), required=True, help="what to write")
    parser.add_argument("--replace", action="store_true", help="write over an export of before")


def run(options: argparse.Namespace) -> int:
    """Writes the store as the options say."""
    from reportedly.store.database import Store  # late, as all that needs DuckDB

    write = _writer(options.format)
    with Store.open(options.store, read_only=True) as store:
        write(store, options.out, replace=options.replace)
    tell(f"{options.store} is written to {options.out}")
    return 0


def _writer(form: str) -> Callable[..., None]:
    """What writes this format; MissingExtra where its library is not installed."""
    match form:
        case "csv":
            from reportedly.export.folders import export_csv

            return export_csv
        case "parquet":
            from reportedly.export.folders import export_parquet

            return export_parquet
        case "jsonl":
            from reportedly.export.folders import export_jsonl

            return export_jsonl
        case "graphml":
            from reportedly.export.network import export_graphml

            return export_graphml
        case "prov":
            from reportedly.export.provenance import export_prov

            return export_prov
        case _:
            from reportedly.export.investigation import export_ftm

            return export_ftm
