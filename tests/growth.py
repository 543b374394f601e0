"""Whether work grows with the length of what it is given, or with its square."""

from __future__ import annotations

import time
from collections.abc import Callable


def grows_with_length(work: Callable[[int], object], length: int, longer: int = 8) -> bool:
    """Whether `longer` times the length takes less than three times as much more of the CPU: its square would take
    `longer` times as much more. The least of three tries counts, so that a busy machine is no failure."""

    def seconds(size: int) -> float:
        tries = []
        for _ in range(3):
            started = time.process_time()
            work(size)
            tries.append(time.process_time() - started)
        return min(tries)

    return seconds(length * longer) < 3 * longer * seconds(length)
