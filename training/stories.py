"""The annotated stories and real articles to learn from, whole and with exact places."""

from __future__ import annotations

from typing import Any

from evaluation.corpora import story_of
from evaluation.gold import stories
from training.written import LABELS, load_written


def all_stories() -> list[dict[str, Any]]:
    """Every story to learn from: those of ../shared/training and our own."""
    return [*map(story_of, stories("training")), *load_written(LABELS)]


def real_articles() -> list[dict[str, Any]]:
    """The real articles to learn from, each a story of its own."""
    return [*map(story_of, stories("real"))]
