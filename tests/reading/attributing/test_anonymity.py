from __future__ import annotations

import pytest

from reportedly.reading.attributing.anonymity import with_anonymity
from reportedly.records import Article
from tests.byhand import attribution, find


@pytest.mark.parametrize(
    ("text", "source", "content"),
    [
        ("Two aides, who asked not to be named, left.", "who", "not to be named"),
        (
            "They asked us not to be identified because the talks are secret. It rained.",
            "They",
            "not to be identified because the talks are secret",
        ),
        ("It rained. The three diplomats asked not to be named.", "The three diplomats", "not to be named"),
        ("Both insisted on anonymity, for fear of the law.", "Both", "anonymity"),
    ],
)
def test_who_asks_not_to_be_named_says_so(text: str, source: str, content: str) -> None:
    (found,) = with_anonymity(Article.of(text), [])
    assert found.source is not None
    assert (found.source.text, [span.text for span in found.content]) == (source, [content])


def test_what_is_read_already_is_not_read_twice() -> None:
    article = Article.of("Two aides, who asked not to be named, left.")
    given = attribution(article, "who", "asked", ["not to be named"])
    assert with_anonymity(article, [given]) == [given]


def test_what_is_read_in_part_is_filled() -> None:
    article = Article.of("The diplomats asked not to be named because the talks are secret.")
    given = attribution(article, None, "asked", ["not"])
    (found,) = with_anonymity(article, [given])
    assert found.source == find(article, "The diplomats")
    assert [span.text for span in found.content] == ["not to be named because the talks are secret"]
