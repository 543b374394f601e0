"""`reportedly serve`: the desk, a web page over a store for a newsroom on its own machine or network."""

from __future__ import annotations

import argparse
import os
import re
import sys
import traceback
from pathlib import Path
from typing import TYPE_CHECKING

from reportedly.cli import arguments
from reportedly.cli.told import Misused, tell

if TYPE_CHECKING:
    from reportedly.store.database import Store

PORT = 8000
_HOST = re.compile(r"[A-Za-z0-9](?:[A-Za-z0-9.-]*[A-Za-z0-9])?|[0-9A-Fa-f:]*:[0-9A-Fa-f:.]*")  # a name, or IPv6
NOBODY = (
    "nobody could come in: make a token with --new-token, or say --open to let everybody read; "
    "at this machine alone it needs neither (--host 127.0.0.1)"
)
EXAMPLES = """examples:
  reportedly serve news.duckdb
  reportedly serve news.duckdb --new-token "Ada" --rights edit
  reportedly serve news.duckdb --tokens
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
    where.add_argument("--port", type=arguments.port, help=f"the port; {PORT} without, or the next that is free")
    where.add_argument("--name", action="append", default=[], metavar="HOST", help="a name that it is reached by")
    where.add_argument("--https", action="store_true", help="it is reached by https, behind a proxy of yours")
    who = parser.add_argument_group("who may come in from elsewhere")
    who.add_argument("--open", action="store_true", help="everybody may read, without a token")
    only = who.add_mutually_exclusive_group()
    only.add_argument("--new-token", metavar="WHOSE", help="make an access token, print it, and end")
    only.add_argument("--tokens", action="store_true", help="list the access tokens, and end")
    only.add_argument("--end-token", metavar="ID", help="take the access token with this id back, and end")
    who.add_argument("--rights", choices=["read", "edit"], help="what the new token allows; read, without")
    parser.add_argument("--watch", metavar="FEEDS", help="look after these feeds, as `reportedly watch` does")
    parser.add_argument(
        "--allow-local", action="store_true", help="fetch addresses on this machine and the local network too"
    )


def run(options: argparse.Namespace) -> int:
    """Serves until it is stopped; 0. Whatever cannot be done is refused before the store is traced."""
    from reportedly.store.database import Store

    if options.rights is not None and options.new_token is None:
        raise Misused("--rights is for a new token: name whose it is with --new-token")
    if options.new_token is not None and not options.new_token.strip():
        raise Misused("a token needs a name: whose is it?")
    for name in options.name:
        if not _HOST.fullmatch(name):
            raise Misused(f"{name!r} is no name of a host: give it as desk.example.org, without https:// and port")
    if options.https and not options.name:
        raise Misused("--https is for a desk behind a proxy: give the name that browsers use with --name")
    if (options.tokens or options.end_token is not None) and not Path(options.store).exists():
        raise Misused(f"there is no store {options.store}, and so no token")
    if options.new_token is None and not options.tokens and options.end_token is None:
        _serve(options)
        return 0
    with Store.open(options.store) as store:
        if options.new_token is not None:
            _make_token(store, options)
        elif options.tokens:
            _list_tokens(store)
        else:
            _end_token(store, options.end_token)
    return 0


def _make_token(store: Store, options: argparse.Namespace) -> None:
    from reportedly.store.tokens import new_token

    print(new_token(store, options.new_token.strip(), options.rights or "read"))
    tell("this is shown once; take it back with --end-token, or on the page /access of the desk")


def _list_tokens(store: Store) -> None:
    from reportedly.render.inert import one_line
    from reportedly.store.tokens import tokens

    found = tokens(store)
    for token in found:
        used = f"signed in {token.used:%Y-%m-%d %H:%M}" if token.used else "never signed in"
        ended = f", taken back {token.ended:%Y-%m-%d %H:%M}" if token.ended else ""
        print(f"{token.id}  {token.rights}  {one_line(token.name)}, made {token.made:%Y-%m-%d %H:%M}, {used}{ended}")
    if not found:
        tell("no token was made")


def _end_token(store: Store, id: str) -> None:
    from reportedly.store.tokens import end_token

    if not end_token(store, id):
        raise Misused(f"there is no token {id} to take back; --tokens lists those that there are")
    tell(f"the token {id} is taken back")


def _trace(store: Store) -> None:
    from reportedly.trace.updating import bring_up_to_date, is_up_to_date

    if store.article_ids() and not is_up_to_date(store):
        tell("looking where the claims come from, before the desk opens")
        bring_up_to_date(store)


def _serve(options: argparse.Namespace) -> None:
    """Opens the store, which is made when there is none, once nothing but its tokens can be in the way."""
    from reportedly.store.database import Store
    from reportedly.store.tokens import tokens
    from reportedly.watching.opml import feeds_of
    from reportedly.web.app import make_app
    from reportedly.web.desk import Desk
    from reportedly.web.serving import bind, rules, serve
    from reportedly.web.watching import Watch

    access = rules(options.host, names=tuple(options.name), open_to_read=options.open, https=options.https)
    needs_token = not access.local and not options.open
    if needs_token and not Path(options.store).exists():
        raise Misused(NOBODY)
    feeds = feeds_of(options.watch) if options.watch is not None else None
    with (
        bind(options.host, options.port or PORT, exactly=options.port is not None) as opened,
        Store.open(options.store) as store,
    ):
        if needs_token and not any(token.ended is None for token in tokens(store)):
            raise Misused(NOBODY)
        port = opened.getsockname()[1]
        host = options.name[0] if options.name else options.host
        shown = f"[{host}]" if ":" in host else host
        address = f"{'https' if options.https else 'http'}://{shown}{'' if options.https else f':{port}'}/"
        _trace(store)
        desk = Desk(store)
        app = make_app(desk, access, allow_local=options.allow_local)
        if feeds is not None:
            Watch(desk, app.state.jobs, feeds, allow_local=options.allow_local).start()
        try:
            serve(app, opened, ready=lambda: tell(f"the desk is open at {address} (Ctrl-C closes it)"))
        finally:  # by a signal, most often
            # a store is not closed under a thread that writes to it; what is not whole does not count
            if not desk.close():
                store.beside().settle()
                os._exit(_status(sys.exception()))


def _status(ended: BaseException | None) -> int:
    """What the program ends with, where it must end at once: as it would have."""
    if isinstance(ended, KeyboardInterrupt):
        return 130
    if ended is None or isinstance(ended, SystemExit):
        code = None if ended is None else ended.code
        return code if isinstance(code, int) else int(code is not None)
    traceback.print_exception(ended)
    return 1
