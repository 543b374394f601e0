"""`reportedly serve`: the desk, a web page over a store for a newsroom on its own machine or network."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

from reportedly.cli.told import Misused, tell

if TYPE_CHECKING:
    from reportedly.store.database import Store

PORT = 8000
EXAMPLES = """examples:
  reportedly serve news.duckdb
  reportedly serve news.duckdb --new-token "Ada" --rights edit
  reportedly serve news.duckdb --host 0.0.0.0 --name desk.example.org --https
  reportedly serve news.duckdb --host 0.0.0.0 --open
  reportedly serve news.duckdb --watch feeds.opml
"""


# argparse gives no public name to what add_subparsers returns
def add_command(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Adds the command to the parser of the command line."""
    parser = commands.add_parser(
        "serve",
        help="open a store to browsers",
        description="Opens a store to browsers: stories, claims with their origins, contacts, positions, search, and "
        "forms to add articles and to mend what was read wrongly. For this machine alone, unless you say more.",
        epilog=EXAMPLES,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.set_defaults(run=run)
    parser.add_argument("store", metavar="STORE", help="the file, such as news.duckdb; made when there is none")
    where = parser.add_argument_group("where it is reached")
    where.add_argument("--host", default="127.0.0.1", help="the address to open it at; 127.0.0.1 without: this machine")
    where.add_argument("--port", type=int, help=f"the port; {PORT} without, or the next that is free")
    where.add_argument("--name", action="append", default=[], metavar="HOST", help="a name that it is reached by")
    where.add_argument("--https", action="store_true", help="it is reached by https, behind a proxy of yours")
    who = parser.add_argument_group("who may come in from elsewhere")
    who.add_argument("--open", action="store_true", help="everybody may read, without a token")
    who.add_argument("--new-token", metavar="WHOSE", help="make an access token, print it, and end")
    who.add_argument("--rights", choices=["read", "edit"], default="read", help="what the new token allows")
    parser.add_argument("--watch", metavar="FEEDS", help="look after these feeds, as `reportedly watch` does")
    parser.add_argument(
        "--allow-local", action="store_true", help="fetch addresses on this machine and the local network too"
    )


def run(options: argparse.Namespace) -> int:
    """Serves until it is stopped; 0."""
    from reportedly.store.database import Store

    with Store.open(options.store) as store:
        if options.new_token is not None:
            return _make_token(store, options)
        _trace(store)
        _serve(store, options)
    return 0


def _make_token(store: Store, options: argparse.Namespace) -> int:
    from reportedly.store.tokens import new_token

    if not options.new_token.strip():
        raise Misused("a token needs a name: whose is it?")
    print(new_token(store, options.new_token.strip(), options.rights))
    tell("this is shown once; take it back on the page /access of the desk")
    return 0


def _trace(store: Store) -> None:
    from reportedly.trace.updating import bring_up_to_date, is_up_to_date

    if store.article_ids() and not is_up_to_date(store):
        tell("looking where the claims come from, before the desk opens")
        bring_up_to_date(store)


def _serve(store: Store, options: argparse.Namespace) -> None:
    from reportedly.store.tokens import tokens
    from reportedly.web.app import make_app
    from reportedly.web.desk import Desk
    from reportedly.web.serving import LOCAL, bind, rules, serve

    access = rules(options.host, names=tuple(options.name), open_to_read=options.open, https=options.https)
    if not access.local and not options.open and not any(token.ended is None for token in tokens(store)):
        raise Misused(
            "nobody could come in: make a token with --new-token, or say --open to let everybody read; "
            f"at this machine alone it needs neither (--host {min(LOCAL)})"
        )
    opened = bind(options.host, options.port or PORT, exactly=options.port is not None)
    port = opened.getsockname()[1]
    host = options.name[0] if options.name else options.host
    shown = f"[{host}]" if ":" in host else host
    address = f"{'https' if options.https else 'http'}://{shown}{'' if options.https else f':{port}'}/"
    desk = Desk(store)
    app = make_app(desk, access, allow_local=options.allow_local)
    if options.watch is not None:
        from reportedly.watching.opml import feeds_of
        from reportedly.web.watching import Watch

        Watch(desk, app.state.jobs, feeds_of(options.watch), allow_local=options.allow_local).start()
    serve(app, opened, ready=lambda: tell(f"the desk is open at {address} (Ctrl-C closes it)"))
