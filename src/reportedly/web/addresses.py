"""Where things stand on the desk: the address of each page, with whatever an id holds made safe."""

from __future__ import annotations

import re
from urllib.parse import quote

# with more behind it, since it ends as a twin does, or is what browsers take for the folder above
MISTAKEN = re.compile(r"(?:\.json|^\.{1,2})(\.html)*$")
PART = "a"  # what ids on the page of an article begin with


def story(id: str) -> str:
    """The page of a story."""
    return f"/stories/{quote(id, safe='')}"


def claim(id: str) -> str:
    """The page of a claim."""
    return f"/claims/{quote(id, safe='')}"


def entity(id: str) -> str:
    """The page of an entity."""
    return f"/entities/{quote(id, safe='')}"


def article(id: str, statement: int | None = None, query: str = "") -> str:
    """The page of an article, at a statement by its number when one is given."""
    return f"/articles/{_named(id)}" + (query and f"?{query}") + (f"#{PART}s{statement}" if statement else "")


def article_at(id: str, start: int) -> str:
    """The page of an article, at the words that begin there."""
    return f"/articles/{_named(id)}?at={start}"


def _named(id: str) -> str:
    """An id in the address of its page; one that would be taken for another, with `.html` behind it."""
    return quote(id, safe="") + (".html" if MISTAKEN.search(id) else "")
