from __future__ import annotations

import sys
import time

import pytest

from reportedly.cli import progress
from reportedly.cli.progress import Silence, show_progress


def on_terminal(monkeypatch: pytest.MonkeyPatch, is_terminal: bool) -> None:
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setattr(sys.stderr, "isatty", lambda: is_terminal)


@pytest.mark.parametrize(("terminal", "wanted"), [(False, True), (True, False)])
def test_nothing_is_shown_in_a_pipe_or_where_it_is_not_wanted(
    monkeypatch: pytest.MonkeyPatch, terminal: bool, wanted: bool
) -> None:
    on_terminal(monkeypatch, terminal)
    with show_progress(total=3, wanted=wanted) as shown:
        assert isinstance(shown, Silence)
        shown.one_more(failed=False)


def test_nothing_is_shown_for_short_work(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    on_terminal(monkeypatch, True)
    with show_progress(total=1, wanted=True) as shown:
        shown.one_more(failed=False)
    assert capsys.readouterr() == ("", "")


def test_a_bar_counts_what_is_done(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    on_terminal(monkeypatch, True)
    monkeypatch.setattr(progress, "PATIENCE", 0.01)
    with show_progress(total=3, wanted=True) as shown:
        time.sleep(0.1)
        shown.one_more(failed=False)
        shown.one_more(failed=True)
    out, err = capsys.readouterr()
    assert out == ""
    assert "reading" in err
    assert "2/3" in err
    assert "1 failed" in err
