from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from reportedly.cli import main
from reportedly.store.database import Store
from reportedly.store.traced import untraced
from tests.reading.server import Site, serve
from tests.watching.test_watcher import WORDS, feed


@pytest.fixture
def site() -> Iterator[Site]:
    with serve() as site:
        yield site


@pytest.mark.weights
def test_what_is_new_is_read_and_traced_and_a_second_round_has_nothing_to_do(site: Site, tmp_path: Path) -> None:
    url = site.page("/rss", feed(("One", site.url("/1"), WORDS * 8)), "application/rss+xml")
    feeds, path = tmp_path / "feeds.txt", tmp_path / "news.duckdb"
    feeds.write_text(url)
    command = ["watch", str(path), str(feeds), "--once", "--allow-local", "--pause", "0", "--processes", "1"]
    assert main(command) == 0
    assert main(command) == 0
    with Store.open(path, read_only=True) as store:
        assert len(store.article_ids()) == 1
        assert untraced(store) == []
    assert [request["path"] for request in site.requests] == ["/robots.txt", "/rss"]  # it was not due again


@pytest.mark.parametrize("option", [("--pause", "-1"), ("--pause", "nan"), ("--metrics", "99999"), ("--metrics", "0")])
def test_numbers_that_are_none_are_misuse(tmp_path: Path, option: tuple[str, str]) -> None:
    with pytest.raises(SystemExit, match="2"):
        main(["watch", str(tmp_path / "news.duckdb"), "feeds.txt", *option])


def test_a_list_without_feeds_is_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    feeds = tmp_path / "feeds.opml"
    feeds.write_text("<opml/>")
    assert main(["watch", str(tmp_path / "news.duckdb"), str(feeds), "--once"]) == 1
    assert "there is no feed in this list" in capsys.readouterr().err
