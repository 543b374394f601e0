"""What sort of outlet one is, and its name before it: "the Sarn Ledger newspaper"."""

from __future__ import annotations

import re

from reportedly.reading.cast.nouns import Noun, country, known_kind, qualifies

_OUTLET_SORT = re.compile(  # behind a name
    r"(?<=\w) (?:newspaper|web ?site|magazine|broadcaster|news (?:agency|site|portal)|(?:TV|television|news|radio) "
    r"(?:channel|station))\Z"
)


def is_outlet_sort(head: Noun | None) -> bool:
    """Whether a noun tells what sort of outlet one is ("newspaper", "agency")."""
    return head is not None and (head.kind == "outlet" or "outlet" in head.marks)


def without_sort(name: str) -> str:
    """The name without the sort; all of it where the rest says where the outlet is from ("the Berlin newspaper")."""
    sort = _OUTLET_SORT.search(name)
    return name if sort is None or _tells_where(name[: sort.start()]) else name[: sort.start()]


def _tells_where(name: str) -> bool:
    """Whether a name is a place's or says where something is from."""
    return country(name) is not None or qualifies(name) or known_kind(name) in ("place", "government")
