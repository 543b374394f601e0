"""The command line with a stand-in for the reader, which needs no weights: python -m tests.cli.standin read …"""

from __future__ import annotations

import sys
import time
from collections.abc import Iterable, Iterator
from types import ModuleType

from reportedly.records import Article, Failure, Reading


class StandIn:
    """Reads nothing out of any article. One that holds "(slowly)" takes ten minutes."""

    loaded = 0

    @classmethod
    def load(cls) -> StandIn:
        cls.loaded += 1
        return cls()

    def read_all(self, articles: Iterable[Article | Failure]) -> Iterator[Reading | Failure]:
        for given in articles:
            if isinstance(given, Failure):
                yield given
            elif "(unread)" in given.text:
                yield Failure(id=given.id, source=None, reason="it says so itself")
            else:
                if "(slowly)" in given.text:
                    sys.stderr.write("reading slowly\n")
                    time.sleep(600)
                yield Reading(article=given)


def module() -> ModuleType:
    """A module to stand in for reportedly.reading.reader."""
    made = ModuleType("reportedly.reading.reader")
    made.Reader = StandIn  # type: ignore[attr-defined]
    return made


if __name__ == "__main__":
    from reportedly.cli import main

    sys.modules["reportedly.reading.reader"] = module()
    sys.exit(main())
