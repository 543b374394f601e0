"""The desk in a real browser: Chromium without a screen, where there is one."""

from __future__ import annotations

import os
import shutil
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Error, Page, sync_playwright

from reportedly.store.database import Store
from reportedly.trace.updating import update_trace
from reportedly.web.access import Access
from reportedly.web.app import make_app
from reportedly.web.desk import Desk
from reportedly.web.serving import bind, serve

CHROMIUM = os.environ.get("CHROMIUM") or next(
    filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None
)
ARGUMENTS = [
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync",
]  # fmt: skip


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Skips what needs a browser where none can be had."""
    if CHROMIUM is None:
        skip = pytest.mark.skip(reason="needs Chromium: install it, or name it in CHROMIUM")
        for item in items:
            if "tests/browser" in item.nodeid:
                item.add_marker(skip)


@pytest.fixture(scope="session")
def address(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Where a desk is open on the example stories, read by the shipped reader."""
    from reportedly.adding.adding import Adding
    from reportedly.cli.estimate import show_estimate
    from reportedly.reading.intake.inputs import found_inputs

    with Store.open(tmp_path_factory.mktemp("browser") / "news.duckdb") as store:
        with show_estimate(total=None) as estimate:
            adding = Adding(store, estimate, tell=lambda failure: None)
            adding.add(found_inputs([str(root / "examples" / "story.jsonl")]), processes=1)
        update_trace(store)
        opened = bind("127.0.0.1", 0, exactly=True)
        ready = threading.Event()
        app = make_app(Desk(store), Access())
        threading.Thread(target=serve, args=(app, opened), kwargs={"ready": ready.set}, daemon=True).start()
        assert ready.wait(30)
        yield f"http://127.0.0.1:{opened.getsockname()[1]}"
        time.sleep(0.1)  # what was asked last is answered


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """The browser, started once."""
    with sync_playwright() as playwright:
        try:
            browser = playwright.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
        except Error as error:
            pytest.skip(f"the browser does not start: {error}")
        yield browser
        browser.close()


@pytest.fixture
def page(browser: Browser, address: str) -> Iterator[Page]:
    """A window on the desk, in which nothing may go wrong unseen."""
    trouble: list[str] = []
    page = browser.new_page(base_url=address, viewport={"width": 1280, "height": 900})
    page.on("console", lambda message: trouble.append(message.text) if message.type == "error" else None)
    page.on("pageerror", lambda error: trouble.append(str(error)))
    page.on("request", lambda request: None if request.url.startswith(address) else trouble.append(request.url))
    yield page
    page.close()
    assert trouble == []
