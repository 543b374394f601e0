from __future__ import annotations

import platform
from pathlib import Path

import pytest

from reportedly.reading.freed import give_back_freed


@pytest.mark.skipif(platform.libc_ver()[0] != "glibc", reason="only glibc keeps what is free")
def test_what_is_freed_between_what_is_used_goes_back() -> None:
    blocks = [bytes(10_000) for _ in range(10_000)]
    used = blocks[::100]
    held = _resident()
    del blocks
    give_back_freed()
    assert _resident() < held - 50_000_000
    assert len(used) == 100


def _resident() -> int:
    return int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1]) * 4096
