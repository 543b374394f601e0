"""The pages of the documentation as their tests see them: headings, links, code and blocks of code."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

ROOT = Path(__file__).parents[2]
DOCS = ROOT / "docs"

_FENCE = re.compile(r"^```(?P<language>\w*)\n(?P<text>.*?)^```$", re.MULTILINE | re.DOTALL)
_HEADING = re.compile(r"^(#+) (.+)$", re.MULTILINE)
_CODE = re.compile(r"(`+)(.+?)\1", re.DOTALL)
_LINK = re.compile(r"\[[^\]]*\]\(([^)\s]+)\)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """A block of code: its language, its text, and where in the page this begins and ends."""

    language: str
    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """One page of Markdown."""

    path: Path
    text: str

    @property
    def name(self) -> str:
        """Its path in the repository."""
        return self.path.relative_to(ROOT).as_posix()

    @property
    def prose(self) -> str:
        """The text with its blocks of code blanked, so that a comment in code is no heading."""
        return _FENCE.sub(lambda match: re.sub(r"[^\n]", " ", match[0]), self.text)

    def blocks(self) -> list[Block]:
        """Its blocks of code, in order."""
        return [
            Block(language=match["language"], text=match["text"], start=match.start("text"), end=match.end("text"))
            for match in _FENCE.finditer(self.text)
        ]

    def anchors(self) -> list[str]:
        """What links can lead to on this page, as GitHub names headings."""
        return [_slug(match[2]) for match in _HEADING.finditer(self.prose)]

    def section(self, heading: str) -> str:
        """The prose below a heading, up to the next one of its rank; KeyError when there is none."""
        prose = self.prose
        for match in _HEADING.finditer(prose):
            if match[2] == heading:
                rest = prose[match.end() :]
                following = re.search(rf"^#{{1,{len(match[1])}}} ", rest, re.MULTILINE)
                return rest[: following.start()] if following else rest
        raise KeyError(f"{self.name} has no heading {heading!r}")

    def links(self) -> list[str]:
        """Where it links to."""
        return _LINK.findall(_CODE.sub("", self.prose))


@cache
def pages() -> tuple[Page, ...]:
    """Every page of the documentation."""
    top = [ROOT / name for name in ("README.md", "CONTRIBUTING.md", "CHANGELOG.md", "examples/README.md")]
    return tuple(Page(path=path, text=path.read_text(encoding="utf-8")) for path in [*top, *sorted(DOCS.glob("*.md"))])


def page(name: str) -> Page:
    """The page at this path."""
    return next(page for page in pages() if page.name == name)


def code_in(prose: str) -> list[str]:
    """What stands between backticks, on one line each."""
    return [" ".join(match[2].split()) for match in _CODE.finditer(prose)]


def first_cells(prose: str) -> Iterator[str]:
    """The code in the first cells of the rows of its tables."""
    for line in prose.splitlines():
        if line.startswith("| `"):
            yield from code_in(line.split(" |")[0])


def _slug(heading: str) -> str:
    return re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-")
