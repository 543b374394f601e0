from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from reportedly.aside import AHEAD, Aside, Broken, Ended, here
from reportedly.errors import BadInput, ReportedlyError


def refused(what: str) -> None:
    raise BadInput(what, where="here", do="do that")


def broken(number: int) -> float:
    return 1 / number


def ended() -> None:
    os.kill(os.getpid(), signal.SIGKILL)


def lasting(told: str) -> None:
    Path(told).write_text(str(os.getpid()), encoding="utf-8")
    time.sleep(600)


def later(number: int) -> tuple[int, int]:
    time.sleep(0.2 * (number == 0))
    return number, os.getpid()


@pytest.mark.parametrize("processes", [1, 2])
def test_results_come_in_the_order_of_the_rows_beside_their_items(processes: int) -> None:
    with Aside(processes, gently=True) as beside:
        found = list(beside.each(later, ((f"row {number}", (number,)) for number in range(9))))
        assert [(item, number) for item, (number, _) in found] == [(f"row {number}", number) for number in range(9)]
        assert len({pid for _, (_, pid) in found} - {os.getpid()}) == processes
        assert list(beside.each(later, ())) == []


def test_rows_are_taken_as_there_is_room_for_what_comes_of_them() -> None:
    taken = []

    def rows() -> Iterator[tuple[int, tuple[int]]]:
        for number in range(100):
            taken.append(number)
            yield number, (number,)

    with Aside(2) as beside:
        next(beside.each(later, rows()))
    assert len(taken) <= 2 * AHEAD


def test_what_the_work_refuses_is_refused_here_and_a_bug_of_ours_told_with_its_place() -> None:
    with Aside() as beside:
        with pytest.raises(ReportedlyError, match="here: no; do that"):
            list(beside.each(refused, [(None, ("no",))]))
        with pytest.raises(Broken, match="in broken"):
            list(beside.each(broken, [(None, (0,))]))
        assert list(beside.each(broken, [(None, (2,))])) == [(None, 0.5)]


def test_a_process_that_is_ended_says_so_then_and_ever_after() -> None:
    with Aside() as beside:
        for _ in range(2):
            with pytest.raises(Ended, match=r"status -9"):
                list(beside.each(ended, [(None, ())]))


def test_the_same_is_made_in_this_process() -> None:
    assert list(here(max, [("a", (1, 2)), ("b", (3, 2))])) == [("a", 2), ("b", 3)]


def test_none_outlives_a_program_that_was_killed_whatever_it_is_at(tmp_path: Path) -> None:
    note = tmp_path / "pid"
    program = (
        "from reportedly.aside import Aside; from tests.test_aside import lasting; "
        f"list(Aside().each(lasting, [(0, ({str(note)!r},))]))"
    )
    with subprocess.Popen([sys.executable, "-c", program], cwd=Path(__file__).parent.parent) as running:
        until = time.monotonic() + 60
        while not (note.exists() and note.read_text()):
            assert time.monotonic() < until
            time.sleep(0.05)
        running.send_signal(signal.SIGKILL)
    while _is_there(int(note.read_text())):
        assert time.monotonic() < until
        time.sleep(0.05)


def _is_there(pid: int) -> bool:
    try:
        state = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0]
    except FileNotFoundError:
        return False
    return state != "Z"
