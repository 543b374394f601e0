"""The command line: `reportedly read`, `add`, `ask` and, in time, a command for each door of the library.

Exit status: 0 all was read, 1 some of it was not, 2 the command was not understood; 130, 141 and 143, as usual,
when it was interrupted, nobody listened to its output any more, or it was told to end.
"""

from __future__ import annotations

import argparse
import os
import signal
import sys
from collections.abc import Sequence
from contextlib import suppress
from typing import NoReturn

from reportedly import __version__
from reportedly.cli import add, ask, batch, correct, export, mcp, read, serve, trace, watch
from reportedly.cli.told import Misused, Unwritten, tell
from reportedly.errors import ReportedlyError

FAILED = 1
MISUSED = 2
INTERRUPTED = 130  # 128 and the number of the signal, as shells have it
NOBODY_LISTENS = 141
TOLD_TO_END = 143


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs the command that the arguments name; returns the exit status."""
    _replace_closed()
    with suppress(ValueError):  # in a thread of another program, which looks after its signals itself
        signal.signal(signal.SIGTERM, _terminate)
    try:
        options = _parse(arguments)
        status: int = options.run(options)
        sys.stdout.flush()
    except Misused as error:
        tell(str(error))
        return MISUSED
    except ReportedlyError as error:
        tell(str(error))
        return FAILED
    except Unwritten as error:
        tell(str(error))
        _drop_output()
        return FAILED
    except KeyboardInterrupt:
        return INTERRUPTED
    except BrokenPipeError:
        _drop_output()
        return NOBODY_LISTENS
    return status


def _parse(arguments: Sequence[str] | None) -> argparse.Namespace:
    """The options; the help and the version are printed here, and told where they cannot be."""
    try:
        return _parser().parse_args(arguments)
    except SystemExit:
        try:
            sys.stdout.flush()
        except OSError as error:
            raise Unwritten(f"the output cannot be written: {error.strerror}") from error
        raise


def _replace_closed() -> None:
    """Puts something in the place of outputs that were closed, which Python has as None.

    What is written to standard output then fails, as on a full disk; what would be told is told to nobody.
    """
    if sys.stdout is None:
        sys.stdout = os.fdopen(os.open(os.devnull, os.O_RDONLY), "w", encoding="utf-8")
    if sys.stderr is None:
        sys.stderr = os.fdopen(os.open(os.devnull, os.O_WRONLY), "w", encoding="utf-8")


def _terminate(number: int, frame: object) -> NoReturn:
    """Ends the program by way of all its `finally`, so that no half file stays behind."""
    sys.exit(TOLD_TO_END)


def _drop_output() -> None:
    """Sends what is left in the buffer of standard output nowhere, or Python complains on its way out."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="reportedly", description="Reads news and keeps a record one can question: who said what."
    )
    parser.add_argument("--version", action="version", version=f"reportedly {__version__}")
    commands = parser.add_subparsers(metavar="COMMAND", required=True)
    read.add_command(commands)
    add.add_command(commands)
    ask.add_command(commands)
    trace.add_command(commands)
    correct.add_command(commands)
    export.add_command(commands)
    serve.add_command(commands)
    mcp.add_command(commands)
    watch.add_command(commands)
    batch.add_command(commands)
    return parser
