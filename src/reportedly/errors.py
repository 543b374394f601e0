"""Every error that reportedly raises on purpose; anything else that escapes is a bug of ours.

    ReportedlyError
    ├── BadOffsets            a span that is not on its page
    ├── BadInput              what was given cannot be read: what, where, what to do
    │   ├── Unreadable        no text in these bytes: missing, binary, wrong encoding
    │   ├── NotAnArticle      text, but no article in it
    │   ├── ForeignLanguage   an article in a language that is not read
    │   ├── BadRecord         JSON that is not as the contract says
    │   ├── NotHere           something named that the store does not hold
    │   └── FetchRefused      an address that is not, or could not be, fetched
    ├── BadWeights            the shipped encoder is missing or damaged
    └── MissingExtra          a part that needs a library which is not installed

In a stream, a ReportedlyError becomes a `Failure` record in the place of its article.
"""

from __future__ import annotations


class ReportedlyError(Exception):
    """Any refusal of reportedly, with a message that says what, where and what to do."""


class BadOffsets(ReportedlyError):
    """Offsets that lie outside an article or hold no characters."""


class BadInput(ReportedlyError):
    """What was given cannot be read.

    `what` went wrong, `where` (a file, a line, an address, a field) and what to `do` about it; the
    message is all three in a row, so that a log line is enough to act on.
    """

    def __init__(self, what: str, *, where: str | None = None, do: str | None = None) -> None:
        super().__init__(": ".join(filter(None, (where, what))) + (f"; {do}" if do else ""))
        self.what = what
        self.where = where
        self.do = do


class Unreadable(BadInput):
    """Bytes in which there is no text: a missing or binary file, an encoding that cannot be told."""


class NotAnArticle(BadInput):
    """Text or a page in which there is no article."""


class ForeignLanguage(BadInput):
    """An article in a language that is not read."""


class BadRecord(BadInput):
    """JSON that is not as the contract says."""


class NotHere(BadInput):
    """Something is named, by an id or an address, that the store does not hold."""


class FetchRefused(BadInput):
    """An address that is not fetched, or did not answer with a page.

    `status` is what its server answered, if it did; `wait` how many seconds it asks to be left alone.
    """

    def __init__(
        self,
        what: str,
        *,
        where: str | None = None,
        do: str | None = None,
        status: int | None = None,
        wait: float | None = None,
    ) -> None:
        super().__init__(what, where=where, do=do)
        self.status = status
        self.wait = wait


class BadWeights(ReportedlyError):
    """The encoder that ships with the package is missing, damaged or of another version."""


class MissingExtra(ReportedlyError):
    """A part of reportedly that needs a library which is not installed."""
