"""A desk open on the story that tests/render traces by hand."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from reportedly.store.database import Store
from reportedly.store.tracing import keep_trace
from reportedly.web.app import make_app
from reportedly.web.desk import Desk
from tests.render import traced


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    """A store with five articles, a story, and its claims."""
    with Store.open(tmp_path / "news.duckdb") as store:
        store.add(traced.readings().values())
        keep_trace(store, traced.trace())
        yield store


@pytest.fixture
def client(store: Store) -> Iterator[TestClient]:
    """A browser without a screen, at the desk."""
    with TestClient(make_app(Desk(store)), base_url="http://localhost") as client:
        yield client
