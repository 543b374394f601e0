"""The stand-in for the reader, as processes apart load it."""

from __future__ import annotations

from reportedly.reading.shipped import EncoderName
from tests.cli.standin import StandIn

READER = "tests.batch.reads:load"


def load(encoder: EncoderName) -> StandIn:
    return StandIn.load(encoder=encoder)
