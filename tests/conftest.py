"""Fixtures and the marks that many tests share."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import settings

from evaluation.corpora import SHARED
from reportedly.records import Article, Reading
from tests.byhand import small_article, small_reading

ROOT = Path(__file__).parent.parent

settings.register_profile("house", settings.default, deadline=None)  # a busy machine is no failure
settings.load_profile("house")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Skips what reads ../shared where there is none: the corpora are never committed here."""
    if SHARED.is_dir():
        return
    skip = pytest.mark.skip(reason="reads ../shared, which is not beside this checkout")
    for item in items:
        if item.get_closest_marker("shared"):
            item.add_marker(skip)


@pytest.fixture(scope="session")
def root() -> Path:
    """The top of the repository."""
    return ROOT


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of corpora beside the repository; for tests marked `shared`."""
    return SHARED


@pytest.fixture
def article() -> Article:
    """A small article, built by hand."""
    return small_article()


@pytest.fixture
def reading() -> Reading:
    """The reading of the small article, with a record of every kind."""
    return small_reading()
