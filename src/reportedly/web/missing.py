"""What is not on the desk."""

from __future__ import annotations

from reportedly.errors import BadInput


class NotHere(BadInput):
    """An address of something that the store does not hold."""
