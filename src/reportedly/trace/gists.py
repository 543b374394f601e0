"""What finding stories needs of an article, in little, and what articles are ordered by."""

from __future__ import annotations

import json
import re
import zlib
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from reportedly.records import Reading
from reportedly.trace.stems import stem_of
from reportedly.trace.traits import Traits

When = tuple[bool, str, str]  # no date, date, id of the article
_YEAR = re.compile("(?:19|20)[0-9]{2}")


@dataclass(frozen=True, slots=True)
class Gist:
    """All that finding stories needs of an article: its words, which of them stand in names, and its date."""

    article: str
    headline: str | None
    when: datetime | None
    counts: Mapping[str, int]
    named: frozenset[str]

    @classmethod
    def of(cls, reading: Reading) -> Gist:
        """The gist of an article."""
        traits = Traits.of(reading)
        words = (word for name in traits.capitalised for word in name.split())
        return cls(
            article=traits.id,
            headline=reading.article.title,
            when=traits.when,
            counts=Counter(stem for stem in traits.stems if stem),
            named=frozenset(stem for word in words if (stem := stem_of(word))) & traits.vocabulary,
        )

    @property
    def year(self) -> int | None:
        """The latest year that an article names which has no date itself; None for all others."""
        if self.when is not None:
            return None
        return max((int(stem) for stem in self.counts if _YEAR.fullmatch(stem)), default=None)

    def packed(self) -> bytes:
        """The gist in few bytes, to be kept beside the reading."""
        when = self.when.isoformat() if self.when else None
        row = [self.article, self.headline, when, dict(sorted(self.counts.items())), sorted(self.named)]
        return zlib.compress(json.dumps(row, ensure_ascii=False).encode("utf-8"))

    @classmethod
    def unpacked(cls, packed: bytes) -> Gist:
        """The gist that was packed."""
        article, headline, when, counts, named = json.loads(zlib.decompress(packed))
        return cls(article, headline, datetime.fromisoformat(when) if when else None, counts, frozenset(named))


def when(gist: Gist) -> When:
    """What articles are ordered by: those with a date first, the earliest before all."""
    return gist.when is None, gist.when.isoformat() if gist.when else "", gist.article
