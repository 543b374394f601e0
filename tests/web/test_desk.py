"""The store as pages see it: what was found is remembered until something is written, and not only looked up."""

from __future__ import annotations

from pathlib import Path
from threading import Event, Thread

import pytest

from reportedly.store.database import Store
from reportedly.web.desk import Desk
from reportedly.web.jobs import Penned
from tests.byhand import small_article, small_reading


def test_what_was_found_is_remembered_while_others_only_look_things_up(store: Store) -> None:
    desk = Desk(store)
    finds = iter("abc")

    def ask() -> str:
        found: str = desk.remembered("question", lambda: next(finds))
        return found

    penned = Penned(desk)
    assert ask() == "a"
    penned.knows(1, "a.txt")
    penned.held(small_article())
    assert ask() == "a"  # an import that looks up each article first takes no page away
    penned.add([small_reading()], read_by="a reader")
    assert ask() == "b"
    with desk.writing():
        pass
    assert ask() == "c"


def test_what_comes_in_passing_renews_what_was_found_now_and_then(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    now = [100.0]
    monkeypatch.setattr("reportedly.web.desk.monotonic", lambda: now[0])
    desk = Desk(store)
    finds = iter("abcd")

    def ask() -> str:
        found: str = desk.remembered("question", lambda: next(finds))
        return found

    assert ask() == "a"
    with desk.writing(in_passing=True):
        pass
    assert ask() == "b"
    with desk.writing(in_passing=True):
        pass
    assert ask() == "b"  # a delivery goes on
    now[0] += 11
    assert ask() == "c"  # though nothing was written since
    assert ask() == "c"
    with desk.writing(in_passing=True):
        pass
    with desk.writing():  # somebody corrects something
        pass
    assert ask() == "d"


def test_what_one_is_finding_is_not_found_twice(store: Store) -> None:
    desk, began, may_end, found = Desk(store), Event(), Event(), []

    def find() -> str:
        began.set()
        may_end.wait(timeout=10)
        return "found once"

    first = Thread(target=lambda: found.append(desk.remembered("question", find)))
    first.start()
    began.wait(timeout=10)
    second = Thread(target=lambda: found.append(desk.remembered("question", lambda: "found twice")))
    second.start()
    may_end.set()
    first.join()
    second.join()
    assert found == ["found once", "found once"]


def test_what_cannot_be_found_is_asked_for_again(store: Store) -> None:
    desk = Desk(store)

    def fail() -> str:
        raise KeyError("gone")

    with pytest.raises(KeyError):
        desk.remembered("question", fail)
    assert desk.remembered("question", lambda: "found") == "found"


def test_a_desk_that_is_closed_lets_nobody_write(store: Store) -> None:
    desk, written = Desk(store), []

    def write() -> None:
        with desk.writing():
            written.append(1)

    assert desk.close()
    late = Thread(target=write, daemon=True)
    late.start()
    late.join(timeout=0.3)
    assert late.is_alive()
    assert written == []
    desk._pen.release()
    late.join()


def test_whoever_writes_for_long_is_not_waited_for(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("reportedly.web.desk.LONGEST", 0.05)
    desk = Desk(store)
    with desk.writing():
        assert not desk.close()
    assert desk.close()


def test_what_was_written_is_in_the_one_file(store: Store) -> None:
    desk, beside = Desk(store), Path(f"{store.where}.wal")
    with desk.writing(in_passing=True) as whole:
        whole.add([small_reading()])
    assert beside.exists()
    with desk.writing():
        pass
    assert not beside.exists()
