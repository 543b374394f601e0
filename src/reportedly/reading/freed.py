"""Memory that was freed goes back to the system: glibc keeps the holes between what is still used, some 150 MB here."""

from __future__ import annotations

import ctypes
import sys

_TRIM = getattr(ctypes.CDLL(None), "malloc_trim", None) if sys.platform == "linux" else None


def give_back_freed() -> None:
    """Gives back what is free, where the C library would keep it; elsewhere nothing is done."""
    if _TRIM is not None:
        _TRIM(0)
