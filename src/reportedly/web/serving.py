"""The desk open to browsers: the only user of uvicorn."""

from __future__ import annotations

import socket
import sys
from collections.abc import Callable

import uvicorn
from fastapi import FastAPI

from reportedly.errors import BadInput
from reportedly.web.access import LOCAL_NAMES, Access

AT_ONCE = 200  # requests that are answered at one time; more are told to come again
IDLE = 15  # seconds that a connection may be silent between two requests
SWITCHED = 0.0005  # seconds: a long page, or a trace, gives way to short pages between their questions
LOCAL = frozenset({"127.0.0.1", "::1", "localhost"})
EVERYWHERE = frozenset({"0.0.0.0", "::"})


def bind(host: str, port: int, *, exactly: bool) -> socket.socket:
    """A socket on this port or, unless it must be `exactly` this one, on the next that is free; BadInput."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    for candidate in (port,) if exactly else (*range(port, port + 20), 0):
        opened = socket.socket(family, socket.SOCK_STREAM)
        opened.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            opened.bind((host, candidate))
        except OSError as error:
            opened.close()
            if exactly or candidate == 0:
                raise BadInput(
                    f"port {port} of {host} cannot be opened ({error.strerror})", do="give another with --port"
                ) from error
        else:
            opened.set_inheritable(True)
            return opened
    raise AssertionError("the system gives a port when none is asked for")


def rules(host: str, *, names: tuple[str, ...], open_to_read: bool, https: bool) -> Access:
    """The rules of a desk that is bound to this host and reached by these names too.

    One that is bound to this machine, and has no other name, is for this machine; any other asks for tokens, or is open
    to read. Bound to every address, without a name, it is reached by any.
    """
    if host in LOCAL and not names and not open_to_read:
        return Access()
    known = frozenset(names) | (LOCAL_NAMES if host in LOCAL else frozenset({host}))
    everywhere = host in EVERYWHERE and not names
    return Access(local=False, open_to_read=open_to_read, names=frozenset() if everywhere else known, secure=https)


def serve(app: FastAPI, opened: socket.socket, *, ready: Callable[[], None]) -> None:
    """Answers until it is told to end; `ready` is called when it does."""
    sys.setswitchinterval(SWITCHED)
    config = uvicorn.Config(
        app,
        log_level="warning",
        access_log=False,
        limit_concurrency=AT_ONCE,
        timeout_keep_alive=IDLE,
        timeout_graceful_shutdown=5,
        proxy_headers=False,
        server_header=False,
    )

    class Told(uvicorn.Server):
        async def startup(self, sockets: list[socket.socket] | None = None) -> None:
            await super().startup(sockets=sockets)
            ready()

        async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
            app.state.jobs.end()  # before the open requests are waited for: some wait for these
            await super().shutdown(sockets=sockets)

    Told(config).run(sockets=[opened])
