"""What of a page's markup is made plain before its article is looked for, so that its words stay as they are read.

Tables that only lay out a page, as old pages have them, become blocks: else all their lines come as one. Quotations
that are marked by <q> get the quotation marks that a browser shows.
"""

from __future__ import annotations

from typing import Any

_LONG = 60  # words; a cell of a table of figures has fewer
_OF_TABLES = ("table", "thead", "tbody", "tfoot", "tr", "td")


def make_plain(page: Any) -> None:
    """Changes a page, as trafilatura takes it apart, in its place."""
    for quotation in list(page.iter("q")):
        quotation.text = f"“{quotation.text or ''}"
        last = quotation[-1] if len(quotation) else None
        if last is None:
            quotation.text += "”"
        else:
            last.tail = f"{last.tail or ''}”"
        quotation.drop_tag()
    tables = {table for table in page.iter("table") if _lays_out(table)}
    parts = [part for part in page.iter(*_OF_TABLES) if part in tables or _table_of(part) in tables]
    for part in parts:  # all of them first: what becomes a block is no table that others stand in
        part.tag = "div"


def _lays_out(table: Any) -> bool:
    """Whether a table has one cell a row, or a cell that holds an article, and no heads of columns."""
    rows = [row for row in table.iter("tr") if _table_of(row) is table]
    cells = [[cell for cell in row if cell.tag in ("td", "th")] for row in rows]
    if any(cell.tag == "th" for row in cells for cell in row):
        return False
    return all(len(row) <= 1 for row in cells) or any(
        len(cell.text_content().split()) > _LONG for row in cells for cell in row
    )


def _table_of(part: Any) -> Any:
    return next(part.iterancestors("table"), None)
