from __future__ import annotations

from datetime import UTC, datetime

import pytest

from reportedly.records import Article
from reportedly.trace.traits import moment


@pytest.mark.parametrize(
    ("published", "hour"),
    [("2031-03-14", 0), ("2031-03-14T10:00:00+01:00", 9), ("0001-01-01T00:00:00+01:00", 0)],
)
def test_when_an_article_was_published_is_known_in_universal_time(published: str, hour: int) -> None:
    when = moment(Article.of("It rained.", published=published))
    assert when is not None
    assert (when.tzinfo, when.hour) == (UTC, hour)
    assert when.date() == datetime.fromisoformat(published).date()
