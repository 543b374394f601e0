"""Readings that were asked for lately: an article that is looked at is looked at again, and with those of its story."""

from __future__ import annotations

from collections import OrderedDict
from threading import Lock

from reportedly.records import Reading

MOST = 256  # readings; a long one takes some 200 kB


class Lately:
    """The readings that were asked for last, by the numbers of their articles; one for all who read a store."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._readings: OrderedDict[int, Reading] = OrderedDict()
        self.changes = 0

    def get(self, number: int) -> Reading | None:
        """The reading of an article; None when it was not asked for lately."""
        with self._lock:
            if number in self._readings:
                self._readings.move_to_end(number)
            return self._readings.get(number)

    def put(self, number: int, reading: Reading, *, changes: int) -> None:
        """Keeps a reading, unless some were replaced since `changes` was looked up, before it was asked for."""
        with self._lock:
            if changes == self.changes:
                self._readings[number] = reading
                while len(self._readings) > MOST:
                    self._readings.popitem(last=False)

    def forget(self) -> None:
        """Forgets them all: readings were replaced."""
        with self._lock:
            self._readings.clear()
            self.changes += 1
