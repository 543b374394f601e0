"""Reads news and keeps a record one can question: who said what, through which chain."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

from reportedly.errors import (
    BadInput,
    BadOffsets,
    BadRecord,
    BadWeights,
    FetchRefused,
    ForeignLanguage,
    MissingExtra,
    NotAnArticle,
    NotHere,
    ReportedlyError,
    Unreadable,
)
from reportedly.records import (
    Actor,
    Article,
    Chain,
    Claim,
    Contact,
    Derivation,
    Failure,
    Link,
    Origin,
    Place,
    Position,
    Reading,
    Span,
    Statement,
    Story,
    Telling,
    Timex,
    Trace,
    Variant,
)

if TYPE_CHECKING:
    from reportedly.reading.reader import Reader
    from reportedly.store.database import Store
    from reportedly.trace.updating import update_trace

__version__ = "0.1.0"

__all__ = [
    "Actor",
    "Article",
    "BadInput",
    "BadOffsets",
    "BadRecord",
    "BadWeights",
    "Chain",
    "Claim",
    "Contact",
    "Derivation",
    "Failure",
    "FetchRefused",
    "ForeignLanguage",
    "Link",
    "MissingExtra",
    "NotAnArticle",
    "NotHere",
    "Origin",
    "Place",
    "Position",
    "Reader",
    "Reading",
    "ReportedlyError",
    "Span",
    "Statement",
    "Store",
    "Story",
    "Telling",
    "Timex",
    "Trace",
    "Unreadable",
    "Variant",
    "update_trace",
]

# names whose rooms load numpy and the runtime, found when first asked for; each stands also in __all__,
# and under TYPE_CHECKING above
_LATE = {
    "Reader": "reportedly.reading.reader",
    "Store": "reportedly.store.database",
    "update_trace": "reportedly.trace.updating",
}


def __getattr__(name: str) -> object:
    if name not in _LATE:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    value = getattr(import_module(_LATE[name]), name)
    globals()[name] = value  # from now on Python does not ask here
    return value


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
