"""Who wrote the article: the "I" of a column, who is nobody else whom it tells of."""

from __future__ import annotations

import re
from functools import lru_cache

from reportedly.reading.cast.scene import Draft, Reference, Scene
from reportedly.reading.layout.bylines import names_in
from reportedly.records import Article

_THE = re.compile(r"\bthe\b|\W+", re.IGNORECASE)
_ONE = frozenset(("i", "me", "my", "mine", "myself"))
_WITNESSED = re.compile(r"\b(?:saw|see|watch(?:ed)?|heard|hear|found|counted|asked|told|met|offered)\b")


def author_of(article: Article) -> str | None:
    """The only person whom the byline names in full; None where several or none are, or the outlet itself is."""
    names = _named(tuple(article.byline))
    return names[0] if len(names) == 1 and not _same(names[0], article.outlet or "") else None


def speaks_as_author(scene: Scene, reference: Reference) -> bool:
    """Whether an "I" outside all quotations says what its writer thinks; what a reporter saw is the outlet's."""
    if reference.phrase.determiner not in _ONE or not reference.source_of:
        return False
    cues = (cue.text for n in reference.source_of if (cue := scene.attributions[n].cue) is not None)
    return not any(map(_WITNESSED.search, cues))


def is_author(scene: Scene, draft: Draft) -> bool:
    """Whether somebody of whom the text tells is named in its byline."""
    return any(name in draft.names for name in _named(tuple(scene.article.byline)))


@lru_cache(maxsize=64)
def _named(byline: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(name for line in byline for name in names_in(line))


def _same(name: str, other: str) -> bool:
    return _THE.sub("", name).lower() == _THE.sub("", other).lower()
