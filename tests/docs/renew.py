"""Runs the examples of README and docs and writes their output into the pages: make examples."""

from __future__ import annotations

import sys

from tests.docs.examples import note_processor, renewed, run
from tests.docs.pages import pages


def main() -> int:
    """Writes every page whose examples say something else by now, and tells which; 1 when an example fails."""
    for page in pages():
        try:
            text = renewed(page, run(page))
        except RuntimeError as error:
            print(f"{page.name}: {error}", file=sys.stderr)
            return 1
        if text != page.text:
            page.path.write_text(text, encoding="utf-8")
            print(f"renewed  {page.name}")
    note_processor()
    return 0


if __name__ == "__main__":
    sys.exit(main())
