"""Worked examples that a reporter can read and add to: the files of tests/cases/<kind>/.

A file holds a text, a line `--`, and the lines that are expected of it. Lines `@outlet: The Lantern` at the very top
say what else is known of the article.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from reportedly.records import Article

CASES = Path(__file__).parent / "cases"


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """One worked example: the article and the lines expected of it."""

    name: str
    article: Article
    expected: tuple[str, ...]


def cases(kind: str) -> list[Case]:
    """The worked examples of this kind, in order of name."""
    return [_case(path) for path in sorted((CASES / kind).glob("*.txt"))]


def _case(path: Path) -> Case:
    text, dashes, expected = path.read_text(encoding="utf-8").partition("\n--\n")
    assert dashes, f"{path} has no line --"
    known: dict[str, str] = {}
    while text.startswith("@"):
        line, _, text = text.partition("\n")
        name, _, value = line.removeprefix("@").partition(": ")
        known[name] = value
    article = Article.of(
        text,
        outlet=known.get("outlet"),
        title=known.get("title"),
        byline=filter(None, [known.get("byline")]),
        published=known.get("published"),
    )
    return Case(name=path.stem, article=article, expected=tuple(line for line in expected.splitlines() if line))
