"""Text that any format can hold, and lines of JSON that any program reads as one line."""

from __future__ import annotations

import json
import re

# XML has no place for most of these, PostgreSQL none for NUL, and ESC and the C1 controls drive terminals
_UNFIT = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]")


def fit(text: str) -> str:
    """The text with each character that not every format can hold as U+FFFD; one for one, so that offsets stay."""
    return _UNFIT.sub("\ufffd", text)


def json_line(row: object) -> str:
    """The row as one line of JSON, with its line feed; what some programs take for the end of a line is escaped."""
    line = json.dumps(row, ensure_ascii=False, allow_nan=False, separators=(",", ":"))
    return re.sub("[\x85\u2028\u2029]", lambda match: f"\\u{ord(match[0]):04x}", line) + "\n"
