"""The store as pages see it: what was found is remembered until something is written, and not only looked up."""

from __future__ import annotations

from threading import Thread

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
