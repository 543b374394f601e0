"""The package as its tests of style see it: each module with its syntax tree, imports and names."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

SRC = Path(__file__).parents[2] / "src"


@dataclass(frozen=True)
class Module:
    """One module of the package: its path under src/reportedly and its source."""

    path: str
    source: str

    @property
    def tree(self) -> ast.Module:
        """The syntax tree of the source."""
        return ast.parse(self.source, self.path)

    @property
    def room(self) -> str:
        """The room it lies in: `reading` for reading/intake/page.py, `cli` for cli.py; the face is `__init__`."""
        return self.path.partition("/")[0].removesuffix(".py")

    def imports(self) -> Iterator[str]:
        """All that it imports, late and for types too, in full: `from a.b import c` gives a.b.c."""
        for node in ast.walk(self.tree):
            if isinstance(node, ast.Import):
                yield from (alias.name for alias in node.names)
            elif isinstance(node, ast.ImportFrom):
                yield from (f"{node.module}.{alias.name}" for alias in node.names)
            elif isinstance(node, ast.Call) and _called(node) in {"import_module", "__import__"}:
                yield from (str(value.value) for value in node.args[:1] if isinstance(value, ast.Constant))

    def names(self) -> Iterator[str]:
        """What it is called, and the names of its classes and functions."""
        yield self.path.rpartition("/")[2].removesuffix(".py")
        for node in ast.walk(self.tree):
            if isinstance(node, ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef):
                yield node.name

    def functions(self) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
        """Its functions and methods."""
        for node in ast.walk(self.tree):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                yield node

    def calls(self) -> Iterator[str]:
        """The names of all that it calls: `Span` for Span(…) and for article.Span(…)."""
        for node in ast.walk(self.tree):
            if isinstance(node, ast.Call):
                yield _called(node)


def package() -> list[Module]:
    """Every module of the package."""
    top = SRC / "reportedly"
    return [
        Module(path.relative_to(top).as_posix(), path.read_text(encoding="utf-8")) for path in sorted(top.rglob("*.py"))
    ]


def _called(node: ast.Call) -> str:
    if isinstance(node.func, ast.Attribute):
        return node.func.attr
    return node.func.id if isinstance(node.func, ast.Name) else ""
