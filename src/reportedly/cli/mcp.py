"""`reportedly mcp`: the questions of a store for assistants that speak the Model Context Protocol."""

from __future__ import annotations

import argparse

EXAMPLES = """examples:
  reportedly mcp news.duckdb
"""


# argparse gives no public name to what add_subparsers returns
def add_command(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Adds the command to the parser of the command line."""
    parser = commands.add_parser(
        "mcp",
        help="answer an assistant's questions to a store",
        description="Answers the questions of an assistant that speaks the Model Context Protocol, over standard input "
        "and output. It reads only. Name this command in the settings of the assistant.",
        epilog=EXAMPLES,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.set_defaults(run=run)
    parser.add_argument("store", metavar="STORE", help="the file, such as news.duckdb")


def run(options: argparse.Namespace) -> int:
    """Answers until its input ends; 0."""
    from reportedly.assistant.serving import make_server
    from reportedly.store.database import Store

    with Store.open(options.store, read_only=True) as store:
        make_server(store).run("stdio")
    return 0
