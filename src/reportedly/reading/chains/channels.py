"""Channels by which people speak for themselves: whoever speaks "via Zoom" or "on Facebook" speaks through nobody."""

from __future__ import annotations

import re

from reportedly.reading.cast.nouns import small_words

_CHANNELS = frozenset(small_words("channel"))
_MAKER = re.compile(r"\A(?:microsoft|google|apple|cisco) ")


def is_channel(words: str) -> bool:
    """Whether words name a way to call, write to or post for others, as they do without an article before them."""
    return _MAKER.sub("", words.lower()).replace(" ", "") in _CHANNELS
