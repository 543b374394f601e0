from __future__ import annotations

import json
from pathlib import Path

import pytest

from reportedly import Reader
from reportedly.records.codec import decode_article

STORY = Path(__file__).parents[2] / "examples" / "story.jsonl"

pytestmark = pytest.mark.weights


def test_a_reading_is_the_same_whatever_is_read_beside_it() -> None:
    articles = [decode_article(json.loads(line)) for line in STORY.read_text(encoding="utf-8").splitlines()[:4]]
    reader = Reader.load()
    assert list(reader.read_all(articles)) == [reader.read(article) for article in articles]
