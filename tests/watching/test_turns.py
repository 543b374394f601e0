from __future__ import annotations

import subprocess
import sys
import threading
import time
from functools import partial

import pytest

from reportedly.watching.turns import SIDE_BY_SIDE, Turns


def test_a_site_has_one_at_a_time_in_their_order_and_others_go_on() -> None:
    turns: Turns[str] = Turns()
    held = threading.Event()

    def slowly() -> str:
        held.wait(10)
        return "first"

    turns.add("https://a.example", slowly)
    turns.add("https://a.example", lambda: "second")
    turns.add("https://b.example", lambda: "other")
    assert turns.take(5) == "other"
    assert turns.take(0.05) is None
    held.set()
    assert [turns.take(5), turns.take(5)] == ["first", "second"]
    assert not turns


def test_a_site_with_much_work_lets_others_come_first() -> None:
    turns: Turns[str] = Turns()
    one_is_done, all_are = threading.Event(), threading.Event()

    def busily(may_end: threading.Event) -> str:
        may_end.wait(10)
        return "busy"

    for site in range(SIDE_BY_SIDE):
        for _ in range(4):
            turns.add(f"https://{site}.example", partial(busily, all_are if site else one_is_done))
    turns.add("https://last.example", lambda: "last")
    one_is_done.set()
    assert [turns.take(5), turns.take(5)] == ["busy", "last"]
    all_are.set()


def test_what_goes_wrong_in_it_comes_out_of_it() -> None:
    turns: Turns[float] = Turns()
    turns.add("https://a.example", lambda: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        turns.take(5)


def test_a_program_that_ends_waits_for_none() -> None:
    code = "import time; from reportedly.watching.turns import Turns; t = Turns(); t.add('a', lambda: time.sleep(60))"
    began = time.monotonic()
    subprocess.run([sys.executable, "-c", f"{code}; t.take(0.1)"], check=True, timeout=30)
    assert time.monotonic() - began < 20
