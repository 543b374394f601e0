"""Text of an article made harmless to show: nothing in it drives a terminal, a parser or the direction of a line."""

from __future__ import annotations

# each control character as one that can be seen, so that offsets stay; tab and line feed are left
_SEEN = {code: 0x2400 + code for code in range(0x20) if chr(code) not in "\t\n"} | {0x7F: 0x2421}
# C1 controls drive some terminals too, half a character cannot be written, and no script needs an override
_LOST = dict.fromkeys([*range(0x80, 0xA0), *range(0xD800, 0xE000), 0x202D, 0x202E], 0xFFFD)
# embeddings and isolates turn the words after them; a BOM and language tags cannot be seen
_TURNING = dict.fromkeys([*range(0x202A, 0x202F), *range(0x2066, 0x206A), 0xFEFF, *range(0xE0000, 0xE0080)])

_INERT = _SEEN | _LOST
_ONE_LINE = _INERT | _TURNING


def inert(text: str) -> str:
    """The text with control characters and overrides made visible, one for one; tabs stay, line ends as line feeds."""
    return text.replace("\r\n", "\n").replace("\r", "\n").translate(_INERT)


def one_line(text: str) -> str:
    """The text on one line: white space of any kind is one space, and no character turns or hides those after it."""
    return " ".join(text.split()).translate(_ONE_LINE)
