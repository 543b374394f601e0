"""The command line with a stand-in for the reader, which needs no weights: python -m tests.cli.standin read …"""

from __future__ import annotations

import os
import signal
import sys
import time
from collections.abc import Iterable, Iterator
from types import ModuleType

from reportedly.reading.shipped import BEST, EncoderName
from reportedly.records import Actor, Article, Chain, Failure, Link, Reading, Statement


class StandIn:
    """Reads nothing out of any article, or its first line where that ends "(said)".

    One that holds "(slowly)" takes ten minutes, one with "(a moment)" ten milliseconds; "(ends)" ends the process.
    """

    loaded = 0
    encoder: EncoderName = BEST

    @classmethod
    def load(cls, *, encoder: EncoderName = BEST, threads: int = 1) -> StandIn:
        cls.loaded += 1
        cls.encoder = encoder
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
                if "(a moment)" in given.text:
                    time.sleep(0.01)
                if "(bug)" in given.text:
                    _ = 1 / 0
                if "(ends)" in given.text:
                    os.kill(os.getpid(), signal.SIGKILL)
                yield said(given) if "(said)" in given.text else Reading(article=given)


def said(article: Article) -> Reading:
    """A reading in which the outlet says the first line."""
    return Reading(
        article=article,
        actors=(Actor(id="a1", kind="outlet", name=article.outlet or "The Lantern"),),
        statements=(
            Statement(
                id="s1",
                form="indirect",
                content=(article.span(0, article.text.index("(said)")),),
                sourcing="outlet",
                chain=Chain((Link(actor="a1"),)),
                score=0.5,
            ),
        ),
    )


def module() -> ModuleType:
    """A module to stand in for reportedly.reading.reader."""
    made = ModuleType("reportedly.reading.reader")
    made.Reader = StandIn  # type: ignore[attr-defined]
    return made


if __name__ in {"__main__", "__mp_main__"}:  # the second in processes that read side by side
    sys.modules["reportedly.reading.reader"] = module()

if __name__ == "__main__":
    from reportedly.cli import main

    sys.exit(main())
