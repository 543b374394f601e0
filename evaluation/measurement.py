"""Figures with what they were measured on, and the bounds that they are held to.

`floors.toml` has a table for each measurement: its digest, and for each figure a `floor` or `ceiling` (CI fails
beyond it) and a `target` or `limit` (what the work set out to reach: at least, at most).
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

BOUNDS = Path(__file__).parent / "floors.toml"


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """One measured number, as it is printed: with so many digits, a unit, and the counts that it is made of."""

    name: str
    value: float
    digits: int = 3
    unit: str = ""
    counts: str = ""

    @property
    def shown(self) -> str:
        """The number and its unit."""
        return f"{self.value:,.{self.digits}f}{self.unit and ' '}{self.unit}"

    @property
    def rounded(self) -> float:
        """The number as it is printed: what is held to the bounds, so that nobody reads 78.0 under a floor of 78.0."""
        return round(self.value, self.digits)


@dataclass(frozen=True, slots=True, kw_only=True)
class Measurement:
    """Figures measured together on the same files, with the digest of these; remarks are printed below them.

    `unmeasured` are the figures that could not be measured here, each with the reason.
    """

    name: str
    about: str
    measured_on: str
    figures: tuple[Figure, ...]
    unmeasured: Mapping[str, str] = field(default_factory=dict)
    remarks: tuple[str, ...] = ()

    def figure(self, name: str) -> Figure:
        """The figure of this name; KeyError when there is none."""
        for figure in self.figures:
            if figure.name == name:
                return figure
        raise KeyError(f"no figure {name!r} in {self.name}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Bounds:
    """What a figure is held to: CI by `floor` and `ceiling`, the work by `target` (at least) and `limit` (at most)."""

    floor: float | None = None
    ceiling: float | None = None
    target: float | None = None
    limit: float | None = None

    def breach(self, figure: Figure) -> str | None:
        """What is wrong with the figure, or None."""
        if self.floor is not None and figure.rounded < self.floor:
            return f"{figure.name} is {figure.shown}, under its floor of {self.floor:,g}"
        if self.ceiling is not None and figure.rounded > self.ceiling:
            return f"{figure.name} is {figure.shown}, over its ceiling of {self.ceiling:,g}"
        return None

    def shown(self, figure: Figure) -> str:
        """The bounds as they stand beside the figure, and whether it has reached what was set out for."""
        parts = [
            f"{name} {bound:,.{figure.digits}f}"
            for name in ("floor", "ceiling", "target", "limit")
            if (bound := getattr(self, name)) is not None
        ]
        missed = (self.target is not None and figure.rounded < self.target) or (
            self.limit is not None and figure.rounded > self.limit
        )
        return "  ".join(parts) + ("  not reached" if missed else "")


@dataclass(frozen=True, slots=True, kw_only=True)
class Held:
    """The table of one measurement in floors.toml: the digest its bounds hold for, and the bounds by figure."""

    measured_on: str | None
    bounds: Mapping[str, Bounds]

    def breaches(self, measurement: Measurement) -> Iterator[str]:
        """All that is wrong with a measurement: other files, figures that are gone, figures beyond their bounds."""
        if self.measured_on not in (None, measurement.measured_on):
            yield (
                f"the files measured on have changed: the floors hold for {self.measured_on}, these are "
                f"{measurement.measured_on}; measure again (make figures) and write both anew in {BOUNDS.name}"
            )
        measured = {figure.name: figure for figure in measurement.figures}
        for name, bounds in self.bounds.items():
            if name in measured:
                if breach := bounds.breach(measured[name]):
                    yield breach
            elif name not in measurement.unmeasured:
                yield f"{name} has bounds in {BOUNDS.name}, and there is no figure of that name"


def held(measurement: str, *, path: Path = BOUNDS) -> Held:
    """The table of a measurement in floors.toml; an empty one when it has none."""
    return _tables(path).get(measurement, Held(measured_on=None, bounds={}))


def render(measurement: Measurement, bounds: Mapping[str, Bounds] | None = None) -> str:
    """The measurement as a page shows it: each figure on a line, its bounds beside it, the digest at the top."""
    if bounds is None:
        bounds = held(measurement.name).bounds
    figures = measurement.figures
    name_width = max(map(len, [*(figure.name for figure in figures), *measurement.unmeasured]), default=0)
    width = max((len(figure.shown) for figure in figures), default=0)
    counts_width = max((len(figure.counts) for figure in figures), default=0)
    lines = [measurement.about, f"  measured on sha256 {measurement.measured_on}"]
    lines += [
        f"  {figure.name:{name_width}}  {figure.shown:>{width}}  {figure.counts:{counts_width}}  "
        f"{bounds.get(figure.name, Bounds()).shown(figure)}".rstrip()
        for figure in figures
    ]
    lines += [f"  {name:{name_width}}  not measured: {reason}" for name, reason in measurement.unmeasured.items()]
    lines += [f"  {line}".rstrip() for remark in measurement.remarks for line in remark.split("\n")]
    return "\n".join(lines)


@cache
def _tables(path: Path) -> Mapping[str, Held]:
    written: dict[str, dict[str, Any]] = tomllib.loads(path.read_text(encoding="utf-8"))
    return {
        name: Held(
            measured_on=table.get("measured_on"),
            bounds={figure: Bounds(**values) for figure, values in table.items() if figure != "measured_on"},
        )
        for name, table in written.items()
    }
