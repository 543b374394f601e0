"""The two encoders that the package ships: `best`, and `small`, which is quicker and finds less."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from pathlib import Path
from typing import Literal, get_args

EncoderName = Literal["best", "small"]
ENCODERS: tuple[EncoderName, ...] = get_args(EncoderName)
BEST: EncoderName = "best"
FOLDERS: Mapping[EncoderName, Path] = {
    "best": Path(__file__).parent / "weights",
    "small": Path(__file__).parent / "weights" / "small",
}


def digest_of(encoder: EncoderName) -> str:
    """A digest of all that an encoder is made of: other weights, another digest."""
    digest = hashlib.blake2b(digest_size=6)
    for part in sorted(FOLDERS[encoder].iterdir(), key=lambda part: part.name):
        if part.is_file() and part.suffix != ".md":
            digest.update(part.read_bytes())
    return digest.hexdigest()
