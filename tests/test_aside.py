from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from reportedly.aside import Aside, Broken, Ended
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


def test_work_is_done_in_the_order_in_which_it_was_begun() -> None:
    with Aside(gently=True) as beside:
        assert beside.do(os.getpid) != os.getpid()
        beside.start(max, 1, 2)
        beside.start(str.upper, "a")
        assert (beside.result(), beside.result()) == (2, "A")


def test_what_the_work_refuses_is_refused_here_and_a_bug_of_ours_told_with_its_place() -> None:
    with Aside() as beside:
        with pytest.raises(ReportedlyError, match="here: no; do that"):
            beside.do(refused, "no")
        with pytest.raises(Broken, match="in broken"):
            beside.do(broken, 0)
        assert beside.do(broken, 2) == 0.5


def test_a_process_that_is_ended_says_so_then_and_ever_after() -> None:
    with Aside() as beside:
        with pytest.raises(Ended, match=r"status -9"):
            beside.do(ended)
        with pytest.raises(Ended, match=r"status -9"):
            beside.do(max, 1, 2)


def test_none_outlives_a_program_that_was_killed_whatever_it_is_at(tmp_path: Path) -> None:
    note = tmp_path / "pid"
    program = (
        f"from reportedly.aside import Aside; from tests.test_aside import lasting; Aside().do(lasting, {str(note)!r})"
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
