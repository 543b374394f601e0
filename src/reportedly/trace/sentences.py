"""Where the sentences of an article begin and end, as the trace has them."""

from __future__ import annotations

import re

from reportedly.trace import wording

_SENTENCE_END = re.compile(r"(?<=[.!?])[\"”’»)]*\s+|\n+")


def sentence_cuts(text: str) -> list[tuple[int, int]]:
    """Where each sentence begins and ends."""
    ends = [match.end() for match in _SENTENCE_END.finditer(text)]
    return list(zip([0, *ends], [*ends, len(text)], strict=True))


def sentences(text: str) -> list[tuple[int, int, frozenset[str]]]:
    """The same, with the stems of each."""
    return [
        (start, end, frozenset(wording.stems(wording.tokens(text[start:end])))) for start, end in sentence_cuts(text)
    ]
